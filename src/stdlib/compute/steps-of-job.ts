import { decode } from "../../learn/base/json.ts";
import { fromJSON, Matrix, type Step } from "../../learn/index.ts";
import { splitterFrom } from "../../learn/selection/splitter-json.ts";
import type { LearnJob } from "./job.ts";
import { packed } from "./pack.ts";
import { type Steps, stepsOfCall } from "./step-functions.ts";

/** The job as steps, with the same values as the call that it was made from, packed to be sent. */
export function* stepsOfJob({ name, estimator, data, options, cv, folds }: LearnJob): Steps {
  const { X, y } = data;
  const splitter = folds ? { split: () => folds } : cv && splitterFrom(cv);
  const decoded = decode(options, fromJSON) as object;
  const steps = stepsOfCall(name, [
    fromJSON(estimator),
    new Matrix(X.data, X.rows, X.cols),
    y,
    { ...decoded, ...(splitter && { cv: splitter }) },
  ]);
  let sent: Step<unknown> | undefined;
  let partial: unknown;
  let next = steps.next();
  for (; !next.done; next = steps.next()) {
    // The same partial result is sent once, so it must stay the same when it is packed.
    if (next.value.partial !== sent?.partial) partial = packed(next.value.partial);
    sent = next.value;
    yield { progress: sent.progress, partial };
  }
  return packed(next.value);
}
