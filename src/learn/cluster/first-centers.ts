import { Matrix, type MatrixLike } from "../base/matrix.ts";
import type { ParamRule } from "../base/params.ts";
import type { CentredRows } from "../linalg/centred-rows.ts";
import type { RandomState } from "../random-state.ts";
import { kMeansPlusPlus } from "./k-means-plus-plus.ts";

/** More starts than this help nobody, and would never come to an end. */
export const MOST_STARTS = 1000;

/** How the first centres are found, or the centres themselves, one a row. */
export type Init = "k-means++" | "random" | MatrixLike;

/** The rule for a parameter that is an `Init`. */
export const initRule: ParamRule = {
  default: "k-means++",
  allows: (value) => value === "k-means++" || value === "random" || isTable(value),
  allowed: '"k-means++" or "random", or the first centres as an array of equally long rows of numbers',
};

function isTable(value: unknown): boolean {
  if (value === null || typeof value !== "object") return false;
  try {
    const { rows, cols } = Matrix.from(value as MatrixLike);
    return rows > 0 && cols > 0;
  } catch {
    return false;
  }
}

/** The given first centres less the mean of the data. Throws when they are not `k` or do not fit its columns. */
export function givenCenters(init: MatrixLike, k: number, mean: Float64Array): Float64Array {
  const { data, rows, cols } = Matrix.from(init, "init");
  if (rows !== k || cols !== mean.length) {
    throw new RangeError(
      `KMeans: init must be ${k} × ${mean.length}, one row a cluster and as many columns as X, but it is ${rows} × ${cols}`,
    );
  }
  return data.map((value, at) => value - mean[at % cols]!);
}

/** Which `k` rows are the first centres: far from each other, or any. */
export function drawnRows(
  init: "k-means++" | "random",
  data: CentredRows,
  k: number,
  random: RandomState,
): number[] {
  return init === "k-means++" ? kMeansPlusPlus(data, k, random) : random.permutation(data.rows).slice(0, k);
}

/** First centres drawn from the rows: k × columns. */
export function drawnCenters(
  init: "k-means++" | "random",
  data: CentredRows,
  k: number,
  random: RandomState,
): Float64Array {
  const { values, cols } = data;
  const centers = new Float64Array(k * cols);
  for (const [c, row] of drawnRows(init, data, k, random).entries()) {
    centers.set(values.subarray(row * cols, (row + 1) * cols), c * cols);
  }
  return centers;
}
