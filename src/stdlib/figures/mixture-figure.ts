import { Matrix, type MatrixLike } from "../../learn/base/matrix.ts";
import { shown } from "../../learn/base/shown.ts";
import { checkSettings } from "../check-arguments.ts";
import { classLegend } from "./class-marks.ts";
import { readable } from "./data-table.ts";
import type { Drawing } from "./drawing.ts";
import { figure } from "./figure.ts";
import { type GaussianPart, gaussianParts, type MixtureLike, membership } from "./gaussian-parts.ts";
import { histogramBins } from "./histogram-bins.ts";
import { type LabelledPoints, paddedDomain } from "./labelled-points.ts";
import { mixtureCurves, mixtureEllipses, mixtureNumbers } from "./mixture-drawing.ts";
import { pickPoints } from "./point-picker.ts";
import { pointsDrawing } from "./points-drawing.ts";

export interface MixtureOptions {
  /** The samples: one or two columns, or a list of numbers. */
  X: MatrixLike | ArrayLike<number>;
  /** Names of the columns, with their units. */
  featureNames?: readonly string[];
  /** Names of the components; default "component 1", "component 2" and so on. */
  componentNames?: readonly string[];
  /** Of a step of `fitSteps`: the mixture's `covarianceType`. */
  covarianceType?: string;
  /** About how many bars the histogram of one column has; default 40. */
  bins?: number;
  /** What one sample is called. */
  describe?: (index: number) => string;
  /** Plays the sound of a sample of two columns, on a click or Enter. */
  play?: (index: number) => unknown;
  /** Title; default "Components of the mixture". */
  name?: string;
  /** Text below. */
  caption?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels; default 400, of one column 320. */
  height?: number;
}

function samplesOf(X: MixtureOptions["X"]): Matrix {
  if (typeof X !== "object" || X === null) {
    throw new TypeError(
      `mixtureFigure: X must be a table of one or two columns, or a list of numbers, but it is ${shown(X)}.`,
    );
  }
  const list = X as ArrayLike<number>;
  const flat = !(X instanceof Matrix) && typeof list[0] === "number";
  const matrix = Matrix.from(flat ? Array.from(list, (value) => [value]) : (X as MatrixLike));
  if (matrix.cols === 1 || matrix.cols === 2) return matrix;
  throw new RangeError(
    `mixtureFigure draws one or two columns, but X has ${matrix.cols}: choose two, or use PCA.`,
  );
}

function partsOf(mixture: MixtureLike | undefined, X: Matrix, covarianceType?: string): GaussianPart[] {
  if (mixture === undefined) return [];
  if (!((mixture as Partial<MixtureLike> | null)?.means instanceof Matrix)) {
    throw new TypeError(
      `mixtureFigure: mixture must be a fitted GaussianMixture or a step of its fitSteps, but it is ${shown(mixture)}.`,
    );
  }
  if (mixture.means.cols !== X.cols) {
    throw new RangeError(
      `mixtureFigure: the mixture was fitted to ${mixture.means.cols} columns, but X has ${X.cols}.`,
    );
  }
  const { weights, means, covariances } = mixture;
  const type = covarianceType ?? mixture.covarianceType;
  return gaussianParts({ weights, means, covariances, covarianceType: type });
}

/** Samples of two columns, marked by their most probable component. */
function pointsOf(
  X: Matrix,
  parts: readonly GaussianPart[],
  names: readonly string[],
  features: readonly string[],
) {
  const classes = Int32Array.from({ length: X.rows }, (_, i) =>
    parts.length > 0 ? membership(parts, Array.from(X.row(i))).largest : 0,
  );
  const points: LabelledPoints = {
    x: Float64Array.from({ length: X.rows }, (_, i) => X.data[2 * i]!),
    y: Float64Array.from({ length: X.rows }, (_, i) => X.data[2 * i + 1]!),
    classes,
    xName: features[0]!,
    yName: features[1]!,
    classNames: names,
    matrix: X,
  };
  return points;
}

