import type { GroupedRows } from "./grouped-rows.ts";
import { type KernelMemory, KernelRows } from "./kernel-rows.ts";
import type { SmoProblem } from "./smo-problem.ts";
import { iterationLimit } from "./smo-steps.ts";

/** What SVC and SVR are told about when to stop. */
export type Stopping = { tol: number; shrinking: boolean; maxIter: number | null };

/** The problem of telling some of the grouped rows (y = 1) from others (y = -1). */
export function binaryProblem(
  rows: GroupedRows,
  positive: Int32Array,
  negative: Int32Array,
  { tol, shrinking, maxIter }: Stopping,
  memory: KernelMemory,
): SmoProblem {
  const size = positive.length + negative.length;
  const ids = new Int32Array(size);
  ids.set(positive);
  ids.set(negative, positive.length);
  const upper = new Float64Array(size);
  for (let k = 0; k < size; k++) upper[k] = rows.upper[ids[k]!]!;
  return {
    rows: new KernelRows(rows.source, ids, memory),
    y: new Int8Array(size).fill(-1).fill(1, 0, positive.length),
    linear: new Float64Array(size).fill(-1),
    upper,
    tol,
    shrinking,
    maxIter: iterationLimit(maxIter, size),
  };
}

/** The whole numbers from `start` to below `end`. */
export function range(start: number, end: number): Int32Array {
  const numbers = new Int32Array(end - start);
  for (let i = 0; i < numbers.length; i++) numbers[i] = start + i;
  return numbers;
}
