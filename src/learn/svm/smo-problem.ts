import type { KernelRows } from "./kernel-rows.ts";

/**
 * Minimise ½ Σᵢⱼ yᵢyⱼ Kᵢⱼ αᵢαⱼ + Σ linearᵢ αᵢ, where Σ yᵢαᵢ = 0 and 0 ≤ αᵢ ≤ upperᵢ: what fitting a support vector
 * machine comes down to. Each y is 1 or -1.
 */
export type SmoProblem = {
  rows: KernelRows;
  y: Int8Array;
  linear: Float64Array;
  upper: Float64Array;
  /** Solved when no pair violates the optimality conditions by this much. */
  tol: number;
  shrinking: boolean;
  /** After so many iterations it gives up. */
  maxIter: number;
};