/**
 * The components of a Gaussian mixture: of one column as curves over a histogram, with their sum dashed; of two columns
 * as ellipses at one and two standard deviations over the samples, heavier components stronger. The axes depend on
 * the samples alone, so that the steps of a fit can be drawn one after the other.
 *
 * @param mixture a fitted GaussianMixture or a step of its `fitSteps`; undefined draws the samples alone
 * @throws TypeError when it is something else, RangeError when it does not fit X.
 * @example
 * const X = [[1, 2], [1.4, 2.3], [0.8, 1.6], [1.2, 2.4], [5, 5], [5.4, 4.4], [4.6, 5.7], [5.1, 5.2]];
 * const mixture = new GaussianMixture({nComponents: 2, regCovar: 0.05}).fit(X);
 * display(mixtureFigure(mixture, {X, featureNames: ["brightness", "decay"]}));
 */
export function mixtureFigure(mixture: MixtureLike | undefined, options: MixtureOptions): HTMLElement {
  checkSettings("mixtureFigure", options, "{X}");
  const X = samplesOf(options.X);
  const parts = partsOf(mixture, X, options.covarianceType);
  const { describe, play, width, bins = 40, name = "Components of the mixture" } = options;
  const flat = X.cols === 1;
  const height = options.height ?? (flat ? 320 : 400);
  const features = Array.from({ length: X.cols }, (_, j) => options.featureNames?.[j] ?? `feature ${j + 1}`);
  const names = parts.map((_, c) => options.componentNames?.[c] ?? `component ${c + 1}`);
  const points = flat ? undefined : pointsOf(X, parts, parts.length > 0 ? names : ["samples"], features);
  const bars = flat ? histogramBins(X.data, bins) : [];
  const domain = paddedDomain(X.data);
  let drawn: Drawing;
  const draw = (at: number): Drawing => {
    const size = { width: at, height };
    drawn = points
      ? pointsDrawing(points, { ...size, below: mixtureEllipses(parts), above: mixtureNumbers(parts) })
      : mixtureCurves(bars, parts, { ...size, xName: features[0]!, domain });
    return drawn;
  };
  const heaviest = parts.length > 0 ? Math.max(...parts.map(({ weight }) => weight)) : 0;
  const told =
    parts.length > 0
      ? `${parts.length} components of ${X.rows} samples; the heaviest has weight ${readable(heaviest)}.`
      : `${X.rows} samples; no components yet.`;
  const node = figure({
    name,
    description: told,
    caption: [options.caption, told].filter(Boolean).join(" "),
    legend:
      parts.length > 0
        ? classLegend(names.map((each, c) => `${each}: ${readable(parts[c]!.weight)}`))
        : undefined,
    node: draw,
    width,
    height,
    table: () => ({
      columns: [
        "component",
        "weight",
        ...features.map((feature) => `mean ${feature}`),
        ...features.map((feature) => `standard deviation of ${feature}`),
        ...(flat ? [] : ["correlation"]),
      ],
      rows: parts.map(({ weight, mean, covariance }, c) => {
        const deviations = flat
          ? [Math.sqrt(covariance[0]!)]
          : [Math.sqrt(covariance[0]!), Math.sqrt(covariance[3]!)];
        const correlation = flat ? [] : [covariance[1]! / deviations[0]! / deviations[1]!];
        return [names[c]!, weight, ...mean, ...deviations, ...correlation];
      }),
    }),
  });
  if (!points) return node;
  const box = node.querySelector<HTMLElement>(".etude-drawing")!;
  const readout = pickPoints(box, X.rows, {
    invitation: play ? "Choose a point to hear it." : "Choose a point to read it.",
    describe: (i) => {
      const shares = parts.length > 0 ? membership(parts, Array.from(X.row(i))).parts : [];
      const said = shares
        .map((share, c) => ({ share, name: names[c]! }))
        .filter(({ share }) => share >= 0.005);
      said.sort((a, b) => b.share - a.share);
      const belongs = said.map(({ share, name }) => `${Math.round(100 * share)} % ${name}`).join(", ");
      return [describe?.(i) ?? `sample ${i + 1}`, belongs].filter(Boolean).join(": ");
    },
    place: (i) => ({ x: drawn.scale("x")!.apply(points.x[i]), y: drawn.scale("y")!.apply(points.y[i]) }),
    activate: play,
  });
  box.after(readout);
  return node;
}
