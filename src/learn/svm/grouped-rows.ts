import type { Matrix } from "../base/matrix.ts";
import type { Kernel } from "./kernel.ts";
import { type KernelSource, kernelSource } from "./kernel-source.ts";
import { inFours } from "./products.ts";

/** The training rows that count, those of the first class first. */
export type GroupedRows = {
  X: Matrix;
  /** The positions in `X` of the rows. */
  order: Int32Array;
  /** Where each class begins in `order`, and after the last one where it ends. */
  starts: Int32Array;
  /** The largest α of each row. */
  upper: Float64Array;
  kernel: Kernel;
  /** The kernels between the rows in this order. */
  source: KernelSource;
};

/** Puts the rows whose weight is above 0 together by class; `upper` is the largest α of each row of `X`. */
export function groupRows(
  X: Matrix,
  codes: Int32Array,
  classes: number,
  sampleWeight: Float64Array | null,
  upper: Float64Array,
  kernel: Kernel,
): GroupedRows {
  const starts = new Int32Array(classes + 1);
  const chosen: number[] = [];
  for (let c = 0; c < classes; c++) {
    for (let i = 0; i < codes.length; i++) {
      if (codes[i] === c && sampleWeight?.[i] !== 0) chosen.push(i);
    }
    starts[c + 1] = chosen.length;
  }
  const order = Int32Array.from(chosen);
  const source = kernelSource(kernel, inFours(X, order));
  return { X, order, starts, upper: Float64Array.from(order, (i) => upper[i]!), kernel, source };
}
