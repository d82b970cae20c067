import { Matrix, type MatrixLike } from "../base/matrix.ts";
import type { ParamRule } from "../base/params.ts";

/** The rule for first means. */
export const meansRule: ParamRule = {
  default: null,
  allows: (value) => value === null || typeof value === "object",
  allowed: "null (found by initParams), or one row of numbers a component",
};

/** The rule for first weights. */
export const weightsRule: ParamRule = {
  default: null,
  allows: (value) => value === null || Array.isArray(value) || value instanceof Float64Array,
  allowed: "null (found by initParams), or one number a component",
};

/** `meansInit` less `origin`. Throws when they are not k × columns. */
export function givenMeans(meansInit: MatrixLike, k: number, origin: Float64Array): Float64Array {
  const { data, rows, cols } = Matrix.from(meansInit, "meansInit");
  if (rows !== k || cols !== origin.length) {
    throw new RangeError(
      `GaussianMixture: meansInit must be ${k} × ${origin.length}, one row a component and as many columns as X, but it is ${rows} × ${cols}`,
    );
  }
  return data.map((value, at) => value - origin[at % cols]!);
}

/** By how much the sum of weights may differ from 1. */
const ROUNDING = 1e-8;

/** A copy of `weightsInit`. Throws when they are not `k` numbers from 0 up that add up to 1. */
export function givenWeights(weightsInit: ArrayLike<number>, k: number): Float64Array {
  const weights = Array.from(weightsInit);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (weights.length === k && weights.every((weight) => weight >= 0) && Math.abs(sum - 1) <= ROUNDING) {
    return Float64Array.from(weights);
  }
  throw new RangeError(
    `GaussianMixture: weightsInit must be ${k} numbers from 0 up that add up to 1, but it is [${weights.join(", ")}]`,
  );
}
