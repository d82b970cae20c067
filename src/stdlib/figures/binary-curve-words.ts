import type { BinaryCurve } from "./binary-curves.ts";
import { lineLegend } from "./line-legend.ts";
import { seriesLegend } from "./series-marks.ts";

/** The area of a curve with its interval, where there is one. */
export function withInterval({ area, interval }: BinaryCurve): string {
  const between = interval ? ` (${interval[0].toFixed(2)} to ${interval[1].toFixed(2)})` : "";
  return `${area.toFixed(2)}${between}`;
}

/** The legend of curves with their areas; one that stands alone is called by what its area is. */
export function binaryCurveLegend(curves: readonly BinaryCurve[], areaName: string): HTMLElement | undefined {
  const [only, ...others] = curves;
  if (!only) return undefined;
  if (others.length === 0) {
    const name = only.name ? `${only.name}, ${areaName}` : areaName;
    return lineLegend([{ kind: "validation", name, reading: withInterval(only) }]);
  }
  return seriesLegend(
    curves.map((curve, i) => ({ name: curve.name ?? `curve ${i + 1}`, reading: withInterval(curve) })),
  );
}

/** A row for each place of each curve: its name, the threshold, and where it is. */
export function binaryCurveRows(curves: readonly BinaryCurve[]): (string | number)[][] {
  return curves.flatMap(({ name, x, y, thresholds }, i) =>
    x.map((value, place) => [name ?? `curve ${i + 1}`, thresholds[place]!, value, y[place]!]),
  );
}
