export { bestSetting, type Complexity, standardError, type ValidationPoint } from "./best-setting.ts";
export { type ConfusionMatrixOptions, confusionMatrixFigure } from "./confusion-matrix-figure.ts";
export {
  type DecisionRegionsOptions,
  decisionRegionsFigure,
  type RegionModel,
} from "./decision-regions-figure.ts";
export { type FeatureColumn, type FeatureTableOptions, featureTable } from "./feature-table.ts";
export { type FigureOptions, figure } from "./figure.ts";
export * from "./music/index.ts";
export { type ScatterOptions, scatterFigure } from "./scatter-figure.ts";
export { type Score, type ScoresOptions, scoresFigure } from "./scores-figure.ts";
export {
  type ValidationCurve,
  type ValidationCurveOptions,
  validationCurveFigure,
} from "./validation-curve-figure.ts";
