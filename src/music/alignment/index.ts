export { type CheckerboardOptions, checkerboardNovelty } from "./checkerboard-novelty.ts";
export { type CrossSimilarityOptions, crossSimilarity } from "./cross-similarity.ts";
export { type DtwOptions, dtw, type Warping } from "./dtw.ts";
export type { Features } from "./features.ts";
export type { LinkMode } from "./neighbours.ts";
export { type Metric, pairwiseDistances } from "./pairwise-distances.ts";
export { type RecurrenceOptions, recurrenceMatrix } from "./recurrence-matrix.ts";
export { type LagOptions, recurrenceToLag } from "./recurrence-to-lag.ts";
export { type SelfSimilarityOptions, selfSimilarity } from "./self-similarity.ts";
