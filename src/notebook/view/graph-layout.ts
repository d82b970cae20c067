import { Graph, layout } from "@dagrejs/dagre";
import type { CellGraph } from "./cell-graph.ts";

export type Placed = {
  width: number;
  height: number;
  /** Upper left corners, in pixels. */
  cells: Map<string, { x: number; y: number }>;
  /** Points along each arrow, in pixels. */
  arrows: { x: number; y: number }[][];
};

/** Places cells in layers, so that arrows run downwards. `size` is that of a cell's box in pixels. */
export function placeCells(
  { cells, arrows }: CellGraph,
  size: (cell: string) => { width: number; height: number },
): Placed {
  const graph = new Graph();
  graph.setGraph({ rankdir: "TB", nodesep: 14, ranksep: 26, edgesep: 8, marginx: 4, marginy: 4 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const cell of cells) graph.setNode(cell, { ...size(cell) });
  for (const { from, to } of arrows) graph.setEdge(from, to);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const corner = (cell: string) => {
    const { x, y, width, height } = graph.node(cell) as Record<"x" | "y" | "width" | "height", number>;
    return { x: x - width / 2, y: y - height / 2 };
  };
  return {
    width,
    height,
    cells: new Map(cells.map((cell) => [cell, corner(cell)])),
    arrows: arrows.map(
      ({ from, to }) => (graph.edge(from, to) as { points: { x: number; y: number }[] }).points,
    ),
  };
}
