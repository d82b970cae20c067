import type { Label, Labels } from "../base/labels.ts";
import { checkOptions } from "../base/options.ts";
import { shown } from "../base/shown.ts";
import { checkPair } from "./checked.ts";
import { confusionMatrix } from "./confusion-matrix.ts";

/**
 * How far two people (or a person and a model) agree beyond chance: 1 always, 0 as by chance (Cohen, 1960). With
 * `weights` a difference counts by how far apart the labels are in their order. Throws when the lengths differ,
 * there is nothing, or only one label occurs, where agreement by chance is certain.
 *
 * @param y1 the labels of the one
 * @param y2 the labels of the other, in the same order
 * @example
 * metrics.cohenKappa(["calm", "tense", "tense", "calm"], ["calm", "tense", "calm", "calm"])
 */
export function cohenKappa(
  y1: Labels,
  y2: Labels,
  options: {
    /** The labels to count, in this order; by default all that occur, sorted. */
    labels?: readonly Label[];
    /** How a difference counts: all the same (null), by distance, or by its square. */
    weights?: "linear" | "quadratic" | null;
    /** For each row how much it counts, 0 or more; all the same unless given. */
    sampleWeight?: ArrayLike<number> | null;
  } = {},
): number {
  checkOptions("cohenKappa", ["labels", "weights", "sampleWeight"], options);
  const { labels, weights = null, sampleWeight } = options;
  if (weights !== null && weights !== "linear" && weights !== "quadratic") {
    throw new RangeError(
      `cohenKappa: weights must be null, "linear" or "quadratic", but it is ${shown(weights)}`,
    );
  }
  checkPair("cohenKappa", y1, y2, "y2", "y1");
  const { matrix } = confusionMatrix(y1, y2, {
    ...(labels && { labels }),
    sampleWeight: sampleWeight ?? null,
  });
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const rows = matrix.map(sum);
  const cols = matrix.map((_, j) => sum(matrix.map((row) => row[j]!)));
  const total = sum(rows);
  let seen = 0;
  let expected = 0;
  for (let i = 0; i < rows.length; i++) {
    for (let j = 0; j < cols.length; j++) {
      const cost = weights === null ? Number(i !== j) : weights === "linear" ? Math.abs(i - j) : (i - j) ** 2;
      seen += cost * matrix[i]![j]!;
      expected += (cost * (rows[i]! * cols[j]!)) / total;
    }
  }
  if (!(expected > 0)) {
    throw new RangeError(
      "cohenKappa needs at least two labels: with one only, agreement by chance is certain",
    );
  }
  return 1 - seen / expected;
}
