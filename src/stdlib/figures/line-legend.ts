import { element, svgElement } from "../element.ts";

/** The lines of the figures that compare scores; `figures.css` gives each its colour and its dashes. */
export type LineKind = "training" | "validation" | "test" | "chance" | "whole" | "fits" | "true-curve";

export interface LegendLine {
  kind: LineKind;
  name: string;
  /** The number that it stands for at the chosen setting. */
  reading?: string;
}

/** The legend of a figure with lines: a piece of each line, its name and its present reading. */
export function lineLegend(lines: readonly LegendLine[]): HTMLElement {
  const items = lines.map(({ kind, name, reading }) => {
    const piece = svgElement("line", { class: `etude-line-${kind}`, x1: 1, x2: 27, y1: 6, y2: 6 });
    const sample = svgElement("svg", { width: 28, height: 12, "aria-hidden": "true" }, piece);
    const number = reading === undefined ? null : element("span", { class: "etude-reading" }, reading);
    return element("li", {}, sample, name, number);
  });
  return element("ul", { class: "etude-legend", role: "list" }, ...items);
}
