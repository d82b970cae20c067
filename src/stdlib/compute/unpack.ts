import { Matrix } from "../../learn/base/matrix.ts";
import { isPlain, type Packed } from "./pack.ts";

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

function unpackedMatrix(value: unknown): unknown {
  if (!isPacked(value) || value.packed !== "matrix") return value;
  return new Matrix(value.data, value.rows, value.cols);
}

function isPacked(value: unknown): value is Packed {
  return isPlain(value) && typeof value.packed === "string";
}
