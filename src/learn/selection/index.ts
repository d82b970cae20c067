export {
  type CrossValidation,
  crossValidate,
  crossValidateSteps,
  type FoldResult,
  type PartialCrossValidation,
} from "./cross-validate.ts";
export type { Fold, Splitter } from "./fold.ts";
export { GroupKFold } from "./group-k-fold.ts";
export { GroupShuffleSplit } from "./group-shuffle-split.ts";
export { KFold } from "./k-fold.ts";
export { LeaveOneGroupOut } from "./leave-one-group-out.ts";
export type { CrossValidationOptions } from "./prepare.ts";
export { RepeatedStratifiedKFold } from "./repeated-stratified-k-fold.ts";
export type { Scoring, ScoringFunction, ScoringName } from "./scoring.ts";
export { ShuffleSplit } from "./shuffle-split.ts";
export type { Step } from "./steps.ts";
export { StratifiedGroupKFold } from "./stratified-group-k-fold.ts";
export { StratifiedKFold } from "./stratified-k-fold.ts";
export { StratifiedShuffleSplit } from "./stratified-shuffle-split.ts";
export { type TrainTestOptions, type TrainTestSplit, trainTestSplit } from "./train-test-split.ts";
export {
  type CurvePoint,
  type ValidationCurve,
  type ValidationCurveOptions,
  validationCurve,
  validationCurveSteps,
} from "./validation-curve.ts";
