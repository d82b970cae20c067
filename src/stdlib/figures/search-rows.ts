import { shown } from "../../learn/base/shown.ts";
import { readable } from "./data-table.ts";

/** How one candidate of a search did. */
export interface SearchResult {
  params: Readonly<Record<string, unknown>>;
  meanTestScore: number;
  stdTestScore?: number;
  testScores?: ArrayLike<number>;
  /** In a HalvingSearch: the round, from 0, and the rows that it took. */
  iteration?: number;
  nResources?: number;
}

/** What a parameter's values are taken from: a list, or one of the distributions of RandomizedSearch. */
export type SearchValues = ArrayLike<unknown> | Readonly<Record<string, readonly [number, number]>>;

/** Parameters by name, each with what its values are taken from: a `paramGrid` or `paramDistributions`. */
export type SearchSpace = Readonly<Record<string, SearchValues>>;

/** A search, or what is known of it so far. */
export interface SearchLike {
  cvResults: readonly SearchResult[];
  paramGrid?: SearchSpace | readonly SearchSpace[];
  paramDistributions?: SearchSpace | readonly SearchSpace[];
}

/**
 * The results of a search, whole or not; none of one that has not begun.
 * @throws TypeError when it is something else.
 */
export function searchRows(owner: string, search: SearchLike | undefined): readonly SearchResult[] {
  if (search === undefined) return [];
  const rows = (search as SearchLike | null)?.cvResults;
  if (Array.isArray(rows)) return rows;
  throw new TypeError(
    `${owner}: search must be a fitted GridSearch, RandomizedSearch or HalvingSearch, or what fitSearch gives, but it is ${shown(search)}.`,
  );
}

/** The result that a search would choose so far: the first of the highest, of the last round where there are rounds. */
export function bestRow(rows: readonly SearchResult[]): SearchResult | undefined {
  const round = lastRound(rows);
  let best: SearchResult | undefined;
  for (const row of rows) {
    if ((row.iteration ?? 0) !== round || !Number.isFinite(row.meanTestScore)) continue;
    if (!best || row.meanTestScore > best.meanTestScore) best = row;
  }
  return best;
}

function lastRound(rows: readonly SearchResult[]): number {
  return rows.reduce((last, { iteration = 0 }) => Math.max(last, iteration), 0);
}

/** A parameter's value in words. */
export function valueText(value: unknown): string {
  if (typeof value === "number") return readable(value);
  if (value === null || value === undefined) return "none";
  if (typeof value === "object") {
    // A minifier shortens the names of classes, but not the one that an estimator's class has for messages.
    const kind = value.constructor as { typeName?: string; name: string } | undefined;
    return kind?.typeName ?? kind?.name ?? "…";
  }
  return String(value);
}

/** Some parameters' values in words, such as "C = 1, kernel = rbf". */
export function paramsText(params: Readonly<Record<string, unknown>>): string {
  return Object.entries(params)
    .map(([name, value]) => `${name}\u00a0=\u00a0${valueText(value)}`)
    .join(", ");
}

/** A score with its spread over folds in words. */
export function scoreText({ meanTestScore, stdTestScore }: SearchResult): string {
  const spread = stdTestScore === undefined ? "" : ` ± ${stdTestScore.toFixed(2)}`;
  return meanTestScore.toFixed(2) + spread;
}
