import { QUERIES, type RoughDistances } from "./rough-distances.ts";
import type { Smallest } from "./smallest.ts";
import { type Scale, scaleFor, squaredLength, toSteps } from "./whole-steps.ts";

const SHIFT = 2 ** 26;
const MAX_DOT = 2 ** 25 - 1;

/**
 * Rough distances in plain JavaScript: steps so wide that a product of two rows stays below 2²⁵. A double has 53
 * bits, so two training rows fit into one (`a + b·2²⁶`), and each multiplication serves both.
 */
export class PackedDistances implements RoughDistances {
  readonly errors = new Float64Array(QUERIES);
  readonly found: Int32Array;
  private readonly rows: number;
  private readonly distances: Int32Array;
  private readonly scale: Scale;
  /** Rows two by two, four pairs at least. */
  private readonly packed: Float64Array;
  /** The squared length of every row. */
  private readonly lengths: Int32Array;
  /** By how much, in steps, a row is at most away from its whole steps. */
  private readonly error: number;
  private readonly steps: Int16Array;
  private readonly factors: Float64Array;
  private readonly dots: Float64Array;

  /** The rough distances to the rows, or null when these are too much alike for that. */
  static to(data: Float64Array, rows: number, cols: number): PackedDistances | null {
    const scale = scaleFor(data, rows, cols, MAX_DOT);
    return scale && new PackedDistances(scale, data, rows);
  }

  private constructor(scale: Scale, data: Float64Array, rows: number) {
    const { cols } = scale;
    const pairs = ((rows + 3) >> 2) << 1;
    this.rows = rows;
    this.scale = scale;
    this.packed = new Float64Array(pairs * cols);
    this.lengths = new Int32Array(rows);
    this.distances = new Int32Array(QUERIES * rows);
    this.found = new Int32Array(rows);
    this.steps = new Int16Array(QUERIES * cols);
    this.factors = new Float64Array(QUERIES * cols);
    this.dots = new Float64Array(QUERIES * pairs);
    const { packed, steps } = this;
    let error = 0;
    for (let i = 0; i < rows; i++) {
      error = Math.max(error, toSteps(scale, data, i * cols, steps, 0));
      this.lengths[i] = squaredLength(steps, 0, cols);
      const factor = i % 2 === 0 ? 1 : SHIFT;
      const at = (i >> 1) * cols;
      for (let j = 0; j < cols; j++) packed[at + j] = packed[at + j]! + factor * steps[j]!;
    }
    this.error = error;
  }

  compare(queries: Float64Array, first: number, count: number): void {
    const { scale, steps, factors, dots, errors } = this;
    const { cols } = scale;
    for (let q = 0; q < count; q++) {
      errors[q] = this.error + toSteps(scale, queries, (first + q) * cols, steps, q * cols);
    }
    factors.set(steps);
    multiply(this.packed, factors, cols, dots);
    const pairs = dots.length / QUERIES;
    for (let q = 0; q < count; q++) {
      const length = squaredLength(steps, q * cols, cols);
      unpack(this.lengths, length, dots, q * pairs, this.distances, q * this.rows);
    }
  }

  bound(q: number, smallest: Smallest): number {
    return smallest.lastOf(this.distances, q * this.rows, (q + 1) * this.rows);
  }

  within(q: number, limit: number): number {
    const { distances, found, rows } = this;
    const from = q * rows;
    let count = 0;
    for (let i = 0; i < rows; i++) if (distances[from + i]! <= limit) found[count++] = i;
    return count;
  }
}

/** Writes one query's distances to all rows, given its sums of products with pairs of rows. */
function unpack(
  lengths: Int32Array,
  length: number,
  dots: Float64Array,
  from: number,
  distances: Int32Array,
  to: number,
): void {
  const rows = lengths.length;
  for (let i = 0; i < rows; i += 2) {
    const dot = dots[from + (i >> 1)]!;
    const second = Math.floor(dot / SHIFT + 0.5);
    distances[to + i] = length + lengths[i]! - 2 * (dot - second * SHIFT);
    if (i + 1 < rows) distances[to + i + 1] = length + lengths[i + 1]! - 2 * second;
  }
}

/** The dot products of four queries with all pairs of rows: `dots` is queries × pairs. */
function multiply(packed: Float64Array, steps: Float64Array, cols: number, dots: Float64Array): void {
  const pairs = dots.length / QUERIES;
  const second = cols;
  const third = 2 * cols;
  const fourth = 3 * cols;
  for (let pair = 0; pair < pairs; pair += 2) {
    const at = pair * cols;
    // Declared one by one: an array that is taken apart is slow until this is compiled.
    let a0 = 0;
    let a1 = 0;
    let b0 = 0;
    let b1 = 0;
    let c0 = 0;
    let c1 = 0;
    let d0 = 0;
    let d1 = 0;
    for (let j = 0; j < cols; j++) {
      const p = packed[at + j]!;
      const q = packed[at + second + j]!;
      const a = steps[j]!;
      const b = steps[second + j]!;
      const c = steps[third + j]!;
      const d = steps[fourth + j]!;
      a0 += a * p;
      a1 += a * q;
      b0 += b * p;
      b1 += b * q;
      c0 += c * p;
      c1 += c * q;
      d0 += d * p;
      d1 += d * q;
    }
    dots[pair] = a0;
    dots[pair + 1] = a1;
    dots[pairs + pair] = b0;
    dots[pairs + pair + 1] = b1;
    dots[2 * pairs + pair] = c0;
    dots[2 * pairs + pair + 1] = c1;
    dots[3 * pairs + pair] = d0;
    dots[3 * pairs + pair + 1] = d1;
  }
}
