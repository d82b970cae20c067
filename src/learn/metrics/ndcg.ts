import type { MatrixLike } from "../base/matrix.ts";
import { checkOptions } from "../base/options.ts";
import { metricWeights, weightedMean } from "./checked.ts";
import { checkedRankings, type GainOptions, gains } from "./dcg.ts";

/**
 * The gain of rankings (see `dcg`) as a part of the best possible, the mean over rows: 1 is the perfect order.
 * 0 for a row in which nothing is relevant. Throws when the tables differ in shape, have fewer than two columns,
 * or a relevance is negative.
 *
 * @param yTrue how relevant each item is, 0 or more, a row for each listener
 * @param yScore the scores that rank the items
 * @example
 * metrics.ndcg([[3, 0, 1, 2]], [[0.9, 0.8, 0.1, 0.4]], {k: 3})
 */
export function ndcg(yTrue: MatrixLike, yScore: MatrixLike, options: GainOptions = {}): number {
  checkOptions("ndcg", ["k", "ignoreTies", "sampleWeight"], options);
  const { k = null, ignoreTies = false, sampleWeight } = options;
  const { truth, scores } = checkedRankings("ndcg", yTrue, yScore, k);
  const weights = metricWeights(sampleWeight, truth.rows);
  const negative = truth.data.findIndex((value) => value < 0);
  if (negative >= 0) {
    const place = `row ${Math.floor(negative / truth.cols)}, column ${negative % truth.cols}`;
    throw new RangeError(
      `ndcg: relevance must be 0 or more, but ${place} of yTrue is ${truth.data[negative]}`,
    );
  }
  const best = gains(truth, truth, k, true);
  const parts = gains(truth, scores, k, ignoreTies).map((gain, row) =>
    best[row] === 0 ? 0 : gain / best[row]!,
  );
  return weightedMean(parts, weights);
}
