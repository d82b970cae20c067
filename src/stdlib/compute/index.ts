export { type CellContext, computeFor } from "./compute-for.ts";
export type { ComputePort, Priority, Work, WorkSink } from "./compute-port.ts";
export type { FromWorker, JobSource, ToWorker } from "./host-jobs.ts";
export type { Job } from "./job.ts";
export { createRun, type Run, runBrand } from "./run.ts";
export type { RunHandle } from "./run-state.ts";
export type { Twins } from "./twins.ts";
export { type JobWorker, WorkerPool } from "./worker-pool.ts";
