/** A table that is stored column after column. */
export type Columns = { rows: number; cols: number; columns: Float64Array };

/** Xᵀ · values: the product of each column with `values`. */
export function timesColumns({ rows, cols, columns }: Columns, values: Float64Array): Float64Array {
  return Float64Array.from({ length: cols }, (_, j) => dotAt(columns, j * rows, values, 0, rows));
}

/** y − X · coef. */
export function errorsOf(
  { rows, cols, columns }: Columns,
  y: Float64Array,
  coef: Float64Array,
): Float64Array {
  const errors = y.slice();
  for (let j = 0; j < cols; j++) if (coef[j] !== 0) addAt(errors, columns, j * rows, -coef[j]!);
  return errors;
}

/** Adds `times` times the numbers of `columns` from `from` on. */
export function addAt(to: Float64Array, columns: Float64Array, from: number, times: number): void {
  for (let i = 0; i < to.length; i++) to[i] = to[i]! + times * columns[from + i]!;
}

/** The sum of the products of `length` numbers of `a` and `b`. */
export function dotAt(
  a: Float64Array,
  aFrom: number,
  b: Float64Array,
  bFrom: number,
  length: number,
): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    s0 += a[aFrom + i]! * b[bFrom + i]!;
    s1 += a[aFrom + i + 1]! * b[bFrom + i + 1]!;
    s2 += a[aFrom + i + 2]! * b[bFrom + i + 2]!;
    s3 += a[aFrom + i + 3]! * b[bFrom + i + 3]!;
  }
  for (; i < length; i++) s0 += a[aFrom + i]! * b[bFrom + i]!;
  return s0 + s1 + s2 + s3;
}
