import { classLegend } from "./class-marks.ts";
import { readable } from "./data-table.ts";
import type { Drawing } from "./drawing.ts";
import { figure } from "./figure.ts";
import { type LabelledPointsOptions, labelledPoints } from "./labelled-points.ts";
import { pickPoints } from "./point-picker.ts";
import { pointsDrawing } from "./points-drawing.ts";

export interface ScatterOptions extends LabelledPointsOptions {
  /** What one sample is called, such as its kit; shown with its class when it is picked. */
  describe?: (index: number) => string;
  /** Plays the sound that a point stands for, on a click or Enter; may answer with a promise of its end. */
  play?: (index: number) => unknown;
  /** Samples to put a ring around, and what they are. */
  highlight?: { indices: readonly number[]; name: string };
  /** Title; default the second feature against the first. */
  name?: string;
  /** Text below. */
  caption?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels; default 400. */
  height?: number;
}

/**
 * Two features of labelled samples. A line below says which sample is under the pointer; with `play`, a click or
 * Enter lets it be heard, and the arrow keys go from point to point.
 *
 * @throws RangeError when the data does not fit together.
 * @example
 * const drums = await datasets.load("drum-test");
 * display(scatterFigure({
 *   X: drums.select(["brightness", "level100"]),
 *   y: drums.y,
 *   classNames: drums.classNames,
 *   featureNames: ["brightness (octaves above A4)", "level at 0.1 s (dB)"],
 *   play: (i) => sound.playNow(drums.clips[i])
 * }));
 */
export function scatterFigure(options: ScatterOptions): HTMLElement {
  const points = labelledPoints(options, "scatterFigure");
  const { describe, play, highlight, width, height = 400 } = options;
  const { x, y, xName, yName, classes, classNames } = points;
  const name = options.name ?? `${yName} against ${xName}`;
  let drawn: Drawing;
  const draw = (at: number): Drawing => {
    drawn = pointsDrawing(points, { width: at, height, ringed: highlight?.indices });
    return drawn;
  };
  const ringed = highlight ? `Ringed: ${highlight.name}.` : "";
  const node = figure({
    name,
    description: `${x.length} samples of ${classNames.length} classes.`,
    caption: [options.caption, ringed].filter(Boolean).join(" "),
    legend: classLegend(classNames),
    node: draw,
    width,
    height,
    table: () => ({
      columns: ["sample", "class", xName, yName],
      rows: Array.from(x, (_, i) => [describe?.(i) ?? String(i + 1), classNames[classes[i]!]!, x[i]!, y[i]!]),
    }),
  });
  const box = node.querySelector<HTMLElement>(".etude-drawing")!;
  const readout = pickPoints(box, x.length, {
    invitation: play ? "Choose a point to hear it." : "Choose a point to read it.",
    describe: (i) => {
      const who = [classNames[classes[i]!], describe?.(i)].filter(Boolean).join(", ");
      return `${who}: ${xName} ${readable(x[i]!)}, ${yName} ${readable(y[i]!)}`;
    },
    place: (i) => ({ x: drawn.scale("x")!.apply(x[i]), y: drawn.scale("y")!.apply(y[i]) }),
    activate: play,
  });
  box.after(readout);
  return node;
}
