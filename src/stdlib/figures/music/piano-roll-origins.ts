import { shown } from "../../../learn/base/shown.ts";
import { element, svgElement } from "../../element.ts";
import { classMark } from "../class-marks.ts";
import type { RollNote } from "./compare-notes.ts";
import type { PlotBox } from "./plot-box.ts";

/** What a note of a roll belongs to, by its place in the list: a name, or null for those that belong to nothing. */
export type Origins = readonly (string | null)[];

/** Pixels that a letter of a name takes, and what names above the notes need. */
const letterPixels = 6.5;
export const originRoom = 22;

/** The colour of each name, in the order in which they first occur. */
export function originColors(origins: Origins): Map<string, string> {
  const names = [...new Set(origins.filter((name) => name !== null))];
  return new Map(names.map((name, i) => [name, classMark(i).color]));
}

export function checkOrigins(owner: string, origins: unknown, notes: number): asserts origins is Origins {
  if (!Array.isArray(origins) || origins.length !== notes) {
    throw new TypeError(
      `${owner}: origins must be a list with a name or null for each of the ${notes} notes, but it is ${shown(origins)}.`,
    );
  }
  const wrong = origins.findIndex((name) => name !== null && typeof name !== "string");
  if (wrong >= 0) {
    throw new TypeError(
      `${owner}: origins[${wrong}] must be a name or null, but it is ${shown(origins[wrong])}.`,
    );
  }
}

/** Stretches of notes of one name that follow one another. */
export function originStretches(
  notes: readonly RollNote[],
  origins: Origins,
): { name: string; from: number; to: number }[] {
  const stretches: { name: string; from: number; to: number }[] = [];
  let last: string | null = null;
  for (const { index, onset, offset } of notes) {
    const name = origins[index] ?? null;
    if (name !== null && name === last) stretches.at(-1)!.to = offset;
    else if (name !== null) stretches.push({ name, from: onset, to: offset });
    last = name;
  }
  return stretches;
}

/** A line with its name above each stretch, as far as there is room for it. */
export function originNames(
  stretches: ReturnType<typeof originStretches>,
  colors: ReadonlyMap<string, string>,
  box: PlotBox,
  from: number,
  to: number,
): SVGElement {
  const marks = stretches
    .filter((stretch) => stretch.to > from && stretch.from < to)
    .flatMap((stretch) => {
      const [left, right] = [box.x(Math.max(from, stretch.from)), box.x(Math.min(to, stretch.to)) - 1];
      const letters = Math.floor((right - left) / letterPixels);
      const { name } = stretch;
      const text = name.length <= letters ? name : letters > 2 ? `${name.slice(0, letters - 1)}…` : "";
      return [
        svgElement("line", {
          x1: left,
          x2: right,
          y1: box.top - 5,
          y2: box.top - 5,
          class: "etude-origin-line",
          style: `stroke: ${colors.get(name)}`,
        }),
        svgElement("text", { x: left, y: box.top - 10 }, text),
      ];
    });
  return svgElement("g", { class: "etude-origin-names" }, ...marks);
}

/** The names, each in its colour, and what has none. */
export function originLegend(colors: ReadonlyMap<string, string>, without: string): HTMLElement {
  const sample = (style: string) =>
    svgElement(
      "svg",
      { width: 28, height: 12, "aria-hidden": "true" },
      svgElement("rect", { x: 2, y: 1, width: 24, height: 10, rx: 2, class: "etude-note-own", style }),
    );
  const entries = [
    ...[...colors].map(([name, color]) => [name, `fill: ${color}`] as const),
    [without, ""] as const,
  ];
  return element(
    "ul",
    { class: "etude-legend", role: "list" },
    ...entries.map(([name, style]) => element("li", {}, sample(style), name)),
  );
}
