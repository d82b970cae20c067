export { ItemNeighbors } from "./item-neighbors.ts";
export { type FactorizationStep, MatrixFactorization } from "./matrix-factorization.ts";
export type { Contribution, NeighborParams, RecommendationReasons } from "./neighbor-recommender.ts";
export type { Ratings } from "./ratings.ts";
export {
  catalogueCoverage,
  listDiversity,
  type RecommendationLists,
  recommendationGini,
} from "./recommendation-lists.ts";
export type { Recommendation, RecommendOptions } from "./recommender.ts";
export { UserNeighbors } from "./user-neighbors.ts";
