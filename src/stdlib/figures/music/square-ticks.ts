import { linearTicks } from "../axis-ticks.ts";
import type { ScaleTick } from "./frequency-scale.ts";

/** How the rows or columns of a matrix are named: by time, by a name each, or by their number. */
export interface MatrixAxis {
  /** Names one by one. */
  labels?: readonly string[];
  /** Seconds of the first and from one to the next. */
  times?: { start: number; hop: number };
}

const pixelsPerLabel = 22;

/** Ticks of an axis on which item i lies from i to i + 1, at most one in so many pixels. */
export function matrixTicks(
  { labels, times }: MatrixAxis,
  count: number,
  gap = 44,
): (pixels: number) => ScaleTick[] {
  if (labels) {
    return (pixels) => {
      const every = Math.max(1, Math.ceil((count * Math.max(gap / 2, pixelsPerLabel)) / pixels));
      return labels.flatMap((label, i) => (i % every === 0 ? [{ position: i + 0.5, label }] : []));
    };
  }
  const { start, hop } = times ?? { start: 0, hop: 1 };
  // Half a frame before the first is no time of its own.
  const [low, high] = [times ? Math.max(0, start - hop / 2) : start, start + (count - 1) * hop];
  return (pixels) =>
    linearTicks(low, high, Math.max(2, pixels / gap), times ? 0 : 1).map((value) => ({
      position: (value - start) / hop + 0.5,
      label: String(value),
    }));
}

/** What one row or column is called. */
export function matrixName({ labels, times }: MatrixAxis, i: number, noun: string): string {
  if (labels) return labels[i] ?? `${noun} ${i}`;
  return times ? `${(times.start + i * times.hop).toFixed(2)} s` : `${noun} ${i}`;
}
