import type { Matrix } from "../base/matrix.ts";
import { multiply } from "../linalg/products.ts";

/** A normal distribution that varies along some axes as given, and equally, by `noise`, in all other directions. */
export type AxesAndNoise = {
  /** axes × columns, orthonormal. */
  axes: Matrix;
  variances: Float64Array;
  noise: number;
};

/** A variance that is less than this part of the largest is none but rounding. */
const ROUNDING = 1e-26;

/**
 * The logarithm of the density of each row (Tipping and Bishop, 1999). `centred` are the rows less their mean, rows × columns,
 * `along` their coordinates, rows × axes. Throws where some direction has no variance. O(rows × columns × axes).
 */
export function logLikelihoods(
  { axes, variances, noise }: AxesAndNoise,
  centred: Matrix,
  along: Matrix,
): Float64Array {
  const { rows: count, cols } = axes;
  const rest = cols - count;
  const least = Math.min(...variances, rest > 0 ? noise : Number.POSITIVE_INFINITY);
  if (!(least > ROUNDING * Math.max(...variances))) {
    throw new RangeError(
      "PCA: there is no likelihood, as the fitted rows do not vary at all in some direction: use more rows than columns, none of them constant, or fewer columns",
    );
  }
  let logVolume = cols * Math.log(2 * Math.PI);
  for (const variance of variances) logVolume += Math.log(variance);
  if (rest > 0) logVolume += rest * Math.log(noise);
  const { data: near } = multiply(along, axes);
  const logs = new Float64Array(centred.rows);
  for (let i = 0, at = 0; i < logs.length; i++) {
    let distance = 0;
    for (let c = 0; c < count; c++) distance += along.data[i * count + c]! ** 2 / variances[c]!;
    if (rest > 0)
      for (const end = at + cols; at < end; at++) distance += (centred.data[at]! - near[at]!) ** 2 / noise;
    logs[i] = -(logVolume + distance) / 2;
  }
  return logs;
}
