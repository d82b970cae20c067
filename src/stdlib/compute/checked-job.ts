import type { Job } from "./job.ts";
import { twinNames } from "./job.ts";

/** The job, if it has the form of one: what comes from a foreign notebook's frame may be anything. Throws if it has not. */
export function checkedJob(job: Job): Job {
  if (!twinNames.includes(job?.name)) throw new TypeError("A job must name a function that has a twin");
  const { X, y } = job.data;
  const whole = (count: unknown) => Number.isInteger(count) && (count as number) >= 0;
  if (
    !(X?.data instanceof Float64Array) ||
    !whole(X.rows) ||
    !whole(X.cols) ||
    X.data.length !== X.rows * X.cols
  ) {
    throw new TypeError("A job's X must have rows × cols numbers");
  }
  if (!Array.isArray(y)) throw new TypeError("A job's y must be an array");
  if (typeof job.options !== "object") throw new TypeError("A job's options must be an object");
  return job;
}
