import { dot, frame, type Markish, text } from "@observablehq/plot";
import { halo, xAxis, yAxis } from "./axis-marks.ts";
import { linearTicks, logTicks } from "./axis-ticks.ts";
import { type Drawing, drawing } from "./drawing.ts";
import { heatCells } from "./heat-cells.ts";
import { heatColor, textOn } from "./heat-colors.ts";
import type { SearchAxis } from "./search-axes.ts";
import { shareOfScore } from "./search-cells.ts";
import { type SearchResult, valueText } from "./search-rows.ts";

/** All that a drawing of a search over two parameters shows. */
export interface SearchScene {
  x: SearchAxis;
  y: SearchAxis;
  /** The results in order: of a grid one a cell, row after row from the top, missing where none is known. */
  results: readonly (SearchResult | undefined)[];
  best?: SearchResult;
  domain: readonly [number, number];
}

const cellRoom = { width: 34, height: 18 };
const letterWidth = 7;
const ink = "var(--etude-ink)";

/** Whether both parameters have lists of values: the drawing is then a grid of cells. */
export function isGrid({ x, y }: Pick<SearchScene, "x" | "y">): boolean {
  return x.values !== undefined && y.values !== undefined;
}

const labelOf = ({ name, log }: SearchAxis) => (log ? `${name} (log scale)` : name);

/** Where a result stands on an axis: its value, or in a grid the place of its value. */
export function placeOn({ name, values }: SearchAxis, { params }: SearchResult): number {
  return values ? values.indexOf(params[name]) : (params[name] as number);
}

function scaleOf({ values, range, log }: SearchAxis, flip: boolean) {
  if (!values) return { type: log ? "log" : "linear", domain: [...range!], inset: 12 } as const;
  const places = values.map((_, i) => i);
  const domain = flip ? places.toReversed() : places;
  return { type: "band", domain, padding: 0, round: false } as const;
}

function axisText({ values }: SearchAxis) {
  return values ? (place: number) => valueText(values[place]) : undefined;
}

function ticksOf({ values, range, log }: SearchAxis, most: number): number[] {
  if (!values) return log ? logTicks(...range!, most) : linearTicks(...range!, most);
  const step = Math.max(1, Math.ceil(values.length / most));
  return values.map((_, i) => i).filter((i) => i % step === 0);
}

/** A score in a cell; a candidate may have none that is a number. */
const scoreOf = ({ meanTestScore }: SearchResult) =>
  Number.isFinite(meanTestScore) ? meanTestScore.toFixed(2) : "–";

function gridMarks(scene: SearchScene, cell: { width: number; height: number }): Markish {
  const { x, y, results, domain } = scene;
  const [cols, rows] = [x.values!.length, y.values!.length];
  const shares = results.map((row) => (row ? shareOfScore(row.meanTestScore, domain) : Number.NaN));
  const known = shares.map((_, at) => at).filter((at) => results[at]);
  const roomy = cell.width >= cellRoom.width && cell.height >= cellRoom.height;
  const words = text(known, {
    x: (at: number) => at % cols,
    y: (at: number) => rows - 1 - Math.floor(at / cols),
    text: (at: number) => scoreOf(results[at]!),
    fill: { value: (at: number) => textOn(shares[at]!), scale: null } as never,
    fontWeight: ((at: number) => (results[at] === scene.best ? 700 : 400)) as never,
  });
  return [heatCells({ rows, cols, shares }), roomy ? words : null];
}

function dotMarks({ x, y, results, domain }: SearchScene): Markish {
  const known = results.filter((row) => row !== undefined);
  return dot(known, {
    x: (row: SearchResult) => placeOn(x, row),
    y: (row: SearchResult) => placeOn(y, row),
    r: 7,
    fill: {
      value: (r: SearchResult) => heatColor(shareOfScore(r.meanTestScore, domain)),
      scale: null,
    } as never,
    stroke: ink,
    strokeOpacity: 0.4,
  });
}

function bestMarks({ x, y, best }: SearchScene, cell: { width: number; height: number }): Markish {
  if (!best || placeOn(x, best) < 0 || placeOn(y, best) < 0) return null;
  const at = { x: () => placeOn(x, best), y: () => placeOn(y, best) };
  const grid = isGrid({ x, y });
  const above = grid ? Math.min(cell.height / 2, 14) : 0;
  const r = grid ? Math.max(3, Math.min(cell.width, cell.height) / 2 - 2) : 11;
  const roomy = !grid || (cell.width >= cellRoom.width && cell.height >= 2 * cellRoom.height);
  return [
    dot([best], { ...at, r: Math.min(r, 24), stroke: "var(--etude-paper)", strokeWidth: 4 }),
    dot([best], { ...at, r: Math.min(r, 24), stroke: ink, strokeWidth: 2 }),
    roomy && !grid ? text(["best"], { ...at, dy: -18 - above, fontWeight: 600, fill: ink, ...halo }) : null,
  ];
}

/** Draws the results of a search over two parameters: a grid of cells, or points where values were drawn from ranges. */
export function searchHeatMapDrawing(scene: SearchScene, width: number, height: number): Drawing {
  const { x, y } = scene;
  const names = (y.values ?? []).map((value) => valueText(value).length);
  const marginLeft = Math.min(width / 3, Math.max(48, 16 + letterWidth * Math.max(0, ...names)));
  const inner = { width: width - marginLeft - 16, height: height - 28 - 44 };
  const cell = {
    width: inner.width / (x.values?.length ?? 1),
    height: inner.height / (y.values?.length ?? 1),
  };
  const widest = Math.max(5, ...(x.values ?? []).map((value) => valueText(value).length + 1));
  return drawing({
    width,
    height,
    marginLeft,
    x: scaleOf(x, false),
    y: scaleOf(y, true),
    marks: [
      frame({ stroke: "var(--etude-rule)", strokeDasharray: "2 4" }),
      isGrid(scene) ? gridMarks(scene, cell) : dotMarks(scene),
      xAxis(ticksOf(x, inner.width / (letterWidth * widest)), labelOf(x), axisText(x) as never),
      yAxis(ticksOf(y, inner.height / 18), labelOf(y), axisText(y) as never),
      bestMarks(scene, cell),
    ],
  });
}
