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
  for (let p = 0; p < panels; p++) layOut(b, p * FOUR, bRows, length, memory, first + p * size);
  for (let i = 0; i < aRows; i += FOUR) {
    layOut(a, i, aRows, length, memory, ROOM);
    for (let j = 0, at = first; j < bRows; j += FOUR, at += size) {
      simd.kernels.products(ROOM * BYTES, at * BYTES, lower ? Math.min(j + FOUR, length) : length, 0);
      take(memory, out, i, aRows, j, bRows);
    }
  }
  return true;
}

/** As `gramOfColumns` in products.ts for what is on and below the diagonal, in the same way. */
export function simdGram(columns: Float64Array, rows: number, cols: number, out: Float64Array): boolean {
  const panels = Math.ceil(cols / FOUR);
  const room = memoryFor(panels * FOUR, rows, (cols * cols * rows) / 2);
  if (!room) return false;
  const { simd, memory } = room;
  const size = FOUR * rows;
  for (let p = 0; p < panels; p++) layOut(columns, p * FOUR, cols, rows, memory, ROOM + p * size);
  for (let p = 0; p < panels; p++) {
    for (let q = 0; q <= p; q++) {
      simd.kernels.products((ROOM + p * size) * BYTES, (ROOM + q * size) * BYTES, rows, 0);
      take(memory, out, p * FOUR, cols, q * FOUR, cols);
    }
  }
  return true;
}

/** Lays out the four rows from `first` on; where rows end, the last is taken again. */
function layOut(
  values: Float64Array,
  first: number,
  rows: number,
  length: number,
  memory: Float64Array,
  to: number,
): void {
  const p0 = first * length;
  const p1 = Math.min(first + 1, rows - 1) * length;
  const p2 = Math.min(first + 2, rows - 1) * length;
  const p3 = Math.min(first + 3, rows - 1) * length;
  for (let k = 0, at = to; k < length; k++, at += FOUR) {
    memory[at] = values[p0 + k]!;
    memory[at + 1] = values[p1 + k]!;
    memory[at + 2] = values[p2 + k]!;
    memory[at + 3] = values[p3 + k]!;
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
    for (let c = 0; c < across; c++) out[to + c] = memory[r * FOUR + c]!;
  }
}
