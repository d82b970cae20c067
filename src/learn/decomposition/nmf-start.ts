import { Matrix } from "../base/matrix.ts";
import type { RandomState } from "../random-state.ts";
import { leadingVectors } from "./leading-vectors.ts";

export type NMFInit = "nndsvda" | "nndsvd" | "random";

/** X ≈ WH: W is rows × k, H is k × columns. */
export type Factors = { W: Matrix; H: Matrix };

/** What is smaller than this in a start counts as 0. */
const TINY = 1e-6;

/** Where the factorisation of `X` into `k` components starts. */
export function firstFactors(X: Matrix, k: number, init: NMFInit, random: RandomState): Factors {
  const mean = X.data.reduce((sum, value) => sum + value, 0) / X.data.length;
  if (init === "random") {
    const scale = Math.sqrt(mean / k);
    const draw = () => Math.abs(scale * random.normal());
    const H = new Matrix(Float64Array.from({ length: k * X.cols }, draw), k, X.cols);
    return { W: new Matrix(Float64Array.from({ length: X.rows * k }, draw), X.rows, k), H };
  }
  const factors = bySingularVectors(X, k, random);
  if (init === "nndsvda") {
    for (const { data } of [factors.W, factors.H]) {
      for (let at = 0; at < data.length; at++) if (data[at] === 0) data[at] = mean;
    }
  }
  return factors;
}

/** Of each pair of singular vectors the positive or the negative parts, whichever are larger (Boutsidis and Gallopoulos, 2008). */
function bySingularVectors(X: Matrix, k: number, random: RandomState): Factors {
  const { U, s, Vt } = leadingVectors(X, k, random);
  const W = new Matrix(new Float64Array(X.rows * k), X.rows, k);
  const H = new Matrix(new Float64Array(k * X.cols), k, X.cols);
  for (let c = 0; c < k; c++) {
    const left = Float64Array.from({ length: X.rows }, (_, i) => U.data[i * U.cols + c]!);
    const right = Vt.row(c);
    const sides = [1, -1].map((sign) => {
      // The first pair has one sign but for rounding.
      const part = (value: number) => (c === 0 ? Math.abs(value) : Math.max(0, sign * value));
      const [u, v] = [left.map(part), right.map(part)];
      return { u, v, lengthU: Math.hypot(...u), lengthV: Math.hypot(...v) };
    });
    const [positive, negative] = sides as [(typeof sides)[0], (typeof sides)[0]];
    const isPositive = positive.lengthU * positive.lengthV > negative.lengthU * negative.lengthV;
    const { u, v, lengthU, lengthV } = isPositive ? positive : negative;
    const size = Math.sqrt(s[c]! * lengthU * lengthV);
    for (let i = 0; i < X.rows; i++) W.data[i * k + c] = cleared(lengthU > 0 ? (size * u[i]!) / lengthU : 0);
    for (let j = 0; j < X.cols; j++)
      H.data[c * X.cols + j] = cleared(lengthV > 0 ? (size * v[j]!) / lengthV : 0);
  }
  return { W, H };
}

function cleared(value: number): number {
  return value < TINY ? 0 : value;
}
