import { checkedTraining, checkTwoClasses } from "../base/classifier.ts";
import type { Labels } from "../base/labels.ts";
import type { MatrixLike } from "../base/matrix.ts";
import { fSurvival } from "./f-distribution.ts";
import { type FeatureScores, shiftedColumn } from "./score-function.ts";

/**
 * How much each column differs between the classes: the F of the analysis of variance (the variance of the means
 * of the classes, against that within them), and its p-value. A constant column has F 0 and p 1; one that is
 * constant within each class but not in all has F Infinity and p 0.
 *
 * Throws with fewer than two classes, or no more rows than classes. Time: rows × columns.
 *
 * @param X the samples, one a row
 * @param y the class of each row
 * @example
 * const X = [[1, 5], [2, 4], [8, 5], [9, 4]];
 * display(learn.fClassif(X, ["kick", "kick", "snare", "snare"]).scores);
 */
export function fClassif(X: MatrixLike, y: Labels): FeatureScores {
  const { matrix, labels } = checkedTraining(X, y);
  const { classes, codes } = labels;
  checkTwoClasses(classes, "fClassif");
  const { rows, cols } = matrix;
  const between = classes.length - 1;
  const within = rows - classes.length;
  if (within === 0) {
    throw new RangeError(`fClassif needs more rows than classes, but y has ${rows} classes in ${rows} rows`);
  }
  const counts = new Float64Array(classes.length);
  for (const code of codes) counts[code]!++;
  const scores = new Float64Array(cols);
  const pValues = new Float64Array(cols);
  for (let j = 0; j < cols; j++) {
    const squares = sumsOfSquares(shiftedColumn(matrix, j), codes, counts);
    scores[j] = squares.between === 0 ? 0 : squares.between / between / (squares.within / within);
    pValues[j] = fSurvival(scores[j]!, between, within);
  }
  return { scores, pValues };
}

/** How far the means of the classes are from the mean of all, and the rows from the mean of their class, squared. */
function sumsOfSquares(
  column: Float64Array,
  codes: Int32Array,
  counts: Float64Array,
): { between: number; within: number } {
  const means = new Float64Array(counts.length);
  let mean = 0;
  for (let i = 0; i < column.length; i++) {
    means[codes[i]!]! += column[i]!;
    mean += column[i]!;
  }
  mean /= column.length;
  let between = 0;
  for (let c = 0; c < counts.length; c++) {
    means[c]! /= counts[c]!;
    between += counts[c]! * (means[c]! - mean) ** 2;
  }
  let within = 0;
  for (let i = 0; i < column.length; i++) within += (column[i]! - means[codes[i]!]!) ** 2;
  return { between, within };
}
