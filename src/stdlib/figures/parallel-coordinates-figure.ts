import { dot, line, type Markish, ruleX, text } from "@observablehq/plot";
import { checkSettings } from "../check-arguments.ts";
import { svgElement } from "../element.ts";
import { halo } from "./axis-marks.ts";
import { linearTicks, logTicks } from "./axis-ticks.ts";
import { capitalised } from "./capitalised.ts";
import { readable } from "./data-table.ts";
import { type Drawing, drawing } from "./drawing.ts";
import { emptyDrawing } from "./empty-drawing.ts";
import { figure } from "./figure.ts";
import { heatColor } from "./heat-colors.ts";
import { heatLegend } from "./heat-legend.ts";
import { placeOnAxis } from "./parallel-axes.ts";
import { pickPoints } from "./point-picker.ts";
import { type SearchAxis, searchAxes, spaceOf } from "./search-axes.ts";
import { scoreDomain } from "./search-cells.ts";
import type { SearchFigure } from "./search-heat-map-figure.ts";
import {
  bestRow,
  paramsText,
  type SearchLike,
  type SearchResult,
  type SearchSpace,
  scoreText,
  searchRows,
  valueText,
} from "./search-rows.ts";

export interface ParallelCoordinatesOptions {
  /** The parameters from left to right; default all that have several values. */
  params?: readonly string[];
  /** What will be tried, as the search's `paramGrid` or `paramDistributions`: it fixes the axes while results come. */
  space?: SearchSpace | readonly SearchSpace[];
  /** The ends of the axis of scores; default tenths around those that occur. */
  domain?: readonly [number, number];
  /** What the scores are; default "score". */
  scoreName?: string;
  /** Title; default the score by all parameters. */
  name?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels; default 360. */
  height?: number;
}

const ink = "var(--etude-ink)";
const letterWidth = 7.5;
const emptyMessage = "A line for each setting appears here as the candidates are tried.";

interface Stop {
  axis: number;
  place: number;
  row: SearchResult;
}

function ticksOf({ values, range, log }: SearchAxis, most: number): unknown[] {
  if (values) return values.length <= 2 * most ? [...values] : [values[0], values.at(-1)];
  return log ? logTicks(...range!, most) : linearTicks(...range!, most);
}

/** The name of an axis; where there is little room, only what fits. */
function headOf({ name, log }: SearchAxis, room: number | undefined): string {
  if (room === undefined) return log ? `${name} (log)` : name;
  const letters = Math.max(4, Math.floor(room / letterWidth) - 1);
  return name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
}

function axisMarks(axes: readonly SearchAxis[], width: number, height: number): Markish {
  const room = width / axes.length;
  const crowded = axes.some((axis) => headOf(axis, undefined).length * letterWidth > room);
  const ticks = axes.flatMap((axis, i) =>
    ticksOf(axis, height / 48).map((value) => ({
      i,
      place: placeOnAxis(axis, value)!,
      text: valueText(value),
    })),
  );
  const last = axes.length - 1;
  return [
    ruleX(axes, {
      x: (_: SearchAxis, i: number) => i,
      stroke: "var(--etude-rule)",
      strokeWidth: 1.5,
    } as object),
    [0, 1].map((side) =>
      text(
        ticks.filter(({ i }) => (i === last) === (side === 1)),
        {
          x: "i",
          y: "place",
          text: "text",
          dx: side === 1 ? 7 : -7,
          textAnchor: side === 1 ? "start" : "end",
          fill: "var(--etude-muted)",
          ...halo,
        } as object,
      ),
    ),
    axes.map((axis, i) =>
      text([headOf(axis, crowded ? 2 * room : undefined)], {
        x: () => i,
        frameAnchor: "top",
        dy: crowded && i % 2 === 1 ? -38 : -20,
        textAnchor: i === 0 ? "start" : i === last ? "end" : "middle",
        dx: i === 0 ? -40 : i === last ? 40 : 0,
        fontWeight: 600,
        fill: ink,
      }),
    ),
  ];
}

/**
 * A search over many parameters: an upright axis for each, the score last, and a line for each setting that was tried,
 * the darker the better. The best is drawn in ink. A click or Enter chooses a setting, which is the figure's `value`.
 *
 * @param search a fitted search, or what `fitSearch` knows so far; undefined draws an empty frame
 * @throws TypeError when it is something else, RangeError when it does not vary a parameter that is named.
 * @example
 * const {X, y} = await datasets.load("drum-test");
 * const paramGrid = {nNeighbors: [1, 9, 27], weights: ["uniform", "distance"], metric: ["euclidean", "manhattan"]};
 * const search = new GridSearch({estimator: new KNeighborsClassifier(), paramGrid}).fit(X, y);
 * const setting = view(parallelCoordinatesFigure(search, {scoreName: "accuracy"}));
 */
