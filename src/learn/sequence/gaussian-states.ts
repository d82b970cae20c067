import { Matrix } from "../base/matrix.ts";
import { cholesky, solveLower } from "../linalg/cholesky.ts";

/** Normal distributions, one a state. The covariances: a row of variances each ("diag"), or a table each ("full"). */
export type GaussianStates = {
  /** states × columns. */
  means: Matrix;
  covars: Matrix | Matrix[];
};

const LOG_2_PI = Math.log(2 * Math.PI);

/** ln of the density of each row of `X` in each state: rows × states. Throws when a covariance is none. */
export function gaussianLogDensities(
  { data, rows, cols }: Matrix,
  { means, covars }: GaussianStates,
): Float64Array {
  const densities = new Float64Array(rows * means.rows);
  const difference = new Float64Array(cols);
  for (let k = 0; k < means.rows; k++) {
    const lower = factor(covars, k, cols);
    let constant = cols * LOG_2_PI;
    for (let c = 0; c < cols; c++) constant += 2 * Math.log(lower[c * cols + c]!);
    for (let i = 0; i < rows; i++) {
      for (let c = 0; c < cols; c++) difference[c] = data[i * cols + c]! - means.data[k * cols + c]!;
      const scaled = solveLower(lower, cols, difference);
      let squared = 0;
      for (let c = 0; c < cols; c++) squared += scaled[c]! * scaled[c]!;
      densities[i * means.rows + k] = -(constant + squared) / 2;
    }
  }
  return densities;
}

/** The lower triangular factor of the covariance of one state. */
export function factor(covars: Matrix | Matrix[], state: number, cols: number): Float64Array {
  const full = Array.isArray(covars) ? covars[state]!.data : diagonal(covars.row(state));
  const lower = cholesky(full, cols);
  if (lower) return lower;
  throw new RangeError(
    `The covariance of state ${state} is not positive definite: a larger minCovar keeps it so, or fewer columns`,
  );
}

function diagonal(values: Float64Array): Float64Array {
  const size = values.length;
  const table = new Float64Array(size * size);
  for (let c = 0; c < size; c++) table[c * size + c] = values[c]!;
  return table;
}

/** Means and covariances of sequences in which each step belongs to each state in part: what makes them likeliest. */
export function estimatedStates(
  sequences: readonly Matrix[],
  posteriors: readonly Matrix[],
  last: GaussianStates,
  minCovar: number,
): GaussianStates {
  const { rows: states, cols } = last.means;
  const means = new Matrix(last.means.data.slice(), states, cols);
  const tables: Matrix[] = [];
  for (let k = 0; k < states; k++) {
    const weight = total(posteriors, k);
    // A state that is never visited stays as it is.
    const isVisited = weight > 1e-10;
    if (isVisited) {
      const mean = means.row(k).fill(0);
      eachStep(sequences, posteriors, k, (row, share) => {
        for (let c = 0; c < cols; c++) mean[c]! += (share / weight) * row[c]!;
      });
    }
    tables.push(
      isVisited ? covariance(sequences, posteriors, k, weight, means.row(k)) : tableOf(last.covars, k),
    );
    if (isVisited) regularise(tables[k]!, minCovar, Array.isArray(last.covars));
  }
  return { means, covars: Array.isArray(last.covars) ? tables : diagonals(tables) };
}

/** The covariance of all rows. */
export function overallCovariance(all: Matrix): Matrix {
  const { rows, cols } = all;
  const everywhere = new Matrix(new Float64Array(rows).fill(1), rows, 1);
  const mean = new Float64Array(cols);
  eachStep([all], [everywhere], 0, (row) => {
    for (let c = 0; c < cols; c++) mean[c]! += row[c]! / rows;
  });
  return covariance([all], [everywhere], 0, rows, mean);
}

function total(posteriors: readonly Matrix[], state: number): number {
  let sum = 0;
  for (const { data, cols } of posteriors)
    for (let at = state; at < data.length; at += cols) sum += data[at]!;
  return sum;
}

function covariance(
  sequences: readonly Matrix[],
  posteriors: readonly Matrix[],
  state: number,
  weight: number,
  mean: Float64Array,
): Matrix {
  const cols = mean.length;
  const table = new Matrix(new Float64Array(cols * cols), cols, cols);
  eachStep(sequences, posteriors, state, (row, share) => {
    for (let a = 0; a < cols; a++) {
      const scaled = (share / weight) * (row[a]! - mean[a]!);
      for (let b = 0; b < cols; b++) table.data[a * cols + b]! += scaled * (row[b]! - mean[b]!);
    }
  });
  return table;
}

function eachStep(
  sequences: readonly Matrix[],
  posteriors: readonly Matrix[],
  state: number,
  visit: (row: Float64Array, share: number) => void,
): void {
  for (const [s, matrix] of sequences.entries()) {
    const { data, cols } = posteriors[s]!;
    for (let t = 0; t < matrix.rows; t++) visit(matrix.row(t), data[t * cols + state]!);
  }
}

/** Keeps variances from 0: at least `least` where they stand alone, else that much is added. */
export function regularise(table: Matrix, least: number, isFull: boolean): void {
  for (let c = 0; c < table.cols; c++) {
    const at = c * table.cols + c;
    table.data[at] = isFull ? table.data[at]! + least : Math.max(table.data[at]!, least);
  }
}

/** The diagonals of tables, one a row. */
export function diagonals(tables: readonly Matrix[]): Matrix {
  const { cols } = tables[0]!;
  const rows = tables.flatMap(({ data }) => Array.from({ length: cols }, (_, c) => data[c * cols + c]!));
  return new Matrix(Float64Array.from(rows), tables.length, cols);
}

function tableOf(covars: Matrix | Matrix[], state: number): Matrix {
  if (Array.isArray(covars)) return covars[state]!;
  return new Matrix(diagonal(covars.row(state)), covars.cols, covars.cols);
}
