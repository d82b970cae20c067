import type { Arranger } from "./arranger.ts";
import { ClassCounts } from "./class-counts.ts";
import { ClassWeights } from "./class-weights.ts";
import type { Columns } from "./columns.ts";
import type { Criterion } from "./criterion.ts";
import type { Impurity } from "./impurity.ts";
import { Introsorted } from "./introsorted.ts";
import { Presorted } from "./presorted.ts";

/** Sums of whole numbers up to this are exact, and so are their squares. */
const MOST_WEIGHT = 2 ** 26;

/** The rows that count: those of a weight above 0. */
export function countedRows(weights: Float64Array | null, rows: number): Int32Array {
  const all = Int32Array.from({ length: rows }, (_, row) => row);
  return weights === null ? all : all.filter((row) => weights[row]! > 0);
}

/** Whether all sums of these weights are exact. */
export function areCounts(weights: Float64Array): boolean {
  let total = 0;
  for (const weight of weights) {
    if (!Number.isInteger(weight)) return false;
    total += weight;
  }
  return total <= MOST_WEIGHT;
}

/** How a classification tree looks at its rows: quickly where the weights allow it, else in scikit-learn's order. */
export function classGrowth(
  columns: Columns,
  codes: Int32Array,
  classCount: number,
  weights: Float64Array | null,
  criterion: Impurity,
  maxFeatures: number,
): { arranger: Arranger; criterion: Criterion } {
  const rows = countedRows(weights, codes.length);
  const all = weights ?? new Float64Array(codes.length).fill(1);
  if (!areCounts(all)) {
    return {
      arranger: new Introsorted(columns, rows),
      criterion: new ClassWeights(codes, all, classCount, criterion),
    };
  }
  const Arranged = maxFeatures === columns.length ? Presorted : Introsorted;
  return {
    arranger: new Arranged(columns, rows),
    criterion: new ClassCounts(codes, all, classCount, criterion),
  };
}
