export { fClassif } from "./f-classif.ts";
export { fRegression } from "./f-regression.ts";
export { type MutualInfoOptions, mutualInfoClassif } from "./mutual-info-classif.ts";
export { RFE, type RfeStep } from "./rfe.ts";
export type { FeatureScores, ScoreFunction } from "./score-function.ts";
export { SelectKBest } from "./select-k-best.ts";
export { VarianceThreshold } from "./variance-threshold.ts";
