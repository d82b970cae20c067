// node scripts/run.mjs datasets/valence/baselines.ts prints the figures that the datasheet quotes.
import { openDataset } from "../../scripts/datasets/open.ts";
import { GroupKFold, KFold, metrics } from "../../src/learn/index.ts";

/** How far ten people agree. */
export type Agreement = {
  /** Mean of the standard deviations of ten ratings. */
  spread: number;
  /** The share of words for which one of the ten was on the other side of zero than the mean. */
  otherSide: number;
  /** How far the mean of five and of the other five correlate, and from that what ten would with another ten. */
  halves: number;
  tens: number;
  /** Of words that are there twice, each time with ten ratings, how far their means differ: the middle difference. */
  twice: { words: number; difference: number };
};

export function agreement(): Agreement {
  const data = openDataset("valence");
  const y = data.column("valence") as number[];
  const rows = y.map((_, i) => [...data.X.row(i)]);
  const otherSide = rows.filter((ratings, i) => ratings.some((rating) => rating * y[i]! < 0)).length;
  const half = (from: number) => rows.map((ratings) => mean(ratings.slice(from, from + 5)));
  const halves = correlation(half(0), half(5));
  const seen = new Map<unknown, number>();
  const differences = data.column("word").flatMap((word, i) => {
    const before = seen.get(word);
    seen.set(word, i);
    return before === undefined ? [] : [Math.abs(y[before]! - y[i]!)];
  });
  return {
    spread: mean(data.column("spread") as number[]),
    otherSide: otherSide / rows.length,
    halves,
    // Spearman and Brown: twice as many raters.
    tens: (2 * halves) / (1 + halves),
    twice: { words: differences.length, difference: median(differences) },
  };
}

/**
 * R² of a guess at the valence of a word: the mean of the words that share most of its first letters. Words held out
 * at random, and family by family.
 */
export function byFirstLetters(): { random: number; family: number } {
  const data = openDataset("valence");
  const y = data.column("valence") as number[];
  const words = data.column("word").map((word) => String(word).toLowerCase());
  const score = (cv: KFold | GroupKFold) => {
    const guesses = new Array<number>(y.length);
    for (const { train, test } of cv.split(data.X, y, data.groups)) {
      const sums = new Map<string, [sum: number, count: number]>();
      for (const i of Array.from(train)) {
        for (let length = 0; length <= words[i]!.length; length++) {
          const [sum, count] = sums.get(words[i]!.slice(0, length)) ?? [0, 0];
          sums.set(words[i]!.slice(0, length), [sum + y[i]!, count + 1]);
        }
      }
      for (const i of Array.from(test)) {
        let length = words[i]!.length;
        while (!sums.has(words[i]!.slice(0, length))) length--;
        const [sum, count] = sums.get(words[i]!.slice(0, length))!;
        guesses[i] = sum / count;
      }
    }
    return metrics.r2(y, guesses);
  };
  return {
    random: score(new KFold({ nSplits: 10, shuffle: true, randomState: 0 })),
    family: score(new GroupKFold({ nSplits: 10 })),
  };
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
}

function correlation(a: number[], b: number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  const product = (x: number[], y: number[], m: number, n: number) =>
    mean(x.map((v, i) => (v - m) * (y[i]! - n)));
  return product(a, b, meanA, meanB) / Math.sqrt(product(a, a, meanA, meanA) * product(b, b, meanB, meanB));
}

if (import.meta.main) {
  console.log(agreement());
  console.log("by first letters, R²:", byFirstLetters());
}
