import type { RenderFunction } from "@observablehq/plot";
import { type Child, svgElement } from "../element.ts";
import { xAxis } from "./axis-marks.ts";
import { linearTicks } from "./axis-ticks.ts";
import { dotStack } from "./dot-stack.ts";
import { type Drawing, drawing } from "./drawing.ts";
import type { LineKind } from "./line-legend.ts";

/** One strip, ready to draw. */
export interface Strip {
  name: string;
  scores: readonly number[];
  value?: number;
  interval?: readonly [number, number];
  kind: LineKind;
  /** The value and its interval, in words. */
  reading: string;
}

export interface ScoreStripScene {
  strips: readonly Strip[];
  domain: readonly [number, number];
  baseline?: { value: number; name: string };
  scoreName: string;
}

const laneHeight = 84;
const nameHeight = 20;
/** Smaller dots cannot be seen; a heap that is still too high is pressed together. */
const leastRadius = 2;
const margins = { marginTop: 22, marginRight: 16, marginBottom: 44, marginLeft: 16 };
/** Keeps a name readable where the line of the baseline runs through it. */
const halo = {
  "text-anchor": "start",
  "paint-order": "stroke",
  stroke: "var(--etude-paper)",
  "stroke-width": 4,
};
const colors: Partial<Record<LineKind, string>> = {
  training: "var(--etude-train)",
  validation: "var(--etude-validation)",
  test: "var(--etude-test)",
  chance: "var(--etude-chance)",
};

export function scoreStripHeight(strips: number): number {
  return strips * laneHeight + margins.marginTop + margins.marginBottom;
}

/** One strip: its name and reading, and on a line its dots, interval and mean. */
function lane(strip: Strip, top: number, x: (score: number) => number, right: number): SVGElement {
  const color = colors[strip.kind] ?? "var(--etude-ink)";
  const base = top + laneHeight - 14;
  const room = laneHeight - nameHeight - 20;
  const places = strip.scores.map(x);
  // Many scores make small dots, so that their heap fits.
  let radius = 4;
  let levels = dotStack(places, 2 * radius);
  while (radius > leastRadius && Math.max(0, ...levels) * 2 * radius > room) {
    radius -= 0.5;
    levels = dotStack(places, 2 * radius);
  }
  const step = Math.min(2 * radius, room / Math.max(1, ...levels));
  const dots = places.map((cx, i) =>
    svgElement("circle", {
      cx,
      cy: base - 5 - radius - levels[i]! * step,
      r: radius,
      style: `fill: ${color}; fill-opacity: 0.6; stroke: var(--etude-paper); stroke-width: 0.6`,
    }),
  );
  const band: Child = strip.interval
    ? svgElement("rect", {
        x: x(strip.interval[0]),
        width: Math.max(1, x(strip.interval[1]) - x(strip.interval[0])),
        y: base - 3,
        height: 6,
        rx: 3,
        style: `fill: ${color}; fill-opacity: 0.4`,
      })
    : null;
  const mean: Child =
    strip.value === undefined || !Number.isFinite(strip.value)
      ? null
      : svgElement("path", {
          d: `M${x(strip.value)},${base - 8}v16`,
          style: "stroke: var(--etude-ink); stroke-width: 3; stroke-linecap: round",
        });
  const words = { y: top + 13, style: "fill: var(--etude-ink)" };
  const line = { x1: margins.marginLeft, x2: right, y1: base, y2: base, style: "stroke: var(--etude-rule)" };
  return svgElement(
    "g",
    {},
    svgElement("line", line),
    ...dots,
    band,
    mean,
    svgElement("text", { ...words, ...halo, x: margins.marginLeft, "font-weight": 600 }, strip.name),
    svgElement("text", { ...words, x: right, "text-anchor": "end" }, strip.reading),
  );
}

function strips({ strips: all, baseline }: ScoreStripScene): RenderFunction {
  return (_index, scales, _values, { width, height }) => {
    const x = scales.x as unknown as (score: number) => number;
    const right = width - margins.marginRight;
    const lanes = all.map((strip, i) => lane(strip, margins.marginTop + i * laneHeight, x, right));
    if (!baseline) return svgElement("g", {}, ...lanes);
    const at = x(baseline.value);
    const bottom = height - margins.marginBottom;
    const style =
      "stroke: var(--etude-chance); stroke-width: 1.75; stroke-dasharray: 1.5 4; stroke-linecap: round";
    const anchor = at > width / 2 ? "end" : "start";
    const name = { x: at + (anchor === "end" ? -4 : 4), y: 12, "text-anchor": anchor };
    return svgElement(
      "g",
      {},
      svgElement("path", { d: `M${at},${margins.marginTop - 8}V${bottom}`, style }),
      svgElement("text", { ...name, style: "fill: var(--etude-muted)" }, baseline.name),
      ...lanes,
    );
  };
}

/** Draws strips of scores one below the other on one axis. */
export function scoreStripDrawing(scene: ScoreStripScene, width: number): Drawing {
  const { domain, scoreName } = scene;
  return drawing({
    ...margins,
    width,
    height: scoreStripHeight(scene.strips.length),
    x: { domain: [...domain] },
    y: { domain: [0, 1], axis: null },
    marks: [xAxis(linearTicks(...domain, width / 64), scoreName), strips(scene)],
  });
}
