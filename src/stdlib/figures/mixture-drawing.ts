import { line, type Markish, rectY, text } from "@observablehq/plot";
import { halo, xAxis, yAxis } from "./axis-marks.ts";
import { linearTicks } from "./axis-ticks.ts";
import { classMark } from "./class-marks.ts";
import { ellipsePoints } from "./covariance-ellipse.ts";
import { type Drawing, drawing } from "./drawing.ts";
import { type GaussianPart, weightedDensity } from "./gaussian-parts.ts";
import type { HistogramBin } from "./histogram-bins.ts";

const steps = 320;
const ink = "var(--etude-ink)";

/** Room above the tallest bar; a component that is narrower leaves the frame. */
const headroom = 1.35;

const strength = ({ weight }: GaussianPart) => Math.min(1, 0.25 + 1.5 * weight);

/** The curves of the components over a histogram, and their sum. */
export function mixtureCurves(
  bins: readonly HistogramBin[],
  parts: readonly GaussianPart[],
  options: { width: number; height: number; xName: string; domain: readonly [number, number] },
): Drawing {
  const { width, height, xName, domain } = options;
  const [low, high] = domain;
  const xs = Array.from({ length: steps + 1 }, (_, i) => low + (i / steps) * (high - low));
  const top = headroom * bins.reduce((most, { density }) => Math.max(most, density), 0) || 1;
  const curve = (of: readonly GaussianPart[]) =>
    xs.map((x) => ({ x, y: of.reduce((sum, part) => sum + weightedDensity(part, [x]), 0) }));
  const means: Markish = parts.map((part, c) =>
    text([part.mean[0]!], {
      x: (mean: number) => mean,
      y: (mean: number) => Math.min(top, weightedDensity(part, [mean])),
      text: () => String(c + 1),
      dy: -9,
      fontWeight: 600,
      fill: ink,
      ...halo,
    }),
  );
  return drawing({
    width,
    height,
    x: { domain: [...domain] },
    y: { domain: [0, top] },
    marks: [
      rectY(bins, { x1: "from", x2: "to", y: "density", fill: "var(--etude-rule)", inset: 0.5 }),
      xAxis(linearTicks(low, high, width / 80), xName),
      yAxis(linearTicks(0, top, height / 60), "density"),
      parts.map((part, c) =>
        line(curve([part]), { x: "x", y: "y", stroke: classMark(c).color, strokeWidth: 2, clip: true }),
      ),
      parts.length > 1
        ? line(curve(parts), {
            x: "x",
            y: "y",
            stroke: ink,
            strokeWidth: 1.5,
            strokeDasharray: "5 3",
            clip: true,
          })
        : null,
      means,
    ],
  });
}

/** The ellipses of the components, at one and two standard deviations; heavier ones are stronger. */
export function mixtureEllipses(parts: readonly GaussianPart[]): Markish {
  return parts.flatMap((part, c): Markish[] => {
    const color = classMark(c).color;
    const shape = { x: "0", y: "1", stroke: color, fill: color, clip: true };
    return [
      line(ellipsePoints(part.mean, part.covariance, 2), {
        ...shape,
        fillOpacity: 0.14 * strength(part),
        strokeOpacity: strength(part),
        strokeWidth: 1,
      }),
      line(ellipsePoints(part.mean, part.covariance, 1), {
        ...shape,
        fillOpacity: 0.2 * strength(part),
        strokeOpacity: strength(part),
        strokeWidth: 2.25,
      }),
    ];
  });
}

/** The number of each component at its mean. */
export function mixtureNumbers(parts: readonly GaussianPart[]): Markish {
  return text(parts, {
    x: (part: GaussianPart) => part.mean[0]!,
    y: (part: GaussianPart) => part.mean[1]!,
    text: (_: GaussianPart, c: number) => String(c + 1),
    fontWeight: 700,
    fontSize: 15,
    fill: ink,
    ...halo,
  } as object);
}
