import { Matrix } from "../../learn/base/matrix.ts";
import type { EstimatorJSON } from "../../learn/index.ts";
import { isOurClass } from "./is-sendable.ts";

type Packed =
  | { packed: "matrix"; data: Float64Array; rows: number; cols: number }
  | { packed: "estimator"; json: EstimatorJSON };

/** A result as it is sent: a Matrix or an estimator, itself or one field down, loses its class on the way. */
export function packed(value: unknown): unknown {
  const own = packedObject(value);
  if (own !== value || !isPlain(value)) return own;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, packedObject(field)]));
}

/** What `packed` was given; the estimators are fetched only if there is one. */
export async function unpacked(value: unknown): Promise<unknown> {
  if (!needsFetching(value)) return unpackedMatrices(value);
  const { fromJSON } = await import("../../learn/from-json.ts");
  return fromJSON((value as Packed & { packed: "estimator" }).json);
}

/** As `unpacked`, of what has no estimator in it. */
export function unpackedMatrices(value: unknown): unknown {
  const own = unpackedMatrix(value);
  if (own !== value || !isPlain(value)) return own;
  if (!Object.values(value).some((field) => isPacked(field))) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, unpackedMatrix(field)]));
}

/** Whether it takes the estimators to unpack it. */
export function needsFetching(value: unknown): boolean {
  return isPacked(value) && value.packed === "estimator";
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

function unpackedMatrix(value: unknown): unknown {
  if (!isPacked(value) || value.packed !== "matrix") return value;
  return new Matrix(value.data, value.rows, value.cols);
}

function isPacked(value: unknown): value is Packed {
  return isPlain(value) && typeof value.packed === "string";
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;
}
