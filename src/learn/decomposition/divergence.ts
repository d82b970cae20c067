import type { Matrix } from "../base/matrix.ts";
import { multiply } from "../linalg/products.ts";
import type { Factors } from "./nmf-start.ts";

/** What is to be small: the sum of squares, or the Kullback-Leibler divergence. */
export type BetaLoss = "frobenius" | "kullback-leibler";

/** What a divisor is at least: the rounding of a 32-bit number. */
export const SMALLEST = 2 ** -23;

/** The square root of twice the divergence of WH from `X`: for "frobenius" the length of X − WH. */
export function divergence(X: Matrix, { W, H }: Factors, betaLoss: BetaLoss): number {
  const { data: product } = multiply(W, H);
  let sum = 0;
  if (betaLoss === "frobenius") {
    for (let at = 0; at < product.length; at++) sum += (X.data[at]! - product[at]!) ** 2;
    return Math.sqrt(sum);
  }
  for (let at = 0; at < product.length; at++) {
    const value = X.data[at]!;
    sum += product[at]! - value;
    if (value > SMALLEST) sum += value * Math.log(value / Math.max(product[at]!, SMALLEST));
  }
  return Math.sqrt(2 * Math.max(0, sum));
}
