import { isMusicJob, type Job, type LearnJob, learnTwinNames, type MusicJob, musicTwinNames } from "./job.ts";

const noTwin = "A job must name a function that has a twin";

/** The job, if it has the form of one: what comes from a foreign notebook's frame may be anything. Throws if it has not. */
export function checkedJob<Checked extends Job>(job: Checked): Checked {
  if (typeof job !== "object" || job === null) throw new TypeError("A job must be an object");
  if (isMusicJob(job)) checkMusic(job);
  else checkLearn(job);
  return job;
}

function checkMusic({ name, sound, options }: MusicJob): void {
  if (!musicTwinNames.includes(name)) throw new TypeError(noTwin);
  if (!(sound instanceof Float32Array || sound instanceof Float64Array)) {
    throw new TypeError("A job's sound must be an array of samples");
  }
  if (typeof options !== "object" || options === null) {
    throw new TypeError("A job's options must be an object");
  }
}

function checkLearn({ name, data, options }: LearnJob): void {
  if (!learnTwinNames.includes(name)) throw new TypeError(noTwin);
  const { X, y } = data;
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
  if (typeof options !== "object") throw new TypeError("A job's options must be an object");
}
