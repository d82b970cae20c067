import type { SearchAxis } from "./search-axes.ts";
import type { SearchResult } from "./search-rows.ts";

/**
 * For each combination of two parameters' values the result to show, row after row of `y`, its largest value on top:
 * of several (other parameters differ) the best, and where a search has rounds, of the last round that it was in.
 */
export function searchCells(
  rows: readonly SearchResult[],
  x: SearchAxis,
  y: SearchAxis,
): (SearchResult | undefined)[] {
  const [across, down] = [x.values!, y.values!];
  const cells = new Array<SearchResult | undefined>(across.length * down.length).fill(undefined);
  for (const row of rows) {
    const col = across.indexOf(row.params[x.name]);
    const place = down.indexOf(row.params[y.name]);
    if (col < 0 || place < 0) continue;
    const at = (down.length - 1 - place) * across.length + col;
    if (isBetter(row, cells[at])) cells[at] = row;
  }
  return cells;
}

function isBetter(row: SearchResult, than: SearchResult | undefined): boolean {
  if (!than) return true;
  const [round, before] = [row.iteration ?? 0, than.iteration ?? 0];
  return round === before ? row.meanTestScore > than.meanTestScore : round > before;
}

/** The scores' ends, moved outwards to tenths (or round steps of a larger span), so that colours seldom change. */
export function scoreDomain(rows: readonly SearchResult[]): [number, number] {
  const scores = rows.map(({ meanTestScore }) => meanTestScore).filter(Number.isFinite);
  if (scores.length === 0) return [0, 1];
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  const step = high - low <= 1 ? 0.1 : 10 ** Math.floor(Math.log10(high - low));
  const ends = [Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step];
  const [from, to] = ends.map((end) => Number(end.toPrecision(12))) as [number, number];
  return from < to ? [from, to] : [from, from + step];
}

/** A score as its part of the colours, from 0 to 1; what lies beyond the domain has the colour of its end. */
export function shareOfScore(score: number, [low, high]: readonly [number, number]): number {
  return Math.min(1, Math.max(0, (score - low) / (high - low)));
}

/** The parameters whose best value is the first or last of its axis: the search should go on beyond it. */
export function atEdges(best: SearchResult, axes: readonly SearchAxis[]): string[] {
  const onEdge = ({ name, values }: SearchAxis) =>
    values !== undefined &&
    values.length > 2 &&
    values.every((value) => typeof value === "number") &&
    [values[0], values.at(-1)].includes(best.params[name] as number);
  return axes.filter(onEdge).map(({ name }) => name);
}
