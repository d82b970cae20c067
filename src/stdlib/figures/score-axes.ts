import { axisY, gridY, type Markish, ruleY, text } from "@observablehq/plot";
import { xAxis } from "./axis-marks.ts";
import { linearTicks, logTicks } from "./axis-ticks.ts";

/** The axes of a figure of scores: they depend on what will be tried, not on what came out. */
export interface ScoreAxes {
  /** Lowest and highest value that will be tried. */
  domain: readonly [number, number];
  /** Whether these values are counts. */
  whole: boolean;
  scale: "log" | "linear";
  label: string;
  /** Ends of the axis of scores. */
  scores: readonly [number, number];
  scoreName: string;
}

const pixelsPerTick = 44;
const scoreTickCount = 5;
const muted = "var(--etude-muted)";

/** Both axes, with a faint line at each score. */
export function scoreAxes(scene: ScoreAxes, width: number): Markish {
  const { domain, label, scale, scoreName, whole, scores } = scene;
  const scoreTicks = linearTicks(...scores, scoreTickCount);
  const most = width / pixelsPerTick;
  const ticks = scale === "log" ? logTicks(...domain, most) : linearTicks(...domain, most, whole ? 1 : 0);
  const axisLabel = scale === "log" ? `${label} (log scale)` : label;
  return [
    gridY(scoreTicks, { stroke: "var(--etude-grid)", strokeOpacity: 1 }),
    xAxis(ticks, axisLabel),
    axisY(scoreTicks, { label: scoreName, labelArrow: "none", tickSize: 0 }),
  ];
}

/** The score that needs no model, as a dotted line with its name. */
export function baselineMark(
  baseline: { value: number; name: string } | undefined,
  { domain }: ScoreAxes,
): Markish {
  if (!baseline) return null;
  const dots = {
    stroke: "var(--etude-chance)",
    strokeWidth: 1.75,
    strokeDasharray: "1.5 4",
    strokeLinecap: "round",
  };
  const name = { x: domain[1], y: baseline.value, textAnchor: "end", dy: -9, fill: muted } as const;
  return [ruleY([baseline.value], dots as object), text([baseline.name], name)];
}

/** How far along the axis a value lies, from 0 to 1. */
export function along(
  { domain: [low, high], scale }: Pick<ScoreAxes, "domain" | "scale">,
  value: number,
): number {
  return scale === "log" ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
}
