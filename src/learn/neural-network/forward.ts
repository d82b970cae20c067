import { type Activation, activate } from "./activation.ts";
import type { Weights } from "./weights.ts";

/** Rows of numbers, one after the other. */
export type Rows = { data: Float64Array; rows: number };

/** `inputs` × weights + constants, row by row: the sums that reach the units of a layer. */
function sumsOf({ data, rows }: Rows, coefs: Float64Array, intercepts: Float64Array): Float64Array {
  const units = intercepts.length;
  const inputs = coefs.length / units;
  const sums = new Float64Array(rows * units);
  for (let i = 0; i < rows; i++) {
    const at = i * units;
    for (let u = 0; u < units; u++) sums[at + u] = intercepts[u]!;
    for (let k = 0; k < inputs; k++) {
      const value = data[i * inputs + k]!;
      // Half the units of a ReLU layer say 0.
      if (value === 0) continue;
      const from = k * units;
      for (let u = 0; u < units; u++) sums[at + u] = sums[at + u]! + value * coefs[from + u]!;
    }
  }
  return sums;
}

/**
 * What each layer says of each row, the rows themselves first; the last layer gives its sums as they are.
 * `masks` multiplies what the units of each layer between say.
 */
export function forward(
  { coefs, intercepts }: Weights,
  X: Rows,
  activation: Activation,
  masks: readonly Float64Array[] | null = null,
): Float64Array[] {
  const said = [X.data];
  for (const [l, layer] of coefs.entries()) {
    const sums = sumsOf({ data: said[l]!, rows: X.rows }, layer, intercepts[l]!);
    if (l < coefs.length - 1) {
      activate(sums, activation);
      const mask = masks?.[l];
      if (mask) for (let i = 0; i < sums.length; i++) sums[i] = sums[i]! * mask[i]!;
    }
    said.push(sums);
  }
  return said;
}

/** The sums that reach the units of the last layer, rows × outputs. */
export function outputsOf(weights: Weights, X: Rows, activation: Activation): Float64Array {
  return forward(weights, X, activation).at(-1)!;
}
