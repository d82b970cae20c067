import { bestRow, type SearchResult } from "./search-rows.ts";

/** What a search had found when it had cost so much. */
export interface AnytimePoint {
  /** Fits so far; or fits on all rows that would have cost as many rows. */
  cost: number;
  score: number;
  params: Readonly<Record<string, unknown>>;
}

/**
 * The best score of a search after each of its candidates. In a search with rounds the best is that of the present
 * round, since what came before was tried on fewer rows: there the line may fall.
 *
 * @param by "fits" counts each fit once; "rows" counts a fit on a part of the rows as that part of one
 */
export function bestSoFar(rows: readonly SearchResult[], by: "fits" | "rows"): AnytimePoint[] {
  const most = rows.reduce((largest, { nResources = 1 }) => Math.max(largest, nResources), 1);
  const points: AnytimePoint[] = [];
  let cost = 0;
  let best: SearchResult | undefined;
  for (const row of rows) {
    const part = by === "rows" ? (row.nResources ?? most) / most : 1;
    cost += part * Math.max(1, row.testScores?.length ?? 1);
    best = bestRow(best ? [best, row] : [row]) ?? best;
    if (best) points.push({ cost, score: best.meanTestScore, params: best.params });
  }
  return points;
}
