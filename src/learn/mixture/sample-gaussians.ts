import { Matrix } from "../base/matrix.ts";
import { cholesky } from "../linalg/cholesky.ts";
import type { RandomState } from "../random-state.ts";
import type { Gaussians } from "./gaussians.ts";

/** `n` rows drawn from the mixture around `origin`, component after component, and the component of each. */
export function sampleGaussians(
  gaussians: Gaussians,
  origin: Float64Array,
  n: number,
  random: RandomState,
): { X: Matrix; labels: number[] } {
  const { weights, means, cols } = gaussians;
  const labels = Array.from({ length: n }, () => drawn(weights, random)).sort((a, b) => a - b);
  const roots = Array.from(weights, (_, c) => rootOf(gaussians, c));
  const normals = new Float64Array(cols);
  const X = new Matrix(new Float64Array(n * cols), n, cols);
  for (const [i, c] of labels.entries()) {
    for (let j = 0; j < cols; j++) normals[j] = random.normal();
    const root = roots[c]!;
    for (let j = 0; j < cols; j++) {
      let value = origin[j]! + means[c * cols + j]!;
      for (let l = 0; l <= j; l++) value += root[j * cols + l]! * normals[l]!;
      X.data[i * cols + j] = value;
    }
  }
  return { X, labels };
}

function drawn(weights: Float64Array, random: RandomState): number {
  let rest = random.random();
  for (let c = 0; c < weights.length - 1; c++) {
    rest -= weights[c]!;
    if (rest < 0) return c;
  }
  return weights.length - 1;
}

/** The lower triangular matrix whose product with its transpose is the covariance of component `c`. */
function rootOf({ type, covariances, cols }: Gaussians, c: number): Float64Array {
  if (type === "tied") return cholesky(covariances, cols)!;
  if (type === "full") return cholesky(covariances.subarray(c * cols * cols, (c + 1) * cols * cols), cols)!;
  const root = new Float64Array(cols * cols);
  for (let j = 0; j < cols; j++) {
    root[j * (cols + 1)] = Math.sqrt(type === "diag" ? covariances[c * cols + j]! : covariances[c]!);
  }
  return root;
}
