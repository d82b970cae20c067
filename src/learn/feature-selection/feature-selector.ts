import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { Transformer } from "../base/transformer.ts";

/** `selected` are the columns that are kept, in rising order, of `cols`. */
export type Selected = { cols: number; selected: number[] };

/** An estimator that keeps some of the columns. */
export abstract class FeatureSelector<Fitted extends Selected> extends Transformer<Fitted> {
  /** A new Matrix of the columns that were selected. */
  transform(X: MatrixLike): Matrix {
    const { cols, selected } = this.learned;
    const matrix = this.checkedInput(X, cols);
    return matrix.rows === 0
      ? new Matrix(new Float64Array(), 0, selected.length)
      : matrix.selectCols(selected);
  }

  /** The selected columns put back in their places, with 0 in those that were left out. */
  inverseTransform(X: MatrixLike): Matrix {
    const { cols, selected } = this.learned;
    const { data, rows } = this.checkedInput(X, selected.length);
    const back = new Float64Array(rows * cols);
    for (let i = 0, at = 0; i < rows; i++) {
      for (const j of selected) back[i * cols + j] = data[at++]!;
    }
    return new Matrix(back, rows, cols);
  }

  /** For each column whether it is kept; or, with `indices`, the numbers of those that are. */
  getSupport(indices?: false): boolean[];
  getSupport(indices: true): number[];
  getSupport(indices = false): boolean[] | number[] {
    const { cols, selected } = this.learned;
    if (indices) return [...selected];
    const kept = new Set(selected);
    return Array.from({ length: cols }, (_, j) => kept.has(j));
  }
}
