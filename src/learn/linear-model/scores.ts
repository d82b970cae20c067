import { Matrix } from "../base/matrix.ts";

/** X · coefᵀ + intercept: for each row of `X` a number for each row of `coef`. Throws where it would be infinite. */
export function linearScores(X: Matrix, coef: Matrix, intercept: Float64Array): Matrix {
  const { rows, cols } = X;
  const outputs = coef.rows;
  const scores = new Float64Array(rows * outputs);
  for (let i = 0; i < rows; i++) {
    const row = i * cols;
    for (let k = 0; k < outputs; k++) {
      const from = k * cols;
      let score = intercept[k]!;
      for (let j = 0; j < cols; j++) score += X.data[row + j]! * coef.data[from + j]!;
      if (!Number.isFinite(score)) {
        throw new RangeError(`The numbers in row ${i} of X are too large to predict from`);
      }
      scores[i * outputs + k] = score;
    }
  }
  return new Matrix(scores, rows, outputs);
}
