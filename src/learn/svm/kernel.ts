import type { Matrix } from "../base/matrix.ts";
import { pairwiseSum } from "../base/pairwise-sum.ts";
import { exponential } from "./exponential.ts";

/** How alike two rows count as: see the parameter `kernel` of SVC. */
export type KernelName = "rbf" | "linear" | "poly" | "sigmoid";

/** A kernel with its numbers, as a fitted model keeps it. */
export type Kernel = { name: KernelName; gamma: number; degree: number; coef0: number };

/** What SVC and SVR are told about their kernel. */
export type KernelParams = {
  kernel: KernelName;
  gamma: "scale" | "auto" | number;
  degree: number;
  coef0: number;
};

/** The kernel that the parameters mean for the training rows `X`; "scale" is 1 / (columns × variance of all numbers). */
export function kernelFor({ kernel, gamma, degree, coef0 }: KernelParams, X: Matrix): Kernel {
  return { name: kernel, gamma: typeof gamma === "number" ? gamma : chosenGamma(gamma, X), degree, coef0 };
}

function chosenGamma(gamma: "scale" | "auto", { data, cols }: Matrix): number {
  if (gamma === "auto") return 1 / cols;
  const mean = pairwiseSum(data) / data.length;
  const variance = pairwiseSum(data.map((value) => (value - mean) * (value - mean))) / data.length;
  if (!Number.isFinite(variance)) throw tooLarge();
  return variance === 0 ? 1 : 1 / (cols * variance);
}

/** The error for numbers so large that a kernel is no finite number. */
export function tooLarge(): RangeError {
  return new RangeError(
    "The numbers in X are too large for this kernel, which must stay below 3.4e38: scale X first (StandardScaler), or lower gamma, coef0 or degree",
  );
}

/** The kernel of two rows by their product and their squared distance. */
export function kernelOf(kernel: Kernel, product: number, squaredDistance: number): number {
  switch (kernel.name) {
    case "rbf":
      return exponential(-kernel.gamma * squaredDistance);
    case "linear":
      return product;
    case "poly":
      return wholePower(kernel.gamma * product + kernel.coef0, kernel.degree);
    case "sigmoid":
      return Math.tanh(kernel.gamma * product + kernel.coef0);
  }
}

/**
 * Turns a tile into kernels, in place. It holds, of four rows with four others, the squared distances if the kernel
 * is "rbf" and the products if not.
 */
export function kernelsOfTile(kernel: Kernel, tile: Float64Array): void {
  if (kernel.name === "linear") return;
  if (kernel.name === "rbf") {
    const rate = -kernel.gamma;
    for (let t = 0; t < 16; t++) tile[t] = exponential(rate * tile[t]!);
  } else for (let t = 0; t < 16; t++) tile[t] = kernelOf(kernel, tile[t]!, 0);
}

/** `base` to a whole power by squaring: the order of the products decides the last digit. */
function wholePower(base: number, exponent: number): number {
  let power = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power *= square;
    square *= square;
  }
  return power;
}
