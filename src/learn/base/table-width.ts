import { isList } from "./check-list.ts";
import { shown } from "./shown.ts";

/**
 * How many values each row of the table `X`, an array of rows, has. Throws when it is none, or a row is none or has
 * another length than the first; `name` is what the message calls `X`, and `allowed` what it says `X` must be.
 */
export function tableWidth(X: unknown, name: string, allowed: string): number {
  if (!isList(X) || (X.length > 0 && !isList(X[0]))) {
    throw new TypeError(
      `${name} must be ${allowed}, but it is ${isList(X) ? `an array whose first item is ${shown(X[0])}` : shown(X)}`,
    );
  }
  const cols = (X[0] as ArrayLike<unknown> | undefined)?.length ?? 0;
  for (let i = 0; i < X.length; i++) {
    const row = X[i];
    if (isList(row) && row.length === cols) continue;
    throw new RangeError(
      `${name}: every row must have as many values as row 0, which has ${cols}, but row ${i} ${isList(row) ? `has ${row.length}` : `is ${shown(row)}`}`,
    );
  }
  return cols;
}
