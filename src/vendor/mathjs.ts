// The five functions of mathjs that danfojs uses, on d3's: 600 KB less in the page.
import { deviation, mean as mean3, median as median3, rollup, variance as variance3 } from "d3";

export const mean = (values: number[]): number => mean3(values)!;
export const median = (values: number[]): number => median3(values)!;
export const std = (values: number[]): number => deviation(values) ?? 0;
export const variance = (values: number[]): number => variance3(values) ?? 0;

/** All the most frequent values, as mathjs has it. */
export function mode<T>(values: T[]): T[] {
  const counts = rollup(
    values,
    (same) => same.length,
    (value) => value,
  );
  const most = Math.max(...counts.values());
  return Array.from(counts)
    .filter(([, count]) => count === most)
    .map(([value]) => value);
}
