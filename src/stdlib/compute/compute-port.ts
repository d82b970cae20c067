import type { Step } from "../../learn/index.ts";
import type { Job } from "./job.ts";

/** Who is told how work goes. After `done` or `failed` nothing more is said. */
export type WorkSink = {
  step(step: Step<unknown>): void;
  done(result: unknown): void;
  failed(error: Error): void;
};

/** What was thrown, as an Error: a learner's code may throw anything. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/** What work that can be watched is told: to wait, to go on, or to go on until it has a new partial result. */
export type PaceOrder = "pause" | "play" | "step";

/** Work that has been started. */
export type Work = {
  /** Tells it how to go on. */
  pace?(order: PaceOrder): void;
  /** Ends it at once: nothing more is said to its sink. */
  cancel(): void;
};

/** How much work matters just now: of the jobs that wait the one with the largest number is next. */
export type Priority = () => number;

/**
 * Where jobs are done: the page's pool of workers, or whatever a frame was given in its place. How the work is to go
 * from the first is part of the job: an order that follows may come late.
 */
export type ComputePort = {
  submit(job: Job, sink: WorkSink, priority?: Priority, pace?: PaceOrder): Work;
};
