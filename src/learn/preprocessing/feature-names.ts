import { checkSameLength } from "../base/labels.ts";

/** The names of columns: `given`, one for each, or x0, x1 and so on. */
export function featureNames(given: readonly string[] | undefined, cols: number): readonly string[] {
  if (given === undefined) return Array.from({ length: cols }, (_, j) => `x${j}`);
  checkSameLength("inputFeatures", given.length, "X's rows", cols);
  return given;
}
