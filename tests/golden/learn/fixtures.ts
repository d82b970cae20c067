import { readFileSync } from "node:fs";
import type { Label } from "../../../src/learn/index.ts";

export type TreeParams = [
  criterion: "gini" | "entropy",
  maxDepth: number | null,
  minSamplesLeaf: number,
  minSamplesSplit: number,
  randomState: number,
];

/** What scikit-learn answered for one dataset; see make.py. */
export type Fixture = {
  X: number[][];
  y: Label[];
  groups: number[];
  classes: Label[];
  folds: {
    stratified: { nSplits: number; seed: number | null; folds: number[] }[];
    leaveOneGroupOut: number[];
  };
  trees: { params: TreeParams; leaves: number; depth: number; predicted: string }[];
  treeNodes: {
    criterion: "gini" | "entropy";
    feature: number[];
    threshold: number[];
    left: number[];
    right: number[];
    counts: number[][];
  }[];
  neighbors: { nNeighbors: number; weights: "uniform" | "distance"; predicted: string }[];
  scaler: { mean: number[]; scale: number[]; firstRows: number[][] };
  curves: {
    model: "pipeline" | "tree";
    cv: "stratified" | "shuffled" | "leaveOneGroupOut";
    values: number[];
    trainScores: number[];
    foldScores: number[][];
    pooled: number[];
  }[];
  confusion: number[][];
  dummy: { predicted: Label; prior: number[]; mostFrequent: number[] };
};

export const names = ["ties", "ill-conditioned", "blobs"];

export function fixture<T = Fixture>(name: string): T {
  return JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), "utf8"));
}

/** Labels as one digit each, as make.py writes them. */
export function digits(labels: readonly (Label | null)[], classes: readonly Label[]): string {
  return labels.map((label) => classes.indexOf(label as Label)).join("");
}

/** For each row the number of the fold that tests it. */
export function foldNumbers(folds: { test: Int32Array }[], rows: number): number[] {
  const numbers = new Array<number>(rows).fill(-1);
  for (const [i, { test }] of folds.entries()) for (const row of test) numbers[row] = i;
  return numbers;
}
