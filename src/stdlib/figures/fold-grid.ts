/** What a row is in a fold. */
export type FoldRole = "train" | "test" | "unused";

/** Rows of a fold, as a splitter yields them. */
export interface FoldRows {
  train: ArrayLike<number>;
  test: ArrayLike<number>;
}

/** A run of neighbouring rows with the same value, from one place up to, but not with, another. */
export interface RunOfRows<Value> {
  from: number;
  to: number;
  value: Value;
}

/** The role of each of `count` rows in a fold. */
export function foldRoles({ train, test }: FoldRows, count: number): FoldRole[] {
  const roles = new Array<FoldRole>(count).fill("unused");
  for (const row of Array.from(train)) roles[row] = "train";
  for (const row of Array.from(test)) roles[row] = "test";
  return roles;
}

/** Neighbours of equal value taken together, in the order in which the rows are shown. */
export function runsOf<Value>(values: readonly Value[], order: readonly number[]): RunOfRows<Value>[] {
  const runs: RunOfRows<Value>[] = [];
  order.forEach((row, place) => {
    const value = values[row]!;
    const last = runs.at(-1);
    if (last && last.value === value) last.to = place + 1;
    else runs.push({ from: place, to: place + 1, value });
  });
  return runs;
}

/**
 * The order in which rows are shown: as they come, or together by group or by class. Those go by their names, as the
 * folds of a splitter do, so that folds of one group each make a staircase.
 */
export function rowOrder(count: number, by: ArrayLike<unknown> | undefined): number[] {
  const rows = Array.from({ length: count }, (_, i) => i);
  if (!by) return rows;
  const names = [...new Set(Array.from(by))].sort((a, b) => (a! < b! ? -1 : 1));
  const places = new Map(names.map((name, place) => [name, place]));
  return rows.sort((a, b) => places.get(by[a])! - places.get(by[b])! || a - b);
}

/** How many groups have rows on both sides of a fold: what a model may know them by. */
export function sharedGroups({ train, test }: FoldRows, groups: ArrayLike<unknown>): number {
  const trained = new Set(Array.from(train, (row) => groups[row]));
  const tested = new Set(Array.from(test, (row) => groups[row]));
  return [...tested].filter((group) => trained.has(group)).length;
}
