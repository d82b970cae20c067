export { type CellContext, type Compute, computeFor } from "./compute-for.ts";
export type { ComputePort, Work, WorkSink } from "./compute-port.ts";
export { type FromWorker, hostJobs, type JobSource, type ToWorker } from "./host-jobs.ts";
export type { Job } from "./job.ts";
export { createRun, type Run, runBrand } from "./run.ts";
export type { RunHandle } from "./run-state.ts";
export { type JobWorker, WorkerPool } from "./worker-pool.ts";
