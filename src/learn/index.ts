export type { EstimatorJSON } from "./base/estimator.ts";
export type { Label, Labels } from "./base/labels.ts";
export type { Learner, Predictor } from "./base/learner.ts";
export { Matrix, type MatrixLike } from "./base/matrix.ts";
export { DummyClassifier } from "./dummy-classifier.ts";
export { fromJSON, isRevivable } from "./from-json.ts";
export * as metrics from "./metrics/index.ts";
export {
  accuracy,
  type ConfusionMatrix,
  confusionMatrix,
  groupedInterval,
  type Interval,
} from "./metrics/index.ts";
export { KNeighborsClassifier } from "./neighbors/k-neighbors-classifier.ts";
export { type NamedStep, Pipeline } from "./pipeline.ts";
export { StandardScaler } from "./preprocessing/standard-scaler.ts";
export { RandomState } from "./random-state.ts";
export {
  type CrossValidation,
  crossValidate,
  crossValidateSteps,
  type FoldResult,
  type PartialCrossValidation,
} from "./selection/cross-validate.ts";
export type { Fold, Splitter } from "./selection/fold.ts";
export { LeaveOneGroupOut } from "./selection/leave-one-group-out.ts";
export type { CrossValidationOptions, Scoring } from "./selection/prepare.ts";
export type { Step } from "./selection/steps.ts";
export { StratifiedKFold } from "./selection/stratified-k-fold.ts";
export {
  type CurvePoint,
  type ValidationCurve,
  type ValidationCurveOptions,
  validationCurve,
  validationCurveSteps,
} from "./selection/validation-curve.ts";
export { DecisionTreeClassifier } from "./tree/decision-tree-classifier.ts";
export type { TreeNode } from "./tree/grow-tree.ts";
