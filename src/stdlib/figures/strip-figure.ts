import { dot, type Markish, rectX, ruleX, text } from "@observablehq/plot";
import { uniqueLabels } from "../../learn/base/labels.ts";
import { shown } from "../../learn/base/shown.ts";
import { checkSettings } from "../check-arguments.ts";
import { halo, xAxis } from "./axis-marks.ts";
import { linearTicks } from "./axis-ticks.ts";
import { capitalised } from "./capitalised.ts";
import { classMark } from "./class-marks.ts";
import { classSymbol } from "./class-symbol.ts";
import { readable } from "./data-table.ts";
import { type Drawing, drawing } from "./drawing.ts";
import { figure } from "./figure.ts";
import { classIndex, paddedDomain } from "./labelled-points.ts";
import { pickPoints } from "./point-picker.ts";
import { stripOffsets, stripSides } from "./strip-layout.ts";

export interface StripOptions {
  /** The feature of each sample. */
  x: ArrayLike<number>;
  /** The class of each sample: its name, or its place in `classNames`. */
  y: ArrayLike<number | string>;
  /** What the feature is, with its unit; default "feature". */
  xName?: string;
  /** The classes from top to bottom, in the order of their colours; default those that occur, sorted. */
  classNames?: readonly string[];
  /** A threshold on the feature: a vertical rule. */
  threshold?: number;
  /** The class that is answered at or above the threshold; the other side is answered with the other class, or "not". */
  above?: string;
  /** What one sample is called. */
  describe?: (index: number) => string;
  /** Plays the sound of a sample, on a click or Enter. */
  play?: (index: number) => unknown;
  /** Title; default the feature by class. */
  name?: string;
  /** Text below. */
  caption?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels; default 96 for each class. */
  height?: number;
}

const stripHeight = 96;
const thickness = 0.52;
const ink = "var(--etude-ink)";

/** Where a point lies on the vertical axis: its class's strip, below the class's name. */
const middle = 0.58;

function thresholdMarks({ threshold }: StripOptions, [low, high]: readonly [number, number]): Markish {
  if (threshold === undefined) return null;
  const along = (threshold - low) / (high - low);
  return [
    ruleX([threshold], { stroke: ink, strokeWidth: 1.5 }),
    text([readable(threshold)], {
      x: () => threshold,
      frameAnchor: "top",
      dy: -12,
      textAnchor: along > 0.9 ? "end" : along < 0.1 ? "start" : "middle",
      fontWeight: 600,
      fill: ink,
    }),
  ];
}

function columns(options: StripOptions) {
  checkSettings("stripFigure", options, "{x: decays, y: drums.y}");
  const { x, y } = options;
  for (const [name, list] of Object.entries({ x, y })) {
    if (typeof list === "object" && list !== null && "length" in list) continue;
    throw new TypeError(
      `stripFigure: ${name} must be a list with one item a sample, but it is ${shown(list)}.`,
    );
  }
  if (x.length !== y.length) {
    throw new RangeError(
      `stripFigure: x and y must be equally long, but they have ${x.length} and ${y.length} items.`,
    );
  }
  const bad = Array.from(x).findIndex((value) => typeof value !== "number");
  if (bad >= 0) {
    throw new TypeError(`stripFigure: x must hold numbers, but item ${bad} is ${shown(x[bad])}.`);
  }
  const occurring = y.length > 0 ? uniqueLabels(y).map(String) : [];
  const { classNames = occurring, threshold } = options;
  if (threshold !== undefined && !Number.isFinite(threshold)) {
    throw new TypeError(`stripFigure: threshold must be a number, but it is ${shown(threshold)}.`);
  }
  const classes = Int32Array.from(y, (label) => classIndex(label, classNames));
  return { values: Float64Array.from(x), classes, classNames };
}

/** What the threshold does, in words. */
function verdict(
  values: Float64Array,
  classes: Int32Array,
  classNames: readonly string[],
  { threshold, above }: StripOptions,
): string {
  if (threshold === undefined) return "";
  const sides = stripSides(values, classes, classNames.length, threshold);
  if (above === undefined) {
    const each = classNames.map(
      (name, c) => `${sides.above[c]} of ${sides.above[c]! + sides.below[c]!} ${name}`,
    );
    return `At or above ${readable(threshold)}: ${each.join(", ")}.`;
  }
  const chosen = classIndex(above, classNames);
  const right = sides.below.reduce((sum, n, c) => sum + (c === chosen ? sides.above[c]! : n), 0);
  return `“${above}” at or above ${readable(threshold)} is right for ${right} of ${values.length} samples.`;
}

