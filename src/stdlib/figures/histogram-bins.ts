import { niceStep } from "./axis-ticks.ts";

/** One bar of a histogram. */
export interface HistogramBin {
  from: number;
  to: number;
  count: number;
  /** Its part of all values, divided by its width. */
  density: number;
}

/** Bars of equal, round width over some values: about `wanted` of them. */
export function histogramBins(values: ArrayLike<number>, wanted: number): HistogramBin[] {
  const numbers = Array.from(values).filter(Number.isFinite);
  if (numbers.length === 0) return [];
  const low = numbers.reduce((a, b) => Math.min(a, b));
  const high = numbers.reduce((a, b) => Math.max(a, b));
  const step = high > low ? niceStep((high - low) / wanted) : 1;
  const first = Math.floor(low / step);
  const count = Math.max(1, Math.floor(high / step) - first + 1);
  const counts = new Float64Array(count);
  for (const value of numbers) counts[Math.floor(value / step) - first]! += 1;
  return Array.from(counts, (n, i) => ({
    from: (first + i) * step,
    to: (first + i + 1) * step,
    count: n,
    density: n / numbers.length / step,
  }));
}
