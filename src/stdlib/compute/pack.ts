import { Matrix } from "../../learn/base/matrix.ts";
import type { EstimatorJSON } from "../../learn/index.ts";
import { isOurClass } from "./is-sendable.ts";

/** What stands for a Matrix or an estimator on the way. */
export type Packed =
  | { packed: "matrix"; data: Float64Array; rows: number; cols: number }
  | { packed: "estimator"; json: EstimatorJSON };

/** A result as it is sent: a Matrix or an estimator, itself or one field down, loses its class on the way. */
export function packed(value: unknown): unknown {
  const own = packedObject(value);
  if (own !== value || !isPlain(value)) return own;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, packedObject(field)]));
}

function packedObject(value: unknown): unknown {
  if (value instanceof Matrix) {
    return { packed: "matrix", data: value.data, rows: value.rows, cols: value.cols };
  }
  if (isOurClass((value as object | null | undefined)?.constructor)) {
    return { packed: "estimator", json: (value as { toJSON(): EstimatorJSON }).toJSON() };
  }
  return value;
}

/** Whether it is an object of no class. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;
}
