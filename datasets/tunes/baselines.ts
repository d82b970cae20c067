// node scripts/run.mjs datasets/tunes/baselines.ts prints the figures that the datasheet quotes.
import { openDataset } from "../../scripts/datasets/open.ts";
import { GroupKFold, MarkovChain, PCA, StandardScaler } from "../../src/learn/index.ts";
import { ngrams } from "../../src/music/index.ts";
import { intervalSequences } from "./interval-sequences.ts";

const ALPHA = 0.05;
const FOLDS = 5;
const MELODIES = 40;
const MELODY_INTERVALS = 48;
const COPY_INTERVALS = 8;

/**
 * Bits an interval takes in tunes that were learned and in tunes that were not: Markov chains of one order, alpha
 * 0.05, 5 folds that keep a family together.
 */
export function intervalBits(order: number): { train: number; heldOut: number } {
  const tunes = openDataset("tunes");
  const sequences = intervalSequences(tunes);
  const symbols = [...new Set(sequences.flat())].sort((a, b) => a - b);
  const bits = { train: 0, heldOut: 0 };
  const counts = { train: 0, heldOut: 0 };
  for (const { train, test } of new GroupKFold({ nSplits: FOLDS }).split(tunes.X, undefined, tunes.groups)) {
    const parts = { train: pick(sequences, train), heldOut: pick(sequences, test) };
    const chain = new MarkovChain({ order, alpha: ALPHA, symbols }).fit(parts.train);
    for (const part of ["train", "heldOut"] as const) {
      bits[part] -= chain.logProb(parts[part]) / Math.LN2;
      counts[part] += parts[part].flat().length;
    }
  }
  return { train: bits.train / counts.train, heldOut: bits.heldOut / counts.heldOut };
}

/**
 * The share of the intervals in melodies drawn from a chain that has learned all tunes (alpha 0) which lie in a run of
 * eight or more that stands in one of them.
 */
export function copiedShare(order: number): number {
  const sequences = intervalSequences(openDataset("tunes"));
  const chain = new MarkovChain({ order }).fit(sequences);
  const known = new Set(sequences.flatMap((sequence) => ngrams(sequence, COPY_INTERVALS).map(String)));
  let copied = 0;
  for (let seed = 0; seed < MELODIES; seed++) {
    const melody = chain.sample(MELODY_INTERVALS, { randomState: seed });
    const marks = new Uint8Array(MELODY_INTERVALS);
    for (const [at, run] of ngrams(melody, COPY_INTERVALS).entries()) {
      if (known.has(String(run))) marks.fill(1, at, at + COPY_INTERVALS);
    }
    copied += marks.reduce((sum, mark) => sum + mark, 0);
  }
  return copied / (MELODIES * MELODY_INTERVALS);
}

/** The share of the variance in each principal component of the standardised features. */
export function varianceShares(): number[] {
  const scaled = new StandardScaler().fitTransform(openDataset("tunes").X);
  return Array.from(new PCA().fit(scaled).explainedVarianceRatio);
}

function pick<T>(items: readonly T[], places: ArrayLike<number>): T[] {
  return Array.from(places, (place) => items[place]!);
}

if (import.meta.main) {
  for (const order of [0, 1, 2, 3, 4, 6, 8]) {
    const { train, heldOut } = intervalBits(order);
    console.log(
      `order ${order}: ${train.toFixed(2)} bits learned, ${heldOut.toFixed(2)} held out, copied ${copiedShare(order).toFixed(2)}`,
    );
  }
  console.log(
    `variance: ${varianceShares()
      .slice(0, 4)
      .map((share) => share.toFixed(3))
      .join(", ")}`,
  );
}
