import { dot, link, type Markish, text } from "@observablehq/plot";
import { Matrix, type MatrixLike } from "../../learn/base/matrix.ts";
import { shown } from "../../learn/base/shown.ts";
import { checkSettings } from "../check-arguments.ts";
import { halo } from "./axis-marks.ts";
import { classLegend, classMark } from "./class-marks.ts";
import { readable } from "./data-table.ts";
import type { Drawing } from "./drawing.ts";
import { figure } from "./figure.ts";
import { type LabelledPoints, labelledPoints } from "./labelled-points.ts";
import { pickPoints } from "./point-picker.ts";
import { pointsDrawing } from "./points-drawing.ts";

/** A fitted KMeans or AgglomerativeClustering, or a step of a fit. */
export interface ClustersLike {
  /** The cluster of each row, from 0; undefined where there are centres, but no row has been given to one yet. */
  labels?: ArrayLike<number>;
  /** The centres, one a row: of a model, or of a step. */
  clusterCenters?: Matrix;
  centers?: Matrix;
  /** The sum of the squared distances of rows to their centres. */
  inertia?: number;
}

export interface ClusterOptions {
  /** The samples, one a row, as they were clustered. */
  X: MatrixLike;
  /** Names of the columns of X, with their units; default "feature 1", "feature 2" and so on. */
  featureNames?: readonly string[];
  /** The two columns to draw, by name; default the first two. */
  features?: readonly [string, string];
  /** Names of the clusters; default "cluster 1", "cluster 2" and so on. */
  clusterNames?: readonly string[];
  /** Whether lines join the samples to the centre of their cluster; default false. */
  links?: boolean;
  /** What one sample is called. */
  describe?: (index: number) => string;
  /** Plays the sound of a sample, on a click or Enter. */
  play?: (index: number) => unknown;
  /** Title; default "Samples by cluster". */
  name?: string;
  /** Text below. */
  caption?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels; default 400. */
  height?: number;
}

const ink = "var(--etude-ink)";

interface Centre {
  cluster: number;
  x: number;
  y: number;
}

function labelsOf(clusters: ClustersLike | undefined, rows: number): readonly number[] {
  if (clusters === undefined) return new Array<number>(rows).fill(0);
  const labels = clusters?.labels;
  if (labels === undefined && clusters?.centers instanceof Matrix) return new Array<number>(rows).fill(0);
  if (typeof labels !== "object" || labels === null) {
    throw new TypeError(
      `clusterFigure: clusters must be a fitted KMeans or AgglomerativeClustering, or a step of a fit, but it is ${shown(clusters)}.`,
    );
  }
  if (labels.length === rows) return Array.from(labels);
  throw new RangeError(`clusterFigure: X has ${rows} rows, but there are ${labels.length} labels.`);
}

/** Where the centres stand in the two columns that are drawn. */
function centresOf(clusters: ClustersLike | undefined, columns: readonly [number, number]): Centre[] {
  const centres = clusters?.clusterCenters ?? clusters?.centers;
  if (!centres) return [];
  return Array.from({ length: centres.rows }, (_, cluster) => {
    const row = centres.row(cluster);
    return { cluster, x: row[columns[0]]!, y: row[columns[1]]! };
  });
}

function centreMarks(centres: readonly Centre[]): Markish {
  return centres.map((centre) => [
    dot([centre], { x: "x", y: "y", r: 11, fill: "var(--etude-paper)", stroke: ink, strokeWidth: 2 }),
    text([centre], {
      x: "x",
      y: "y",
      text: () => String(centre.cluster + 1),
      fontWeight: 700,
      fill: ink,
      ...halo,
    }),
  ]);
}

function linkMarks({ x, y, classes }: LabelledPoints, centres: readonly Centre[]): Markish {
  return centres.map(({ cluster, x: x2, y: y2 }) => {
    const own = Array.from(classes.keys()).filter((i) => classes[i] === cluster);
    const ends = { x1: (i: number) => x[i]!, y1: (i: number) => y[i]!, x2: () => x2, y2: () => y2 };
    return link(own, { ...ends, stroke: classMark(cluster).color, strokeOpacity: 0.45 });
  });
}

