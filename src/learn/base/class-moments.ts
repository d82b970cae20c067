import type { EncodedLabels } from "./labels.ts";
import type { Matrix } from "./matrix.ts";

/** Of each class its weight, and the means and variances of the columns: classes × cols, one class after the other. */
export type ClassMoments = { weights: Float64Array; means: Float64Array; variances: Float64Array };

/**
 * The weighted means and variances (divided by the weight, not by one less) of each class's rows. A class without
 * weight has means and variances of 0. Two passes over the rows, since one loses digits where means are large.
 */
export function classMoments(
  { data, rows, cols }: Matrix,
  { classes, codes }: EncodedLabels,
  sampleWeight: Float64Array | null,
): ClassMoments {
  const weights = new Float64Array(classes.length);
  const means = new Float64Array(classes.length * cols);
  const variances = new Float64Array(classes.length * cols);
  for (let i = 0; i < rows; i++) {
    const weight = sampleWeight === null ? 1 : sampleWeight[i]!;
    weights[codes[i]!]! += weight;
    const to = codes[i]! * cols;
    const from = i * cols;
    for (let j = 0; j < cols; j++) means[to + j] = means[to + j]! + data[from + j]! * weight;
  }
  divide(means, weights, cols);
  for (let i = 0; i < rows; i++) {
    const weight = sampleWeight === null ? 1 : sampleWeight[i]!;
    const to = codes[i]! * cols;
    const from = i * cols;
    for (let j = 0; j < cols; j++) {
      const difference = data[from + j]! - means[to + j]!;
      variances[to + j] = variances[to + j]! + difference * difference * weight;
    }
  }
  divide(variances, weights, cols);
  return { weights, means, variances };
}

function divide(sums: Float64Array, weights: Float64Array, cols: number): void {
  for (let c = 0; c < weights.length; c++) {
    const weight = weights[c]!;
    if (weight > 0) for (let j = c * cols; j < (c + 1) * cols; j++) sums[j] = sums[j]! / weight;
  }
}
