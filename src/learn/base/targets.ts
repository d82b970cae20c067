import { checkList } from "./check-list.ts";
import { checkSameLength } from "./labels.ts";
import { LARGEST, Matrix, type MatrixLike } from "./matrix.ts";
import { shown } from "./shown.ts";

/** `y` as finite numbers, in an array of its own. Throws, naming the first item that is none; `name` is what the message calls it. */
export function checkedNumbers(y: ArrayLike<number>, name = "y"): Float64Array {
  checkList(name, y, "numbers");
  const numbers = new Float64Array(y.length);
  for (let i = 0; i < y.length; i++) {
    const value: unknown = y[i];
    if (typeof value !== "number" || !Number.isFinite(value)) {
      throw new RangeError(`${name} must hold finite numbers only, but item ${i} is ${shown(value)}`);
    }
    if (Math.abs(value) > LARGEST) {
      throw new RangeError(`${name} must hold numbers from -1e100 to 1e100, but item ${i} is ${value}`);
    }
    numbers[i] = value;
  }
  return numbers;
}

/** `X` as a Matrix with at least `least` rows and one column. Throws what `Matrix.from` throws, and when there are fewer. */
export function checkedRows(X: MatrixLike, least = 1, who = "fit"): Matrix {
  return withRows(Matrix.from(X), least, who);
}

function withRows(matrix: Matrix, least: number, who: string): Matrix {
  if (matrix.rows < least || matrix.cols === 0) {
    const rows = least === 1 ? "one row" : `${least} rows`;
    throw new RangeError(
      `${who} needs at least ${rows} and one column, but X is ${matrix.rows} × ${matrix.cols}`,
    );
  }
  return matrix;
}

/** The arguments of a regressor's `fit`, checked: a finite number for each row, and at least one row. */
export function checkedRegression(
  X: MatrixLike,
  y: ArrayLike<number>,
): { matrix: Matrix; target: Float64Array } {
  const matrix = Matrix.from(X);
  const target = checkedNumbers(y);
  checkSameLength("X", matrix.rows, "y", target.length);
  return { matrix: withRows(matrix, 1, "fit"), target };
}
