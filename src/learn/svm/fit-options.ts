import type { FitOptions } from "../base/fit-options.ts";
import type { Matrix } from "../base/matrix.ts";
import { checkOptions } from "../base/options.ts";
import { wholeNumber } from "../base/params.ts";
import { shown } from "../base/shown.ts";

/** What `fitSteps` takes besides the data. */
export type StepOptions = FitOptions & {
  /** After how many iterations each it yields; unless given 100, or fewer where X is so large that these take long. */
  everyIterations?: number;
};

const everyRule = wholeNumber(100, 1);

/** An iteration takes about as many steps as X has numbers; after so many a page should have its turn. */
const STEPS_BETWEEN = 5_000_000;

/** The options of `fitSteps` taken apart: after how many iterations it yields, and those that `fit` has too. */
export function splitOptions(
  { rows, cols }: Matrix,
  options: StepOptions = {},
): { every: number; fitOptions: FitOptions } {
  checkOptions("fitSteps", ["sampleWeight", "everyIterations"], options);
  const most = Math.ceil(STEPS_BETWEEN / Math.max(1, rows * cols));
  const { everyIterations = Math.min(100, most), ...fitOptions } = options;
  if (!everyRule.allows(everyIterations)) {
    throw new RangeError(
      `fitSteps: everyIterations must be ${everyRule.allowed}, but it is ${shown(everyIterations)}`,
    );
  }
  return { every: everyIterations, fitOptions };
}
