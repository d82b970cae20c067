import type { Matrix } from "../base/matrix.ts";
import { type Kernel, kernelsOfTile, tooLarge } from "./kernel.ts";
import { inFours } from "./products.ts";
import { Tiles } from "./tiles.ts";

/** Support vectors, grouped by class, and for each pair of classes their weights and ρ. */
export type PairModel = {
  kernel: Kernel;
  /** The support vectors, those of the first class first. */
  vectors: Matrix;
  /** How many support vectors each class has. */
  perClass: Int32Array;
  /** For classes i < j: vectors of i have their weight in row j - 1, those of j in row i. */
  weights: Matrix;
  /** For each pair, in the order 0-1, 0-2, …, 1-2, …, what is taken away. */
  offsets: Float64Array;
};

/**
 * For each row of `X` and each pair of classes how much speaks for the first of the two: rows × pairs.
 * O(rows × vectors × (columns + classes)).
 */
export function decisionValues(model: PairModel, X: Matrix): Float64Array {
  const { vectors, perClass, weights, offsets, kernel } = model;
  const pairs = offsets.length;
  const classes = perClass.length;
  const result = new Float64Array(X.rows * pairs);
  const starts = startsOf(perClass);
  forFours(kernel, X, vectors, (kernels, first, count) => {
    const sums = new Float64Array(4);
    let pair = 0;
    for (let i = 0; i < classes; i++) {
      for (let j = i + 1; j < classes; j++, pair++) {
        sums.fill(0);
        addWeighted(sums, kernels, weights.data, (j - 1) * weights.cols, starts[i]!, starts[i + 1]!);
        addWeighted(sums, kernels, weights.data, i * weights.cols, starts[j]!, starts[j + 1]!);
        for (let r = 0; r < count; r++) result[(first + r) * pairs + pair] = sums[r]! - offsets[pair]!;
      }
    }
  });
  return checked(result);
}

/** For each row of `X` the weighted sum of its kernels with the vectors, less `offset`. */
export function kernelSums(
  kernel: Kernel,
  vectors: Matrix,
  weights: Float64Array,
  offset: number,
  X: Matrix,
): Float64Array {
  const result = new Float64Array(X.rows);
  const sums = new Float64Array(4);
  forFours(kernel, X, vectors, (kernels, first, count) => {
    sums.fill(0);
    addWeighted(sums, kernels, weights, 0, 0, vectors.rows);
    for (let r = 0; r < count; r++) result[first + r] = sums[r]! - offset;
  });
  return checked(result);
}

function startsOf(perClass: Int32Array): Int32Array {
  const starts = new Int32Array(perClass.length + 1);
  for (let i = 0; i < perClass.length; i++) starts[i + 1] = starts[i]! + perClass[i]!;
  return starts;
}

/** Adds for four rows their kernels with the vectors from `start` to `end`, weighted. */
function addWeighted(
  sums: Float64Array,
  kernels: Float64Array,
  weights: Float64Array,
  from: number,
  start: number,
  end: number,
): void {
  let s0 = sums[0]!;
  let s1 = sums[1]!;
  let s2 = sums[2]!;
  let s3 = sums[3]!;
  for (let v = start, at = 4 * start; v < end; v++, at += 4) {
    const weight = weights[from + v]!;
    s0 += weight * kernels[at]!;
    s1 += weight * kernels[at + 1]!;
    s2 += weight * kernels[at + 2]!;
    s3 += weight * kernels[at + 3]!;
  }
  sums[0] = s0;
  sums[1] = s1;
  sums[2] = s2;
  sums[3] = s3;
}

/** Gives to `use`, four rows of `X` at a time, their kernels with each vector: four numbers a vector. */
function forFours(
  kernel: Kernel,
  X: Matrix,
  vectors: Matrix,
  use: (kernels: Float64Array, first: number, count: number) => void,
): void {
  const rows = inFours(X);
  const others = inFours(vectors);
  const tiles = new Tiles(others, rows);
  const kernels = new Float64Array(16 * others.groups);
  tiles.open();
  for (let g = 0; g < rows.groups; g++) {
    fillKernels(kernel, tiles, others.groups, g, kernels);
    use(kernels, 4 * g, Math.min(4, X.rows - 4 * g));
  }
}

function fillKernels(kernel: Kernel, tiles: Tiles, groups: number, g: number, out: Float64Array): void {
  const { tile } = tiles;
  for (let h = 0; h < groups; h++) {
    if (kernel.name === "rbf") tiles.squaredDistances(h, g);
    else tiles.products(h, g);
    kernelsOfTile(kernel, tile);
    for (let t = 0; t < 16; t++) out[16 * h + t] = tile[t]!;
  }
}

function checked(values: Float64Array): Float64Array {
  if (!values.every(Number.isFinite)) throw tooLarge();
  return values;
}
