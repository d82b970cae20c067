import { frame, text } from "@observablehq/plot";
import { type Drawing, drawing } from "./drawing.ts";

/** An empty frame with a line of text: what a figure shows that has nothing to show yet. */
export function emptyDrawing(message: string, width: number, height: number): Drawing {
  const words = text([message], { frameAnchor: "middle", fill: "var(--etude-muted)", lineWidth: width / 16 });
  const border = frame({ stroke: "var(--etude-rule)", strokeDasharray: "2 4", rx: 4 });
  const scale = { domain: [0, 1], axis: null };
  return drawing({ width, height, x: scale, y: scale, marks: [border, words] });
}
