export { KNeighborsClassifier } from "./k-neighbors-classifier.ts";
export { KNeighborsRegressor } from "./k-neighbors-regressor.ts";
