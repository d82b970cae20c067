export { RandomForestClassifier } from "./random-forest-classifier.ts";
export { RandomForestRegressor } from "./random-forest-regressor.ts";
