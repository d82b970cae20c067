import { dot, gridY, line, type Markish, text } from "@observablehq/plot";
import { shown } from "../../learn/base/shown.ts";
import { checkSettings } from "../check-arguments.ts";
import { halo, xAxis, yAxis } from "./axis-marks.ts";
import { linearTicks, logTicks } from "./axis-ticks.ts";
import { type AnytimePoint, bestSoFar } from "./best-so-far.ts";
import { type Drawing, drawing } from "./drawing.ts";
import { emptyDrawing } from "./empty-drawing.ts";
import { figure } from "./figure.ts";
import { scoreDomain } from "./search-cells.ts";
import { paramsText, type SearchLike, searchRows } from "./search-rows.ts";
import { seriesLegend, seriesMark } from "./series-marks.ts";

export interface AnytimeCurveOptions {
  /** What is counted: "fits", or "rows", where a fit on a part of the rows counts as that part; default "fits". */
  cost?: "fits" | "rows";
  /** How many fits the longest search will take: it fixes the axis while results come. */
  budget?: number;
  /** Scale of the axis of fits; default "linear". */
  scale?: "log" | "linear";
  /** Ends of the axis of scores; default tenths around those that occur. */
  domain?: readonly [number, number];
  /** What the scores are; default "score". */
  scoreName?: string;
  /** Title; default "Best … by number of fits". */
  name?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels; default 320. */
  height?: number;
}

interface Curve {
  name: string;
  points: AnytimePoint[];
}

const emptyMessage = "A line for each search appears here as its candidates are tried.";

function curveMarks(curves: readonly Curve[]): Markish {
  return curves.map(({ points }, i) => {
    const { color, dash } = seriesMark(i);
    const last = points.at(-1);
    const at = { x: "cost", y: "score" };
    return [
      line(points, { ...at, curve: "step-after", stroke: color, strokeWidth: 2.25, strokeDasharray: dash }),
      last ? dot([last], { ...at, r: 4, fill: color, stroke: "var(--etude-paper)" }) : null,
    ];
  });
}

/**
 * The best score that searches had found after each number of fits: which of them would be ahead if you stopped here.
 *
 * @param searches the searches by the names of their lines: fitted ones, what `fitSearch` knows so far, or undefined
 *   for one that has not begun
 * @throws TypeError when they are something else.
 * @example
 * const {X, y} = await datasets.load("drum-test");
 * const estimator = new KNeighborsClassifier();
 * const grid = new GridSearch({estimator, paramGrid: {nNeighbors: [1, 3, 9, 27]}}).fit(X, y);
 * const drawn = new RandomizedSearch({estimator, paramDistributions: {nNeighbors: {integers: [1, 40]}}, nIter: 4});
 * display(anytimeCurveFigure({grid, random: drawn.fit(X, y)}, {scoreName: "accuracy"}));
 */
export function anytimeCurveFigure(
  searches: Readonly<Record<string, SearchLike | undefined>>,
  options: AnytimeCurveOptions = {},
): HTMLElement {
  if (typeof searches !== "object" || searches === null || Array.isArray(searches)) {
    throw new TypeError(
      `anytimeCurveFigure takes its searches by name, in braces, such as {grid, random}, but it got ${shown(searches)}.`,
    );
  }
  checkSettings("anytimeCurveFigure", options, '{scoreName: "accuracy"}');
  const { cost = "fits", scale = "linear", scoreName = "score", width, height = 320 } = options;
  const rowsOf = Object.entries(searches).map(([name, search]) => {
    return { name, rows: searchRows(`anytimeCurveFigure: ${name}`, search) };
  });
  const curves = rowsOf.map(({ name, rows }): Curve => ({ name, points: bestSoFar(rows, cost) }));
  const all = curves.flatMap(({ points }) => points);
  const longest = Math.max(options.budget ?? 1, ...all.map((point) => point.cost));
  const first = Math.min(...all.map((point) => point.cost), longest);
  const costs: [number, number] = scale === "log" ? [first, Math.max(longest, 2 * first)] : [0, longest];
  const found = all.map(({ score }) => ({ meanTestScore: score, params: {} }));
  const [low, high] = options.domain ?? scoreDomain(found);
  const xLabel = cost === "rows" ? "fits, counted by their rows" : "fits";
  const draw = (at: number): Drawing => {
    const most = at / 60;
    const ticks = scale === "log" ? logTicks(...costs, most) : linearTicks(...costs, most, 1);
    const scores = linearTicks(low, high, height / 48);
    return drawing({
      width: at,
      height,
      x: { type: scale, domain: costs, insetRight: 8 },
      y: { domain: [low, high] },
      marks: [
        gridY(scores, { stroke: "var(--etude-grid)", strokeOpacity: 1 }),
        xAxis(ticks, scale === "log" ? `${xLabel} (log scale)` : xLabel),
        yAxis(scores, `best ${scoreName} so far`),
        curveMarks(curves),
        all.length === 0
          ? text([emptyMessage], { frameAnchor: "middle", lineWidth: at / 16, ...halo })
          : null,
      ],
    });
  };
  const ends = curves.map(({ name, points }) => {
    const last = points.at(-1);
    return last
      ? `${name}: ${last.score.toFixed(2)} after ${Math.round(last.cost)} fits`
      : `${name}: not begun`;
  });
  return figure({
    name: options.name ?? `Best ${scoreName} by number of fits`,
    description: `${ends.join("; ")}.`,
    legend: seriesLegend(
      curves.map(({ name, points }) => ({ name, reading: points.at(-1)?.score.toFixed(2) ?? "–" })),
    ),
    node: (at) => (all.length > 0 ? draw(at) : emptyDrawing(emptyMessage, at, height)),
    width,
    height,
    table: () => ({
      columns: ["search", xLabel, `best ${scoreName}`, "setting"],
      rows: curves.flatMap(({ name, points }) =>
        points
          .filter(({ score, params }, i) => {
            const before = points[i - 1];
            return i === points.length - 1 || score !== before?.score || params !== before.params;
          })
          .map((point) => [name, point.cost, point.score, paramsText(point.params)]),
      ),
    }),
  });
}
