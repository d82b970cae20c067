import type { Labels } from "../base/labels.ts";
import type { Learner } from "../base/learner.ts";
import type { Rows } from "./select-columns.ts";

/** What the first step of a pipeline may take: rows of numbers, of text and numbers, or texts. */
export type Samples = Rows | ArrayLike<string>;

/** A part of a composition: a learner, whatever kind of rows its `fit` takes; "passthrough" changes nothing. */
export type Step = StepLearner | "passthrough";
export type StepLearner = {
  fit(X: never, y: Labels): unknown;
  transform?(X: never): unknown;
  predict?(X: never): unknown;
};

/** Whether this is a step that does something. */
export function isActive(step: unknown): step is Learner {
  return step !== "passthrough";
}
