export { DummyClassifier } from "./dummy-classifier.ts";
