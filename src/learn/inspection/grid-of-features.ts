import { Matrix } from "../base/matrix.ts";

/** How a grid is laid over the features. */
export type GridOptions = { gridResolution: number; percentiles: readonly [number, number] };

/**
 * The values of one column at which a model is looked at: all different ones where there are fewer than
 * `gridResolution`, else that many at equal distances between the two percentiles. Throws where those are equal.
 */
export function gridValues(column: Float64Array, { gridResolution, percentiles }: GridOptions): number[] {
  const sorted = column.slice().sort();
  const unique = [...new Set(sorted)];
  if (unique.length < gridResolution) return unique;
  const [from, to] = percentiles.map((share) => quantile(sorted, share)) as [number, number];
  if (Math.abs(from - to) <= 1e-8 + 1e-5 * Math.abs(to)) {
    throw new RangeError(
      `percentiles ${percentiles.join(" and ")} are too close to each other: a feature has the values ${from} and ${to} there, so no grid fits between`,
    );
  }
  const step = (to - from) / (gridResolution - 1);
  return Array.from({ length: gridResolution }, (_, i) => (i === gridResolution - 1 ? to : i * step + from));
}

/** The quantile with plotting positions 0.4, which is about unbiased for any distribution (Cunnane, 1978). */
function quantile(sorted: Float64Array, share: number): number {
  const n = sorted.length;
  const place = n * share + (0.4 + share * 0.2);
  const below = Math.floor(Math.min(Math.max(place, 1), n - 1));
  const part = Math.min(Math.max(place - below, 0), 1);
  return (1 - part) * sorted[below - 1]! + part * sorted[below]!;
}

/** All combinations of the values, one a row; the last changes fastest. */
export function combinations(values: readonly (readonly number[])[]): Matrix {
  const rows = values.reduce((product, list) => product * list.length, 1);
  const grid = new Matrix(new Float64Array(rows * values.length), rows, values.length);
  let repeat = rows;
  for (const [col, list] of values.entries()) {
    repeat /= list.length;
    for (let row = 0; row < rows; row++) {
      grid.data[row * values.length + col] = list[Math.floor(row / repeat) % list.length]!;
    }
  }
  return grid;
}
