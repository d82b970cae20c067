import type { Matrix } from "../base/matrix.ts";

/** What rounding may have carried a probability beyond 0 or 1. */
const ROUNDING = 1e-9;

/** Throws unless all are within 0 to 1. */
export function checkProbabilities(who: string, { data, cols }: Matrix): void {
  const at = data.findIndex((value) => !(value >= -ROUNDING && value <= 1 + ROUNDING));
  if (at < 0) return;
  const place = cols === 1 ? `item ${at}` : `row ${Math.floor(at / cols)}, column ${at % cols}`;
  throw new RangeError(`${who} needs probabilities, from 0 to 1, but ${place} is ${data[at]}`);
}
