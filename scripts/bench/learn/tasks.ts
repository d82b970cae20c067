import { type Fold, RandomState, StratifiedKFold } from "../../../src/learn/index.ts";
import { type BenchModel, models } from "./models.ts";

const SIZES = [
  { rows: 1000, cols: 57, classes: 10 },
  { rows: 400, cols: 20, classes: 6 },
];

/** Best of some repeats. */
const REPEATS = 5;

export type Data = { X: number[][]; y: number[]; t: number[] };
export type Task = {
  model: BenchModel;
  theirs: string;
  X: number[][];
  y: number[];
  folds: { train: number[]; test: number[] }[];
  repeats: number;
};

/** Clouds that overlap, one a class, and a number that depends on all columns. */
export function clouds({ rows, cols, classes }: (typeof SIZES)[number]): Data {
  const random = new RandomState(7);
  const table = (n: number, spread: number) =>
    Array.from({ length: n }, () => Array.from({ length: cols }, () => random.normal(0, spread)));
  const centres = table(classes, 0.5);
  const y = Array.from({ length: rows }, (_, i) => i % classes);
  const X = table(rows, 1).map((row, i) => row.map((value, j) => value + centres[y[i]!]![j]!));
  const [slopes] = table(1, 1);
  const t = X.map((row) => row.reduce((sum, value, j) => sum + value * slopes![j]!, random.normal(0, 1)));
  return { X, y, t };
}

/** One task for each model whose name contains one of `wanted`, and each size: five folds. */
export function makeTasks(wanted: readonly string[]): Task[] {
  const chosen = models.filter(
    ({ name }) =>
      wanted.length === 0 || wanted.some((part) => name.toLowerCase().includes(part.toLowerCase())),
  );
  return SIZES.flatMap((size) => {
    const { X, y, t } = clouds(size);
    const folds = new StratifiedKFold().split(X, y).map(({ train, test }: Fold) => ({
      train: Array.from(train),
      test: Array.from(test),
    }));
    return chosen.map((model) => ({
      model,
      theirs: model.theirs,
      X,
      y: model.regression ? t : y,
      folds,
      repeats: model.repeats ?? REPEATS,
    }));
  });
}
