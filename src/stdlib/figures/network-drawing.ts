import { svgElement } from "../element.ts";
import { heatColor, signedColor } from "./heat-colors.ts";
import type { NetworkLayer, NetworkLayout } from "./network-layers.ts";

/** All that a drawing of a network shows. */
export interface NetworkScene extends NetworkLayout {
  inputNames: readonly string[];
  outputNames: readonly string[];
  layerNames: readonly string[];
}

const letterWidth = 7;
const longestName = 15;
const top = 26;
const bottom = 10;
const widestLine = 5;
const mostRadius = 13;

/** Weights smaller than this part of the largest are not drawn: they would only be grey. */
const leastDrawn = 0.02;

const short = (name: string, most: number) => (name.length > most ? `${name.slice(0, most - 1)}…` : name);
const roomFor = (names: readonly string[]) => {
  const longest = names.reduce((most, name) => Math.max(most, name.length), 0);
  return longest > 0 ? 8 + letterWidth * longest : 0;
};

/** Fill of a unit by its activation; units that may be below 0 have two colours. */
function fillOf(layer: NetworkLayer, circle: number, signed: boolean, size: number) {
  const value = layer.activations?.[circle];
  if (value === undefined || !Number.isFinite(value)) return "var(--etude-paper)";
  const share = size > 0 ? value / size : 0;
  return signed ? signedColor(share) : heatColor(share);
}

/** Draws the layers of a network from left to right: weights as lines, units as circles. */
export function networkDrawing(scene: NetworkScene, width: number, height: number): SVGSVGElement {
  const { layers, weights, largest, layerNames } = scene;
  const letters = Math.min(longestName, Math.floor(width / 4 / letterWidth));
  const [inputNames, outputNames] = [scene.inputNames, scene.outputNames].map((names) =>
    names.map((name) => short(name, letters)),
  ) as [string[], string[]];
  const tallest = Math.max(...layers.map(({ circles }) => circles));
  const pitch = (height - top - bottom) / tallest;
  const radius = Math.min(mostRadius, 0.42 * pitch);
  const [left, right] = [roomFor(inputNames) + radius + 2, roomFor(outputNames) + radius + 2];
  const across = (l: number) => left + (l / Math.max(1, layers.length - 1)) * (width - left - right);
  const down = (l: number, i: number) => {
    const own = layers[l]!.circles;
    return (
      top + (height - top - bottom) / 2 + (i - (own - 1) / 2) * Math.min(pitch * (tallest / own), 2.2 * pitch)
    );
  };
  const lines = weights.flatMap(({ rows, cols, data }, l) =>
    Array.from({ length: rows * cols }, (_, at) => {
      const share = largest > 0 ? data[at]! / largest : 0;
      if (Math.abs(share) < leastDrawn) return null;
      return { share, l, from: Math.floor(at / cols), to: at % cols };
    }).filter((line) => line !== null),
  );
  // Strong ones above weak ones.
  lines.sort((a, b) => Math.abs(a.share) - Math.abs(b.share));
  const drawnLines = lines.map(({ share, l, from, to }) => {
    const ends = { x1: across(l), y1: down(l, from), x2: across(l + 1), y2: down(l + 1, to) };
    const strength = Math.abs(share);
    return svgElement("line", {
      ...ends,
      class: share < 0 ? "etude-weight etude-negative" : "etude-weight",
      "stroke-width": Math.max(0.6, widestLine * strength).toFixed(2),
      "stroke-opacity": (0.25 + 0.65 * strength).toFixed(2),
      "stroke-dasharray": share < 0 ? "5 3" : null,
    });
  });
  const known = layers.flatMap(({ activations = [] }) => activations.filter(Number.isFinite));
  const signed = known.some((value) => value < 0);
  const size = known.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const circles = layers.flatMap((layer, l) =>
    Array.from({ length: layer.circles }, (_, i) => {
      return svgElement("circle", {
        cx: across(l),
        cy: down(l, i),
        r: radius,
        class: layer.each > 1 ? "etude-unit etude-group" : "etude-unit",
        style: `fill: ${fillOf(layer, i, signed, size)}`,
      });
    }),
  );
  const names = [
    ...inputNames.map((name, i) => label(name, across(0) - radius - 6, down(0, i), "end")),
    ...outputNames.map((name, i) => {
      return label(name, across(layers.length - 1) + radius + 6, down(layers.length - 1, i), "start");
    }),
  ];
  const heads = layers.map((_, l) => {
    const anchor = l === 0 ? "start" : l === layers.length - 1 ? "end" : "middle";
    const x = l === 0 ? Math.max(0, across(0) - left) : l === layers.length - 1 ? width : across(l);
    return svgElement(
      "text",
      { x, y: 12, "text-anchor": anchor, class: "etude-network-head" },
      layerNames[l]!,
    );
  });
  return svgElement(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}`, class: "etude-network" },
    ...drawnLines,
    ...circles,
    ...names,
    ...heads,
  );
}

function label(text: string, x: number, y: number, anchor: "start" | "end"): SVGElement {
  return svgElement("text", { x, y: y + 4.5, "text-anchor": anchor }, text);
}
