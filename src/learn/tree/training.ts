import { pairwiseSum } from "../base/pairwise-sum.ts";
import type { Arranger } from "./arranger.ts";
import { ClassCounts } from "./class-counts.ts";
import { ClassWeights } from "./class-weights.ts";
import type { Columns } from "./columns.ts";
import type { Growth } from "./grower.ts";
import type { Impurity } from "./impurity.ts";
import { Introsorted } from "./introsorted.ts";
import { Presorted } from "./presorted.ts";
import { PresortedTies } from "./presorted-ties.ts";
import { Ranked } from "./ranked.ts";
import { MAX_RANKED_ROWS, type Ranks, ranksOf } from "./ranks.ts";
import { SquaredError } from "./squared-error.ts";

/** Sums of whole numbers up to this are exact, and so are those of their squares. */
const MOST_WEIGHT = 2 ** 26;

type Growable = Pick<Growth, "arranger" | "criterion" | "totalWeight">;

/** The training rows as one tree, or the trees of a forest, look at them. */
export class TrainingColumns {
  readonly columns: Columns;
  private ranks: Ranks | null = null;

  constructor(columns: Columns) {
    this.columns = columns;
  }

  /**
   * How a classification tree looks at the rows: quickly where sums of weights are exact, else in scikit-learn's
   * order. It chooses from `maxFeatures` features.
   */
  forClasses(
    codes: Int32Array,
    classCount: number,
    weights: Float64Array | null,
    impurity: Impurity,
    maxFeatures: number,
  ): Growable {
    const { columns } = this;
    const rows = countedRows(weights, codes.length);
    const all = weights ?? new Float64Array(codes.length).fill(1);
    const totalWeight = pairwiseSum(all);
    if (!areCounts(all)) {
      const criterion = new ClassWeights(codes, all, classCount, impurity);
      return { arranger: this.inTieOrder(rows, maxFeatures), criterion, totalWeight };
    }
    const looksAtAll = maxFeatures === columns.length;
    return {
      arranger: looksAtAll ? new Presorted(columns, rows) : this.ranked(rows, false),
      criterion: new ClassCounts(codes, all, classCount, impurity),
      totalWeight,
    };
  }

  /** How a regression tree looks at the rows. It chooses from `maxFeatures` features. */
  forNumbers(target: Float64Array, weights: Float64Array | null, maxFeatures: number): Growable {
    const rows = countedRows(weights, target.length);
    const all = weights ?? new Float64Array(target.length).fill(1);
    return {
      arranger: this.inTieOrder(rows, maxFeatures),
      criterion: new SquaredError(target, all),
      totalWeight: pairwiseSum(all),
    };
  }

  private inTieOrder(rows: Int32Array, maxFeatures: number): Arranger {
    const { columns } = this;
    if (maxFeatures < columns.length || columns[0]!.length > MAX_RANKED_ROWS) return this.ranked(rows, true);
    this.ranks ??= ranksOf(columns);
    return new PresortedTies(columns, rows, this.ranks);
  }

  private ranked(rows: Int32Array, tieOrder: boolean): Arranger {
    if (this.columns[0]!.length > MAX_RANKED_ROWS) return new Introsorted(this.columns, rows);
    this.ranks ??= ranksOf(this.columns);
    return new Ranked(this.columns, rows, this.ranks, tieOrder);
  }
}

/** The rows that count: those of a weight above 0. */
function countedRows(weights: Float64Array | null, rows: number): Int32Array {
  const all = Int32Array.from({ length: rows }, (_, row) => row);
  return weights === null ? all : all.filter((row) => weights[row]! > 0);
}

/** Whether all sums of these weights are exact. */
function areCounts(weights: Float64Array): boolean {
  let total = 0;
  for (const weight of weights) {
    if (!Number.isInteger(weight)) return false;
    total += weight;
  }
  return total <= MOST_WEIGHT;
}
