import { type Job, stepsOfJob } from "./job.ts";
import { runInSlices } from "./run-in-slices.ts";

/** What the page says to a worker; `id` tells jobs apart. */
export type ToWorker = { type: "start"; id: number; job: Job } | { type: "cancel"; id: number };

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
  source.addEventListener("message", ({ data }) => {
    if (data.type === "cancel") cancels.get(data.id)?.();
    else start(data.id, data.job);
  });

  function start(id: number, job: Job): void {
    let sent: unknown;
    const fail = ({ name, message, stack }: Error) =>
      source.postMessage({ type: "failed", id, error: { name, message, ...(stack && { stack }) } });
    const work = runInSlices(
      lazily(() => stepsOfJob(job)),
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
