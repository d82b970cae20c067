import { Matrix } from "../base/matrix.ts";
import { columnMeans, lessMean } from "../linalg/centred-rows.ts";
import { columnsOf, gram, multiplyTransposed } from "../linalg/products.ts";
import { rightSide, svd } from "../linalg/svd.ts";
import { symmetricEigen } from "../linalg/symmetric-eigen.ts";

export type PrincipalAxes = {
  mean: Float64Array;
  /** The singular values of the centred rows, largest first. */
  singularValues: Float64Array;
  /** The axes, one a row, in the same order. */
  axes: Matrix;
};

/**
 * If the smallest variance is at least this part of the largest, the products of columns have kept enough digits
 * of it (about ten). Otherwise the data themselves are decomposed, which is slower.
 */
const WELL_CONDITIONED = 1e-5;

/** The means of the columns and the principal axes of the rows around them. O(rows × cols × smaller of both). */
export function principalAxes(X: Matrix): PrincipalAxes {
  const mean = columnMeans(X);
  const centred = new Matrix(lessMean(X, mean), X.rows, X.cols);
  const { s, Vt } = decompose(centred);
  return { mean, singularValues: s, axes: turned(Vt, centred) };
}

function decompose(centred: Matrix): { s: Float64Array; Vt: Matrix } {
  const { rows, cols } = centred;
  if (rows < cols) return svd(centred);
  const { values, vectors } = symmetricEigen(gram(centred), cols);
  if (values[cols - 1]! > WELL_CONDITIONED * values[0]!) {
    return { s: values.map(Math.sqrt), Vt: new Matrix(vectors, cols, cols) };
  }
  return rightSide(columnsOf(centred), rows, cols);
}

/** Coordinates that are this near to each other, relative to their size, count as equal. */
const SAME = 1e-12;

/** Each axis turned so that the row farthest along it, the first of equally far ones, is on its positive side. */
function turned(axes: Matrix, centred: Matrix): Matrix {
  const { data: along, rows } = multiplyTransposed(centred, axes);
  const count = axes.rows;
  const farthest = new Float64Array(count);
  const bounds = new Float64Array(count);
  for (let i = 0, at = 0; i < rows; i++) {
    for (let c = 0; c < count; c++) {
      const value = along[at++]!;
      if (value <= bounds[c]! && -value <= bounds[c]!) continue;
      farthest[c] = value;
      bounds[c] = Math.abs(value) * (1 + SAME);
    }
  }
  const { cols } = axes;
  return new Matrix(
    axes.data.map((value, at) => (farthest[Math.floor(at / cols)]! < 0 ? -value : value)),
    count,
    cols,
  );
}
