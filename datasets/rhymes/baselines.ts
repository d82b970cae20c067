// node scripts/run.mjs datasets/rhymes/baselines.ts prints the figures that the datasheet quotes.
import { openDataset } from "../../scripts/datasets/open.ts";
import {
  crossValPredict,
  DecisionTreeClassifier,
  GroupKFold,
  LinearRegression,
  metrics,
} from "../../src/learn/index.ts";

const FOLDS = 10;

/** The share of words whose syllables are counted rightly; models in 10 folds that keep a family together. */
export function syllableAccuracies(): Record<string, number> {
  const words = openDataset("rhymes");
  const y = words.column("syllables") as number[];
  const [groups, finalE, finalEd] = ["vowelGroups", "finalE", "finalEd"].map(
    (name) => words.column(name) as number[],
  );
  const share = (guesses: ArrayLike<unknown>) => metrics.accuracy(y, Array.from(guesses, Number));
  const cv = { cv: new GroupKFold({ nSplits: FOLDS }), groups: words.groups };
  const line = crossValPredict(new LinearRegression(), words.X, y, cv);
  return {
    "always one": share(y.map(() => 1)),
    "runs of vowels": share(groups!),
    "runs of vowels, less a silent e": share(
      groups!.map((count, i) => Math.max(1, count - finalE![i]! - finalEd![i]!)),
    ),
    "a line, rounded": share(Array.from(line, (value) => Math.round(Number(value)))),
    "a tree of depth 6": share(
      crossValPredict(new DecisionTreeClassifier({ maxDepth: 6, randomState: 0 }), words.X, y, cv),
    ),
  };
}

/** Of the pairs of lines of our own lyrics (first and second, third and fourth …), the share that rhymes. */
export function rhymingPairs(): { pairs: number; rhymes: number } {
  const words = openDataset("rhymes");
  const rhyme = new Map(words.column("word").map((word, i) => [word, words.column("rhyme")[i]]));
  const lines = openDataset("songtexts")
    .table("lyrics")
    .records()
    // A shanty's second line is its refrain.
    .filter(({ kind }) => kind !== "shanty")
    .map(({ lines }) => String(lines).split("\n"));
  const ends = lines.map((each) =>
    each.map((line) => line.toLowerCase().match(/[a-z]+(?:'[a-z]+)*(?=[^a-z]*$)/)![0]),
  );
  const pairs = ends.flatMap((each) => each.flatMap((end, i) => (i % 2 === 1 ? [[each[i - 1]!, end]] : [])));
  const rhymes = pairs.filter(([a, b]) => rhyme.get(a!) !== undefined && rhyme.get(a!) === rhyme.get(b!));
  return { pairs: pairs.length, rhymes: rhymes.length };
}

if (import.meta.main) {
  for (const [name, accuracy] of Object.entries(syllableAccuracies()))
    console.log(`${name}: ${accuracy.toFixed(3)}`);
  const { pairs, rhymes } = rhymingPairs();
  console.log(`${rhymes} of ${pairs} pairs of lines rhyme`);
}
