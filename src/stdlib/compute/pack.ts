import { Matrix } from "../../learn/base/matrix.ts";
import type { EstimatorJSON } from "../../learn/index.ts";
import { isOurClass } from "./is-sendable.ts";

/** What stands for a Matrix or an estimator on the way. */
export type Packed =
  | { packed: "matrix"; data: Float64Array; rows: number; cols: number }
  | { packed: "estimator"; json: EstimatorJSON };

/** A result as it is sent: a Matrix or an estimator, wherever it stands in it, loses its class on the way. */
export function packed(value: unknown): unknown {
  return replaced(value, packedObject);
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

/**
 * `value` with what `replace` gives for whatever in it that is not left as it is: in arrays and plain objects, all the
 * way down. What has nothing to replace in it stays the same object.
 */
export function replaced(value: unknown, replace: (value: unknown) => unknown): unknown {
  const own = replace(value);
  if (own !== value) return own;
  if (Array.isArray(value)) {
    // Most are long lists of numbers or names.
    if (value.every((item) => typeof item !== "object")) return value;
    const items = value.map((item) => replaced(item, replace));
    return items.every((item, i) => Object.is(item, value[i])) ? value : items;
  }
  if (!isPlain(value)) return value;
  const fields = Object.entries(value).map(([name, field]) => [name, replaced(field, replace)] as const);
  return fields.every(([name, field]) => Object.is(field, value[name])) ? value : Object.fromEntries(fields);
}

/** Whether it is an object of no class. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;
}
