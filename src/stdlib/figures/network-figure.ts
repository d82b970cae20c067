import type { MatrixLike } from "../../learn/base/matrix.ts";
import { shown } from "../../learn/base/shown.ts";
import { checkSettings } from "../check-arguments.ts";
import { element, svgElement } from "../element.ts";
import { readable } from "./data-table.ts";
import { emptyDrawing } from "./empty-drawing.ts";
import { figure } from "./figure.ts";
import { networkDrawing } from "./network-drawing.ts";
import { type NetworkLayer, networkLayers } from "./network-layers.ts";

export interface NetworkOptions {
  /** What each unit of each layer says at present, the inputs first: they fill the circles. */
  activations?: readonly (ArrayLike<number> | undefined)[];
  /** Names of the inputs; written where each has a circle of its own. */
  inputNames?: readonly string[];
  /** Names of the outputs; written where each has a circle of its own. */
  outputNames?: readonly string[];
  /** Circles of a layer at most: more units are drawn in groups; default 16. */
  most?: number;
  /** Title; default "The network". */
  name?: string;
  /** Text below. */
  caption?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels; default 360. */
  height?: number;
}

const usualMost = 16;

function layerName({ units, each }: NetworkLayer, l: number, count: number): string {
  const what = l === 0 ? "inputs" : l === count - 1 ? "outputs" : "units";
  return each > 1 ? `${units} ${what}, by ${each}` : `${units} ${units === 1 ? what.slice(0, -1) : what}`;
}

function weightLegend(): HTMLElement {
  const piece = (kind: string, dash: string | null) =>
    svgElement(
      "svg",
      { width: 28, height: 12, "aria-hidden": "true" },
      svgElement("line", {
        x1: 1,
        x2: 27,
        y1: 6,
        y2: 6,
        class: kind,
        "stroke-dasharray": dash,
        "stroke-width": 3,
      }),
    );
  return element(
    "ul",
    { class: "etude-legend", role: "list" },
    element("li", {}, piece("etude-weight", null), "weight above 0"),
    element("li", {}, piece("etude-weight etude-negative", "5 3"), "below 0"),
  );
}

/**
 * The layers of a network from left to right: a line for each weight, the wider the farther from 0, dashed below 0; a
 * circle for each unit, filled by what it says at present. Large layers are drawn in groups, by their means.
 *
 * @param weights one matrix a layer, inputs × units; undefined draws an empty frame
 * @throws TypeError when they are no list of matrices, RangeError when the layers do not fit together.
 * @example
 * display(networkFigure([
 *   [[0.8, -1.2, 0.3], [-0.4, 0.9, 1.1]],
 *   [[1.4, -0.7], [-0.9, 0.6], [0.2, 1.3]]
 * ], {
 *   inputNames: ["brightness", "decay"],
 *   outputNames: ["tom", "snare"],
 *   activations: [[0.2, 0.9], [0, 0.6, 1], [0.3, 0.7]]
 * }));
 */
export function networkFigure(
  weights: readonly MatrixLike[] | undefined,
  options: NetworkOptions = {},
): HTMLElement {
  checkSettings("networkFigure", options, '{inputNames: ["brightness", "decay"]}');
  const { activations = [], most = usualMost, name = "The network", width, height = 360 } = options;
  if (weights === undefined) {
    const message = "The network appears here when it has its weights.";
    return figure({ name, node: (at) => emptyDrawing(message, at, height), width, height });
  }
  if (!Array.isArray(weights) || weights.length === 0) {
    throw new TypeError(
      `networkFigure: weights must be a list of matrices, one a layer, but it is ${shown(weights)}.`,
    );
  }
  if (!(most >= 1)) {
    throw new RangeError(`networkFigure: most must be a number from 1, but it is ${shown(most)}.`);
  }
  const layout = networkLayers(weights, activations, most);
  const { layers } = layout;
  const layerNames = layers.map((layer, l) => layerName(layer, l, layers.length));
  const named = (names: readonly string[] | undefined, { units, each }: NetworkLayer) =>
    each === 1 && names?.length === units ? names : [];
  const scene = {
    ...layout,
    layerNames,
    inputNames: named(options.inputNames, layers[0]!),
    outputNames: named(options.outputNames, layers.at(-1)!),
  };
  const told = `${layerNames.join(" → ")}. The widest line is a weight of ${readable(layout.largest)}.`;
  return figure({
    name,
    description: told,
    caption: [options.caption, told].filter(Boolean).join(" "),
    legend: weightLegend(),
    node: (at) => networkDrawing(scene, at, height),
    width,
    height,
    table: () => ({
      columns: ["layer", "from", "to", "weight"],
      rows: layout.weights.flatMap((matrix, l) =>
        Array.from(matrix.data, (weight, at) => {
          const [from, to] = [Math.floor(at / matrix.cols), at % matrix.cols];
          const source = l === 0 ? (scene.inputNames[from] ?? from + 1) : from + 1;
          const target = l === layers.length - 2 ? (scene.outputNames[to] ?? to + 1) : to + 1;
          return [String(l + 1), source, target, weight];
        }),
      ),
    }),
  });
}
