import { svgElement } from "../../element.ts";

let count = 0;

/** A pattern of slanted lines for what is false, under a name of its own on the page. */
export function falseHatch(): { defs: SVGElement; fill: string } {
  count += 1;
  const id = `etude-hatch-${count}`;
  const pattern = svgElement(
    "pattern",
    { id, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    svgElement("rect", { width: 6, height: 6, class: "etude-hatch-ground" }),
    svgElement("line", { x1: 0, x2: 0, y1: 0, y2: 6, class: "etude-hatch-line" }),
  );
  return { defs: svgElement("defs", {}, pattern), fill: `url(#${id})` };
}
