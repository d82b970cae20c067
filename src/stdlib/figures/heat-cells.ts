import type { RenderFunction } from "@observablehq/plot";
import { svgElement } from "../element.ts";
import { heatColor, signedColor } from "./heat-colors.ts";
import { regionPaths } from "./region-outlines.ts";

/** Shares of a heat map, row after row from the top; NaN where nothing is known. */
export interface HeatGrid {
  rows: number;
  cols: number;
  /** From 0 to 1, or from -1 to 1 where `signed`. */
  shares: ArrayLike<number>;
  signed?: boolean;
}

/** Colours are rounded to so many, each of which is one path: thousands of cells are then drawn at once. */
const levels = 41;

const levelOf = (share: number, signed: boolean) => {
  if (!Number.isFinite(share)) return levels;
  const along = signed ? (share + 1) / 2 : share;
  return Math.round((levels - 1) * Math.min(1, Math.max(0, along)));
};

function colorOf(level: number, signed: boolean): string {
  const along = level / (levels - 1);
  return signed ? signedColor(2 * along - 1) : heatColor(along);
}

/** The cells of a heat map as a mark of Plot that fills the frame; unknown ones are left empty. */
export function heatCells({ rows, cols, shares, signed = false }: HeatGrid): RenderFunction {
  const classes = Int32Array.from(shares, (share) => levelOf(share, signed));
  return (_index, _scales, _values, { width, height, marginLeft, marginTop, marginRight, marginBottom }) => {
    const box = {
      left: marginLeft,
      top: marginTop,
      width: width - marginLeft - marginRight,
      height: height - marginTop - marginBottom,
    };
    const paths = regionPaths({ rows, cols, classes }, box, levels + 1).slice(0, levels);
    const fills = paths.map((d, level) =>
      d === ""
        ? null
        : svgElement("path", { d, class: "etude-heat-cell", style: `fill: ${colorOf(level, signed)}` }),
    );
    return svgElement("g", {}, ...fills);
  };
}
