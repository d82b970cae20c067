import { uniqueLabels } from "../../learn/base/labels.ts";
import { Matrix, type MatrixLike } from "../../learn/base/matrix.ts";
import { checkSettings } from "../check-arguments.ts";

/** Samples with two features to draw and a class. A dataset, or a part of one, can be handed over as it is. */
export interface LabelledPointsOptions {
  /** The samples, one a row. */
  X: MatrixLike;
  /** The class of each sample: its name, or its place in `classNames`. */
  y: ArrayLike<number | string>;
  /** Names of the columns of X, with their units; default "feature 1", "feature 2" and so on. */
  featureNames?: readonly string[];
  /** The classes in the order of their colours and shapes; default those that occur in y, sorted. */
  classNames?: readonly string[];
  /** The two columns to draw, by name; default the first two. */
  features?: readonly [string, string];
}

/** Two columns of a table of samples, ready to draw. */
export interface LabelledPoints {
  x: Float64Array;
  y: Float64Array;
  /** Place of each sample's class in `classNames`. */
  classes: Int32Array;
  xName: string;
  yName: string;
  classNames: readonly string[];
  /** Both columns as a table, for `predict`. */
  matrix: Matrix;
}

/**
 * The place of a label among the class names; a number that is not a class name is a place already.
 * @throws RangeError when it is neither.
 */
export function classIndex(label: number | string, classNames: readonly string[]): number {
  const named = classNames.indexOf(String(label));
  if (named >= 0) return named;
  if (typeof label === "number" && Number.isInteger(label) && label >= 0 && label < classNames.length)
    return label;
  throw new RangeError(`"${label}" is not one of the classes ${classNames.join(", ")}.`);
}

/**
 * The two columns and the classes of a figure's samples; `owner` is the figure that messages name.
 * @throws TypeError when X or y is missing, RangeError when the lengths do not fit or a feature is unknown.
 */
export function labelledPoints(options: LabelledPointsOptions, owner = "A figure"): LabelledPoints {
  checkSettings(owner, options, "{X, y}");
  const { y } = options;
  const X = Matrix.from(options.X);
  const occurring = uniqueLabels(y).map(String);
  const { classNames = occurring } = options;
  const { featureNames = Array.from({ length: X.cols }, (_, j) => `feature ${j + 1}`) } = options;
  if (X.rows !== y.length) throw new RangeError(`X has ${X.rows} rows, but y has ${y.length} labels.`);
  if (Math.min(X.cols, featureNames.length) < 2) {
    throw new RangeError(
      `${owner} needs two features to draw, but X has ${X.cols} columns and featureNames ${featureNames.length} names.`,
    );
  }
  const [xName, yName] = options.features ?? [featureNames[0]!, featureNames[1]!];
  const columns = [xName, yName].map((name) => {
    const column = featureNames.indexOf(name);
    if (column < 0 || column >= X.cols) {
      throw new RangeError(`features: X has no column "${name}"; it has ${featureNames.join(", ")}.`);
    }
    return column;
  });
  const matrix = X.cols === 2 && columns[0] === 0 && columns[1] === 1 ? X : X.selectCols(columns);
  return {
    x: Float64Array.from({ length: X.rows }, (_, i) => matrix.data[2 * i]!),
    y: Float64Array.from({ length: X.rows }, (_, i) => matrix.data[2 * i + 1]!),
    classes: Int32Array.from({ length: X.rows }, (_, i) => classIndex(y[i]!, classNames)),
    xName,
    yName,
    classNames,
    matrix,
  };
}

const padding = 0.05;

/** From the lowest to the highest value, with room for the marks; it depends on the data alone. */
export function paddedDomain(values: Float64Array): [number, number] {
  const finite = values.filter(Number.isFinite);
  const low = finite.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = finite.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (low > high) return [0, 1];
  const room = low === high ? 1 : padding * (high - low);
  return [low - room, high + room];
}
