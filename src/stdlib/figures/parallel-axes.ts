import type { SearchAxis } from "./search-axes.ts";

/** Where a value stands on an upright axis, from 0 (bottom) to 1 (top); undefined where it is not on it. */
export function placeOnAxis({ values, range, log }: SearchAxis, value: unknown): number | undefined {
  if (values) {
    const place = values.indexOf(value);
    if (place < 0) return undefined;
    return values.length > 1 ? place / (values.length - 1) : 0.5;
  }
  const [low, high] = range!;
  if (typeof value !== "number") return undefined;
  return log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
}
