/** AP = QR: Q as reflections, R upper triangular with a diagonal that does not grow, P the order of the columns. */
export type PivotedQr = {
  /** rows × cols, column after column: from its diagonal down column k holds the vector of reflection k. */
  vectors: Float64Array;
  /** For each reflection the factor f of 1 − f vvᵀ; 0 where nothing was reflected. */
  factors: Float64Array;
  /** cols × cols, row after row. */
  R: Float64Array;
  /** Which column of A stands where in AP. */
  order: Int32Array;
};

/** Below this part of what a column's squares were, taking away from them has lost too many digits. */
const TRUSTED = 1e-6;

/**
 * QR decomposition with column pivoting (Businger and Golub, 1965) of a matrix with at least as many rows as
 * columns, which is given column after column and is overwritten. O(rows × cols²).
 */
export function pivotedQr(columns: Float64Array, rows: number, cols: number): PivotedQr {
  const factors = new Float64Array(cols);
  const R = new Float64Array(cols * cols);
  const order = Int32Array.from({ length: cols }, (_, j) => j);
  const left = new Float64Array(cols);
  for (let j = 0; j < cols; j++) left[j] = squaresFrom(columns, j * rows, (j + 1) * rows);
  const trusted = left.slice();
  for (let k = 0; k < cols; k++) {
    let pivot = k;
    for (let j = k + 1; j < cols; j++) if (left[j]! > left[pivot]!) pivot = j;
    if (pivot !== k) {
      exchangeColumns(columns, rows, R, cols, k, pivot);
      for (const list of [left, trusted, order]) [list[k], list[pivot]] = [list[pivot]!, list[k]!];
    }
    R[k * cols + k] = reflection(columns, k * rows + k, (k + 1) * rows, factors, k);
    for (let j = k + 1; j < cols; j++) {
      reflect(columns, k * rows + k, rows - k, factors[k]!, columns, j * rows + k);
      const value = columns[j * rows + k]!;
      R[k * cols + j] = value;
      left[j] = left[j]! - value * value;
      if (left[j]! <= TRUSTED * trusted[j]!) {
        left[j] = squaresFrom(columns, j * rows + k + 1, (j + 1) * rows);
        trusted[j] = left[j]!;
      }
    }
  }
  return { vectors: columns, factors, R, order };
}

/** x − f v(vᵀx) for the `length` numbers of `x` from `at` on, v those of `vectors` from `from` on. */
export function reflect(
  vectors: Float64Array,
  from: number,
  length: number,
  factor: number,
  x: Float64Array,
  at: number,
): void {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += vectors[from + i]! * x[at + i]!;
  sum *= factor;
  for (let i = 0; i < length; i++) x[at + i] = x[at + i]! - sum * vectors[from + i]!;
}

/** Makes of the column from `from` to `to` the vector that reflects it onto its first place; returns what comes there. */
function reflection(
  columns: Float64Array,
  from: number,
  to: number,
  factors: Float64Array,
  k: number,
): number {
  const first = columns[from]!;
  const norm = Math.sqrt(squaresFrom(columns, from, to));
  if (norm === 0) return 0;
  const value = first > 0 ? -norm : norm;
  columns[from] = first - value;
  factors[k] = 1 / (norm * (norm + Math.abs(first)));
  return value;
}

function squaresFrom(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i]! * values[i]!;
  return sum;
}

function exchangeColumns(
  columns: Float64Array,
  rows: number,
  R: Float64Array,
  cols: number,
  a: number,
  b: number,
): void {
  const column = columns.slice(a * rows, (a + 1) * rows);
  columns.copyWithin(a * rows, b * rows, (b + 1) * rows);
  columns.set(column, b * rows);
  for (let i = 0; i < a; i++) [R[i * cols + a], R[i * cols + b]] = [R[i * cols + b]!, R[i * cols + a]!];
}
