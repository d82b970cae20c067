import { areaY, axisX, axisY, dot, line, type Markish, ruleX, text } from "@observablehq/plot";
import { onsetFMeasure } from "../../../music/evaluation/onset-f-measure.ts";
import { checkSettings } from "../../check-arguments.ts";
import { drawing } from "../drawing.ts";
import { checkNumbers, checkPositive, checkSpan } from "./check-cells.ts";
import { emptyFigure } from "./empty-figure.ts";
import { extent } from "./levels.ts";
import { marksLegend } from "./marks-legend.ts";
import { type NoveltyInput, noveltyCurve } from "./novelty-input.ts";
import { type MusicFigureOptions, pickedFigure } from "./picked-figure.ts";
import type { PlayOptions } from "./playhead.ts";
import { plotBox } from "./plot-box.ts";
import { seconds, timeTicks } from "./time-axis.ts";

export interface NoveltyFigureOptions extends MusicFigureOptions, PlayOptions {
  /** Samples a second, for a curve that does not know its times. */
  sr?: number;
  /** Samples from one value to the next, for such a curve; default 512. */
  hopLength?: number;
  /** What was found in it, in seconds; default what the analysis says. */
  found?: ArrayLike<number>;
  /** What a peak had to reach; default what the analysis says. */
  threshold?: ArrayLike<number>;
  /** When it truly happened, in seconds: what was found is then right or false, and the rest missed. */
  truth?: ArrayLike<number>;
  /** The farthest that something found may be from the truth, in seconds; default 0.05 for onsets, 0.07 for beats. */
  tolerance?: number;
  /** What one is called; default "onset" or "beat". */
  noun?: string;
  /** The part to draw, in seconds; default all of it. */
  seconds?: readonly [number, number];
}

const margins = { top: 52, right: 16, bottom: 44, left: 48 };
const lanes = { truth: -34, found: -14 };

/**
 * The novelty of a sound over time, with the onsets or beats that were found in it, and those that are true. Above the
 * curve, a filled circle is right, a hollow one was missed, a cross is false.
 *
 * @param novelty what `music.onsetStrength` gives (add `sr`), or `music.onsetDetect` or `music.beatTrack` with
 *   `{steps: true}`; undefined draws an empty frame of the same size
 * @throws TypeError when it is something else, or an option is wrong.
 * @example
 * const y = music.clicks([0.5, 1, 1.5, 2], {sr: 16000, length: 40000});
 * display(noveltyFigure(music.onsetDetect(y, {sr: 16000, steps: true}), {truth: [0.5, 1, 1.25, 1.5, 2]}));
 */
