import { Matrix } from "../base/matrix.ts";
import { gramOfColumns, multiply, multiplyTransposed, transposed } from "../linalg/products.ts";
import { type BetaLoss, divergence, SMALLEST } from "./divergence.ts";
import type { Factors } from "./nmf-start.ts";

/** How much is added to the gradients of W and of H: a constant (l1), and a multiple of the factor itself (l2). */
export type Penalties = { l1W: number; l2W: number; l1H: number; l2H: number };
export type SolverOptions = {
  maxIter: number;
  tol: number;
  betaLoss: BetaLoss;
  penalties: Penalties;
  /** Whether H is looked for as well, or W only. */
  updateH: boolean;
};

/**
 * Cyclic coordinate descent (Cichocki and Phan, 2009): each number in turn goes to where the squared error is least, until
 * the gradient is a `tol` of what it was. Changes W and H in place and yields the iterations' numbers.
 */
export function* coordinateDescent(X: Matrix, { W, H }: Factors, options: SolverOptions): Generator<number> {
  const { maxIter, tol, penalties, updateH } = options;
  const Xt = updateH ? transposed(X) : null;
  let first = 0;
  for (let iteration = 1; iteration <= maxIter; iteration++) {
    let slope = descend(X, W, H, penalties.l1W, penalties.l2W);
    if (Xt) {
      const Ht = transposed(H);
      slope += descend(Xt, Ht, transposed(W), penalties.l1H, penalties.l2H);
      H.data.set(transposed(Ht).data);
    }
    yield iteration;
    if (iteration === 1) first = slope;
    if (first === 0 || slope / first <= tol) return;
  }
}

/** One round over all numbers of `W`, X ≈ WH with H k × columns; returns the sum of the slopes that were found. */
function descend(X: Matrix, W: Matrix, H: Matrix, l1: number, l2: number): number {
  const { data: w, rows, cols: k } = W;
  const ofH = gramOfColumns(H.data, H.cols, k);
  for (let c = 0; c < k; c++) ofH[c * (k + 1)] = ofH[c * (k + 1)]! + l2;
  const ofX = multiplyTransposed(X, H).data;
  let sum = 0;
  for (let c = 0; c < k; c++) {
    const curvature = ofH[c * (k + 1)]!;
    for (let i = 0; i < rows; i++) {
      let slope = l1 - ofX[i * k + c]!;
      for (let r = 0; r < k; r++) slope += ofH[c * k + r]! * w[i * k + r]!;
      const value = w[i * k + c]!;
      sum += Math.abs(value === 0 ? Math.min(0, slope) : slope);
      if (curvature !== 0) w[i * k + c] = Math.max(0, value - slope / curvature);
    }
  }
  return sum;
}

/** How often the error is looked at. */
const CHECK_EVERY = 10;

/**
 * Multiplicative updates (Lee and Seung, 2001): each number is multiplied by what draws it to less error, until the error
 * falls by less than `tol` of the first in ten iterations. Changes W and H in place and yields the iterations' numbers.
 */
export function* multiplicativeUpdates(
  X: Matrix,
  factors: Factors,
  options: SolverOptions,
): Generator<number> {
  const { maxIter, tol, betaLoss, penalties, updateH } = options;
  const { W, H } = factors;
  const first = divergence(X, factors, betaLoss);
  const Xt = transposed(X);
  let before = first;
  for (let iteration = 1; iteration <= maxIter; iteration++) {
    scale(X, W, H, betaLoss, penalties.l1W, penalties.l2W);
    if (updateH) {
      const Ht = transposed(H);
      scale(Xt, Ht, transposed(W), betaLoss, penalties.l1H, penalties.l2H);
      if (betaLoss === "kullback-leibler") {
        for (let at = 0; at < Ht.data.length; at++) if (Ht.data[at]! < Number.EPSILON) Ht.data[at] = 0;
      }
      H.data.set(transposed(Ht).data);
    }
    yield iteration;
    if (tol > 0 && iteration % CHECK_EVERY === 0) {
      const error = divergence(X, factors, betaLoss);
      if (first === 0 || (before - error) / first < tol) return;
      before = error;
    }
  }
}

/** One multiplicative update of `W`, X ≈ WH. */
function scale(X: Matrix, W: Matrix, H: Matrix, betaLoss: BetaLoss, l1: number, l2: number): void {
  const { data: w, cols: k } = W;
  const up = betaLoss === "frobenius" ? multiplyTransposed(X, H) : multiplyTransposed(quotients(X, W, H), H);
  const sums = Float64Array.from({ length: k }, (_, c) => H.row(c).reduce((sum, value) => sum + value, 0));
  const down =
    betaLoss === "frobenius" ? multiply(W, new Matrix(gramOfColumns(H.data, H.cols, k), k, k)).data : null;
  for (let at = 0; at < w.length; at++) {
    const value = w[at]!;
    const against = (down === null ? sums[at % k]! : down[at]!) + l1 + l2 * value;
    w[at] = value * (up.data[at]! / (against === 0 ? SMALLEST : against));
  }
}

function quotients(X: Matrix, W: Matrix, H: Matrix): Matrix {
  const product = multiply(W, H);
  return new Matrix(
    product.data.map((value, at) => X.data[at]! / (value === 0 ? SMALLEST : value)),
    X.rows,
    X.cols,
  );
}
