import { checkSettings } from "../check-arguments.ts";
import { svgElement } from "../element.ts";
import { capitalised } from "./capitalised.ts";
import type { Drawing } from "./drawing.ts";
import { emptyDrawing } from "./empty-drawing.ts";
import { figure } from "./figure.ts";
import { gridEnds } from "./grid-ends.ts";
import { gridCellAt, gridStep } from "./grid-step.ts";
import { heatLegend } from "./heat-legend.ts";
import { pickPoints } from "./point-picker.ts";
import { combinationCount, type SearchAxis, searchAxes, spaceOf } from "./search-axes.ts";
import { atEdges, scoreDomain, searchCells } from "./search-cells.ts";
import { isGrid, placeOn, searchHeatMapDrawing } from "./search-heat-map-drawing.ts";
import {
  bestRow,
  paramsText,
  type SearchLike,
  type SearchResult,
  type SearchSpace,
  scoreText,
  searchRows,
} from "./search-rows.ts";

export interface SearchHeatMapOptions {
  /** Parameter across; default the first that has several values. */
  x?: string;
  /** Parameter upwards; default the second. */
  y?: string;
  /** What will be tried, as the search's `paramGrid` or `paramDistributions`: it fixes the axes while results come. */
  space?: SearchSpace | readonly SearchSpace[];
  /** The setting that is chosen at first; default the best. */
  chosen?: Readonly<Record<string, unknown>>;
  /** The scores with the palest and the strongest colour; default tenths around those that occur. */
  domain?: readonly [number, number];
  /** What the scores are; default "score". */
  scoreName?: string;
  /** Title; default the score by both parameters. */
  name?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels; default 400. */
  height?: number;
}

/** A figure whose value is the setting that a reader chose in it. */
export type SearchFigure = HTMLElement & { value: Readonly<Record<string, unknown>> | undefined };

const emptyMessage = "The scores appear here, one by one, as the candidates are tried.";

function chosenAxes(axes: readonly SearchAxis[], x: string | undefined, y: string | undefined) {
  const named = (name: string) => {
    const axis = axes.find((one) => one.name === name);
    if (axis) return axis;
    const known = axes.map((one) => one.name).join(", ");
    throw new RangeError(`searchHeatMapFigure: the search does not vary "${name}"; it varies ${known}.`);
  };
  const across = x ? named(x) : axes.find(({ name }) => name !== y);
  const upward = y ? named(y) : axes.find(({ name }) => name !== across?.name);
  if (across && upward) return { across, upward };
  const varied = axes.map(({ name }) => name).join(", ") || "none";
  throw new RangeError(
    `searchHeatMapFigure needs a search over two parameters, but this one varies ${varied}: validationCurveFigure shows one.`,
  );
}

const same = (a: Readonly<Record<string, unknown>> | undefined, b: Readonly<Record<string, unknown>>) =>
  a !== undefined && Object.keys(a).every((key) => Object.is(a[key], b[key]));

/**
 * The scores of a search over two parameters: a heat map, or points where values were drawn from a range. What is not
 * tried yet is empty; the best is ringed. A click or Enter chooses a setting, which is the figure's `value`.
 *
 * Where the search varies more than these two parameters, a cell shows the best score over the others. Of a
 * HalvingSearch it shows the score of the last round that a setting was in.
 *
 * @param search a fitted search, or what `fitSearch` knows so far; undefined draws an empty frame
 * @throws TypeError when it is something else, RangeError when it does not vary two parameters.
 * @example
 * const {X, y} = await datasets.load("drum-test");
 * const search = new GridSearch({
 *   estimator: new KNeighborsClassifier(),
 *   paramGrid: {nNeighbors: [1, 3, 9, 27], weights: ["uniform", "distance"]}
 * });
 * const setting = view(searchHeatMapFigure(search.fit(X, y), {scoreName: "accuracy"}));
 */
