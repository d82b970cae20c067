import { type RenderFunction, ruleY, text } from "@observablehq/plot";
import { shown } from "../../learn/base/shown.ts";
import { checkSettings } from "../check-arguments.ts";
import { svgElement } from "../element.ts";
import { halo, xAxis, yAxis } from "./axis-marks.ts";
import { linearTicks } from "./axis-ticks.ts";
import { classLegend, classMark } from "./class-marks.ts";
import { readable } from "./data-table.ts";
import { clustersAt, cutHeight, dendrogramClusters, type MergesLike } from "./dendrogram-cut.ts";
import { type Drawing, drawing } from "./drawing.ts";
import { emptyDrawing } from "./empty-drawing.ts";
import { figure } from "./figure.ts";
import { pickPoints } from "./point-picker.ts";

/** A fitted AgglomerativeClustering, as far as a dendrogram reads it. */
export interface DendrogramTree extends MergesLike {
  links: readonly { x: readonly [number, number]; from: readonly [number, number]; height: number }[];
  nClustersFound?: number;
}

export interface DendrogramOptions {
  /** How many clusters to cut it into; default those that were found. */
  clusters?: number;
  /** The distance to cut it at, instead of `clusters`. */
  cut?: number;
  /** What each row is called; written below where there is room, and read when a row is picked. */
  rowNames?: readonly string[];
  /** What distances are; default "distance". */
  distanceName?: string;
  /** Plays the sound of a row, on a click or Enter. */
  play?: (row: number) => unknown;
  /** Title; default "Which rows were merged, and when". */
  name?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels; default 360. */
  height?: number;
}

const leafRoom = 15;
const letterWidth = 7;
const longestName = 14;
const mostInLegend = 12;

/** The links, one path for each cluster and one for all above the cut. */
function linksMark(tree: DendrogramTree, ofMerges: Int32Array): RenderFunction {
  return (_index, scales) => {
    const [x, y] = [scales.x as (v: number) => number, scales.y as (v: number) => number];
    const paths = new Map<number, string>();
    for (const [i, link] of tree.links.entries()) {
      const [left, right] = link.x.map((at) => x(at).toFixed(1));
      const [from, to] = link.from.map((at) => y(at).toFixed(1));
      const d = `M${left},${from}V${y(link.height).toFixed(1)}H${right}V${to}`;
      const cluster = ofMerges[i]!;
      paths.set(cluster, (paths.get(cluster) ?? "") + d);
    }
    const drawn = [...paths].map(([cluster, d]) => {
      const color = cluster < 0 ? "var(--etude-muted)" : classMark(cluster).color;
      return svgElement("path", { d, class: "etude-link", style: `stroke: ${color}` });
    });
    return svgElement("g", {}, ...drawn);
  };
}

function countOf(tree: DendrogramTree, { clusters, cut }: DendrogramOptions): number {
  const rows = tree.children.length + 1;
  if (cut !== undefined) {
    if (Number.isFinite(cut)) return Math.min(rows, clustersAt(tree, cut));
    throw new RangeError(`dendrogramFigure: cut must be a distance, but it is ${shown(cut)}.`);
  }
  const count = clusters ?? tree.nClustersFound ?? 1;
  if (Number.isInteger(count) && count >= 1 && count <= rows) return count;
  throw new RangeError(
    `dendrogramFigure: clusters must be a whole number from 1 to ${rows}, the number of rows, but it is ${shown(count)}.`,
  );
}

/**
 * The tree of an agglomerative clustering: each bar stands at the distance at which two clusters became one. A line
 * cuts it into clusters, which have the colours of classes from left to right.
 *
 * @param tree a fitted AgglomerativeClustering; undefined draws an empty frame
 * @throws TypeError when it is something else, RangeError when it cannot be cut so.
 * @example
 * const tree = new AgglomerativeClustering({nClusters: 3}).fit([[1], [1.5], [7], [8], [20]]);
 * display(dendrogramFigure(tree, {rowNames: ["kick", "tom", "snare", "clap", "crash"]}));
 */
