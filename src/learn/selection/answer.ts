import type { Label } from "../base/labels.ts";
import type { Learner, Predictor } from "../base/learner.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { shown } from "../base/shown.ts";
import { rowCount } from "./fold.ts";
import type { Answer, Needs } from "./scoring.ts";

/** What a fitted model says of the rows of `X`, as far as a score needs it; `classes` are all that occur in `y`. */
export function answerOf(model: Predictor, X: MatrixLike, needs: Needs, classes: readonly Label[]): Answer {
  const labels = checkedPredictions(model.predict(X), rowCount(X));
  if (needs === "labels") return { labels, values: null };
  return {
    labels,
    values: needs === "scores" ? scoresOf(model, X, classes) : probabilitiesOf(model, X, classes),
  };
}

/** The probability of each of `classes`, in their order: 0 for one that the model has not seen. */
function probabilitiesOf(model: Learner, X: MatrixLike, classes: readonly Label[]): Matrix {
  if (!model.predictProba) throw new TypeError("estimator must have the method predictProba for this");
  return byClass(model.predictProba(X), model.classes, classes, 0);
}

/** The columns of `values`, one for each of the model's own classes, put in the order of all `classes`. */
export function byClass(
  values: Matrix,
  own: readonly Label[] | undefined,
  classes: readonly Label[],
  missing: number,
): Matrix {
  if (!own || own.length !== values.cols) {
    throw new TypeError(`estimator must have classes, one for each of its ${values.cols} columns`);
  }
  const from = classes.map((label) => own.indexOf(label));
  const data = new Float64Array(values.rows * classes.length);
  for (let row = 0; row < values.rows; row++) {
    for (const [c, at] of from.entries()) {
      data[row * classes.length + c] = at < 0 ? missing : values.data[row * values.cols + at]!;
    }
  }
  return new Matrix(data, values.rows, classes.length);
}

function scoresOf(model: Learner, X: MatrixLike, classes: readonly Label[]): Matrix {
  const values = tryDecision(model, X);
  if (values?.cols === 1) return values;
  const { data, rows, cols } = values ?? probabilitiesOf(model, X, classes);
  return new Matrix(
    Float64Array.from({ length: rows }, (_, row) => data[row * cols + cols - 1]!),
    rows,
    1,
  );
}

/** A pipeline or a search has the method, though its last step may not. */
function tryDecision(model: Learner, X: MatrixLike): Matrix | null {
  if (!model.decisionFunction) return null;
  try {
    return model.decisionFunction(X);
  } catch (error) {
    if (model.predictProba && error instanceof TypeError) return null;
    throw error;
  }
}

/** Predictions as a plain array; throws when there is not one for each row. */
export function checkedPredictions(predicted: ArrayLike<Label>, rows: number): Label[] {
  if (predicted?.length !== rows) {
    throw new RangeError(
      `The estimator's predict must return one label a row, ${rows}, but it returned ${predicted?.length ?? shown(predicted)}`,
    );
  }
  return Array.from(predicted);
}
