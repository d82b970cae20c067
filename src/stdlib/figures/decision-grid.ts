import { Matrix } from "../../learn/base/matrix.ts";

/** The values of a decision function over a rectangle, row after row from the bottom. */
export interface DecisionGrid {
  cols: number;
  rows: number;
  values: Float64Array;
  x: readonly [number, number];
  y: readonly [number, number];
}

/** A model that tells how clearly it decides: above 0 for the second of two classes. */
export interface DecisionModel {
  decisionFunction(X: Matrix): Matrix | ArrayLike<number>;
}

/** Asks a decision function about the centres of the cells of a rectangle, all in one call. */
export function decisionGrid(
  model: DecisionModel,
  x: readonly [number, number],
  y: readonly [number, number],
  cols: number,
): DecisionGrid {
  const rows = Math.max(2, Math.round(0.75 * cols));
  const data = new Float64Array(2 * rows * cols);
  for (let cell = 0; cell < rows * cols; cell++) {
    const [row, col] = [Math.floor(cell / cols), cell % cols];
    data[2 * cell] = x[0] + ((col + 0.5) / cols) * (x[1] - x[0]);
    data[2 * cell + 1] = y[0] + ((row + 0.5) / rows) * (y[1] - y[0]);
  }
  const answers = model.decisionFunction(new Matrix(data, rows * cols, 2));
  const list = answers instanceof Matrix ? answers.data : answers;
  const values = Float64Array.from(list);
  if (values.length !== rows * cols) {
    throw new RangeError("The decision function must give one number a row, as that of two classes does.");
  }
  return { cols, rows, values, x, y };
}
