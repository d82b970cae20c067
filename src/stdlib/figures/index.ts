export { type AnytimeCurveOptions, anytimeCurveFigure } from "./anytime-curve-figure.ts";
export { bestSetting, type Complexity, standardError, type ValidationPoint } from "./best-setting.ts";
export { type BiasVarianceFigureOptions, biasVarianceFigure } from "./bias-variance-figure.ts";
export type { BiasVariancePoint } from "./bias-variance-parts.ts";
export type { Scored } from "./binary-curves.ts";
export { type ClusterOptions, type ClustersLike, clusterFigure } from "./cluster-figure.ts";
export type { CellActions, ConfusionCell, ConfusionItems } from "./confusion-cells.ts";
export { type ConfusionMatrixOptions, confusionMatrixFigure } from "./confusion-matrix-figure.ts";
export { type Curve, type CurvesOptions, curvesFigure } from "./curves-figure.ts";
export {
  type DecisionRegionsOptions,
  decisionRegionsFigure,
  type RegionModel,
} from "./decision-regions-figure.ts";
export { type DendrogramOptions, type DendrogramTree, dendrogramFigure } from "./dendrogram-figure.ts";
export type { FeatureScore } from "./feature-score-bars.ts";
export { type FeatureScoresOptions, featureScoresFigure } from "./feature-scores-figure.ts";
export { type FeatureColumn, type FeatureTableOptions, featureTable } from "./feature-table.ts";
export { type FigureOptions, figure } from "./figure.ts";
export { type FitsOptions, fitsFigure } from "./fits-figure.ts";
export type { FoldRows } from "./fold-grid.ts";
export { type FoldGridOptions, foldGridFigure } from "./fold-grid-figure.ts";
export { type LabelGridOptions, labelGridFigure } from "./label-grid-figure.ts";
export { type LearningCurveOptions, learningCurveFigure } from "./learning-curve-figure.ts";
export type { LearningCurveLike } from "./learning-curves.ts";
export { type LineSeries, type LinesOptions, linesFigure } from "./lines-figure.ts";
export { type LossCurveOptions, type LossRun, lossCurveFigure } from "./loss-curve-figure.ts";
export { type MarginModel, type MarginOptions, marginFigure } from "./margin-figure.ts";
export { type MatrixFigureOptions, matrixFigure } from "./matrix-figure.ts";
export { type MixtureOptions, mixtureFigure } from "./mixture-figure.ts";
export * from "./music/index.ts";
export { type NetworkOptions, networkFigure } from "./network-figure.ts";
export { type ParallelCoordinatesOptions, parallelCoordinatesFigure } from "./parallel-coordinates-figure.ts";
export { type PrecisionRecallFigureOptions, precisionRecallFigure } from "./precision-recall-figure.ts";
export { type RegressionOptions, regressionFigure } from "./regression-figure.ts";
export { type ResidualsOptions, residualsFigure } from "./residuals-figure.ts";
export { type RocFigureOptions, rocFigure } from "./roc-figure.ts";
export { type ScatterOptions, scatterFigure } from "./scatter-figure.ts";
export { type ScoreStrip, type ScoreStripOptions, scoreStripFigure } from "./score-strip-figure.ts";
export { type Score, type ScoresOptions, scoresFigure } from "./scores-figure.ts";
export { type ScreeOptions, screeFigure } from "./scree-figure.ts";
export {
  type SearchFigure,
  type SearchHeatMapOptions,
  searchHeatMapFigure,
} from "./search-heat-map-figure.ts";
export type { SearchLike, SearchResult, SearchSpace, SearchValues } from "./search-rows.ts";
export { type SilhouetteOptions, silhouetteFigure } from "./silhouette-figure.ts";
export { type StripOptions, stripFigure } from "./strip-figure.ts";
export { type ThresholdOptions, thresholdFigure } from "./threshold-figure.ts";
export { type TreeLike, type TreeOptions, treeFigure } from "./tree-figure.ts";
export {
  type ValidationCurve,
  type ValidationCurveOptions,
  validationCurveFigure,
} from "./validation-curve-figure.ts";
