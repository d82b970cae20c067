export type { BaseSearch, PartialSearch, SearchFitOptions } from "./base-search.ts";
export {
  type BiasVariance,
  type BiasVarianceOptions,
  biasVariance,
  biasVarianceSteps,
} from "./bias-variance.ts";
export {
  type Bootstrap,
  type BootstrapOptions,
  bootstrap,
  bootstrapSteps,
  type PartialBootstrap,
} from "./bootstrap.ts";
export {
  type BootstrapScoreOptions,
  bootstrapScore,
  bootstrapScoreSteps,
  type PartialBootstrapScore,
} from "./bootstrap-score.ts";
export {
  type CrossValPrediction,
  type CrossValPredictOptions,
  crossValPredict,
  crossValPredictSteps,
  type PartialCrossValPrediction,
  type PredictionMethod,
} from "./cross-val-predict.ts";
export {
  type CrossValidation,
  crossValidate,
  crossValidateSteps,
  type FoldResult,
  type PartialCrossValidation,
} from "./cross-validate.ts";
export type { SearchRow } from "./evaluate-candidates.ts";
export { fitSearch, fitSearchSteps } from "./fit-search.ts";
export type { Fold, Splitter } from "./fold.ts";
export { GridSearch } from "./grid-search.ts";
export { GroupKFold } from "./group-k-fold.ts";
export { GroupShuffleSplit } from "./group-shuffle-split.ts";
export { HalvingSearch } from "./halving-search.ts";
export { KFold } from "./k-fold.ts";
export {
  type LearningCurve,
  type LearningCurveOptions,
  type LearningPoint,
  learningCurve,
  learningCurveSteps,
} from "./learning-curve.ts";
export { LeaveOneGroupOut } from "./leave-one-group-out.ts";
export {
  type NestedCrossValidation,
  type NestedFold,
  nestedCrossValidate,
  nestedCrossValidateSteps,
  type PartialNestedCrossValidation,
} from "./nested-cross-validate.ts";
export type { ParamGrid } from "./parameter-grid.ts";
export type { Distribution, ParamDistributions } from "./parameter-sampler.ts";
export {
  type PartialPermutationTest,
  type PermutationTest,
  type PermutationTestOptions,
  permutationTestScore,
  permutationTestScoreSteps,
} from "./permutation-test-score.ts";
export type { CrossValidationOptions } from "./prepare.ts";
export { RandomizedSearch } from "./randomized-search.ts";
export { RepeatedStratifiedKFold } from "./repeated-stratified-k-fold.ts";
export type { RowFigures } from "./row-figures.ts";
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
