import type { Predictor } from "../base/learner.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { checkOptions } from "../base/options.ts";
import { shown } from "../base/shown.ts";
import { checkedNumbers } from "../base/targets.ts";
import { combinations, gridValues } from "./grid-of-features.ts";

/** How a model's output depends on some features. */
export type PartialDependence = {
  /** The mean over all rows: outputs × points. Absent where `kind` is "individual". */
  average?: Matrix;
  /** For each output that of every row: rows × points. Absent where `kind` is "average". */
  individual?: Matrix[];
  /** For each feature the values it is set to. Points are all their combinations, the last feature fastest. */
  values: number[][];
};

const names = ["features", "gridResolution", "percentiles", "kind", "responseMethod"];

/**
 * What a fitted model says when some features are set to each of several values in every row of `X`, all else as
 * it is (Friedman, 2001): on average, or for each row ("individual", Goldstein and others, 2015). There is one
 * output for a regressor or two classes (the probability of the second), else one for each class. It asks for
 * points × rows predictions. (scikit-learn takes a short cut for some tree ensembles, which weighs rows as they were in
 * training; this is its method "brute".) Throws when a feature does not exist or an option is not allowed.
 *
 * @param estimator a fitted model with `predictProba`, `decisionFunction` or (a regressor) `predict`
 * @param X the samples, one a row
 * @example
 * const X = [[1], [2], [8], [9]];
 * const model = new KNeighborsClassifier({nNeighbors: 2}).fit(X, ["low", "low", "top", "top"]);
 * const {average, values} = learn.partialDependence(model, X, {features: [0]});
 * display(values[0].map((value, i) => [value, average.row(0)[i]]));
 */
export function partialDependence(
  estimator: Pick<Predictor, "predict" | "predictProba" | "decisionFunction" | "estimatorType">,
  X: MatrixLike,
  options: {
    /** The columns to set, together: one gives a curve, two a surface. */
    features: number | readonly number[];
    /** How many values a feature is set to, at most. */
    gridResolution?: number;
    /** Between which parts of a feature's values the grid lies, 0 to 1. */
    percentiles?: readonly [number, number];
    /** Whether the mean is wanted, every row of its own, or both. */
    kind?: "average" | "individual" | "both";
    /** Which output of a classifier; "auto" is predictProba where it has that. */
    responseMethod?: "auto" | "predictProba" | "decisionFunction";
  },
): PartialDependence {
  checkOptions("partialDependence", names, options);
  const { gridResolution = 100, percentiles = [0.05, 0.95], kind = "average" } = options;
  checkGrid(gridResolution, percentiles, kind);
  const respond = responseOf(estimator, options.responseMethod ?? "auto");
  const matrix = Matrix.from(X);
  const features = checkedFeatures(options.features, matrix);
  const values = features.map((col) =>
    gridValues(matrix.selectCols([col]).data, { gridResolution, percentiles }),
  );
  const grid = combinations(values);

  const { rows, cols } = matrix;
  const changed = new Matrix(matrix.data.slice(), rows, cols);
  let outputs: Matrix[] = [];
  for (let point = 0; point < grid.rows; point++) {
    for (const [at, col] of features.entries()) {
      const value = grid.data[point * grid.cols + at]!;
      for (let i = 0; i < rows; i++) changed.data[i * cols + col] = value;
    }
    const response = respond(changed);
    // Of two probabilities the first is 1 less the second.
    const first = response.cols === 2 ? 1 : 0;
    if (point === 0) {
      const size = rows * grid.rows;
      outputs = Array.from(
        { length: response.cols - first },
        () => new Matrix(new Float64Array(size), rows, grid.rows),
      );
    }
    for (const [output, { data }] of outputs.entries()) {
      for (let i = 0; i < rows; i++)
        data[i * grid.rows + point] = response.data[i * response.cols + first + output]!;
    }
  }
  return {
    ...(kind !== "individual" && { average: meansOf(outputs) }),
    ...(kind !== "average" && { individual: outputs }),
    values,
  };
}

/** The means over rows: outputs × points. */
function meansOf(outputs: readonly Matrix[]): Matrix {
  const points = outputs[0]!.cols;
  const means = new Matrix(new Float64Array(outputs.length * points), outputs.length, points);
  for (const [output, { data, rows }] of outputs.entries()) {
    const sums = means.row(output);
    for (let at = 0; at < data.length; at++) sums[at % points]! += data[at]!;
    for (let point = 0; point < points; point++) sums[point] = sums[point]! / rows;
  }
  return means;
}

/** What the model says of rows, as a table: rows × outputs. */
function responseOf(
  estimator: Pick<Predictor, "predict" | "predictProba" | "decisionFunction" | "estimatorType">,
  method: "auto" | "predictProba" | "decisionFunction",
): (X: Matrix) => Matrix {
  if (!["auto", "predictProba", "decisionFunction"].includes(method)) {
    throw new RangeError(
      `responseMethod must be "auto", "predictProba" or "decisionFunction", but it is ${shown(method)}`,
    );
  }
  if (estimator?.estimatorType === "regressor") {
    if (method !== "auto") {
      throw new RangeError(`responseMethod is for classifiers: leave it out, or "auto", for a regressor`);
    }
    return (X) => {
      const predicted = checkedNumbers(estimator.predict(X) as ArrayLike<number>, "predict(X)");
      return new Matrix(predicted, X.rows, 1);
    };
  }
  const wanted = method === "auto" ? (["predictProba", "decisionFunction"] as const) : [method];
  const found = wanted.find((name) => typeof estimator?.[name] === "function");
  if (!found) {
    throw new TypeError(
      `estimator must be a fitted model with ${wanted.join(" or ")}, or a regressor, but it is ${shown(estimator)}`,
    );
  }
  return (X) => Matrix.from(estimator[found]!(X), found);
}

function checkedFeatures(features: unknown, { rows, cols }: Matrix): number[] {
  const list: unknown[] = Array.isArray(features) ? features : [features];
  const wrong = list.find((col) => !Number.isInteger(col) || (col as number) < 0 || (col as number) >= cols);
  if (list.length === 0 || wrong !== undefined || rows === 0 || features === undefined) {
    throw new RangeError(
      `features must be one or more columns of X, which is ${rows} × ${cols}, counted from 0, but it is ${list.map(shown).join(", ") || "empty"}`,
    );
  }
  return list as number[];
}

function checkGrid(gridResolution: unknown, percentiles: readonly number[], kind: unknown): void {
  if (!Number.isInteger(gridResolution) || (gridResolution as number) < 2) {
    throw new RangeError(
      `gridResolution must be a whole number of at least 2, but it is ${shown(gridResolution)}`,
    );
  }
  const [from, to] = Array.isArray(percentiles) ? percentiles : [];
  if (!(from >= 0 && to <= 1 && from < to)) {
    throw new RangeError(
      `percentiles must be two numbers from 0 to 1, the first one smaller, but they are ${shown(from)} and ${shown(to)}`,
    );
  }
  if (!["average", "individual", "both"].includes(kind as string)) {
    throw new RangeError(`kind must be "average", "individual" or "both", but it is ${shown(kind)}`);
  }
}