/**
 * Samples in two features, marked by the cluster that they were put in, with the centres as numbers in circles. The
 * axes depend on the samples alone, so that the steps of a fit can be drawn one after the other; `{centers}` without
 * labels is the step before the first.
 *
 * @param clusters a fitted KMeans or AgglomerativeClustering, or a step of `fitSteps`; undefined draws the samples alone
 * @throws TypeError when it is something else, RangeError when it does not fit X.
 * @example
 * const X = [[1, 2], [1.4, 2.3], [0.8, 1.6], [5, 5], [5.4, 4.4], [4.6, 5.7]];
 * const clusters = new KMeans({nClusters: 2}).fit(X);
 * display(clusterFigure(clusters, {X, featureNames: ["brightness", "decay"], links: true}));
 */
export function clusterFigure(clusters: ClustersLike | undefined, options: ClusterOptions): HTMLElement {
  checkSettings("clusterFigure", options, "{X}");
  const X = Matrix.from(options.X);
  const labels = labelsOf(clusters, X.rows);
  const centers = clusters?.clusterCenters ?? clusters?.centers;
  const count = Math.max(1, centers?.rows ?? 0, ...labels.map((label) => label + 1));
  const assigned = clusters?.labels !== undefined;
  const usual = (_: unknown, c: number) => options.clusterNames?.[c] ?? `cluster ${c + 1}`;
  const classNames = assigned ? Array.from({ length: count }, usual) : ["not clustered"];
  const { featureNames = Array.from({ length: X.cols }, (_, j) => `feature ${j + 1}`) } = options;
  const { features } = options;
  const points = labelledPoints({ X, y: labels, classNames, featureNames, features }, "clusterFigure");
  const centres = centresOf(clusters, [
    featureNames.indexOf(points.xName),
    featureNames.indexOf(points.yName),
  ]);
  const { describe, play, links = false, name = "Samples by cluster", width, height = 400 } = options;
  let drawn: Drawing;
  const draw = (at: number): Drawing => {
    const below = links && assigned ? linkMarks(points, centres) : null;
    drawn = pointsDrawing(points, { width: at, height, below, above: centreMarks(centres) });
    return drawn;
  };
  const sizes = classNames.map((_, c) => labels.filter((label) => label === c).length);
  const inertia = clusters?.inertia === undefined ? "" : ` Inertia: ${readable(clusters.inertia)}.`;
  const told = assigned
    ? `${X.rows} samples in ${count} clusters.${inertia}`
    : `${X.rows} samples, not clustered yet.`;
  const node = figure({
    name,
    description: `${points.yName} against ${points.xName}. ${told}`,
    caption: [options.caption, told].filter(Boolean).join(" "),
    legend: assigned ? classLegend(classNames.map((each, c) => `${each} (${sizes[c]})`)) : undefined,
    node: draw,
    width,
    height,
    table: () => ({
      columns: ["cluster", "samples", `centre ${points.xName}`, `centre ${points.yName}`],
      rows: classNames.map((each, c) => {
        return [each, sizes[c]!, centres[c]?.x ?? Number.NaN, centres[c]?.y ?? Number.NaN];
      }),
    }),
  });
  const box = node.querySelector<HTMLElement>(".etude-drawing")!;
  const readout = pickPoints(box, X.rows, {
    invitation: play ? "Choose a point to hear it." : "Choose a point to read it.",
    describe: (i) => {
      const at = `${points.xName} ${readable(points.x[i]!)}, ${points.yName} ${readable(points.y[i]!)}`;
      return `${describe?.(i) ?? `sample ${i + 1}`}, ${classNames[labels[i]!]}: ${at}`;
    },
    place: (i) => ({ x: drawn.scale("x")!.apply(points.x[i]), y: drawn.scale("y")!.apply(points.y[i]) }),
    activate: play,
  });
  box.after(readout);
  return node;
}
