import { dot, gridY, line, type Markish, ruleX, text } from "@observablehq/plot";
import { halo, xAxis, yAxis } from "./axis-marks.ts";
import { linearTicks, logTicks } from "./axis-ticks.ts";
import { readable } from "./data-table.ts";
import { type Drawing, drawing } from "./drawing.ts";
import { type LossSeries, leastEpoch } from "./loss-series.ts";
import { seriesMark } from "./series-marks.ts";

/** A training run, ready to draw. */
export interface DrawnRun {
  name: string;
  training: LossSeries;
  validation: LossSeries;
  stoppedAt?: number;
}

export interface LossCurveScene {
  runs: readonly DrawnRun[];
  /** The last epoch on the axis. */
  epochs: number;
  domain: readonly [number, number];
  scale: "log" | "linear";
  label: string;
  lossName: string;
  value?: number;
}

const ink = "var(--etude-ink)";
const wrong = "var(--etude-wrong)";

/** Ticks of the losses: round numbers, or powers of ten. */
function lossTicks({ scale, domain }: LossCurveScene): number[] {
  return scale === "log" ? logTicks(...domain, 7) : linearTicks(...domain, 5);
}

/** Ends a line that cannot go on. */
function brokenMark({ points, brokenAt }: LossSeries, top: number, label: string, named: boolean): Markish {
  if (brokenAt === undefined) return null;
  const last = points.at(-1) ?? { epoch: brokenAt, loss: top };
  const at = { x: [last.epoch], y: [last.loss] };
  return [
    dot([0], { ...at, symbol: "times", r: 7, stroke: wrong, strokeWidth: 2.5 }),
    named
      ? text([`no number from ${label} ${brokenAt}`], {
          ...at,
          textAnchor: "start",
          dx: 10,
          fill: wrong,
          fontWeight: 600,
          ...halo,
        })
      : null,
  ];
}

function runMarks(scene: LossCurveScene): Markish {
  const { runs, domain, label } = scene;
  const at = { x: "epoch", y: "loss", clip: true } as const;
  return runs.map(({ training, validation }, i): Markish => {
    const single = runs.length === 1;
    const { color, dash } = seriesMark(i);
    const train = single
      ? { stroke: "var(--etude-train)", strokeWidth: 2.25, strokeDasharray: "6 4" }
      : { stroke: color, strokeDasharray: dash, strokeWidth: validation.points.length > 0 ? 1 : 2.25 };
    const held = single
      ? { stroke: "var(--etude-validation)", strokeWidth: 2.25 }
      : { stroke: color, strokeDasharray: dash, strokeWidth: 2.25 };
    const least = leastEpoch(validation);
    const broken = training.brokenAt === undefined ? validation : training;
    return [
      line(training.points, { ...at, ...train }),
      line(validation.points, { ...at, ...held }),
      single && least ? dot([least], { ...at, r: 7, stroke: ink, strokeWidth: 1.75 }) : null,
      single && least
        ? text([`least: ${label} ${least.epoch}`], {
            x: [least.epoch],
            y: [least.loss],
            textAnchor: least.epoch > 0.6 * scene.epochs ? "end" : "start",
            dx: least.epoch > 0.6 * scene.epochs ? -10 : 10,
            // So far up that the curve, which rises again, passes below it; the other curve is below it anyway.
            dy: -30,
            fontWeight: 600,
            fill: ink,
            ...halo,
          })
        : null,
      brokenMark(broken, domain[1], label, single),
    ];
  });
}

function ruleMarks({ runs, value, epochs, label }: LossCurveScene): Markish {
  const stops = runs.flatMap(({ stoppedAt }) => (stoppedAt === undefined ? [] : [stoppedAt]));
  const top = (at: number) =>
    ({ x: [at], frameAnchor: "top", textAnchor: at > 0.6 * epochs ? "end" : "start", dy: -12 }) as const;
  return [
    ruleX(stops, { stroke: ink, strokeWidth: 1.25, strokeDasharray: "3 3" }),
    stops.length === 1 ? text([`stopped at ${stops[0]}`], { ...top(stops[0]!), fill: ink }) : null,
    value === undefined
      ? null
      : [
          ruleX([value], { stroke: ink, strokeWidth: 1.25 }),
          text([`${label} ${readable(value)}`], { ...top(value), fontWeight: 600, fill: ink }),
        ],
  ];
}

/** Draws losses on axes that depend on the number of epochs and, in round steps, on the losses. */
export function lossCurveDrawing(scene: LossCurveScene, width: number, height: number): Drawing {
  const ticks = lossTicks(scene);
  const { epochs, scale, domain, label, lossName } = scene;
  return drawing({
    width,
    height,
    marginTop: 44,
    marginLeft: 56,
    x: { domain: [1, epochs], insetLeft: 4, insetRight: 8 },
    y: { type: scale, domain: [...domain], clamp: true },
    marks: [
      gridY(ticks, { stroke: "var(--etude-grid)", strokeOpacity: 1 }),
      xAxis(linearTicks(1, epochs, width / 64, 1), label),
      yAxis(ticks, scale === "log" ? `${lossName} (log scale)` : lossName),
      ruleMarks(scene),
      runMarks(scene),
    ],
  });
}
