import type { Matrix } from "../base/matrix.ts";

/**
 * Rows in groups of four, so that the products of four rows with four others are made in one go: column after
 * column the four values of a group. The last group is filled up with zeros.
 */
export type Fours = { values: Float64Array; rows: number; groups: number; cols: number };

/** The rows of `X` at these positions, or all, in groups of four. */
export function inFours({ data, rows, cols }: Matrix, order?: ArrayLike<number>): Fours {
  const count = order?.length ?? rows;
  const groups = Math.ceil(count / 4);
  const values = new Float64Array(groups * 4 * cols);
  for (let i = 0; i < count; i++) {
    const from = (order?.[i] ?? i) * cols;
    const to = (i >> 2) * 4 * cols + (i & 3);
    for (let j = 0; j < cols; j++) values[to + 4 * j] = data[from + j]!;
  }
  return { values, rows: count, groups, cols };
}

/** The product of each row with itself. */
export function squares({ values, rows, cols }: Fours): Float64Array {
  const result = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const at = (i >> 2) * 4 * cols + (i & 3);
    let sum = 0;
    for (let j = 0; j < cols; j++) sum += values[at + 4 * j]! * values[at + 4 * j]!;
    result[i] = sum;
  }
  return result;
}

/** The sixteen products of group `g` of `A` with group `h` of `B`, those of its first row first. Each is summed up column by column. */
export function productsOf(A: Fours, g: number, B: Fours, h: number, out: Float64Array): void {
  const { cols } = A;
  const p = A.values;
  const q = B.values;
  let a = g * 4 * cols;
  let b = h * 4 * cols;
  const end = a + 4 * cols;
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s03 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  let s20 = 0;
  let s21 = 0;
  let s22 = 0;
  let s23 = 0;
  let s30 = 0;
  let s31 = 0;
  let s32 = 0;
  let s33 = 0;
  for (; a < end; a += 4, b += 4) {
    const y0 = q[b]!;
    const y1 = q[b + 1]!;
    const y2 = q[b + 2]!;
    const y3 = q[b + 3]!;
    const x0 = p[a]!;
    s00 += x0 * y0;
    s01 += x0 * y1;
    s02 += x0 * y2;
    s03 += x0 * y3;
    const x1 = p[a + 1]!;
    s10 += x1 * y0;
    s11 += x1 * y1;
    s12 += x1 * y2;
    s13 += x1 * y3;
    const x2 = p[a + 2]!;
    s20 += x2 * y0;
    s21 += x2 * y1;
    s22 += x2 * y2;
    s23 += x2 * y3;
    const x3 = p[a + 3]!;
    s30 += x3 * y0;
    s31 += x3 * y1;
    s32 += x3 * y2;
    s33 += x3 * y3;
  }
  out[0] = s00;
  out[1] = s01;
  out[2] = s02;
  out[3] = s03;
  out[4] = s10;
  out[5] = s11;
  out[6] = s12;
  out[7] = s13;
  out[8] = s20;
  out[9] = s21;
  out[10] = s22;
  out[11] = s23;
  out[12] = s30;
  out[13] = s31;
  out[14] = s32;
  out[15] = s33;
}

/** As `productsOf`, but the squared distances, from the differences: exact where two rows are nearly equal. */
export function squaredDistancesOf(A: Fours, g: number, B: Fours, h: number, out: Float64Array): void {
  // Two columns of sixteen distances at a time: more sums than that do not fit a processor's registers.
  distancesOfHalf(A, g, B, h, 0, out);
  distancesOfHalf(A, g, B, h, 2, out);
}

function distancesOfHalf(A: Fours, g: number, B: Fours, h: number, half: number, out: Float64Array): void {
  const { cols } = A;
  const p = A.values;
  const q = B.values;
  let a = g * 4 * cols;
  let b = h * 4 * cols + half;
  const end = a + 4 * cols;
  let s00 = 0;
  let s01 = 0;
  let s10 = 0;
  let s11 = 0;
  let s20 = 0;
  let s21 = 0;
  let s30 = 0;
  let s31 = 0;
  for (; a < end; a += 4, b += 4) {
    const y0 = q[b]!;
    const y1 = q[b + 1]!;
    const x0 = p[a]!;
    s00 += (x0 - y0) * (x0 - y0);
    s01 += (x0 - y1) * (x0 - y1);
    const x1 = p[a + 1]!;
    s10 += (x1 - y0) * (x1 - y0);
    s11 += (x1 - y1) * (x1 - y1);
    const x2 = p[a + 2]!;
    s20 += (x2 - y0) * (x2 - y0);
    s21 += (x2 - y1) * (x2 - y1);
    const x3 = p[a + 3]!;
    s30 += (x3 - y0) * (x3 - y0);
    s31 += (x3 - y1) * (x3 - y1);
  }
  out[half] = s00;
  out[half + 1] = s01;
  out[half + 4] = s10;
  out[half + 5] = s11;
  out[half + 8] = s20;
  out[half + 9] = s21;
  out[half + 12] = s30;
  out[half + 13] = s31;
}
