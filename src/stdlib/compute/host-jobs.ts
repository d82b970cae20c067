import type { Step } from "../../learn/index.ts";
import { checkedJob } from "./checked-job.ts";
import type { PaceOrder, Work } from "./compute-port.ts";
import {
  isMusicJob,
  type JobData,
  type LearnJob,
  type MusicJob,
  networkTwinName,
  type SentJob,
} from "./job.ts";
import { runInSlices } from "./run-in-slices.ts";
import type { Steps } from "./step-functions.ts";
import { stepsOfJob } from "./steps-of-job.ts";

/**
 * What the page says to a worker; `id` tells jobs apart. A worker keeps the rows and labels of a job by their key
 * until it is told to forget them.
 */
export type ToWorker =
  | { type: "start"; id: number; job: SentJob; forget?: readonly string[]; pace?: PaceOrder }
  | { type: "pace"; id: number; order: PaceOrder }
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
  const works = new Map<number, Required<Work>>();
  const kept = new Map<string, JobData>();
  source.addEventListener("message", ({ data }) => {
    if (data.type === "cancel") works.get(data.id)?.cancel();
    else if (data.type === "pace") works.get(data.id)?.pace(data.order);
    else {
      for (const key of data.forget ?? []) kept.delete(key);
      // Kept at once: the page will not send them again, also when this job is cancelled before it starts.
      const sent = !isMusicJob(data.job) && data.job.data;
      if (sent && "X" in sent) kept.set(sent.key, sent);
      start(data.id, data.job, data.pace);
    }
  });

  function whole({ data, ...job }: Exclude<SentJob, MusicJob>): LearnJob {
    const known = kept.get(data?.key);
    if (!known) throw new Error("The rows of this job were not sent");
    return checkedJob({ ...job, data: known });
  }

  function start(id: number, job: SentJob, pace?: PaceOrder): void {
    let sent: unknown;
    const fail = ({ name, message, stack }: Error) =>
      source.postMessage({ type: "failed", id, error: { name, message, ...(stack && { stack }) } });
    const sink = {
      step: ({ progress, partial }: Step<unknown>) => {
        source.postMessage({ type: "step", id, progress, ...(partial !== sent && { partial }) });
        sent = partial;
      },
      done: (result: unknown) => source.postMessage({ type: "done", id, result }),
      failed: fail,
    };
    let cancelled = false;
    let work: Required<Work> | null = null;
    // What is told before the work has begun is told to it when it has.
    const orders: PaceOrder[] = pace ? [pace] : [];
    works.set(id, {
      cancel: () => {
        cancelled = true;
        work?.cancel();
      },
      pace: (order) => {
        if (work) work.pace(order);
        else orders.push(order);
      },
    });
    const run = async (steps: Steps) => {
      const running = runInSlices(steps, sink, SLICE_MS);
      work = running;
      for (const order of orders) running.pace(order);
      if (cancelled) running.cancel();
      await running.ended;
    };
    const begin = () => {
      if (isMusicJob(job)) return musicSteps(job).then(run, fail);
      if (job.name === networkTwinName) return networkSteps(() => whole(job)).then(run, fail);
      return run(lazily(() => stepsOfJob(whole(job))));
    };
    begin().then(() => {
      works.delete(id);
      if (cancelled) source.postMessage({ type: "stopped", id });
    });
  }
}

/** Most workers never hear a sound: what listens is fetched when one is sent. */
async function musicSteps(job: MusicJob): Promise<Steps> {
  const { name, sound, options } = checkedJob(job);
  const { stepsOfMusicCall } = await import("./music-steps.ts");
  return stepsOfMusicCall(name, [sound, options]);
}

/** Nor does every worker train a network. */
async function networkSteps(job: () => LearnJob): Promise<Steps> {
  const whole = job();
  const { stepsOfNetworkJob } = await import("./network-steps.ts");
  return stepsOfNetworkJob(whole);
}

/** Steps that are made when the first is asked for, so that what making them throws is thrown there. */
function* lazily<T, R>(make: () => Generator<T, R>): Generator<T, R> {
  return yield* make();
}
