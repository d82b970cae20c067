import type { Label, Labels } from "../base/labels.ts";
import { cloned, type Predictor } from "../base/learner.ts";
import { Matrix } from "../base/matrix.ts";
import { checkOptions } from "../base/options.ts";
import { shown } from "../base/shown.ts";
import type { Samples } from "../compose/step.ts";
import { byClass, checkedPredictions } from "./answer.ts";
import { type CV, splitterFor } from "./cv.ts";
import type { Fold } from "./fold.ts";
import { checkedRows, checkPredictor, type PreparedFold, pool, prepareFold } from "./prepare.ts";
import { drain, fitPausing, inParts, type Pausing, type Step } from "./steps.ts";

/** What a model can be asked about rows that were held out. */
export type PredictionMethod = "predict" | "predictProba" | "decisionFunction" | "transform";

export type CrossValPredictOptions<Method extends PredictionMethod = PredictionMethod> = {
  /** What makes the folds, each row being tested once; by default as in `crossValidate`. */
  cv?: CV | null;
  /** For each row the group that it belongs to; handed to `cv`. */
  groups?: Labels | null;
  /** What is asked: "predict", "predictProba", "decisionFunction" or "transform". */
  method?: Method;
};

/** Labels for "predict"; for any other method a row of numbers for each row. */
export type CrossValPrediction<Method extends PredictionMethod> = Method extends "predict" ? Label[] : Matrix;

/** As far as it is known: null for a label, NaN for the numbers of a row that was not held out yet. */
export type PartialCrossValPrediction = (Label | null)[] | Matrix;

const methods: PredictionMethod[] = ["predict", "predictProba", "decisionFunction", "transform"];

/**
 * What a model says of each row when it has not seen it: a copy of `estimator` is fitted on each fold's training
 * rows and asked about those held out. Columns of "predictProba" and "decisionFunction" are all classes of `y`,
 * sorted (one column for two classes, where the estimator gives one): a class that a fold did not train on has
 * probability 0, or the least number there is.
 * Throws as `crossValidate`, and when a row is held out twice or never.
 *
 * @param estimator a model with `fit` and `predict`: one of this course, or an object of your own
 * @param X the samples, one a row
 * @param y the class of each row, or for a regressor its number
 * @example
 * const {X, y} = await datasets.load("drum-test");
 * const predicted = await crossValPredict(new KNeighborsClassifier(), X, y);
 * display(metrics.confusionMatrix(y, predicted));
 */
export function crossValPredict<Method extends PredictionMethod = "predict">(
  estimator: Predictor,
  X: Samples,
  y: Labels,
  options: CrossValPredictOptions<Method> = {},
): CrossValPrediction<Method> {
  return drain(crossValPredictSteps(estimator, X, y, options));
}

/**
 * As `crossValPredict`, one fold at a time.
 *
 * @param estimator a model with `fit` and `predict`: one of this course, or an object of your own
 * @param X the samples, one a row
 * @param y the class of each row, or for a regressor its number
 * @example
 * const X = [[1], [2], [8], [9]];
 * const cv = new StratifiedKFold({nSplits: 2});
 * const steps = learn.crossValPredictSteps(new DummyClassifier(), X, ["a", "a", "b", "b"], {cv});
 * for (const {partial} of steps) display(partial);
 */
export function* crossValPredictSteps<Method extends PredictionMethod = "predict">(
  estimator: Predictor,
  X: Samples,
  y: Labels,
  options: CrossValPredictOptions<Method> = {},
): Generator<Step<PartialCrossValPrediction>, CrossValPrediction<Method>> {
  checkOptions("crossValPredict", ["cv", "groups", "method"], options);
  const method = options.method ?? "predict";
  checkPredictor(estimator);
  checkMethod(estimator, method);
  const splitter = splitterFor(estimator, options.cv);
  const rows = checkedRows(estimator, X, y, options.groups);
  const folds = splitter.split(rows.samples, rows.labels, options.groups ?? undefined);
  checkEachRowOnce(folds, rows.labels.length);

  function* predicted(index: number): Pausing<Label[] | Matrix> {
    const fold: PreparedFold = prepareFold(folds[index]!, rows);
    const model = cloned(estimator);
    yield* fitPausing(model, fold.XTrain, fold.yTrain);
    if (method === "predict") return checkedPredictions(model.predict(fold.XTest), fold.test.length);
    const values = model[method as Exclude<PredictionMethod, "predict">]!(fold.XTest);
    if (method === "transform") return values;
    if (values.cols === 1 && rows.classes.length === 2) return values;
    return byClass(values, model.classes, rows.classes, method === "predictProba" ? 0 : -Number.MAX_VALUE);
  }
  const together = (parts: readonly (Label[] | Matrix)[]): PartialCrossValPrediction =>
    method === "predict"
      ? pool(folds, parts as Label[][], rows.labels.length)
      : pooledRows(folds, parts as Matrix[], rows.labels.length);
  const parts = yield* inParts(folds.length, predicted, together);
  return together(parts) as CrossValPrediction<Method>;
}

function checkMethod(estimator: Predictor, method: PredictionMethod): void {
  if (!methods.includes(method)) {
    throw new TypeError(`method must be ${methods.map(shown).join(" or ")}, but it is ${shown(method)}`);
  }
  if (typeof estimator[method] !== "function") {
    throw new TypeError(
      `method ${shown(method)} needs an estimator that has it, but this one has no ${method}`,
    );
  }
}

function checkEachRowOnce(folds: readonly Fold[], rows: number): void {
  const times = new Int32Array(rows);
  for (const { test } of folds) for (const row of test) times[row]!++;
  const row = times.findIndex((count) => count !== 1);
  if (row < 0) return;
  throw new RangeError(
    `crossValPredict needs folds that hold out each row once, but row ${row} is held out ${times[row]} times`,
  );
}

function pooledRows(folds: readonly Fold[], parts: readonly Matrix[], rows: number): Matrix {
  const cols = parts[0]?.cols ?? 0;
  const pooled = new Matrix(new Float64Array(rows * cols).fill(Number.NaN), rows, cols);
  for (const [i, part] of parts.entries()) {
    if (part.cols !== cols) {
      throw new RangeError(
        `All folds must give as many columns as the first, ${cols}, but one gives ${part.cols}`,
      );
    }
    folds[i]!.test.forEach((row, at) => {
      pooled.row(row).set(part.row(at));
    });
  }
  return pooled;
}
