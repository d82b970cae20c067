import type { EstimatorJSON } from "./estimator-json.ts";
import type { Label, Labels } from "./labels.ts";
import type { Matrix, MatrixLike } from "./matrix.ts";

/** Anything that learns: ours, or a learner's own object, which needs no more than `fit` and its use. */
export type Learner = {
  fit(X: MatrixLike, y: Labels): unknown;
  transform?(X: MatrixLike): Matrix;
  predict?(X: MatrixLike): ArrayLike<Label>;
  predictProba?(X: MatrixLike): Matrix;
  decisionFunction?(X: MatrixLike): Matrix;
  /** As `fit`, in steps: it is fitted when the last has been taken. */
  fitSteps?(X: MatrixLike, y: Labels): Iterator<unknown, unknown>;
  /** "classifier", "regressor" or another kind: how it is scored, and how folds are made. */
  readonly estimatorType?: string;
  /** Whether `predictAlong` can do this parameter. */
  predictsAlong?(param: string): boolean;
  /** What `predict(X)` would be for each of several values of one parameter, from one fit. */
  predictAlong?(X: MatrixLike, param: string, values: readonly unknown[]): Label[][];
  getParams?(): Record<string, unknown>;
  setParams?(params: Readonly<Record<string, unknown>>): unknown;
  clone?(): Learner;
  toJSON?(): EstimatorJSON;
  classes?: Label[];
};

/** A learner that predicts. */
export type Predictor = Learner & { predict(X: MatrixLike): ArrayLike<Label> };

/** A copy that is not fitted; a learner's own object without `clone` is used as it is, and fitted again. */
export function cloned<T extends Learner>(estimator: T): T {
  return estimator.clone ? (estimator.clone() as T) : estimator;
}