export function dendrogramFigure(
  tree: DendrogramTree | undefined,
  options: DendrogramOptions = {},
): HTMLElement {
  checkSettings("dendrogramFigure", options, "{clusters: 4}");
  const { rowNames, distanceName = "distance", play, width, height = 360 } = options;
  const name = options.name ?? "Which rows were merged, and when";
  if (tree === undefined) {
    const message = "The tree appears here when the rows are merged.";
    return figure({ name, node: (at) => emptyDrawing(message, at, height), width, height });
  }
  if (!Array.isArray(tree?.links) || !Array.isArray(tree.leafOrder)) {
    throw new TypeError(
      `dendrogramFigure: tree must be a fitted AgglomerativeClustering, but it is ${shown(tree)}.`,
    );
  }
  // They are made anew at each reading.
  const { links, children, distances, leafOrder } = tree;
  const kept = { links, children, distances, leafOrder, nClustersFound: tree.nClustersFound };
  const rows = leafOrder.length;
  const count = countOf(kept, options);
  const at = options.cut ?? cutHeight(kept, count);
  const { ofRows, ofMerges } = dendrogramClusters(kept, count);
  const sizes = new Int32Array(count);
  for (const cluster of ofRows) sizes[cluster]!++;
  const rowAt = (row: number) => rowNames?.[row] ?? `row ${row + 1}`;
  const top = 1.06 * Math.max(distances.at(-1) ?? 1, options.cut ?? 0);
  let drawn: Drawing;
  const draw = (width: number): Drawing => {
    const named = rowNames !== undefined && (width - 64) / rows >= leafRoom;
    const letters = named ? Math.min(longestName, Math.max(...rowNames.map((each) => each.length))) : 0;
    const label = named ? null : `${rows} rows`;
    const leafText = (place: number) => {
      const text = rowAt(leafOrder[place]!);
      return text.length > longestName ? `${text.slice(0, longestName - 1)}…` : text;
    };
    drawn = drawing({
      width,
      height,
      marginBottom: named ? 16 + letterWidth * letters : 32,
      x: { domain: [-0.5, rows - 0.5] },
      y: { domain: [0, top] },
      marks: [
        linksMark(kept, ofMerges),
        xAxis(named ? leafOrder.map((_, place) => place) : [], label, leafText as never, true),
        yAxis(linearTicks(0, top, height / 48), distanceName),
        ruleY([at], { stroke: "var(--etude-ink)", strokeWidth: 1.5, strokeDasharray: "6 4" }),
        text([`${count} ${count === 1 ? "cluster" : "clusters"}`], {
          y: () => at,
          frameAnchor: "right",
          textAnchor: "end",
          dy: -9,
          fontWeight: 600,
          fill: "var(--etude-ink)",
          ...halo,
        }),
      ],
    });
    return drawn;
  };
  const names = Array.from({ length: count }, (_, c) => `cluster ${c + 1}`);
  const told = `${rows} rows in ${count} ${count === 1 ? "cluster" : "clusters"} below ${distanceName} ${readable(at)}.`;
  const node = figure({
    name,
    description: told,
    caption: told,
    legend: count <= mostInLegend ? classLegend(names) : undefined,
    node: draw,
    width,
    height,
    table: () => ({
      columns: ["cluster", "rows", "which"],
      rows: names.map((each, c) => {
        const own = leafOrder.filter((row) => ofRows[row] === c);
        return [each, sizes[c]!, own.slice(0, 12).map(rowAt).join(", ") + (own.length > 12 ? ", …" : "")];
      }),
    }),
  });
  const box = node.querySelector<HTMLElement>(".etude-drawing")!;
  const bottom = Float64Array.from({ length: rows }, () => 0);
  for (const link of links) {
    for (const [side, from] of link.from.entries()) if (from === 0) bottom[link.x[side]!] = link.height;
  }
  const readout = pickPoints(box, rows, {
    invitation: play ? "Choose a row to hear it." : "Choose a row to read it.",
    describe: (place) => {
      const row = leafOrder[place]!;
      return `${rowAt(row)}, cluster ${ofRows[row]! + 1}: merged at ${distanceName} ${readable(bottom[place]!)}`;
    },
    place: (place) => ({ x: drawn.scale("x")!.apply(place), y: drawn.scale("y")!.apply(0) }),
    at: (x) => {
      const place = Math.round(drawn.scale("x")!.invert!(x));
      return place >= 0 && place < rows ? place : undefined;
    },
    activate: play && ((place) => play(leafOrder[place]!)),
  });
  box.after(readout);
  return node;
}
