import { checkSameLength, encodeLabels, type Labels } from "../base/labels.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { weightedMean } from "./checked.ts";

/**
 * How well each row lies in its group: (b − a) / max(a, b), where a is its mean distance to the others of its
 * group and b that to the nearest other group. 1 is well inside, 0 between two groups, below 0 nearer to another;
 * 0 for a row that is a group of its own (Rousseeuw, 1987). Distances are Euclidean. Costs rows² × columns.
 * Throws when the lengths differ or there are not between 2 and rows − 1 groups.
 *
 * @param X the samples, one a row
 * @param labels the group of each row
 * @example
 * metrics.silhouetteSamples([[0], [1], [9], [10]], ["a", "a", "b", "b"])
 */
export function silhouetteSamples(X: MatrixLike, labels: Labels): Float64Array {
  const matrix = Matrix.from(X);
  const { classes, codes } = encodeLabels(labels, "labels");
  checkSameLength("X", matrix.rows, "labels", codes.length);
  if (classes.length < 2 || classes.length >= matrix.rows) {
    throw new RangeError(
      `silhouette needs at least 2 groups and fewer than rows, which are ${matrix.rows}, but labels has ${classes.length}`,
    );
  }
  const sizes = new Float64Array(classes.length);
  for (const code of codes) sizes[code]!++;
  const sums = distanceSums(matrix, codes, classes.length);
  return Float64Array.from(codes, (own, i) => {
    if (sizes[own] === 1) return 0;
    const inside = sums[i * classes.length + own]! / (sizes[own]! - 1);
    let outside = Number.POSITIVE_INFINITY;
    for (let c = 0; c < classes.length; c++) {
      if (c !== own) outside = Math.min(outside, sums[i * classes.length + c]! / sizes[c]!);
    }
    const larger = Math.max(inside, outside);
    return larger === 0 ? 0 : (outside - inside) / larger;
  });
}

/**
 * The mean of `silhouetteSamples` over all rows: how well the rows fall into these groups, −1 to 1.
 *
 * @param X the samples, one a row
 * @param labels the group of each row
 * @example
 * metrics.silhouette([[0], [1], [9], [10]], ["a", "a", "b", "b"])
 */
export function silhouette(X: MatrixLike, labels: Labels): number {
  return weightedMean(silhouetteSamples(X, labels), null);
}

/** For each row the sum of its distances to the rows of each group: rows × groups. */
function distanceSums({ data, rows, cols }: Matrix, codes: Int32Array, groups: number): Float64Array {
  const sums = new Float64Array(rows * groups);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < i; j++) {
      let squared = 0;
      for (let c = 0; c < cols; c++) {
        const difference = data[i * cols + c]! - data[j * cols + c]!;
        squared += difference * difference;
      }
      const distance = Math.sqrt(squared);
      sums[i * groups + codes[j]!]! += distance;
      sums[j * groups + codes[i]!]! += distance;
    }
  }
  return sums;
}
