export type { BoostingStep } from "./boost.ts";
export type { BoostingParams } from "./boosting-params.ts";
export { GradientBoostingClassifier } from "./gradient-boosting-classifier.ts";
export { GradientBoostingRegressor } from "./gradient-boosting-regressor.ts";
export { RandomForestClassifier } from "./random-forest-classifier.ts";
export { RandomForestRegressor } from "./random-forest-regressor.ts";
