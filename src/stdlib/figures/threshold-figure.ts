import { type Markish, rect, ruleX, ruleY, text } from "@observablehq/plot";
import { checkSettings } from "../check-arguments.ts";
import { halo, xAxis, yAxis } from "./axis-marks.ts";
import { linearTicks } from "./axis-ticks.ts";
import type { Scored } from "./binary-curves.ts";
import { checkSeries } from "./check-series.ts";
import { classMark } from "./class-marks.ts";
import { readable } from "./data-table.ts";
import { type Drawing, drawing } from "./drawing.ts";
import { emptyDrawing } from "./empty-drawing.ts";
import { figure } from "./figure.ts";
import { scoredList } from "./scored-argument.ts";
import { type Bar, histogram, thresholdCounts } from "./threshold-counts.ts";
import { upperEnd } from "./upper-end.ts";

export interface ThresholdOptions {
  /** From which score on a sample is taken for the class sought; default 0.5. */
  threshold?: number;
  /** How many bars; default 20. */
  bins?: number;
  /** What the scores are; default "score". */
  scoreName?: string;
  /** The classes in the order of their colours, to give the class sought its own. */
  classNames?: readonly string[];
  /** Title; default "Scores of" the class sought "and of the others". */
  name?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels; default 320. */
  height?: number;
}

const emptyMessage = "The scores of both classes appear here.";
const ink = "var(--etude-ink)";
/** How much longer the axis is than the tallest bar, so that the counts stand beside the bars and not on them. */
const headroom = 1.2;

/** Bars of which the part on the wrong side of the threshold is hollow. */
function barMarks(bars: readonly Bar[], sign: 1 | -1, color: string, threshold: number): Markish {
  const filled = bars.filter(({ count }) => count > 0);
  const part = (bar: Bar, side: "left" | "right") =>
    side === "left" ? [bar.from, Math.min(bar.to, threshold)] : [Math.max(bar.from, threshold), bar.to];
  return (["left", "right"] as const).map((side) => {
    const right = (side === "right") === (sign === 1);
    return rect(
      filled.filter((bar) => part(bar, side)[0]! < part(bar, side)[1]!),
      {
        x1: (bar: Bar) => part(bar, side)[0],
        x2: (bar: Bar) => part(bar, side)[1],
        y1: 0,
        y2: (bar: Bar) => sign * bar.share,
        fill: color,
        fillOpacity: right ? 0.75 : 0.15,
        stroke: color,
        strokeWidth: 1,
        insetLeft: 0.5,
        insetRight: 0.5,
      },
    );
  });
}

/**
 * How the scores of two classes lie, and what a threshold makes of them: the class sought above the line, the others
 * below, each as shares of its own samples, with the four counts beside the threshold. What is on its wrong side is
 * hollow. The axes do not depend on the threshold, so a slider moves the rule alone.
 *
 * @param scored true classes and scores; undefined draws an empty frame of the same size
 * @throws TypeError when it is something else, RangeError when the lengths differ.
 * @example
 * const drums = await datasets.load("drums"), heard = await datasets.load("drum-test");
 * const features = ["brightness", "level100"];
 * const model = new LogisticRegression().fit(drums.select(features), drums.y);
 * const proba = model.predictProba(heard.select(features));
 * const yScore = heard.y.map((_, i) => proba.row(i)[model.classes.indexOf("snare")]);
 * display(thresholdFigure({yTrue: heard.y, yScore, posLabel: "snare"}, {threshold: 0.3}));
 */
export function thresholdFigure(scored: Scored | undefined, options: ThresholdOptions = {}): HTMLElement {
  const [given] = scoredList("thresholdFigure", scored);
  checkSettings("thresholdFigure", options, "{threshold: 0.5}");
  const { threshold = 0.5, bins = 20, scoreName = "score", width, height = 320 } = options;
  const sought = given?.posLabel ?? 1;
  const yTrue = given ? Array.from(given.yTrue as ArrayLike<string | number>) : [];
  const scores = given ? checkSeries("thresholdFigure", "yScore", given.yScore, yTrue.length) : [];
  const positive = yTrue.map((label) => label === sought);
  const low = scores.reduce((a, b) => Math.min(a, b), 0);
  const high = scores.reduce((a, b) => Math.max(a, b), 1);
  const domain = [low, high] as const;
  const above = histogram(
    scores.filter((_, i) => positive[i]),
    domain,
    bins,
  );
  const below = histogram(
    scores.filter((_, i) => !positive[i]),
    domain,
    bins,
  );
  const most = upperEnd([...above, ...below].map(({ share }) => share));
  const counts = thresholdCounts(positive, scores, threshold);
  const { hits, misses, falseAlarms, leftAlone } = counts;
  const place = options.classNames?.indexOf(String(sought)) ?? 0;
  const color = classMark(Math.max(0, place)).color;

  const draw = (at: number): Drawing => {
    const label = (words: string, frameAnchor: "top-left" | "top-right" | "bottom-left" | "bottom-right") =>
      text([words], { frameAnchor, dx: frameAnchor.endsWith("left") ? 6 : -6, fill: ink, ...halo });
    const ticks = linearTicks(-most, most, 6);
    const textAnchor = threshold > (low + high) / 2 ? "end" : "start";
    return drawing({
      width: at,
      height,
      marginTop: 44,
      x: { domain: [...domain] },
      y: { domain: [-headroom * most, headroom * most] },
      marks: [
        xAxis(linearTicks(...domain, at / 64), scoreName),
        yAxis(ticks, "share of the class", (value: number) => `${readable(Math.abs(100 * value))} %`),
        barMarks(above, 1, color, threshold),
        barMarks(below, -1, "var(--etude-chance)", threshold),
        ruleY([0], { stroke: ink, strokeOpacity: 0.5 }),
        ruleX([threshold], { stroke: ink, strokeWidth: 1.5 }),
        text([`threshold ${readable(threshold)}`], {
          x: [threshold],
          frameAnchor: "top",
          textAnchor,
          dy: -14,
          fontWeight: 600,
          fill: ink,
        }),
        label(`missed: ${misses}`, "top-left"),
        label(`found: ${hits}`, "top-right"),
        label(`left alone: ${leftAlone}`, "bottom-left"),
        label(`false alarms: ${falseAlarms}`, "bottom-right"),
      ],
    });
  };
  const share = (count: number, of: number) => (of > 0 ? (count / of).toFixed(2) : "–");
  const all = scores.length;
  const never = share(falseAlarms + leftAlone, all);
  const explained = `At ${readable(threshold)}: precision ${share(hits, hits + falseAlarms)}, recall ${share(hits, hits + misses)}, accuracy ${share(hits + leftAlone, all)}. Never saying yes has an accuracy of ${never}.`;
  return figure({
    name: options.name ?? `Scores of ${given ? sought : "the class sought"} and of the others`,
    description: all > 0 ? explained : "Nothing is known yet.",
    caption: all > 0 ? `Above: ${sought}, below: the others. ${explained}` : undefined,
    node: (at) => (all > 0 ? draw(at) : emptyDrawing(emptyMessage, at, height)),
    width,
    height,
    table: () => ({
      columns: [`${scoreName} from`, "to", `${sought}`, "others"],
      rows: above.map(({ from, to, count }, i) => [from, to, count, below[i]!.count]),
    }),
  });
}
