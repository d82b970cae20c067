import { element, svgElement } from "../element.ts";

/** How one of several lines looks: a colour and, as a second channel, its dashes. */
export interface SeriesMark {
  /** A CSS colour that follows the theme. */
  color: string;
  dash: string | undefined;
}

const dashes = [undefined, "7 4", "2 4", "10 3 2 3", "14 4"];
const colorCount = 8;

/** The mark of the line at this place in the order of a figure's lines. */
export function seriesMark(index: number): SeriesMark {
  return { color: `var(--etude-class-${(index % colorCount) + 1})`, dash: dashes[index % dashes.length] };
}

/** The legend of a figure with several lines: a piece of each, without its dashes if `solid`, its name and its reading. */
export function seriesLegend(
  series: readonly { name: string; reading?: string }[],
  solid = false,
): HTMLElement {
  const items = series.map(({ name, reading }, i) => {
    const { color, dash } = seriesMark(i);
    const style = `stroke: ${color}`;
    const piece = svgElement("line", {
      x1: 1,
      x2: 27,
      y1: 6,
      y2: 6,
      style,
      "stroke-dasharray": solid ? undefined : dash,
    });
    const sample = svgElement("svg", { width: 28, height: 12, "aria-hidden": "true" }, piece);
    const number = reading === undefined ? null : element("span", { class: "etude-reading" }, reading);
    return element("li", {}, sample, name, number);
  });
  return element("ul", { class: "etude-legend", role: "list" }, ...items);
}
