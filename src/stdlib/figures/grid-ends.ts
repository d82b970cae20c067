import type { Drawing } from "./drawing.ts";
import type { GridEnds } from "./grid-step.ts";

/** Where a drawing's frame begins and ends, in pixels. */
export function gridEnds(drawing: Drawing): GridEnds {
  const ends = (name: "x" | "y"): [number, number] => {
    const range = drawing.scale(name)!.range as number[];
    return [Math.min(...range), Math.max(...range)];
  };
  return { x: ends("x"), y: ends("y") };
}
