/**
 * Squared Euclidean distances that are rough but quick, with a bound on how wrong they are: a filter that leaves
 * few rows for which the exact distance must be added up.
 *
 * Every value becomes a whole number of steps, small enough that a dot product of two rows stays below 2²⁵. A
 * double has 53 bits, so two training rows fit into one (`a + b·2²⁶`), and each multiplication serves both.
 */
export type RoughTable = {
  rows: number;
  cols: number;
  /** Rows two by two, four pairs at least. */
  packed: Float64Array;
  /** The squared length of every row. */
  lengths: Int32Array;
  /** The middle of every column, which becomes 0. */
  middles: Float64Array;
  /** The width of a step. */
  step: number;
  /** The largest number of steps from a middle. */
  most: number;
  /** By how much, in steps, a row is at most away from its whole steps. */
  error: number;
};

/** How many queries are compared at a time: their sums with two pairs of rows fit into registers. */
export const QUERIES = 4;

const SHIFT = 2 ** 26;
const MAX_DOT = 2 ** 25 - 1;
/** Below this a squared distance could lose digits by underflow. */
const LEAST_RANGE = 2 ** -480;

/** The training rows as whole steps, or null when they are too much alike for that. */
export function roughTable(data: Float64Array, rows: number, cols: number): RoughTable | null {
  const { middles, range } = middlesOf(data, rows, cols);
  if (!(range > LEAST_RANGE)) return null;
  const most = Math.floor(Math.sqrt(MAX_DOT / cols));
  const step = range / most;
  const pairs = ((rows + 3) >> 2) << 1;
  const packed = new Float64Array(pairs * cols);
  const lengths = new Int32Array(rows);
  const steps = new Float64Array(cols);
  const table: RoughTable = { rows, cols, packed, lengths, middles, step, most, error: 0 };
  for (let i = 0; i < rows; i++) {
    table.error = Math.max(table.error, toSteps(table, data, i * cols, steps, 0));
    lengths[i] = squaredLength(steps, 0, cols);
    const factor = i % 2 === 0 ? 1 : SHIFT;
    const at = (i >> 1) * cols;
    for (let j = 0; j < cols; j++) packed[at + j] = packed[at + j]! + factor * steps[j]!;
  }
  return table;
}

function squaredLength(steps: Float64Array, at: number, cols: number): number {
  let sum = 0;
  for (let j = at; j < at + cols; j++) sum += steps[j]! * steps[j]!;
  return sum;
}

/** The middle between the smallest and the largest value of each column, and half the widest range. */
function middlesOf(data: Float64Array, rows: number, cols: number): { middles: Float64Array; range: number } {
  const least = data.slice(0, cols);
  const largest = data.slice(0, cols);
  for (let i = 1, at = cols; i < rows; i++) {
    for (let j = 0; j < cols; j++, at++) {
      const value = data[at]!;
      if (value < least[j]!) least[j] = value;
      if (value > largest[j]!) largest[j] = value;
    }
  }
  let range = 0;
  const middles = least.map((low, j) => low / 2 + largest[j]! / 2);
  for (let j = 0; j < cols; j++) {
    range = Math.max(range, largest[j]! - middles[j]!, middles[j]! - least[j]!);
  }
  return { middles, range };
}

/** Writes a row as whole steps; returns how far, in steps, the row is from what was written. */
export function toSteps(
  { cols, middles, step, most }: RoughTable,
  data: Float64Array,
  at: number,
  steps: Float64Array,
  to: number,
): number {
  let squared = 0;
  for (let j = 0; j < cols; j++) {
    const exact = (data[at + j]! - middles[j]!) / step;
    const value = Math.max(-most, Math.min(most, Math.floor(exact + 0.5)));
    steps[to + j] = value;
    squared += (exact - value) * (exact - value);
  }
  return Math.sqrt(squared);
}

/**
 * Writes the rough squared distances, in steps², of four queries to all rows: `distances` is 4 × rows.
 * `steps` holds the queries as whole steps, 4 × cols; `dots` has room for 4 × pairs of rows.
 */
export function roughDistances(
  table: RoughTable,
  steps: Float64Array,
  dots: Float64Array,
  distances: Int32Array,
): void {
  const { rows, cols, packed } = table;
  multiply(packed, steps, cols, dots);
  const pairs = dots.length / QUERIES;
  for (let query = 0; query < QUERIES; query++) {
    const length = squaredLength(steps, query * cols, cols);
    unpack(table.lengths, length, dots, query * pairs, distances, query * rows);
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

/**
 * The largest rough squared distance that a row may have which is truly as near as another one of rough squared
 * distance `squared`; `error` is by how much, in steps, a rough distance may be wrong.
 */
export function roughLimit(squared: number, error: number, cols: number): number {
  // What exact distances lose by rounding.
  const rounding = 1 + 4e-16 * (cols + 8);
  const limit = ((Math.sqrt(squared) + error) * rounding + error) * rounding;
  return Math.ceil(limit * limit) + 1;
}
