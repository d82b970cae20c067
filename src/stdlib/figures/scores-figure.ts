import { element } from "../element.ts";
import type { LineKind } from "./line-legend.ts";
import { twoDigits } from "./two-digits.ts";

/** One score and how sure it is. */
export interface Score {
  name: string;
  /** Between 0 and 1; undefined while it is not known. */
  value: number | undefined;
  /** Lowest and highest value it may well have. */
  interval?: readonly [number, number];
  kind: LineKind;
}

export interface ScoresOptions {
  /** The score that needs no model, and what it is called. */
  baseline?: { value: number; name: string };
  /** What the scores are; default "accuracy". */
  scoreName?: string;
  /** Title; default none is shown and the table is called by the score's name. */
  name?: string;
}

const known = (value: number | undefined): value is number => value !== undefined && Number.isFinite(value);
const place = (value: number) => `${(100 * Math.min(1, Math.max(0, value))).toFixed(2)}%`;

function track({ value, interval, kind }: Score, baseline: number | undefined): HTMLElement {
  const line = element("div", { class: "etude-track", "data-kind": kind });
  if (baseline !== undefined)
    line.append(element("i", { class: "etude-track-chance", style: `left: ${place(baseline)}` }));
  if (interval) {
    const [low, high] = interval;
    line.append(
      element("i", { class: "etude-track-band", style: `left: ${place(low)}; right: ${place(1 - high)}` }),
    );
  }
  if (known(value)) line.append(element("i", { class: "etude-track-dot", style: `left: ${place(value)}` }));
  return line;
}

/**
 * Scores one below the other on one axis from 0 to 1: a dot for the score, a band for its interval, a dotted line
 * for the baseline. A table underneath it all, so that it is read as one.
 *
 * @param scores what to show, from top to bottom
 * @example
 * scoresFigure([
 *   {name: "training", value: 0.94, kind: "training"},
 *   {name: "validation", value: 0.71, interval: [0.66, 0.75], kind: "validation"}
 * ], {baseline: {value: 0.3, name: "always the commonest"}})
 */
export function scoresFigure(scores: readonly Score[], options: ScoresOptions = {}): HTMLElement {
  const { baseline, scoreName = "accuracy", name } = options;
  const rows = scores.map((score) => {
    const { value, interval } = score;
    const between = interval ? `${twoDigits(interval[0])} to ${twoDigits(interval[1])}` : "";
    return element(
      "tr",
      { "data-kind": score.kind },
      element("th", { scope: "row" }, score.name),
      element("td", { "aria-hidden": "true", class: "etude-track-cell" }, track(score, baseline?.value)),
      element("td", { class: "etude-score" }, twoDigits(value), element("small", {}, between)),
    );
  });
  const ends = [0, 0.5, 1].map((at) => element("span", { style: `left: ${place(at)}` }, String(at)));
  const foot = element(
    "tr",
    { class: "etude-track-axis", "aria-hidden": "true" },
    element("td"),
    element("td", {}, element("div", {}, ...ends)),
    element("td"),
  );
  const note = baseline ? `dotted: ${baseline.name}, ${twoDigits(baseline.value)}` : "";
  const caption = element(
    "caption",
    {},
    element("strong", {}, name ?? scoreName),
    note ? ` · ${note}` : null,
  );
  const body = element("tbody", {}, ...rows);
  const table = element("table", { class: "etude-scores" }, caption, body, element("tfoot", {}, foot));
  return element("figure", { class: "etude-figure" }, table);
}