export function noveltyFigure(
  novelty: NoveltyInput | undefined,
  options: NoveltyFigureOptions = {},
): HTMLElement {
  const owner = "noveltyFigure";
  checkSettings(owner, options, "{truth: [0.5, 1]}");
  checkNumbers(owner, "truth", options.truth, "[0.5, 1, 1.5]");
  checkSpan(owner, "seconds", options.seconds);
  const { play, position, caption, width, height = 240 } = options;
  const name = options.name ?? "Novelty over time";
  if (novelty === undefined) return emptyFigure(name, "The novelty appears here.", { ...options, height });
  const curve = noveltyCurve(owner, novelty, options);
  const { times } = curve;
  const found = curve.found.toSorted((a, b) => a - b);
  const noun = options.noun ?? curve.noun;
  if (times.length === 0) return emptyFigure(name, "There is no sound in it.", { ...options, height });
  const { tolerance = curve.noun === "beat" ? 0.07 : 0.05 } = options;
  checkPositive(owner, "tolerance", tolerance, "0.05");
  const truth = options.truth && Array.from(options.truth).sort((a, b) => a - b);
  const matching = truth && onsetFMeasure(truth, found, { window: tolerance, steps: true }).matching;
  const last = times[times.length - 1]!;
  const span = options.seconds ?? ([0, Math.max(last, 1e-3)] as const);
  const points = Array.from(curve.novelty, (value, t) => ({
    time: times[t]!,
    value,
    threshold: curve.threshold?.[t],
  }));
  const visible = points.filter(({ time }) => time >= span[0] && time <= span[1]);
  const high = Math.max(extent(curve.novelty)[1], 1e-9) * 1.05;
  const inside = (time: number) => time >= span[0] && time <= span[1];
  const plot = (at: number) => plotBox({ width: at, height, margins }, span, [0, high]);

  const wrong = new Set(matching?.false);
  const missed = new Set(matching?.missed);
  const right = truth ? "var(--etude-truth)" : "var(--etude-found)";
  const at = (list: readonly number[], keep: (i: number) => boolean) =>
    list.filter((time, i) => keep(i) && inside(time));
  const mark = (list: readonly number[], dy: number, style: object): Markish =>
    dot(list, { x: (time: number) => time, frameAnchor: "top", dy, r: 4.5, strokeWidth: 2, ...style });
  const lane = (label: string, dy: number): Markish =>
    text([label], { frameAnchor: "top-left", dx: -8, dy, textAnchor: "end", fill: "var(--etude-muted)" });
  const draw = (wide: number) =>
    drawing({
      width: wide,
      height,
      marginTop: margins.top,
      x: { domain: [...span] },
      y: { domain: [0, high] },
      marks: [
        ruleX(
          at(found, (i) => !wrong.has(i)),
          { stroke: right, strokeWidth: 1.25 },
        ),
        ruleX(
          at(found, (i) => wrong.has(i)),
          { stroke: "var(--etude-wrong)", strokeWidth: 1.25, strokeDasharray: "3 3" },
        ),
        areaY(visible, { x: "time", y: "value", fill: "var(--etude-train)", fillOpacity: 0.16 }),
        line(visible, { x: "time", y: "value", stroke: "var(--etude-train)", strokeWidth: 1.5 }),
        curve.threshold
          ? line(visible, {
              x: "time",
              y: "threshold",
              stroke: "var(--etude-muted)",
              strokeDasharray: "5 4",
              clip: true,
            })
          : null,
        lane("found", lanes.found),
        mark(
          at(found, (i) => !wrong.has(i)),
          lanes.found,
          { fill: right, stroke: right },
        ),
        mark(
          at(found, (i) => wrong.has(i)),
          lanes.found,
          { symbol: "times", stroke: "var(--etude-wrong)" },
        ),
        truth
          ? [
              lane("true", lanes.truth),
              mark(
                at(truth, (i) => !missed.has(i)),
                lanes.truth,
                { fill: right, stroke: right },
              ),
              mark(
                at(truth, (i) => missed.has(i)),
                lanes.truth,
                { stroke: "var(--etude-validation)" },
              ),
            ]
          : null,
        axisX(
          timeTicks(...span)(wide - margins.left).map((tick) => tick.position),
          {
            label: "time (s)",
            labelArrow: "none",
            labelAnchor: "center",
            tickSize: 4,
          },
        ),
        axisY([], { label: null }),
        text(["novelty"], { frameAnchor: "left", dx: -12, rotate: -90, fill: "var(--etude-muted)" }),
      ],
    });
  const plural = (count: number) => `${count} ${noun}${count === 1 ? "" : "s"}`;
  const told = matching
    ? `${matching.right.length} right, ${matching.missed.length} missed, ${matching.false.length} false.`
    : `${plural(found.length)} found.`;
  const events = [
    ...found.map((time, i) => [time, "found", matching ? (wrong.has(i) ? "false" : "right") : "–"] as const),
    ...(truth ?? []).flatMap((time, i) => (missed.has(i) ? [[time, "true", "missed"] as const] : [])),
  ].toSorted((a, b) => a[0] - b[0]);
  const hop = times.length > 1 ? (last - times[0]!) / (times.length - 1) : 1;
  return pickedFigure({
    name,
    description: told,
    caption: [told, caption].filter(Boolean).join(" "),
    legend: truth
      ? marksLegend(
          [
            ["right", "right"],
            ["missed", "missed"],
            ["false", "false"],
          ],
          "dot",
        )
      : undefined,
    width,
    height,
    draw,
    plot,
    position,
    places: (show) => ({
      invitation: play
        ? "Choose a time to read it, and to hear the sound from there."
        : "Choose a time to read it.",
      columns: times.length,
      rows: 1,
      step: Math.max(1, Math.round(times.length / 200)),
      values: (column) => ({ x: times[column]!, y: curve.novelty[column]! }),
      find: (x) => ({ column: Math.round((x - times[0]!) / hop), row: 0 }),
      describe: (column) => {
        const time = times[column]!;
        const near = events.find(([when]) => Math.abs(when - time) <= Math.max(hop, 0.03));
        const event = near ? `, ${near[2] === "–" ? "" : `${near[2]} `}${noun} at ${seconds(near[0])}` : "";
        return `${seconds(time)}: ${curve.novelty[column]!.toPrecision(3)}${event}`;
      },
      activate: play && ((column) => play(times[column]!, show)),
    }),
    table: () => ({ columns: ["time (s)", noun, "against the truth"], rows: events }),
  });
}
