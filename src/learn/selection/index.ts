export {
  type CrossValidation,
  crossValidate,
  crossValidateSteps,
  type FoldResult,
  type PartialCrossValidation,
} from "./cross-validate.ts";
export type { Fold, Splitter } from "./fold.ts";
export { LeaveOneGroupOut } from "./leave-one-group-out.ts";
export type { CrossValidationOptions, Scoring } from "./prepare.ts";
export type { Step } from "./steps.ts";
export { StratifiedKFold } from "./stratified-k-fold.ts";
export {
  type CurvePoint,
  type ValidationCurve,
  type ValidationCurveOptions,
  validationCurve,
  validationCurveSteps,
} from "./validation-curve.ts";
