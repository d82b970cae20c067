import type { Labels } from "../base/labels.ts";
import type { Matrix, MatrixLike } from "../base/matrix.ts";

/** How much each column tells about y, and how likely that much is by chance. */
export type FeatureScores = {
  /** One number a column; larger is better. */
  scores: Float64Array;
  /** For each column how likely such a score is if the column tells nothing: 0 to 1. */
  pValues: Float64Array;
};

/** Scores the columns of `X`: a number a column, or these and their p-values. */
export type ScoreFunction = (
  X: MatrixLike,
  y: Labels,
) => ArrayLike<number> | { scores: ArrayLike<number>; pValues?: ArrayLike<number> };

/**
 * Column `j` less its first value, so that one that is constant is 0 throughout and sums of squares lose nothing;
 * scaled where its squares would vanish.
 */
export function shiftedColumn({ data, rows, cols }: Matrix, j: number): Float64Array {
  const column = new Float64Array(rows);
  const first = data[j]!;
  let spread = 0;
  for (let i = 0; i < rows; i++) {
    column[i] = data[i * cols + j]! - first;
    spread = Math.max(spread, Math.abs(column[i]!));
  }
  if (spread > 0 && spread < 1e-150) for (let i = 0; i < rows; i++) column[i] = column[i]! / spread;
  return column;
}
