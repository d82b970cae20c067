import { linearTicks } from "../axis-ticks.ts";
import { readable } from "../data-table.ts";
import type { ScaleTick } from "./frequency-scale.ts";

const pixelsPerTick = 64;

/** Ticks of an axis of seconds; `position` is the second. */
export function timeTicks(from: number, to: number): (pixels: number) => ScaleTick[] {
  return (pixels) =>
    linearTicks(from, to, Math.max(2, pixels / pixelsPerTick)).map((position) => ({
      position,
      label: readable(position),
    }));
}

/** Seconds as they are read out: to the hundredth. */
export function seconds(time: number): string {
  return `${time.toFixed(2)} s`;
}
