import type { LagCurve } from "./lag-curve.ts";

/**
 * The lag, as an index of the curve, that YIN decides for: the first dip of d′ below `threshold`, or, where there is
 * none, its lowest value; −1 if the curve has no lags (step 4 of the paper).
 */
export function pickDip({ normalized, first, last }: LagCurve, threshold: number): number {
  let lowest = first <= last ? first : -1;
  for (let k = first; k <= last; k++) {
    if (isDip(normalized, k, first, last) && normalized[k] < threshold) return k;
    if (normalized[k] < normalized[lowest]) lowest = k;
  }
  return lowest;
}

/** Whether a value is below the one before and not above the one after; at the ends, those inside decide. */
export function isDip(values: Float64Array, k: number, first: number, last: number): boolean {
  if (k === first) return last > first && values[k] < values[k + 1];
  return values[k] < values[k - 1] && (k === last || values[k] <= values[k + 1]);
}
