export { accuracy } from "./accuracy.ts";
export { type ConfusionMatrix, confusionMatrix } from "./confusion-matrix.ts";
export { groupedInterval, type Interval } from "./grouped-interval.ts";
export { r2 } from "./r2.ts";