export function parallelCoordinatesFigure(
  search: SearchLike | undefined,
  options: ParallelCoordinatesOptions = {},
): SearchFigure {
  checkSettings("parallelCoordinatesFigure", options, '{params: ["C", "gamma", "kernel"]}');
  const rows = searchRows("parallelCoordinatesFigure", search);
  const { scoreName = "score", width, height = 360 } = options;
  const all = searchAxes(rows, spaceOf(search, options.space));
  const name = options.name ?? `${capitalised(scoreName)} by ${all.length || "all"} parameters`;
  if (all.length === 0) {
    const empty = figure({ name, node: (at) => emptyDrawing(emptyMessage, at, height), width, height });
    return Object.assign(empty, { value: undefined });
  }
  const params = (options.params ?? all.map((axis) => axis.name)).map((each) => {
    const axis = all.find((one) => one.name === each);
    if (axis) return axis;
    const known = all.map((one) => one.name).join(", ");
    throw new RangeError(
      `parallelCoordinatesFigure: the search does not vary "${each}"; it varies ${known}.`,
    );
  });
  const domain = options.domain ?? scoreDomain(rows);
  const axes: SearchAxis[] = [...params, { name: scoreName, range: domain, log: false }];
  const best = bestRow(rows);
  const stopsOf = (row: SearchResult): Stop[] =>
    axes.flatMap((axis, i) => {
      const value = i < params.length ? row.params[axis.name] : row.meanTestScore;
      const place = placeOnAxis(axis, value);
      return place === undefined ? [] : [{ axis: i, place, row }];
    });
  const share = ({ meanTestScore }: SearchResult) => (meanTestScore - domain[0]) / (domain[1] - domain[0]);
  // The best above the rest.
  const ordered = rows.toSorted((a, b) => a.meanTestScore - b.meanTestScore);

  let chosen: SearchFigure["value"];
  let picked: SearchResult | undefined;
  let drawn: Drawing;
  const trace = svgElement("path", { class: "etude-chosen", "aria-hidden": "true" });
  const pixel = ({ axis, place }: Stop) =>
    `${drawn.scale("x")!.apply(axis).toFixed(1)},${drawn.scale("y")!.apply(place).toFixed(1)}`;
  const showTrace = () => {
    const stops = picked ? stopsOf(picked) : [];
    trace.setAttribute("d", stops.length > 1 ? `M${stops.map(pixel).join("L")}` : "");
  };
  const draw = (at: number): Drawing => {
    const bestStops = best ? stopsOf(best) : [];
    drawn = drawing({
      width: at,
      height,
      marginTop: 58,
      marginLeft: 56,
      marginRight: 44,
      marginBottom: 16,
      x: { domain: [0, axes.length - 1], axis: null },
      y: { domain: [0, 1], axis: null },
      marks: [
        ordered.map((row) =>
          line(stopsOf(row), {
            x: "axis",
            y: "place",
            stroke: heatColor(0.12 + 0.88 * share(row)),
            strokeWidth: 1 + share(row),
            strokeOpacity: 0.75,
            strokeLinejoin: "round",
          }),
        ),
        line(bestStops, { x: "axis", y: "place", stroke: ink, strokeWidth: 2.75 }),
        dot(bestStops, { x: "axis", y: "place", fill: ink, r: 3.5 }),
        axisMarks(axes, at - 100, height),
      ],
    });
    drawn.append(trace);
    showTrace();
    return drawn;
  };
  const told = best
    ? `${rows.length} settings. In ink: the best, ${scoreText(best)} at ${paramsText(best.params)}.`
    : "No setting is tried yet.";
  const node = figure({
    name,
    description: told,
    caption: told,
    legend: heatLegend(domain, scoreName),
    node: draw,
    width,
    height,
    table: () => ({
      columns: [...params.map((axis) => axis.name), scoreName],
      rows: ordered.toReversed().map((row) => {
        return [...params.map((axis) => valueText(row.params[axis.name])), readable(row.meanTestScore)];
      }),
    }),
  });
  const box = node.querySelector<HTMLElement>(".etude-drawing")!;
  const readout = pickPoints(box, ordered.length, {
    invitation: "Choose a setting at the axis of scores.",
    describe: (i) => `${paramsText(ordered[i]!.params)}: ${scoreText(ordered[i]!)}`,
    place: (i) => ({
      x: drawn.scale("x")!.apply(axes.length - 1),
      y: drawn.scale("y")!.apply(placeOnAxis(axes.at(-1)!, ordered[i]!.meanTestScore)!),
    }),
    picked: (i) => {
      picked = ordered[i];
      showTrace();
    },
    activate: (i) => {
      chosen = ordered[i]!.params;
      node.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  box.after(readout);
  return Object.defineProperty(node, "value", {
    get: () => chosen ?? best?.params,
    set: (next: SearchFigure["value"]) => {
      chosen = next;
    },
  }) as SearchFigure;
}
