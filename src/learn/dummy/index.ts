export { DummyClassifier } from "./dummy-classifier.ts";
export { DummyRegressor } from "./dummy-regressor.ts";
