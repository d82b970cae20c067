import { rectX, ruleX, text } from "@observablehq/plot";
import type { Labels } from "../../learn/base/labels.ts";
import { shown } from "../../learn/base/shown.ts";
import { checkSettings } from "../check-arguments.ts";
import { halo, xAxis } from "./axis-marks.ts";
import { classLegend, classMark } from "./class-marks.ts";
import { readable } from "./data-table.ts";
import { type Drawing, drawing } from "./drawing.ts";
import { emptyDrawing } from "./empty-drawing.ts";
import { figure } from "./figure.ts";
import { pickPoints } from "./point-picker.ts";
import { type SilhouetteGroup, silhouetteGroups } from "./silhouette-bars.ts";

export interface SilhouetteOptions {
  /** Names of the groups in the order of their labels; default "cluster 1", "cluster 2" and so on, or the labels. */
  groupNames?: readonly string[];
  /** What one sample is called. */
  describe?: (index: number) => string;
  /** Plays the sound of a sample, on a click or Enter. */
  play?: (index: number) => unknown;
  /** Title; default "How well each sample lies in its cluster". */
  name?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels; default 360. */
  height?: number;
}

const gapShare = 0.03;
const ticks = [-1, -0.5, 0, 0.5, 1];
const ink = "var(--etude-ink)";

function isNumbers(values: unknown): values is ArrayLike<number> {
  return typeof values === "object" && values !== null && typeof Reflect.get(values, "length") === "number";
}

/**
 * How well each sample lies in its group: a bar a sample, sorted within its group, and the mean of all as a rule.
 * Bars to the left of 0 belong to samples that lie nearer to another group.
 *
 * @param values what `metrics.silhouetteSamples` gives; undefined draws an empty frame
 * @param labels the group of each sample
 * @throws TypeError when values is no list, RangeError when both are not equally long.
 * @example
 * const X = [[0], [1], [2], [9], [10], [5]];
 * const labels = new KMeans({nClusters: 2}).fit(X).labels;
 * display(silhouetteFigure(metrics.silhouetteSamples(X, labels), labels));
 */
export function silhouetteFigure(
  values: ArrayLike<number> | undefined,
  labels: Labels,
  options: SilhouetteOptions = {},
): HTMLElement {
  checkSettings("silhouetteFigure", options, '{groupNames: ["dry", "long"]}');
  const { describe, play, name = "How well each sample lies in its cluster", width, height = 360 } = options;
  if (values === undefined || values?.length === 0) {
    const message = "The bars appear here when the clusters are found.";
    return figure({ name, node: (at) => emptyDrawing(message, at, height), width, height });
  }
  if (!isNumbers(values)) {
    throw new TypeError(
      `silhouetteFigure: values must be what metrics.silhouetteSamples(X, labels) gives, but it is ${shown(values)}.`,
    );
  }
  if (values.length !== labels?.length) {
    throw new RangeError(
      `silhouetteFigure: values and labels must be equally long, but they have ${values.length} and ${labels?.length ?? 0} items.`,
    );
  }
  const n = values.length;
  const groups = silhouetteGroups(values, labels, Math.max(1, Math.round(gapShare * n)));
  const nameOf = ({ label }: SilhouetteGroup, c: number) =>
    options.groupNames?.[c] ?? (typeof label === "number" ? `cluster ${label + 1}` : label);
  const names = groups.map(nameOf);
  const last = groups.at(-1);
  const rows = last ? last.start + last.samples.length : 1;
  const mean = Array.from(values).reduce((sum, value) => sum + value, 0) / n;
  const lowest = Array.from(values).reduce((least, value) => Math.min(least, value), 0);
  const low = Math.floor(2 * lowest) / 2;
  const bars = groups.flatMap((group, c) =>
    group.samples.map((sample, k) => ({ sample, c, row: group.start + k, value: values[sample]! })),
  );
  let drawn: Drawing;
  const draw = (at: number): Drawing => {
    drawn = drawing({
      width: at,
      height,
      marginLeft: 16,
      x: { domain: [low, 1] },
      y: { domain: [0, rows], reverse: true, axis: null },
      marks: [
        groups.map((_, c) =>
          rectX(
            bars.filter((bar) => bar.c === c),
            {
              x1: 0,
              x2: "value",
              y1: "row",
              y2: (bar) => bar.row + 1,
              fill: classMark(c).color,
              shapeRendering: "crispEdges",
            },
          ),
        ),
        ruleX([0], { stroke: "var(--etude-rule)" }),
        xAxis(
          ticks.filter((tick) => tick >= low),
          "silhouette",
        ),
        ruleX([mean], { stroke: ink, strokeWidth: 1.5, strokeDasharray: "6 4" }),
        text([`mean ${mean.toFixed(2)}`], {
          x: () => mean,
          frameAnchor: "top",
          dy: -14,
          textAnchor: mean > 0.7 ? "end" : "start",
          fontWeight: 600,
          fill: ink,
        }),
        text(groups, {
          x: () => 1,
          y: (g: SilhouetteGroup) => g.start + g.samples.length / 2,
          text: (g: SilhouetteGroup) => `${names[groups.indexOf(g)]}: ${g.mean.toFixed(2)}`,
          textAnchor: "end",
          fill: ink,
          ...halo,
        }),
      ],
    });
    return drawn;
  };
  const misplaced = groups.reduce((sum, { below }) => sum + below, 0);
  const told = `Mean ${mean.toFixed(2)} over ${n} samples. ${misplaced} lie nearer to another cluster than to their own.`;
  const node = figure({
    name,
    description: told,
    caption: told,
    legend: classLegend(names),
    node: draw,
    width,
    height,
    table: () => ({
      columns: ["cluster", "samples", "mean silhouette", "nearer to another cluster"],
      rows: groups.map((group, c) => [names[c]!, group.samples.length, group.mean, group.below]),
    }),
  });
  const box = node.querySelector<HTMLElement>(".etude-drawing")!;
  const readout = pickPoints(box, bars.length, {
    invitation: play ? "Choose a bar to hear its sample." : "Choose a bar to read it.",
    describe: (i) => {
      const { sample, c, value } = bars[i]!;
      return `${describe?.(sample) ?? `sample ${sample + 1}`}, ${names[c]}: silhouette ${readable(value)}`;
    },
    place: (i) => ({
      x: drawn.scale("x")!.apply(bars[i]!.value),
      y: drawn.scale("y")!.apply(bars[i]!.row + 0.5),
    }),
    at: (_x, y) => {
      const row = Math.floor(drawn.scale("y")!.invert!(y));
      const found = bars.findIndex((bar) => bar.row === row);
      return found < 0 ? undefined : found;
    },
    step: (key, from) => {
      if (key === "Home") return 0;
      if (key === "End") return bars.length - 1;
      const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key];
      return by && Math.min(bars.length - 1, Math.max(0, (from ?? 0) + by));
    },
    activate: play && ((i) => play(bars[i]!.sample)),
  });
  box.after(readout);
  return node;
}
