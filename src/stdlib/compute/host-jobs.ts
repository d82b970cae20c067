import { checkedJob } from "./checked-job.ts";
import type { Job, JobData, SentJob } from "./job.ts";
import { runInSlices } from "./run-in-slices.ts";
import { stepsOfJob } from "./steps-of-job.ts";

/**
 * What the page says to a worker; `id` tells jobs apart. A worker keeps the rows and labels of a job by their key
 * until it is told to forget them.
 */
export type ToWorker =
  | { type: "start"; id: number; job: SentJob; forget?: readonly string[] }
  | { type: "cancel"; id: number };

/** What a worker says to the page. A step without a `partial` has the same one as the step before. */
export type FromWorker =
  | { type: "step"; id: number; progress: number; partial?: unknown }
  | { type: "done"; id: number; result: unknown }
  | { type: "failed"; id: number; error: { name: string; message: string; stack?: string } }
  | { type: "stopped"; id: number };

/** The side of a worker, or of a MessagePort, that jobs come from. */
export type JobSource = {
  postMessage(message: FromWorker): void;
  addEventListener(type: "message", listener: (event: MessageEvent<ToWorker>) => void): void;
};

const SLICE_MS = 20;

/** Does the jobs that `source` sends, returning to the event loop every 20 ms to hear of a cancel. */
export function hostJobs(source: JobSource): void {
  const cancels = new Map<number, () => void>();
  const kept = new Map<string, JobData>();
  source.addEventListener("message", ({ data }) => {
    if (data.type === "cancel") cancels.get(data.id)?.();
    else {
      for (const key of data.forget ?? []) kept.delete(key);
      // Kept at once: the page will not send them again, also when this job is cancelled before it starts.
      const sent = data.job.data;
      if ("X" in sent) kept.set(sent.key, sent);
      start(data.id, data.job);
    }
  });

  function whole({ data, ...job }: SentJob): Job {
    const known = kept.get(data?.key);
    if (!known) throw new Error("The rows of this job were not sent");
    return checkedJob({ ...job, data: known });
  }

  function start(id: number, job: SentJob): void {
    let sent: unknown;
    const fail = ({ name, message, stack }: Error) =>
      source.postMessage({ type: "failed", id, error: { name, message, ...(stack && { stack }) } });
    const work = runInSlices(
      lazily(() => stepsOfJob(whole(job))),
      {
        step: ({ progress, partial }) => {
          source.postMessage({ type: "step", id, progress, ...(partial !== sent && { partial }) });
          sent = partial;
        },
        done: (result) => source.postMessage({ type: "done", id, result }),
        failed: fail,
      },
      SLICE_MS,
    );
    let cancelled = false;
    cancels.set(id, () => {
      cancelled = true;
      work.cancel();
    });
    work.ended.then(() => {
      cancels.delete(id);
      if (cancelled) source.postMessage({ type: "stopped", id });
    });
  }
}

/** Steps that are made when the first is asked for, so that what making them throws is thrown there. */
function* lazily<T, R>(make: () => Generator<T, R>): Generator<T, R> {
  return yield* make();
}
