import type { Matrix } from "../base/matrix.ts";
import { columnsOf } from "./columns.ts";
import { TrainingColumns } from "./training.ts";

/** The columns of tables that are kept; null until a tree has asked for them. */
const kept = new WeakMap<Matrix, TrainingColumns | null>();

/**
 * Lets all trees that are fitted on this very Matrix share its columns and their order, as in boosting, where one
 * tree after the other learns from the same rows. Its numbers must not change from then on.
 */
export function keepColumns(X: Matrix): void {
  kept.set(X, null);
}

/** The columns of `X` as a tree looks at them: new ones, unless `keepColumns` was told of this Matrix. */
export function trainingColumns(X: Matrix): TrainingColumns {
  const known = kept.get(X);
  if (known) return known;
  const columns = new TrainingColumns(columnsOf(X));
  if (known === null) kept.set(X, columns);
  return columns;
}
