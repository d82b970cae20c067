import type { EncodedLabels } from "../base/labels.ts";
import { Matrix } from "../base/matrix.ts";
import { columnsOf, gramOfColumns, multiply, transposed } from "../linalg/products.ts";
import { rightSide, svd } from "../linalg/svd.ts";
import { symmetricEigen } from "../linalg/symmetric-eigen.ts";

/** A column whose spread within the classes is a smaller part of its values than this is constant but for rounding. */
const ROUNDING = 1e-13;

export type Discriminants = {
  /** The directions, cols × rank, scaled so that the spread within the classes is 1 along each; widest apart first. */
  scalings: Matrix;
  /** Of each direction the part of the spread between the classes. */
  explainedVarianceRatio: Float64Array;
};

/**
 * The directions in which the classes are furthest apart, measured by their spread within: first the rows are made
 * round by a singular value decomposition, which leaves out what is collinear, then the means are decomposed.
 * Throws when no column varies within a class.
 */
export function discriminants(
  X: Matrix,
  { classes, codes }: EncodedLabels,
  means: Matrix,
  overall: Float64Array,
  priors: Float64Array,
  tol: number,
): Discriminants {
  const { within, spread } = centred(X, codes, means);
  const round = rightVectors(scaledColumns(within, spread, Math.sqrt(1 / (X.rows - classes.length))));
  const rank = round.s.filter((value) => value > tol).length;
  if (rank === 0) {
    throw new RangeError(
      "X: no column varies within a class, and without that the distance between classes has no measure",
    );
  }
  const whitening = new Matrix(new Float64Array(X.cols * rank), X.cols, rank);
  for (let j = 0; j < X.cols; j++) {
    for (let r = 0; r < rank; r++) {
      whitening.data[j * rank + r] = round.Vt.data[r * X.cols + j]! / spread[j]! / round.s[r]!;
    }
  }
  const between = new Matrix(means.data.slice(), means.rows, means.cols);
  for (let c = 0; c < means.rows; c++) {
    const weight = Math.sqrt((X.rows * priors[c]!) / (classes.length - 1));
    for (let j = 0; j < X.cols; j++) between.data[c * X.cols + j] = weight * (means.row(c)[j]! - overall[j]!);
  }
  const { s, Vt } = svd(multiply(between, whitening));
  const kept = s.filter((value) => value > tol * s[0]!).length;
  const rotation = transposed(new Matrix(Vt.data.slice(0, kept * rank), kept, rank));
  const total = s.reduce((sum, value) => sum + value * value, 0);
  return {
    scalings: withFixedSigns(multiply(whitening, rotation)),
    explainedVarianceRatio: s.map((value) => (total > 0 ? (value * value) / total : 0)),
  };
}

/** The rows less the means of their classes, and the standard deviation of that in each column; 1 for a constant one. */
function centred(X: Matrix, codes: Int32Array, means: Matrix): { within: Matrix; spread: Float64Array } {
  const { rows, cols } = X;
  const within = new Matrix(X.data.slice(), rows, cols);
  const spread = new Float64Array(cols);
  for (let j = 0; j < cols; j++) {
    let sum = 0;
    let largest = 0;
    for (let i = 0; i < rows; i++) {
      const value = X.data[i * cols + j]!;
      largest = Math.max(largest, Math.abs(value));
      within.data[i * cols + j] = value - means.data[codes[i]! * cols + j]!;
      sum += within.data[i * cols + j]!;
    }
    let squared = 0;
    for (let i = 0; i < rows; i++) squared += (within.data[i * cols + j]! - sum / rows) ** 2;
    spread[j] = Math.sqrt(squared / rows);
    if (spread[j]! > ROUNDING * largest) continue;
    // Constant: what is left of it is rounding, which must not be scaled up.
    spread[j] = 1;
    for (let i = 0; i < rows; i++) within.data[i * cols + j] = 0;
  }
  return { within, spread };
}

/**
 * The products of columns keep enough digits of singular values whose squares are at least this part of the largest;
 * otherwise the rows themselves are decomposed, which is slower.
 */
const WELL_CONDITIONED = 1e-5;

/** The singular values, largest first, and the right singular vectors, one a row. */
function rightVectors(matrix: Matrix): { s: Float64Array; Vt: Matrix } {
  const { rows, cols } = matrix;
  if (rows < cols) return svd(matrix);
  const columns = columnsOf(matrix);
  const { values, vectors } = symmetricEigen(gramOfColumns(columns, rows, cols), cols);
  if (!(values[cols - 1]! > WELL_CONDITIONED * values[0]!)) return rightSide(columns, rows, cols);
  return { s: values.map(Math.sqrt), Vt: new Matrix(vectors, cols, cols) };
}

function scaledColumns({ data, rows, cols }: Matrix, spread: Float64Array, factor: number): Matrix {
  return new Matrix(
    data.map((value, at) => factor * (value / spread[at % cols]!)),
    rows,
    cols,
  );
}

/** Turns each direction so that its largest coefficient is positive: a decomposition leaves the sign open. */
function withFixedSigns(directions: Matrix): Matrix {
  const { data, rows, cols } = directions;
  for (let r = 0; r < cols; r++) {
    let largest = 0;
    for (let j = 0; j < rows; j++) {
      if (Math.abs(data[j * cols + r]!) > Math.abs(largest)) largest = data[j * cols + r]!;
    }
    if (largest < 0) for (let j = 0; j < rows; j++) data[j * cols + r] = -data[j * cols + r]!;
  }
  return directions;
}