export function searchHeatMapFigure(
  search: SearchLike | undefined,
  options: SearchHeatMapOptions = {},
): SearchFigure {
  checkSettings("searchHeatMapFigure", options, '{x: "C", y: "gamma"}');
  const rows = searchRows("searchHeatMapFigure", search);
  const { scoreName = "score", width, height = 400 } = options;
  const axes = searchAxes(rows, spaceOf(search, options.space));
  if (axes.length === 0) {
    const name = options.name ?? `${capitalised(scoreName)} by two parameters`;
    const empty = figure({ name, node: (at) => emptyDrawing(emptyMessage, at, height), width, height });
    return Object.assign(empty, { value: options.chosen });
  }
  const { across: x, upward: y } = chosenAxes(axes, options.x, options.y);
  const grid = isGrid({ x, y });
  const results: readonly (SearchResult | undefined)[] = grid ? searchCells(rows, x, y) : rows;
  const best = bestRow(rows);
  const domain = options.domain ?? scoreDomain(rows);
  const scene = { x, y, results, best, domain };

  // The best is ringed anyway: what is framed was chosen.
  let chosen = options.chosen;
  let drawn: Drawing;
  const ring = svgElement("rect", { class: "etude-chosen", rx: 3, "aria-hidden": "true" });
  const centre = (at: number) => {
    const row = results[at];
    const [col, line] = grid
      ? [at % x.values!.length, y.values!.length - 1 - Math.floor(at / x.values!.length)]
      : [placeOn(x, row!), placeOn(y, row!)];
    const across = drawn.scale("x")!;
    const upward = drawn.scale("y")!;
    return {
      x: across.apply(col) + (across.bandwidth ?? 0) / 2,
      y: upward.apply(line) + (upward.bandwidth ?? 0) / 2,
      width: across.bandwidth || 26,
      height: upward.bandwidth || 26,
    };
  };
  const placeRing = () => {
    const at = results.findIndex((row) => row !== undefined && same(chosen, row.params));
    ring.style.display = at < 0 ? "none" : "";
    if (at < 0) return;
    const cell = centre(at);
    ring.setAttribute("x", String(cell.x - cell.width / 2));
    ring.setAttribute("y", String(cell.y - cell.height / 2));
    ring.setAttribute("width", String(cell.width));
    ring.setAttribute("height", String(cell.height));
  };
  const draw = (at: number): Drawing => {
    drawn = searchHeatMapDrawing(scene, at, height);
    drawn.append(ring);
    placeRing();
    return drawn;
  };
  const known = results.filter((row) => row !== undefined);
  const count = combinationCount(axes);
  const complete = count === undefined || rows.length >= count;
  const edges = best && complete ? atEdges(best, [x, y]) : [];
  const explained = [
    best ? `Ringed: the best so far, ${scoreText(best)} at ${paramsText(best.params)}.` : "",
    edges.length > 0 ? `It lies at the edge of ${edges.join(" and ")}: try beyond it.` : "",
    grid ? `${known.length} of ${results.length} cells are tried.` : `${rows.length} settings are tried.`,
  ];
  const told = explained
    .filter(Boolean)
    .join(" ")
    .replace(complete ? "best so far" : "\0", "best");
  const node = figure({
    name: options.name ?? `${capitalised(scoreName)} by ${x.name} and ${y.name}`,
    description: told,
    caption: told,
    legend: heatLegend(domain, scoreName),
    node: draw,
    width,
    height,
    table: () => ({
      columns: ["setting", scoreName, "standard deviation over the folds"],
      rows: rows.map((row) => [paramsText(row.params), row.meanTestScore, row.stdTestScore ?? Number.NaN]),
    }),
  });
  const box = node.querySelector<HTMLElement>(".etude-drawing")!;
  const settingAt = (at: number) =>
    paramsText({
      [x.name]: x.values![at % x.values!.length],
      [y.name]: y.values![y.values!.length - 1 - Math.floor(at / x.values!.length)],
    });
  const readout = pickPoints(box, results.length, {
    invitation: "Choose a setting.",
    describe: (at) => {
      const row = results[at];
      return row ? `${paramsText(row.params)}: ${scoreText(row)}` : `${settingAt(at)}: not tried yet`;
    },
    place: centre,
    at: grid
      ? (across, down) => gridCellAt(across, down, gridEnds(drawn), y.values!.length, x.values!.length)
      : undefined,
    step: grid ? (key, from) => gridStep(key, from, y.values!.length, x.values!.length) : undefined,
    activate: (at) => {
      const row = results[at];
      if (!row) return;
      chosen = row.params;
      placeRing();
      node.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  box.after(readout);
  return Object.defineProperty(node, "value", {
    get: () => chosen ?? best?.params,
    set: (next: SearchFigure["value"]) => {
      chosen = next;
      placeRing();
    },
  }) as SearchFigure;
}
