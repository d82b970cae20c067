import { dot, line, ruleX, ruleY } from "@observablehq/plot";
import { checkSettings } from "../check-arguments.ts";
import { xAxis, yAxis } from "./axis-marks.ts";
import { linearTicks } from "./axis-ticks.ts";
import { checkSeries } from "./check-series.ts";
import { readable } from "./data-table.ts";
import { type Drawing, drawing } from "./drawing.ts";
import { emptyDrawing } from "./empty-drawing.ts";
import { figure } from "./figure.ts";
import { paddedEnds } from "./fits-summary.ts";
import { lineLegend } from "./line-legend.ts";
import { pickPoints } from "./point-picker.ts";
import { residualEnd, residualSummary, runningMean } from "./residual-summary.ts";

export interface ResidualsOptions {
  /** What to lay the residuals along: one number a sample; default the predictions. */
  x?: ArrayLike<number>;
  /** Name of the horizontal axis, with its unit; default "predicted", or "x" where `x` is given. */
  xName?: string;
  /** What was predicted, with its unit; default "value". */
  yName?: string;
  /** Lines down to 0, for samples in a row such as beats; default false. */
  stems?: boolean;
  /** How many neighbours the running mean takes in, 0 for none; default about a fifth of the samples. */
  smooth?: number;
  /** Upper end of the vertical axis, the lower is as far below; default that of always answering the mean. */
  most?: number;
  /** What one sample is called; shown when it is picked. */
  describe?: (index: number) => string;
  /** Plays the sound that a point stands for, on a click or Enter; may answer with a promise of its end. */
  play?: (index: number) => unknown;
  /** Title; default "What the model leaves over". */
  name?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels; default 300. */
  height?: number;
}

const emptyMessage = "What the model leaves over appears here, a dot a sample.";
const ink = "var(--etude-ink)";

/**
 * The residuals of predicted numbers: truth less prediction. Where they still have a shape, the model has missed
 * something; a running mean shows it.
 *
 * The vertical axis depends on the true values alone, as long as the model is better than their mean.
 *
 * @param yTrue the true number of each sample; undefined draws an empty frame of the same size
 * @param yPred what was predicted for each
 * @throws TypeError when they are no lists of numbers, RangeError when their lengths differ.
 * @example
 * const x = Array.from({length: 40}, (_, i) => i / 4), X = x.map((at) => [at]);
 * const loudness = x.map((at) => 60 + 2 * at + 3 * Math.sin(3 * at));
 * const line = new LinearRegression().fit(X, loudness);
 * display(residualsFigure(loudness, line.predict(X), {x, xName: "time (s)", yName: "loudness (dB)"}));
 */
export function residualsFigure(
  yTrue: ArrayLike<number> | undefined,
  yPred?: ArrayLike<number>,
  options: ResidualsOptions = {},
): HTMLElement {
  checkSettings("residualsFigure", options, '{xName: "time (s)"}');
  const { yName = "value", stems = false, play, describe, width, height = 300 } = options;
  const xName = options.xName ?? (options.x ? "x" : "predicted");
  const known = yTrue !== undefined && yPred !== undefined;
  const truth = known ? checkSeries("residualsFigure", "yTrue", yTrue) : [];
  const predicted = known ? checkSeries("residualsFigure", "yPred", yPred, truth.length) : [];
  const x = options.x && known ? checkSeries("residualsFigure", "x", options.x, truth.length) : predicted;
  const residuals = truth.map((value, i) => value - predicted[i]!);
  const { rmse, r2, largest } = residualSummary(truth, residuals);
  const neighbours = options.smooth ?? Math.max(3, Math.round(truth.length / 5));
  const mean = neighbours > 1 ? runningMean(x, residuals, neighbours) : [];
  const xDomain = paddedEnds(options.x ? x : truth);
  if (options.x) [xDomain[0], xDomain[1]] = [Math.min(...x), Math.max(...x)];
  const most = options.most ?? residualEnd(truth, largest);

  let drawn: Drawing;
  const places = residuals.map((_, i) => i);
  const at = { x: (i: number) => x[i]!, y: (i: number) => residuals[i]! };
  const draw = (room: number): Drawing => {
    drawn = drawing({
      width: room,
      height,
      x: { domain: xDomain, insetLeft: 8, insetRight: 8 },
      y: { domain: [-most, most] },
      marks: [
        xAxis(linearTicks(...xDomain, room / 80), xName),
        yAxis(linearTicks(-most, most, height / 56), `${yName}: true less predicted`),
        ruleY([0], { stroke: "var(--etude-chance)", strokeWidth: 1.5 }),
        stems
          ? ruleX(places, { x: at.x, y1: 0, y2: at.y, stroke: "var(--etude-validation)", strokeOpacity: 0.6 })
          : null,
        dot(places, {
          ...at,
          r: 3.2,
          fill: "var(--etude-validation)",
          stroke: "var(--etude-paper)",
          strokeWidth: 0.8,
        }),
        line(mean, { x: "x", y: "y", stroke: ink, strokeWidth: 2 }),
      ],
    });
    return drawn;
  };
  const explained = Number.isFinite(r2) ? ` R² is ${r2.toFixed(2)}.` : "";
  const text = `Typically ${readable(rmse)} off (root mean square), at most ${readable(largest)}.${explained}`;
  const legend = lineLegend([{ kind: "whole", name: `running mean of ${neighbours}` }]);
  const node = figure({
    name: options.name ?? "What the model leaves over",
    description: truth.length > 0 ? text : "Nothing is known yet.",
    caption: truth.length > 0 ? text : undefined,
    legend: neighbours > 1 ? legend : undefined,
    node: (room) => (truth.length > 0 ? draw(room) : emptyDrawing(emptyMessage, room, height)),
    width,
    height,
    table: () => ({
      columns: ["sample", xName, `true ${yName}`, "predicted", "left over"],
      rows: truth.map((value, i) => [
        describe?.(i) ?? String(i + 1),
        x[i]!,
        value,
        predicted[i]!,
        residuals[i]!,
      ]),
    }),
  });
  if (truth.length > 0 && (play || describe)) {
    const box = node.querySelector<HTMLElement>(".etude-drawing")!;
    const readout = pickPoints(box, truth.length, {
      invitation: play ? "Choose a point to hear it." : "Choose a point to read it.",
      describe: (i) =>
        `${describe?.(i) ?? `sample ${i + 1}`}: ${xName} ${readable(x[i]!)}, true ${readable(truth[i]!)}, predicted ${readable(predicted[i]!)}`,
      place: (i) => ({ x: drawn.scale("x")!.apply(x[i]), y: drawn.scale("y")!.apply(residuals[i]) }),
      activate: play,
    });
    box.after(readout);
  }
  return node;
}
