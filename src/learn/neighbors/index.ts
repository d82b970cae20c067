export { KNeighborsClassifier } from "./k-neighbors-classifier.ts";
