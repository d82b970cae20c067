import { dot, gridY, line, type Markish, rectY, ruleX, ruleY, text } from "@observablehq/plot";
import { shown } from "../../learn/base/shown.ts";
import { checkSettings } from "../check-arguments.ts";
import { halo, xAxis, yAxis } from "./axis-marks.ts";
import { linearTicks } from "./axis-ticks.ts";
import { type Drawing, drawing } from "./drawing.ts";
import { emptyDrawing } from "./empty-drawing.ts";
import {
  componentsAbove,
  componentsFor,
  type ExplainedVariance,
  explainedVariance,
} from "./explained-variance.ts";
import { figure } from "./figure.ts";
import { seriesLegend, seriesMark } from "./series-marks.ts";

export interface ScreeOptions {
  /** The share of the variance that is wanted, from 0 to 1: how many components reach it is marked; default 0.9. */
  share?: number;
  /** Number of components that is chosen: a vertical rule. */
  chosen?: number;
  /**
   * The shares that chance would give: those of the same columns, each shuffled on its own, so that nothing goes together
   * any more (Horn's parallel analysis, 1965). A line, and how many components keep more.
   */
  chance?: { explainedVarianceRatio: ArrayLike<number> } | ArrayLike<number>;
  /** Title; default "Variance explained by each component". */
  name?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels; default 320. */
  height?: number;
}

const percent = (share: number) => `${Math.round(100 * share)} %`;
const shareTicks = [0, 0.2, 0.4, 0.6, 0.8, 1];
const mostDots = 60;
const pixelsPerTick = 44;
const ink = "var(--etude-ink)";

function ratiosOf(pca: unknown, argument = "pca"): ArrayLike<number> {
  const ratios = (pca as { explainedVarianceRatio?: unknown } | null)?.explainedVarianceRatio ?? pca;
  const isList = typeof ratios === "object" && ratios !== null && "length" in ratios;
  const numbers = isList ? Array.from(ratios as ArrayLike<unknown>) : [];
  if (isList && numbers.every((ratio) => typeof ratio === "number" && ratio >= 0 && ratio <= 1 + 1e-9)) {
    return numbers as number[];
  }
  throw new TypeError(
    `screeFigure: ${argument} must be a fitted PCA, or its explainedVarianceRatio (numbers from 0 to 1), but it is ${shown(pca)}.`,
  );
}

function wantedMarks(share: number, all: number): Markish {
  const dots = { stroke: "var(--etude-chance)", strokeWidth: 1.75, strokeDasharray: "1.5 4" };
  const words = { x: all + 0.5, y: share, text: percent, textAnchor: "end", dy: 10 } as const;
  return [
    ruleY([share], dots as object),
    all > 0 ? text([share], { ...words, fill: "var(--etude-muted)", ...halo }) : null,
  ];
}

/**
 * How much of the variance each principal component explains (bars), and all up to it together (line), with the
 * number of components that explain a wanted share.
 *
 * @param pca a fitted PCA, or shares of the variance from the first component on; undefined draws an empty frame
 * @throws TypeError when it is neither, RangeError when share is not from 0 to 1.
 * @example
 * const X = [[2, 4, 1], [3, 7, 0], [5, 9, 2], [6, 13, 1], [8, 15, 3]];
 * display(screeFigure(new PCA().fit(X), {share: 0.95}));
 */
export function screeFigure(
  pca: { explainedVarianceRatio: ArrayLike<number> } | ArrayLike<number> | undefined,
  options: ScreeOptions = {},
): HTMLElement {
  checkSettings("screeFigure", options, "{share: 0.9}");
  const { share = 0.9, chosen, name = "Variance explained by each component", width, height = 320 } = options;
  if (!(share >= 0 && share <= 1)) {
    throw new RangeError(`screeFigure: share must be from 0 to 1, such as 0.9, but it is ${shown(share)}.`);
  }
  if (pca === undefined) {
    const message = "The shares appear here when the components are found.";
    return figure({ name, node: (at) => emptyDrawing(message, at, height), width, height });
  }
  const explained = explainedVariance(ratiosOf(pca));
  const all = explained.length;
  const count = componentsFor(share, explained);
  const last = explained.at(-1)?.together ?? 0;
  const random = options.chance && explainedVariance(ratiosOf(options.chance, "chance")).slice(0, all);
  const above =
    random &&
    componentsAbove(
      random.map(({ ratio }) => ratio),
      explained,
    );
  const toldOfShare =
    count === undefined
      ? `The ${all} components that were kept explain ${percent(last)}, less than ${percent(share)}.`
      : `${count} of ${all} components explain ${percent(share)} of the variance; the first alone ${percent(explained[0]!.ratio)}.`;
  const more = above === 1 ? "The first component keeps" : `The first ${above} components keep`;
  const none = "No component keeps more than it would by chance.";
  const toldOfChance = above === undefined ? "" : above === 0 ? none : `${more} more than by chance.`;
  const told = [toldOfShare, toldOfChance].filter(Boolean).join(" ");
  const bars = seriesMark(0).color;
  const together = seriesMark(1);
  const byChance = seriesMark(2);
  const lines = [{ name: "this component" }, { name: "all up to it" }];
  const draw = (at: number): Drawing => {
    const step = { x: "component", y: "together", stroke: together.color };
    const marked = explained.filter(({ component }) => component === count);
    const most = at / pixelsPerTick;
    const ticks = all > 1 ? linearTicks(1, all, most, 1) : [1];
    return drawing({
      width: at,
      height,
      x: { domain: [0.5, Math.max(all, 1) + 0.5] },
      y: { domain: [0, 1] },
      marks: [
        gridY(shareTicks, { stroke: "var(--etude-grid)", strokeOpacity: 1 }),
        rectY(explained, {
          x1: (e: ExplainedVariance) => e.component - 0.4,
          x2: (e: ExplainedVariance) => e.component + 0.4,
          y: "ratio",
          fill: bars,
          fillOpacity: (e: ExplainedVariance) => (count !== undefined && e.component > count ? 0.45 : 1),
        } as object),
        xAxis(ticks, "component"),
        yAxis(shareTicks, "part of the variance", percent as never),
        wantedMarks(share, all),
        line(explained, { ...step, strokeWidth: 2.25, strokeDasharray: together.dash }),
        all <= mostDots
          ? dot(explained, { x: "component", y: "together", r: 3, fill: together.color })
          : null,
        random
          ? line(random, {
              x: "component",
              y: "ratio",
              stroke: byChance.color,
              strokeWidth: 2.25,
              strokeDasharray: byChance.dash,
            })
          : null,
        dot(marked, { x: "component", y: "together", r: 7, stroke: ink, strokeWidth: 1.75 }),
        text(marked, {
          x: "component",
          y: "together",
          text: (e: ExplainedVariance) => `${e.component}: ${percent(e.together)}`,
          dy: 20,
          textAnchor: count !== undefined && count > all / 2 ? "end" : "start",
          fontWeight: 600,
          fill: ink,
          ...halo,
        }),
        chosen === undefined ? null : ruleX([chosen], { stroke: ink, strokeWidth: 1.25 }),
      ],
    });
  };
  return figure({
    name,
    description: told,
    caption: told,
    legend: seriesLegend(random ? [...lines, { name: "by chance" }] : lines),
    node: draw,
    width,
    height,
    table: () => ({
      columns: ["component", "part of the variance", "all up to it", ...(random ? ["by chance"] : [])],
      rows: explained.map((e, i) => [
        e.component,
        e.ratio,
        e.together,
        ...(random ? [random[i]?.ratio ?? ""] : []),
      ]),
    }),
  });
}
