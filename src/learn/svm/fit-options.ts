import type { FitOptions } from "../base/fit-options.ts";
import { checkOptions } from "../base/options.ts";
import { wholeNumber } from "../base/params.ts";
import { shown } from "../base/shown.ts";

/** What `fitSteps` takes besides the data. */
export type StepOptions = FitOptions & {
  /** After how many iterations each it yields; 100 unless given. */
  everyIterations?: number;
};

const everyRule = wholeNumber(100, 1);

/** The options of `fitSteps` taken apart: after how many iterations it yields, and those that `fit` has too. */
export function splitOptions(options: StepOptions = {}): { every: number; fitOptions: FitOptions } {
  checkOptions("fitSteps", ["sampleWeight", "everyIterations"], options);
  const { everyIterations = everyRule.default, ...fitOptions } = options;
  if (!everyRule.allows(everyIterations)) {
    throw new RangeError(
      `fitSteps: everyIterations must be ${everyRule.allowed}, but it is ${shown(everyIterations)}`,
    );
  }
  return { every: everyIterations as number, fitOptions };
}
