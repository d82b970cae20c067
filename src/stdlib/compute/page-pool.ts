import type { ComputePort } from "./compute-port.ts";
import { WorkerPool } from "./worker-pool.ts";

const MAX_WORKERS = 4;

let pool: ComputePort | null = null;

/** The page's pool of workers, shared by all cells; null where there are no workers. */
export function pagePool(): ComputePort | null {
  if (typeof Worker === "undefined") return null;
  pool ??= new WorkerPool(
    () => new Worker(new URL("./compute.worker.ts", import.meta.url), { type: "module" }),
    Math.min(MAX_WORKERS, navigator.hardwareConcurrency || 2),
  );
  return pool;
}
