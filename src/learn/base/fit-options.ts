import { checkList } from "./check-list.ts";
import { checkSameLength } from "./labels.ts";
import { LARGEST } from "./matrix.ts";
import { checkOptions } from "./options.ts";
import { shown } from "./shown.ts";

/** What `fit` takes besides the data. */
export type FitOptions = {
  /** For each row how much it counts, 0 or more; all the same unless given. */
  sampleWeight?: ArrayLike<number>;
};

/**
 * The weights of the rows, or null where none are given: all count 1. Throws when there is not one for each row,
 * one is negative or no number, or all are 0. The arguments are what `fit` was given and the number of rows.
 */
export function checkedWeights(options: FitOptions | undefined, rows: number): Float64Array | null {
  if (options === undefined) return null;
  checkOptions("fit", ["sampleWeight"], options);
  const { sampleWeight } = options;
  if (sampleWeight === undefined || sampleWeight === null) return null;
  checkList("sampleWeight", sampleWeight, "numbers");
  checkSameLength("X", rows, "sampleWeight", sampleWeight.length);
  let total = 0;
  for (let i = 0; i < rows; i++) {
    const weight: unknown = sampleWeight[i];
    if (typeof weight !== "number" || !(weight >= 0 && weight <= LARGEST)) {
      throw new RangeError(
        `sampleWeight must hold numbers from 0 to 1e100, but item ${i} is ${shown(weight)}`,
      );
    }
    total += weight;
  }
  if (total === 0) throw new RangeError("sampleWeight must not be 0 for every row");
  return Float64Array.from(sampleWeight);
}
