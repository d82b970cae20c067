import { checkList } from "../base/check-list.ts";
import { checkSameLength } from "../base/labels.ts";

/** The names of columns: `given`, one for each, or x0, x1 and so on. */
export function featureNames(given: ArrayLike<string> | undefined, cols: number): readonly string[] {
  if (given === undefined) return Array.from({ length: cols }, (_, j) => `x${j}`);
  checkList("inputFeatures", given, 'names such as ["tempo", "key"]');
  checkSameLength("inputFeatures", given.length, "X's rows", cols);
  return Array.from(given);
}
