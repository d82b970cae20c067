import { shown } from "./shown.ts";
import { tableWidth } from "./table-width.ts";

/** What a function that needs a table of numbers takes: a Matrix, or an array with one array of numbers a row. */
export type MatrixLike = Matrix | ArrayLike<ArrayLike<number>>;

/** The square of what is larger, or a sum of squares, would soon be infinite. */
export const LARGEST = 1e100;

/**
 * A table of numbers, stored row after row. A row is a sample, a column a feature.
 * @example
 * const X = Matrix.from([[1, 2], [3, 4], [5, 6]]);
 * display(X.row(1));
 * display(X.selectCols([0]));
 */
export class Matrix {
  readonly data: Float64Array;
  readonly rows: number;
  readonly cols: number;

  /**
   * @param data the numbers, row after row; it is kept as it is, not copied
   * @param rows how many rows
   * @param cols how many columns; data must hold rows × cols numbers
   */
  constructor(data: Float64Array, rows: number, cols: number) {
    if (!(data instanceof Float64Array)) {
      throw new TypeError(
        `A Matrix needs its numbers in a Float64Array, but data is ${shown(data)}: Matrix.from takes arrays of rows`,
      );
    }
    if (!isCount(rows) || !isCount(cols)) {
      throw new RangeError(
        `A Matrix needs whole numbers of rows and columns, but they are ${shown(rows)} and ${shown(cols)}`,
      );
    }
    if (data.length !== rows * cols) {
      throw new RangeError(
        `A Matrix of ${rows} × ${cols} needs ${rows * cols} numbers, but data has ${data.length}`,
      );
    }
    this.data = data;
    this.rows = rows;
    this.cols = cols;
  }

  /**
   * A Matrix of the numbers in `X`: a new one from arrays, `X` itself if it is a Matrix.
   * Throws when a row has another length than the first, or a value is no finite number or larger than 1e100;
   * `name` is what the message calls the argument.
   */
  static from(X: MatrixLike, name = "X"): Matrix {
    if (X instanceof Matrix) {
      const { data } = X;
      for (let i = 0; i < data.length; i++) {
        const value = data[i]!;
        if (!(value <= LARGEST && value >= -LARGEST)) {
          throw unfit(name, Math.floor(i / X.cols), i % X.cols, value);
        }
      }
      return X;
    }
    const cols = tableWidth(X, name, "a Matrix or an array of rows such as [[1, 2], [3, 4]]");
    const rows = X.length;
    const data = new Float64Array(rows * cols);
    for (let i = 0; i < rows; i++) {
      const row = X[i]!;
      for (let j = 0; j < cols; j++) {
        const value: unknown = row[j];
        if (typeof value !== "number" || !(value <= LARGEST && value >= -LARGEST))
          throw unfit(name, i, j, value);
        data[i * cols + j] = value;
      }
    }
    return new Matrix(data, rows, cols);
  }

  /** Row `i`, as a view: writing to it writes to the matrix. */
  row(i: number): Float64Array {
    if (!Number.isInteger(i) || i < 0 || i >= this.rows) {
      throw new RangeError(`There is no row ${i}: this Matrix has rows 0 to ${this.rows - 1}`);
    }
    return this.data.subarray(i * this.cols, (i + 1) * this.cols);
  }

  /** A new Matrix of these rows, in this order. */
  selectRows(indices: ArrayLike<number>): Matrix {
    const data = new Float64Array(indices.length * this.cols);
    for (let i = 0; i < indices.length; i++) data.set(this.row(indices[i]!), i * this.cols);
    return new Matrix(data, indices.length, this.cols);
  }

  /** A new Matrix of these columns, in this order. */
  selectCols(indices: ArrayLike<number>): Matrix {
    const cols = indices.length;
    const data = new Float64Array(this.rows * cols);
    for (let j = 0; j < cols; j++) {
      const from = indices[j]!;
      // A table without rows, such as [], may have any columns.
      if (this.rows > 0 && (!Number.isInteger(from) || from < 0 || from >= this.cols)) {
        throw new RangeError(`There is no column ${from}: this Matrix has columns 0 to ${this.cols - 1}`);
      }
      for (let i = 0; i < this.rows; i++) data[i * cols + j] = this.data[i * this.cols + from]!;
    }
    return new Matrix(data, this.rows, cols);
  }
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}

function unfit(name: string, row: number, col: number, value: unknown): RangeError {
  const where = `row ${row}, column ${col} is ${shown(value)}`;
  return new RangeError(
    Number.isFinite(value)
      ? `${name} must hold numbers from -1e100 to 1e100, but ${where}: divide the column by something first`
      : `${name} must hold finite numbers only, but ${where}`,
  );
}
