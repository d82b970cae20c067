import { checkedTraining } from "../base/classifier.ts";
import { encodeLabels, type Labels } from "../base/labels.ts";
import type { Matrix, MatrixLike } from "../base/matrix.ts";
import { checkOptions } from "../base/options.ts";
import { pairwiseSum } from "../base/pairwise-sum.ts";
import { checkParams, seed, wholeNumber } from "../base/params.ts";
import { shown } from "../base/shown.ts";
import { RandomState } from "../random-state.ts";
import { continuousInformation, discreteInformation } from "./mutual-information.ts";

/** How `mutualInfoClassif` estimates. */
export type MutualInfoOptions = {
  /** How many neighbours of its class a row looks at, 3 unless given; more make it steadier and less sharp. */
  nNeighbors?: number;
  /** Which columns hold categories rather than measures: all, none (unless given), or those with these numbers. */
  discreteFeatures?: boolean | readonly number[];
  /** The seed of the tiny noise that parts equal values; 0 unless given. */
  randomState?: number;
};

/** How large the noise that parts equal values is, against the column's size. */
const NOISE = 1e-10;

/**
 * How much each column tells about the class, in nats: 0 for nothing, up to the entropy of `y`. Unlike F it sees
 * any kind of dependence.
 *
 * Estimated from the distance to each row's nearest rows of the same class (Ross, 2014; Kraskov, Stögbauer and
 * Grassberger, 2004); of columns of categories it is counted. A row that is alone in its class is not looked at.
 * Time: columns × rows × (log rows + nNeighbors).
 *
 * @param X the samples, one a row
 * @param y the class of each row
 * @param options how it is estimated
 * @example
 * const X = [[1, 5], [2, 4], [3, 5], [7, 5], [8, 4], [9, 5]];
 * display(learn.mutualInfoClassif(X, ["kick", "kick", "kick", "snare", "snare", "snare"], {nNeighbors: 2}));
 */
export function mutualInfoClassif(X: MatrixLike, y: Labels, options: MutualInfoOptions = {}): Float64Array {
  checkOptions("mutualInfoClassif", ["nNeighbors", "discreteFeatures", "randomState"], options);
  const { nNeighbors = 3, randomState = 0, discreteFeatures = false } = options;
  checkParams(
    "mutualInfoClassif",
    { nNeighbors: wholeNumber(3, 1), randomState: seed },
    { nNeighbors, randomState },
  );
  const { matrix, labels } = checkedTraining(X, y);
  const isDiscrete = discreteColumns(discreteFeatures, matrix.cols);
  const noisy = withNoise(matrix, isDiscrete, new RandomState(randomState));
  return Float64Array.from(noisy, (column, j) =>
    isDiscrete[j]
      ? discreteInformation(encodeLabels(column), labels)
      : continuousInformation(column, labels, nNeighbors),
  );
}

/** The columns; those of measures scaled to standard deviation 1, and with noise. */
function withNoise({ data, rows, cols }: Matrix, isDiscrete: boolean[], random: RandomState): Float64Array[] {
  const columns = isDiscrete.map((discrete, j) => {
    const column = new Float64Array(rows);
    for (let i = 0; i < rows; i++) column[i] = data[i * cols + j]!;
    return discrete ? column : scaled(column);
  });
  const measures = columns.filter((_, j) => !isDiscrete[j]);
  const sizes = measures.map((column) => {
    return NOISE * Math.max(1, pairwiseSum(column.map(Math.abs)) / rows);
  });
  // Row after row, as scikit-learn draws it.
  for (let i = 0; i < rows; i++) {
    for (const [j, column] of measures.entries()) column[i] = column[i]! + sizes[j]! * random.normal();
  }
  return columns;
}

/** The column divided by its standard deviation, unless that is next to nothing. */
function scaled(column: Float64Array): Float64Array {
  const mean = pairwiseSum(column) / column.length;
  const squares = pairwiseSum(column.map((value) => (value - mean) * (value - mean)));
  const deviation = Math.sqrt(squares / column.length);
  return deviation < 10 * Number.EPSILON ? column : column.map((value) => value / deviation);
}

function discreteColumns(given: unknown, cols: number): boolean[] {
  if (typeof given === "boolean") return Array.from({ length: cols }, () => given);
  const isColumn = (j: unknown) => Number.isInteger(j) && (j as number) >= 0 && (j as number) < cols;
  if (!Array.isArray(given) || !given.every(isColumn)) {
    throw new RangeError(
      `mutualInfoClassif: discreteFeatures must be true, false or an array of columns from 0 to ${cols - 1}, but it is ${shown(given)}`,
    );
  }
  return Array.from({ length: cols }, (_, j) => given.includes(j));
}
