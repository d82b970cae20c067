import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { checkOptions } from "../base/options.ts";
import { shown } from "../base/shown.ts";
import { metricWeights, weightedMean } from "./checked.ts";

/** What the gain of a ranking takes. */
export type GainOptions = {
  /** How many places count, from the first; all unless given. */
  k?: number | null;
  /** Whether to take equal scores in one order (the last item first) instead of the mean over all orders. */
  ignoreTies?: boolean;
  /** For each row how much it counts, 0 or more; all the same unless given. */
  sampleWeight?: ArrayLike<number> | null;
};

/**
 * The discounted cumulative gain of rankings, the mean over rows: the relevance of the items, each divided by
 * log₂(place + 1), summed in the order of falling score (Järvelin and Kekäläinen, 2002). A row is a listener, a
 * column an item. Throws when the tables differ in shape, or have fewer than two columns.
 *
 * @param yTrue how relevant each item is, a row for each listener
 * @param yScore the scores that rank the items
 * @example
 * metrics.dcg([[3, 0, 1, 2]], [[0.9, 0.8, 0.1, 0.4]])
 */
export function dcg(
  yTrue: MatrixLike,
  yScore: MatrixLike,
  options: GainOptions & {
    /** The base of the logarithm by which places are discounted. */
    logBase?: number;
  } = {},
): number {
  checkOptions("dcg", ["k", "ignoreTies", "sampleWeight", "logBase"], options);
  const { k = null, ignoreTies = false, logBase = 2, sampleWeight } = options;
  if (typeof logBase !== "number" || !(logBase > 1 && logBase < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`dcg: logBase must be a number above 1, but it is ${shown(logBase)}`);
  }
  const { truth, scores } = checkedRankings("dcg", yTrue, yScore, k);
  const weights = metricWeights(sampleWeight, truth.rows);
  return weightedMean(gains(truth, scores, k, ignoreTies, logBase), weights);
}

/** The tables and the number of places, checked. */
export function checkedRankings(who: string, yTrue: MatrixLike, yScore: MatrixLike, k: unknown) {
  const truth = Matrix.from(yTrue, "yTrue");
  const scores = Matrix.from(yScore, "yScore");
  if (truth.rows !== scores.rows || truth.cols !== scores.cols) {
    throw new RangeError(
      `yTrue and yScore must have the same shape, but yTrue is ${truth.rows} × ${truth.cols} and yScore ${scores.rows} × ${scores.cols}`,
    );
  }
  if (truth.rows === 0 || truth.cols < 2) {
    throw new RangeError(
      `${who} needs at least one row and two items (columns) to rank, but yTrue is ${truth.rows} × ${truth.cols}`,
    );
  }
  if (k !== null && (!Number.isInteger(k) || (k as number) < 1)) {
    throw new RangeError(`${who}: k must be null or a whole number of at least 1, but it is ${shown(k)}`);
  }
  return { truth, scores };
}

/** The gain of each row. */
export function gains(
  truth: Matrix,
  scores: Matrix,
  k: number | null,
  ignoreTies: boolean,
  logBase = 2,
): Float64Array {
  const { cols } = truth;
  const counted = k ?? cols;
  const discount = Float64Array.from({ length: cols }, (_, place) =>
    place < counted ? Math.log(logBase) / Math.log(place + 2) : 0,
  );
  return Float64Array.from({ length: truth.rows }, (_, row) => {
    const score = scores.row(row);
    const relevance = truth.row(row);
    const order = Uint32Array.from({ length: cols }, (_, j) => j).sort(
      (a, b) => score[b]! - score[a]! || b - a,
    );
    let gain = 0;
    for (let from = 0; from < cols; ) {
      let to = from + 1;
      if (!ignoreTies) while (to < cols && score[order[to]!] === score[order[from]!]) to++;
      let relevant = 0;
      let discounts = 0;
      for (let place = from; place < to; place++) {
        relevant += relevance[order[place]!]!;
        discounts += discount[place]!;
      }
      gain += (relevant / (to - from)) * discounts;
      from = to;
    }
    return gain;
  });
}
