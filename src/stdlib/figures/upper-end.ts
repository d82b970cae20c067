import { niceStep } from "./axis-ticks.ts";

/** A round number that is not below any of these values; 1 where there is none. It seldom moves as values come. */
export function upperEnd(values: readonly number[]): number {
  const largest = Math.max(0, ...values.filter(Number.isFinite));
  if (largest === 0) return 1;
  const step = niceStep(largest / 5);
  return Number((step * Math.ceil(largest / step - 1e-9)).toPrecision(12));
}
