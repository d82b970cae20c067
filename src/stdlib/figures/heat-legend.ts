import { element } from "../element.ts";
import { readable } from "./data-table.ts";
import { heatColor, signedColor } from "./heat-colors.ts";

const stops = 9;

/** The legend of a heat map: a strip of its colours between its lowest and its highest number. */
export function heatLegend(
  [low, high]: readonly [number, number],
  name: string,
  signed = false,
): HTMLElement {
  const colors = Array.from({ length: stops }, (_, i) => i / (stops - 1)).map((share) =>
    signed ? signedColor(2 * share - 1) : heatColor(share),
  );
  const strip = element("span", {
    class: "etude-heat-strip",
    style: `background: linear-gradient(to right, ${colors.join(", ")})`,
    "aria-hidden": "true",
  });
  const item = element("li", {}, name, element("span", {}, readable(low)), strip, readable(high));
  return element("ul", { class: "etude-legend", role: "list" }, item);
}
