import { element, svgElement } from "../../element.ts";
import { falseHatch } from "./hatch.ts";

/** How something is drawn: a line, or a mark of the kinds that tell right from wrong. */
export type LegendSign = "found" | "truth" | "prior" | "right" | "missed" | "false";

const lines: readonly LegendSign[] = ["found", "truth", "prior"];

function sample(sign: LegendSign): SVGElement {
  const box = { width: 28, height: 12, "aria-hidden": "true" };
  if (lines.includes(sign)) {
    return svgElement(
      "svg",
      box,
      svgElement("line", { class: `etude-line-${sign}`, x1: 1, x2: 27, y1: 6, y2: 6 }),
    );
  }
  const bar = { class: `etude-note-${sign}`, x: 2, y: 1, width: 24, height: 10, rx: 2 };
  if (sign !== "false") return svgElement("svg", box, svgElement("rect", bar));
  const { defs, fill } = falseHatch();
  return svgElement("svg", box, defs, svgElement("rect", { ...bar, style: `fill: ${fill}` }));
}

function dotSample(sign: LegendSign): SVGElement {
  const drawn =
    sign === "false"
      ? svgElement("path", { class: "etude-event-false", d: "M2.5,2.5L9.5,9.5M9.5,2.5L2.5,9.5" })
      : svgElement("circle", { class: `etude-event-${sign}`, cx: 6, cy: 6, r: 4.5 });
  return svgElement("svg", { width: 12, height: 12, "aria-hidden": "true" }, drawn);
}

/** What the lines and bars of a figure stand for, or its dots. */
export function marksLegend(
  items: readonly (readonly [LegendSign, string])[],
  shape: "bar" | "dot" = "bar",
): HTMLElement {
  const draw = shape === "dot" ? dotSample : sample;
  const entries = items.map(([sign, name]) => element("li", {}, draw(sign), name));
  return element("ul", { class: "etude-legend", role: "list" }, ...entries);
}

/** Two legends, one below the other. */
export function legends(...parts: readonly (Element | undefined)[]): HTMLElement {
  return element("div", {}, ...parts);
}
