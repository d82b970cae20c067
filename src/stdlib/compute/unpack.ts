import { Matrix } from "../../learn/base/matrix.ts";
import { isPlain, type Packed, replaced } from "./pack.ts";

/** What `packed` was given; the estimators are fetched only if there is one. */
export async function unpacked(value: unknown): Promise<unknown> {
  if (!needsFetching(value)) return unpackedMatrices(value);
  const { fromJSON } = await import("../../learn/from-json.ts");
  return replaced(value, (part) =>
    isPacked(part) && part.packed === "estimator" ? fromJSON(part.json) : unpackedMatrix(part),
  );
}

/** As `unpacked`, of what has no estimator in it. */
export function unpackedMatrices(value: unknown): unknown {
  return replaced(value, unpackedMatrix);
}

/** Whether it takes the estimators to unpack it. */
export function needsFetching(value: unknown): boolean {
  let found = false;
  replaced(value, (part) => {
    if (!isPacked(part)) return part;
    found ||= part.packed === "estimator";
    return null; // what it holds is not looked through
  });
  return found;
}

function unpackedMatrix(value: unknown): unknown {
  if (!isPacked(value) || value.packed !== "matrix") return value;
  return new Matrix(value.data, value.rows, value.cols);
}

function isPacked(value: unknown): value is Packed {
  return isPlain(value) && typeof value.packed === "string";
}
