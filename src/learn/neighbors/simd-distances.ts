import { type Simd, simdFor } from "../simd/simd.ts";
import { QUERIES, type RoughDistances } from "./rough-distances.ts";
import type { Smallest } from "./smallest.ts";
import { type Scale, scaleFor, squaredLength, toSteps } from "./whole-steps.ts";

/** |a|² + |b|² - 2ab must stay below `FAR`. */
const MAX_DOT = 2 ** 28 - 1;
/** The squared length of rows that are none: it makes them further away than all others. */
const FAR = 2 ** 30;
/** How many numbers of 16 bits a vector has. */
const LANES = 8;
/** How many numbers `minima` takes the smallest of; and how many rows it must have to be used twice, one after another. */
const SHARE = 4;
const BLOCK = 64;
/** The smallest of sixteen will do where they are so many times as many as neighbours. */
const FEW = 16;

/**
 * Rough distances by WebAssembly: steps are 16-bit numbers, of which it multiplies eight at a time. All is in the
 * memory that others use as well: it is good for one search, from beginning to end.
 */
export class SimdDistances implements RoughDistances {
  readonly errors = new Float64Array(QUERIES);
  readonly found: Int32Array;
  private readonly simd: Simd;
  private readonly scale: Scale;
  /** Rows of whole steps, each filled up with zeros to whole vectors: the queries and the training rows. */
  private readonly width: number;
  private readonly steps: Int16Array;
  private readonly firstRow: number;
  /** The squared lengths of the queries and of the training rows. */
  private readonly lengths: Int32Array;
  private readonly error: number;
  /** How many rows there are, with those that fill up a block; and their distances to the queries. */
  private readonly padded: number;
  private readonly distances: Int32Array;
  private readonly minima: Int32Array;

  /** The rough distances to the rows; null when these are too much alike, too many, or there is no WebAssembly. */
  static to(data: Float64Array, rows: number, cols: number): SimdDistances | null {
    const width = Math.ceil(cols / LANES) * LANES;
    const padded = Math.ceil(rows / BLOCK) * BLOCK;
    const bytes = 2 * width * (QUERIES + padded) + 4 * (QUERIES + padded * (QUERIES + 3));
    const simd = simdFor(SimdDistances, bytes);
    const scale = simd && scaleFor(data, rows, cols, MAX_DOT);
    return scale && new SimdDistances(simd, scale, data, rows, width, padded);
  }

  private constructor(
    simd: Simd,
    scale: Scale,
    data: Float64Array,
    rows: number,
    width: number,
    padded: number,
  ) {
    const { cols } = scale;
    this.padded = padded;
    this.simd = simd;
    this.scale = scale;
    this.width = width;
    this.firstRow = QUERIES * width;
    this.steps = new Int16Array(simd.buffer, 0, width * (QUERIES + padded)).fill(0);
    this.lengths = new Int32Array(simd.buffer, this.steps.byteLength, QUERIES + padded).fill(FAR);
    const at = this.lengths.byteOffset + this.lengths.byteLength;
    this.distances = new Int32Array(simd.buffer, at, QUERIES * padded);
    this.minima = new Int32Array(simd.buffer, at + this.distances.byteLength, padded / SHARE);
    this.found = new Int32Array(simd.buffer, this.minima.byteOffset + this.minima.byteLength, padded);
    let error = 0;
    for (let i = 0; i < rows; i++) {
      const to = this.firstRow + i * width;
      error = Math.max(error, toSteps(scale, data, i * cols, this.steps, to));
      this.lengths[QUERIES + i] = squaredLength(this.steps, to, cols);
    }
    this.error = error;
  }

  compare(queries: Float64Array, first: number, count: number): void {
    const { scale, steps, lengths, width, errors, padded } = this;
    const { cols } = scale;
    for (let q = 0; q < count; q++) {
      errors[q] = this.error + toSteps(scale, queries, (first + q) * cols, steps, q * width);
      lengths[q] = squaredLength(steps, q * width, cols);
    }
    const bytes = 2 * width;
    for (let q = 0; q < count; q += 2) {
      this.simd.kernels.stepDistances(
        q * bytes,
        lengths.byteOffset + 4 * q,
        2 * this.firstRow,
        lengths.byteOffset + 4 * QUERIES,
        padded,
        bytes,
        this.distances.byteOffset + 4 * q * padded,
      );
    }
  }

  bound(q: number, smallest: Smallest): number {
    const { minima, padded } = this;
    const { kernels } = this.simd;
    const at = minima.byteOffset;
    kernels.minima(this.distances.byteOffset + 4 * q * padded, padded, at);
    // The k-th smallest of the smallest of sixteen, or of four, is all but the k-th smallest of all.
    let count = padded / SHARE;
    if (smallest.k * FEW < count) {
      kernels.minima(at, count, at);
      count /= SHARE;
    }
    return smallest.lastOf(minima, 0, count);
  }

  within(q: number, limit: number): number {
    const { distances, padded, found } = this;
    // Beyond, there are only rows that are none.
    const most = Math.min(limit, FAR - 1);
    return this.simd.kernels.within(distances.byteOffset + 4 * q * padded, padded, most, found.byteOffset);
  }
}
