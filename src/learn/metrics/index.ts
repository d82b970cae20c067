export { accuracy } from "./accuracy.ts";
export { adjustedRand } from "./adjusted-rand.ts";
export { averagePrecision } from "./average-precision.ts";
export { balancedAccuracy } from "./balanced-accuracy.ts";
export { brier } from "./brier.ts";
export { cohenKappa } from "./cohen-kappa.ts";
export { type ConfusionMatrix, confusionMatrix } from "./confusion-matrix.ts";
export { dcg } from "./dcg.ts";
export { f1 } from "./f1.ts";
export { groupedInterval, type Interval } from "./grouped-interval.ts";
export { logLoss } from "./log-loss.ts";
export { matthewsCorrcoef } from "./matthews-corrcoef.ts";
export { meanAbsoluteError } from "./mean-absolute-error.ts";
export { meanSquaredError } from "./mean-squared-error.ts";
export { ndcg } from "./ndcg.ts";
export { normalizedMutualInfo } from "./normalized-mutual-info.ts";
export { type PairedDifference, pairedDifference } from "./paired-difference.ts";
export { precision } from "./precision.ts";
export { type PrecisionRecallCurve, precisionRecallCurve } from "./precision-recall-curve.ts";
export {
  type AveragedFigures,
  type FiguresByClass,
  precisionRecallFscoreSupport,
} from "./precision-recall-fscore-support.ts";
export { r2 } from "./r2.ts";
export { recall } from "./recall.ts";
export { rocAuc } from "./roc-auc.ts";
export { type RocCurve, rocCurve } from "./roc-curve.ts";
export { silhouette, silhouetteSamples } from "./silhouette.ts";
export { wilsonInterval } from "./wilson-interval.ts";
