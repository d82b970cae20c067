import { type Simd, simdFor } from "../simd/simd.ts";

/** The kernel multiplies four rows with four: their numbers lie column after column, four at a time. */
const FOUR = 4;
/** Where the kernel writes its sixteen products; rows come behind it. */
const ROOM = FOUR * FOUR;
const BYTES = Float64Array.BYTES_PER_ELEMENT;
/** With fewer products of two numbers than this, laying out rows takes longer than it saves. */
const WORTH_IT = 4096;

const owner = {};

/** The memory of the kernels with room for as many rows, or null where it is not to be had or not worth it. */
function memoryFor(rows: number, length: number, work: number): { simd: Simd; memory: Float64Array } | null {
  if (work < WORTH_IT) return null;
  const simd = simdFor(owner, (ROOM + rows * length) * BYTES);
  return simd && { simd, memory: new Float64Array(simd.buffer) };
}

/**
 * As `rowProducts` (or, if `lower`, `lowerProducts`) in products.ts, with equal results, as each sum is added up in the
 * same order. False where that cannot be; then nothing is done.
 */
export function simdRowProducts(
  a: Float64Array,
  aRows: number,
  b: Float64Array,
  bRows: number,
  length: number,
  out: Float64Array,
  lower: boolean,
): boolean {
  const panels = Math.ceil(bRows / FOUR);
  const room = memoryFor((panels + 1) * FOUR, length, aRows * bRows * length);
  if (!room) return false;
  const { simd, memory } = room;
  const size = FOUR * length;
  const first = ROOM + size;
  for (let p = 0; p < panels; p++) layOut(b, length, 1, p * FOUR, bRows, length, memory, first + p * size);
  for (let i = 0; i < aRows; i += FOUR) {
    layOut(a, length, 1, i, aRows, length, memory, ROOM);
    for (let j = 0, at = first; j < bRows; j += FOUR, at += size) {
      simd.kernels.products(ROOM * BYTES, at * BYTES, lower ? Math.min(j + FOUR, length) : length, 0);
      take(memory, out, i, aRows, j, bRows);
    }
  }
  return true;
}

/**
 * The products of all columns with each other that are on and below the diagonal of `out`, in the same way. Column j begins
 * at j × `between` in `values`, and its numbers are `step` apart.
 */
export function simdGram(
  values: Float64Array,
  rows: number,
  cols: number,
  between: number,
  step: number,
  out: Float64Array,
): boolean {
  const panels = Math.ceil(cols / FOUR);
  const room = memoryFor(panels * FOUR, rows, (cols * cols * rows) / 2);
  if (!room) return false;
  const { simd, memory } = room;
  const size = FOUR * rows;
  for (let p = 0; p < panels; p++)
    layOut(values, between, step, p * FOUR, cols, rows, memory, ROOM + p * size);
  for (let p = 0; p < panels; p++) {
    for (let q = 0; q <= p; q++) {
      simd.kernels.products((ROOM + p * size) * BYTES, (ROOM + q * size) * BYTES, rows, 0);
      take(memory, out, p * FOUR, cols, q * FOUR, cols);
    }
  }
  return true;
}

/**
 * Lays out the four rows from `first` on, which begin `between` numbers apart and have theirs `step` apart; where rows end,
 * the last is taken again.
 */
function layOut(
  values: Float64Array,
  between: number,
  step: number,
  first: number,
  rows: number,
  length: number,
  memory: Float64Array,
  to: number,
): void {
  let p0 = first * between;
  const p1 = Math.min(first + 1, rows - 1) * between - p0;
  const p2 = Math.min(first + 2, rows - 1) * between - p0;
  const p3 = Math.min(first + 3, rows - 1) * between - p0;
  for (let at = to, end = to + FOUR * length; at < end; at += FOUR, p0 += step) {
    memory[at] = values[p0]!;
    memory[at + 1] = values[p0 + p1]!;
    memory[at + 2] = values[p0 + p2]!;
    memory[at + 3] = values[p0 + p3]!;
  }
}

/** Takes over the products of rows from `i` on with rows from `j` on into `out`, aRows × bRows. */
function take(
  memory: Float64Array,
  out: Float64Array,
  i: number,
  aRows: number,
  j: number,
  bRows: number,
): void {
  const downTo = Math.min(FOUR, aRows - i);
  const across = Math.min(FOUR, bRows - j);
  for (let r = 0; r < downTo; r++) {
    const to = (i + r) * bRows + j;
    const from = r * FOUR;
    out[to] = memory[from]!;
    if (across > 1) out[to + 1] = memory[from + 1]!;
    if (across > 2) out[to + 2] = memory[from + 2]!;
    if (across > 3) out[to + 3] = memory[from + 3]!;
  }
}
