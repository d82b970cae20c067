import { cholesky, invertLower } from "../linalg/cholesky.ts";
import { lowerProducts } from "../linalg/products.ts";

/** What the covariances of the components have in common; "full" and "tied" are matrices, the others variances. */
export type CovarianceType = "full" | "tied" | "diag" | "spherical";

/** Weighted normal distributions of `cols` columns. */
export type Gaussians = {
  type: CovarianceType;
  cols: number;
  weights: Float64Array;
  /** components × cols. */
  means: Float64Array;
  /** By type: components × cols × cols, cols × cols, components × cols, or components. */
  covariances: Float64Array;
  /** Of the same shape: inverses of the Cholesky factors, lower triangular, or 1 / standard deviations. */
  whitening: Float64Array;
};

/** Rows of numbers, row after row. */
export type Table = { values: Float64Array; rows: number; cols: number };

/** A table, and the same numbers column after column. */
export type TableByColumns = Table & { columns: Float64Array };

/** What makes each covariance the unit matrix. Throws when one has collapsed. */
export function whiteningOf(type: CovarianceType, covariances: Float64Array, cols: number): Float64Array {
  if (type === "diag" || type === "spherical") {
    if (covariances.some((variance) => !(variance > 0))) throw collapsed();
    return covariances.map((variance) => 1 / Math.sqrt(variance));
  }
  const whitening = new Float64Array(covariances.length);
  for (let at = 0; at < covariances.length; at += cols * cols) {
    const L = cholesky(covariances.subarray(at, at + cols * cols), cols);
    if (L === null) throw collapsed();
    whitening.set(invertLower(L, cols), at);
  }
  return whitening;
}

function collapsed(): RangeError {
  return new RangeError(
    "GaussianMixture: a component has collapsed onto too few different rows to have a covariance: use fewer components, or a larger regCovar",
  );
}

/** For each row and component the logarithm of the density times the weight: rows × components. */
export function logDensities(gaussians: Gaussians, table: Table): Float64Array {
  const { type, cols, weights, whitening } = gaussians;
  const k = weights.length;
  const logs =
    type === "full" || type === "tied" ? squaredByMatrix(gaussians, table) : squaredByScale(gaussians, table);
  for (let c = 0; c < k; c++) {
    const log =
      Math.log(weights[c]!) + logVolume(type, whitening, cols, c) - (cols / 2) * Math.log(2 * Math.PI);
    for (let at = c; at < logs.length; at += k) logs[at] = log - logs[at]! / 2;
  }
  return logs;
}

/** The logarithm of the determinant of what whitens component `c`. */
function logVolume(type: CovarianceType, whitening: Float64Array, cols: number, c: number): number {
  if (type === "spherical") return cols * Math.log(whitening[c]!);
  const [first, step] = {
    full: [c * cols * cols, cols + 1],
    tied: [0, cols + 1],
    diag: [c * cols, 1],
  }[type] as [number, number];
  let sum = 0;
  for (let j = 0; j < cols; j++) sum += Math.log(whitening[first + j * step]!);
  return sum;
}

/** The squared Mahalanobis distance of each row to each mean, by matrices. */
function squaredByMatrix(
  { type, weights, means, whitening }: Gaussians,
  { values, rows, cols }: Table,
): Float64Array {
  const k = weights.length;
  const squared = new Float64Array(rows * k);
  const whitened = new Float64Array(rows * cols);
  const centers = new Float64Array(k * cols);
  for (let c = 0; c < k; c++) {
    const matrix = type === "tied" ? whitening : whitening.subarray(c * cols * cols, (c + 1) * cols * cols);
    if (c === 0 || type === "full") {
      lowerProducts(values, rows, matrix, cols, whitened);
      lowerProducts(means, k, matrix, cols, centers);
    }
    for (let i = 0, at = 0; i < rows; i++) {
      let sum = 0;
      for (let from = c * cols; from < (c + 1) * cols; from++) {
        const difference = whitened[at++]! - centers[from]!;
        sum += difference * difference;
      }
      squared[i * k + c] = sum;
    }
  }
  return squared;
}

/** The squared distance of each row to each mean in standard deviations of each column. */
function squaredByScale(
  { type, weights, means, whitening }: Gaussians,
  { values, rows, cols }: Table,
): Float64Array {
  const k = weights.length;
  const squared = new Float64Array(rows * k);
  const scale = new Float64Array(cols);
  for (let c = 0; c < k; c++) {
    for (let j = 0; j < cols; j++) scale[j] = type === "diag" ? whitening[c * cols + j]! : whitening[c]!;
    for (let i = 0, at = 0; i < rows; i++) {
      let sum = 0;
      for (let j = 0; j < cols; j++) {
        const deviations = (values[at++]! - means[c * cols + j]!) * scale[j]!;
        sum += deviations * deviations;
      }
      squared[i * k + c] = sum;
    }
  }
  return squared;
}
