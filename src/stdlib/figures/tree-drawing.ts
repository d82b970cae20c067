import { svgElement } from "../element.ts";
import { classMark } from "./class-marks.ts";
import { readable } from "./data-table.ts";
import { shapePath } from "./shapes.ts";
import { type PlacedNode, type TreeNodeLike, treeLayout } from "./tree-layout.ts";

/** All that a drawing of a decision tree shows. */
export interface TreeScene {
  nodes: readonly TreeNodeLike[];
  featureNames: readonly string[];
  classNames: readonly string[];
  /** Levels of questions that are drawn. */
  depth: number;
  /** Nodes that a sample comes through. */
  path: readonly number[];
}

const box = { width: 148, height: 58, gap: 14, level: 104, below: 20 };
const edge = 2;
const bar = { height: 9, inset: 8 };
const longest = 19;

/** The question without its unit, cut off where it is too long for its box. */
export function questionText(feature: string, threshold: number): string {
  const bare = feature.replace(/\s*\([^)]*\)$/, "");
  const number = readable(threshold);
  const room = longest - number.length - 3;
  const short = bare.length > room ? `${bare.slice(0, room - 1)}…` : bare;
  return `${short} ≤ ${number}`;
}

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
const largest = (counts: readonly number[]) => counts.indexOf(Math.max(...counts));

function shareBar(counts: readonly number[], x: number, y: number): SVGElement[] {
  const width = box.width - 2 * bar.inset;
  const all = total(counts) || 1;
  let from = x + bar.inset;
  return counts.flatMap((count, c) => {
    const wide = (width * count) / all;
    const at = from;
    from += wide;
    if (wide <= 0) return [];
    const place = { x: at.toFixed(1), y, width: wide.toFixed(1), height: bar.height };
    return [svgElement("rect", { ...place, style: `fill: ${classMark(c).color}` })];
  });
}

function nodeBox(
  { nodes, featureNames, classNames }: TreeScene,
  placed: PlacedNode,
  lit: boolean,
): SVGElement {
  const { counts, split } = nodes[placed.at]!;
  const [x, y] = [placed.x - box.width / 2 + edge, placed.depth * box.level + edge];
  const asks = split !== null && placed.hidden === 0;
  const top = largest(counts);
  const feature = split ? (featureNames[split.feature] ?? `feature ${split.feature + 1}`) : "";
  const words = asks ? questionText(feature, split!.threshold) : classNames[top]!;
  const mark = asks
    ? null
    : svgElement("path", {
        d: shapePath(classMark(top).shape, 5),
        transform: `translate(${x + bar.inset + 6},${y + 16})`,
        style: `fill: ${classMark(top).color}`,
      });
  const rows = `${readable(Math.round(total(counts)))} ${total(counts) === 1 ? "row" : "rows"}`;
  const more =
    placed.hidden > 0 ? `${placed.hidden} more ${placed.hidden === 1 ? "question" : "questions"}` : "";
  const full = asks ? `${feature} ≤ ${split!.threshold}` : words;
  const each = counts.map((count, c) => `${classNames[c]}: ${readable(count)}`).join(", ");
  return svgElement(
    "g",
    { class: lit ? "etude-tree-node etude-lit" : "etude-tree-node" },
    svgElement("title", {}, [full, each, more].filter(Boolean).join("\n")),
    svgElement("rect", { x, y, width: box.width, height: box.height, rx: asks ? 4 : 14 }),
    mark,
    svgElement(
      "text",
      { x: asks ? x + bar.inset : x + bar.inset + 18, y: y + 20, class: "etude-tree-words" },
      words,
    ),
    ...shareBar(counts, x, y + 27),
    svgElement("text", { x: x + bar.inset, y: y + 50, class: "etude-tree-small" }, rows),
    more
      ? svgElement(
          "text",
          { x: placed.x + edge, y: y + box.height + 16, "text-anchor": "middle", class: "etude-tree-small" },
          more,
        )
      : null,
  );
}

function branch(placed: PlacedNode, parent: PlacedNode, lit: boolean): SVGElement {
  const [x1, y1] = [parent.x + edge, parent.depth * box.level + box.height + edge];
  const [x2, y2] = [placed.x + edge, placed.depth * box.level + edge];
  const middle = (y1 + y2) / 2;
  const d = `M${x1},${y1}C${x1},${middle} ${x2},${middle} ${x2},${y2}`;
  const at = {
    x: (x1 + x2) / 2 + (placed.yes ? -6 : 6),
    y: middle + 4,
    "text-anchor": placed.yes ? "end" : "start",
  };
  return svgElement(
    "g",
    { class: lit ? "etude-branch etude-lit" : "etude-branch" },
    svgElement("path", { d }),
    svgElement("text", { ...at, class: "etude-tree-small" }, placed.yes ? "yes" : "no"),
  );
}

/** Draws a decision tree: its questions as boxes, the rows of each class that come there as a bar. */
export function treeDrawing(scene: TreeScene): SVGSVGElement {
  const { nodes, width, depth } = treeLayout(scene.nodes, scene.depth, box.width, box.gap);
  const [wide, tall] = [width + 2 * edge, depth * box.level + box.height + box.below + 2 * edge];
  const lit = new Set(scene.path);
  const byPlace = new Map(nodes.map((placed) => [placed.at, placed]));
  const branches = nodes.flatMap((placed) => {
    if (placed.parent === undefined) return [];
    return [branch(placed, byPlace.get(placed.parent)!, lit.has(placed.at))];
  });
  // What is lit is drawn last, over the rest.
  branches.sort(
    (a, b) => Number(a.classList.contains("etude-lit")) - Number(b.classList.contains("etude-lit")),
  );
  return svgElement(
    "svg",
    { width: wide, height: tall, viewBox: `0 0 ${wide} ${tall}`, class: "etude-tree" },
    ...branches,
    ...nodes.map((placed) => nodeBox(scene, placed, lit.has(placed.at))),
  );
}