/**
 * One feature of samples, a strip of points for each class, with a threshold. Points are spread across their strip so
 * that they can be seen; only their place along it means something.
 *
 * @throws TypeError when x or y is missing, RangeError when they do not fit together.
 * @example
 * const drums = await datasets.load("drum-test");
 * const level = drums.X.selectCols([drums.featureNames.indexOf("level100")]).data;
 * display(stripFigure({
 *   x: level,
 *   y: drums.y,
 *   classNames: drums.classNames,
 *   xName: "level at 0.1 s (dB)",
 *   threshold: -20,
 *   play: (i) => sound.playNow(drums.clips[i])
 * }));
 */
export function stripFigure(options: StripOptions): HTMLElement {
  const { values, classes, classNames } = columns(options);
  const { xName = "feature", describe, play, width } = options;
  const height = options.height ?? 72 + stripHeight * Math.max(1, classNames.length);
  const domain = paddedDomain(values);
  const offsets = new Float64Array(values.length);
  for (let c = 0; c < classNames.length; c++) {
    const own = Array.from(classes.keys()).filter((i) => classes[i] === c);
    const spread = stripOffsets(own.map((i) => values[i]!));
    for (const [k, i] of own.entries()) offsets[i] = spread[k]!;
  }
  const yOf = (i: number) => classes[i]! + middle + thickness * offsets[i]!;
  let drawn: Drawing;
  const draw = (at: number): Drawing => {
    const { threshold } = options;
    const places = Array.from(values.keys());
    const shade = { x1: () => threshold, x2: () => domain[1], fill: "var(--etude-wash)" };
    drawn = drawing({
      width: at,
      height,
      marginLeft: 16,
      x: { domain },
      y: { domain: [0, Math.max(1, classNames.length)], reverse: true, axis: null },
      marks: [
        threshold === undefined ? null : rectX([threshold], shade as object),
        xAxis(linearTicks(...domain, at / 80), xName),
        classNames.map((_, c) =>
          dot(
            places.filter((i) => classes[i] === c),
            {
              x: (i: number) => values[i]!,
              y: yOf,
              symbol: classSymbol(c),
              r: 3.6,
              fill: classMark(c).color,
              stroke: "var(--etude-paper)",
              strokeWidth: 0.8,
            },
          ),
        ),
        text(classNames, {
          x: () => domain[0],
          y: (_: string, c: number) => c + 0.13,
          text: (name: string, c: number) => `${name} (${classes.filter((k) => k === c).length})`,
          textAnchor: "start",
          fontWeight: 600,
          fill: ink,
          ...halo,
        } as object),
        thresholdMarks(options, domain),
      ],
    });
    return drawn;
  };
  const said = verdict(values, classes, classNames, options);
  const node = figure({
    name: options.name ?? `${capitalised(xName)} by class`,
    description: [`${values.length} samples of ${classNames.length} classes.`, said]
      .filter(Boolean)
      .join(" "),
    caption: [options.caption, said].filter(Boolean).join(" "),
    node: draw,
    width,
    height,
    table: () => ({
      columns: ["sample", "class", xName],
      rows: Array.from(values, (value, i) => {
        return [describe?.(i) ?? String(i + 1), classNames[classes[i]!]!, value];
      }),
    }),
  });
  const box = node.querySelector<HTMLElement>(".etude-drawing")!;
  const readout = pickPoints(box, values.length, {
    invitation: play ? "Choose a point to hear it." : "Choose a point to read it.",
    describe: (i) => {
      const who = [classNames[classes[i]!], describe?.(i)].filter(Boolean).join(", ");
      return `${who}: ${xName} ${readable(values[i]!)}`;
    },
    place: (i) => ({ x: drawn.scale("x")!.apply(values[i]), y: drawn.scale("y")!.apply(yOf(i)) }),
    activate: play,
  });
  box.after(readout);
  return node;
}
