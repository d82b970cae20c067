import { element, svgElement } from "../element.ts";
import { type Shape, shapePath, shapes } from "./shapes.ts";

/** How one class looks in every figure. */
export interface ClassMark {
  /** A CSS colour that follows the theme. */
  color: string;
  shape: Shape;
}

const colorCount = 8;

/**
 * The mark of the class at this place in the fixed order. Colours come back after eight classes, with another shape.
 */
export function classMark(index: number): ClassMark {
  const color = index % colorCount;
  const shape = (index + Math.floor(index / colorCount)) % shapes.length;
  return { color: `var(--etude-class-${color + 1})`, shape: shapes[shape]! };
}

/** A small picture of a class's mark, to stand before its name. */
export function classSwatch(index: number): SVGElement {
  const { color, shape } = classMark(index);
  return svgElement(
    "svg",
    { class: "etude-swatch", viewBox: "-8 -8 16 16", width: 16, height: 16, "aria-hidden": "true" },
    svgElement("path", { d: shapePath(shape, 5), style: `fill: ${color}` }),
  );
}

/** The legend of a figure that shows classes. */
export function classLegend(classNames: readonly string[]): HTMLElement {
  const items = classNames.map((name, i) => element("li", {}, classSwatch(i), name));
  return element("ul", { class: "etude-legend", role: "list" }, ...items);
}
