import { type Markish, type RenderFunction, text } from "@observablehq/plot";
import { svgElement } from "../element.ts";
import { xAxis } from "./axis-marks.ts";
import { linearTicks } from "./axis-ticks.ts";
import { classMark } from "./class-marks.ts";
import { type Drawing, drawing } from "./drawing.ts";
import type { FoldRole, RunOfRows } from "./fold-grid.ts";

/** What a drawing of folds shows, from top to bottom. */
export interface FoldGridScene {
  /** Number of rows of the data. */
  count: number;
  folds: readonly { name: string; runs: readonly RunOfRows<FoldRole>[] }[];
  /** Places of classes, where they are known. */
  classes?: readonly RunOfRows<number>[];
  /** Places of groups, where they are known. */
  groups?: readonly RunOfRows<number>[];
  xName: string;
}

const laneHeight = 22;
const margins = { marginTop: 8, marginRight: 8, marginBottom: 44, marginLeft: 64 };

/** A strip of the drawing: rectangles of one or two heights, drawn as one path a kind. */
interface Lane {
  name: string;
  parts: readonly { from: number; to: number; kind: string; inset: number; style: string }[];
}

const foldKinds: Record<FoldRole, { inset: number; style: string } | undefined> = {
  // What is learned from is a thin line, what is tested stands out: a second channel beside the colour.
  train: { inset: 7, style: "fill: var(--etude-train)" },
  test: { inset: 1.5, style: "fill: var(--etude-validation)" },
  unused: undefined,
};

function lanes({ folds, classes, groups }: FoldGridScene): Lane[] {
  const ofFolds = folds.map(({ name, runs }) => ({
    name,
    parts: runs.flatMap(({ from, to, value }) => {
      const look = foldKinds[value];
      return look ? [{ from, to, kind: value, ...look }] : [];
    }),
  }));
  const ofClasses = classes?.map(({ from, to, value }) => {
    return { from, to, kind: `c${value}`, inset: 5, style: `fill: ${classMark(value).color}` };
  });
  const ofGroups = groups?.map(({ from, to, value }) => {
    // Neighbouring groups differ in height as well.
    return { from, to, kind: `g${value % 2}`, inset: value % 2 ? 8 : 5, style: "fill: var(--etude-muted)" };
  });
  return [
    ...ofFolds,
    ...(ofClasses ? [{ name: "class", parts: ofClasses }] : []),
    ...(ofGroups ? [{ name: "group", parts: ofGroups }] : []),
  ];
}

function lanesMark(all: readonly Lane[]): RenderFunction {
  return (_index, scales, _values, { marginTop }) => {
    const x = scales.x as unknown as (value: number) => number;
    const paths = all.flatMap(({ parts }, i) => {
      const byKind = new Map<string, { d: string; style: string }>();
      for (const { from, to, kind, inset, style } of parts) {
        const [top, bottom] = [marginTop + i * laneHeight + inset, marginTop + (i + 1) * laneHeight - inset];
        const piece = `M${x(from).toFixed(2)},${top}H${x(to).toFixed(2)}V${bottom}H${x(from).toFixed(2)}Z`;
        byKind.set(kind, { d: (byKind.get(kind)?.d ?? "") + piece, style });
      }
      return [...byKind].map(([kind, { d, style }]) => svgElement("path", { d, style, "data-kind": kind }));
    });
    return svgElement("g", {}, ...paths);
  };
}

/** Height of the drawing: it grows with the number of folds. */
export function foldGridHeight(folds: number, strips: number): number {
  return (folds + strips) * laneHeight + margins.marginTop + margins.marginBottom;
}

/** Draws the rows along, the folds down. */
export function foldGridDrawing(scene: FoldGridScene, width: number): Drawing {
  const all = lanes(scene);
  const names: Markish = text(all, {
    x: () => 0,
    y: (_: Lane, i: number) => i + 0.5,
    text: "name",
    textAnchor: "end",
    dx: -8,
    fill: "var(--etude-ink)",
  });
  return drawing({
    ...margins,
    width,
    height: foldGridHeight(all.length, 0),
    x: { domain: [0, scene.count] },
    y: { domain: [all.length, 0], axis: null },
    marks: [xAxis(linearTicks(0, scene.count, width / 80, 1), scene.xName), lanesMark(all), names],
  });
}
