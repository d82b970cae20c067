import { shown } from "../../learn/base/shown.ts";
import { checkSettings } from "../check-arguments.ts";
import { readable } from "./data-table.ts";
import { emptyDrawing } from "./empty-drawing.ts";
import { figure } from "./figure.ts";
import { lineLegend } from "./line-legend.ts";
import { type DrawnRun, lossCurveDrawing } from "./loss-curve-drawing.ts";
import { decades, leastEpoch, lossSeries } from "./loss-series.ts";
import { seriesLegend } from "./series-marks.ts";
import { upperEnd } from "./upper-end.ts";

/** The losses of one training, epoch by epoch; the first epoch is 1. What is not known yet is missing. */
export interface LossRun {
  name?: string;
  /** Loss on the samples that are learned from. */
  training: ArrayLike<number | undefined>;
  /** Loss on samples that are held out. */
  validation?: ArrayLike<number | undefined>;
  /** The epoch after which early stopping ended it. */
  stoppedAt?: number;
}

export interface LossCurveOptions {
  /** How many epochs there will be: they fix the axis; default those that are there. */
  epochs?: number;
  /** An epoch to look at: a vertical rule, with the losses there. */
  value?: number;
  /** Scale of the losses; default "linear". */
  scale?: "log" | "linear";
  /** Ends of the axis of losses; default from 0 to a round number above them, or whole powers of ten. */
  domain?: readonly [number, number];
  /** What is counted along the axis; default "epoch". */
  label?: string;
  /** What the loss is; default "loss". */
  lossName?: string;
  /** Title; default "Training and validation loss by" the label. */
  name?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels; default 320. */
  height?: number;
}

const emptyMessage = "The losses appear here, epoch by epoch.";

const isRun = (run: unknown): run is LossRun => typeof (run as LossRun)?.training?.length === "number";

/** What is to be said of a run. */
function runText({ name, training, validation, stoppedAt }: DrawnRun, label: string): string {
  const who = name ? `${name}: ` : "";
  const last = training.points.at(-1);
  const broken = training.brokenAt ?? validation.brokenAt;
  const least = leastEpoch(validation);
  const lastHeld = validation.points.at(-1);
  const parts = [
    last ? `after ${label} ${last.epoch} training ${readable(last.loss)}` : "nothing is known yet",
    lastHeld ? `validation ${readable(lastHeld.loss)}` : "",
    least ? `least validation ${readable(least.loss)} at ${label} ${least.epoch}` : "",
    stoppedAt === undefined ? "" : `stopped at ${stoppedAt}`,
    broken === undefined
      ? ""
      : `from ${label} ${broken} on the loss is no number any more: it has diverged, mostly because the learning rate is too high`,
  ];
  return `${who}${parts.filter(Boolean).join(", ")}.`;
}

/**
 * Training and validation loss epoch by epoch: training dashed, validation solid, its least ringed. A loss that is no
 * number any more ends the line with a cross and is said. Of several runs, each has its own colour; where they have
 * validation losses, their training losses are thin.
 *
 * @param runs one training or a list of them, complete or not; undefined draws an empty frame of the same size
 * @throws TypeError when it is something else.
 * @example
 * const epochs = Array.from({length: 60}, (_, i) => i + 1);
 * display(lossCurveFigure({
 *   training: epochs.map((epoch) => 1.6 * Math.exp(-epoch / 12)),
 *   validation: epochs.map((epoch) => 0.9 + 0.7 * Math.exp(-epoch / 6) + 0.012 * epoch)
 * }, {epochs: 60}));
 */
export function lossCurveFigure(
  runs: LossRun | readonly LossRun[] | undefined,
  options: LossCurveOptions = {},
): HTMLElement {
  const given = runs === undefined ? [] : Array.isArray(runs) ? runs : [runs];
  if (!given.every(isRun)) {
    throw new TypeError(
      `lossCurveFigure: runs must be losses such as {training: [2.3, 1.1], validation: [2.4, 1.5]}, or a list of these, but it is ${shown(runs)}.`,
    );
  }
  checkSettings("lossCurveFigure", options, "{epochs: 100}");
  const { scale = "linear", label = "epoch", lossName = "loss", value, width, height = 320 } = options;
  const drawn = (given as LossRun[]).map(
    (run, i): DrawnRun => ({
      name: run.name ?? (given.length > 1 ? `run ${i + 1}` : ""),
      training: lossSeries(run.training),
      validation: lossSeries(run.validation),
      stoppedAt: run.stoppedAt,
    }),
  );
  const all = drawn.flatMap(({ training, validation }) => [...training.points, ...validation.points]);
  const losses = all.map(({ loss }) => loss);
  const longest = all.reduce((most, { epoch }) => Math.max(most, epoch), 2);
  const low = Math.min(0, ...losses);
  const usual =
    scale === "log" ? decades(losses) : ([low < 0 ? -upperEnd([-low]) : 0, upperEnd(losses)] as const);
  const scene = {
    runs: drawn,
    epochs: Math.max(2, options.epochs ?? longest),
    domain: options.domain ?? usual,
    scale,
    label,
    lossName,
    value,
  };
  const words = drawn.map((run) => runText(run, label)).join(" ");
  const sentence = words && words[0]!.toUpperCase() + words.slice(1);
  const [single] = drawn.length === 1 ? drawn : [];
  const at = (points: DrawnRun["training"]["points"]) => {
    const point = value === undefined ? points.at(-1) : points.find(({ epoch }) => epoch === value);
    return point ? readable(point.loss) : "–";
  };
  const legend =
    drawn.length > 1
      ? seriesLegend(
          drawn.map(({ name, training, validation }) => ({
            name,
            reading: at(validation.points.length > 0 ? validation.points : training.points),
          })),
        )
      : lineLegend([
          { kind: "training", name: "training", reading: at(single?.training.points ?? []) },
          { kind: "validation", name: "validation", reading: at(single?.validation.points ?? []) },
        ]);
  const broken = drawn.some(({ training, validation }) => training.brokenAt ?? validation.brokenAt);
  return figure({
    name: options.name ?? `Training and validation ${lossName} by ${label}`,
    description: sentence || "Nothing is known yet.",
    caption: sentence || undefined,
    legend,
    node: (at) =>
      all.length > 0 || broken ? lossCurveDrawing(scene, at, height) : emptyDrawing(emptyMessage, at, height),
    width,
    height,
    table: () => ({
      columns: ["run", label, `training ${lossName}`, `validation ${lossName}`],
      rows: drawn.flatMap(({ name, training, validation }) =>
        Array.from({ length: Math.max(training.points.length, validation.points.length) }, (_, i) => [
          name || "–",
          i + 1,
          training.points[i]?.loss ?? Number.NaN,
          validation.points[i]?.loss ?? Number.NaN,
        ]),
      ),
    }),
  });
}
