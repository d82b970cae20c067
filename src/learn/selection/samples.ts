import { isRevivable } from "../base/is-revivable.ts";
import type { Labels } from "../base/labels.ts";
import { cloned, type Learner } from "../base/learner.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { Pipeline } from "../compose/pipeline.ts";
import { isActive, type Samples } from "../compose/step.ts";
import { asRows } from "./as-rows.ts";

/**
 * `X` as a Matrix of finite numbers; or, where something is missing or is no number, as `estimator` can take it.
 * Throws what the estimator has against `X` as a whole, so that rows are counted in all of `X`, not in a fold.
 */
export function checkedSamples(estimator: Learner, X: Samples, y: Labels): MatrixLike {
  try {
    return Matrix.from(X as MatrixLike);
  } catch (unfit) {
    const rows = asRows(X);
    const first = firstOf(estimator);
    // Whatever takes rows first looks at them first, or is quick, as transformers are.
    if (rows && isRevivable(first)) cloned(first).fit(rows, y);
    // To a learner's own estimator numbers come without gaps, so that its sums need not look for them.
    else if (!rows || rows instanceof Matrix) throw unfit;
    return rows;
  }
}

/** Rows to predict for a model that learns from `like`: a Matrix of finite numbers, unless that is none. */
export function samplesLike(like: MatrixLike, X: Samples, name: string): MatrixLike {
  try {
    return Matrix.from(X as MatrixLike, name);
  } catch (unfit) {
    const isWhole = like instanceof Matrix && like.data.every(Number.isFinite);
    const rows = isWhole ? null : asRows(X);
    if (rows) return rows;
    throw unfit;
  }
}

/** These rows of `X`, in this order. */
export function selectRows(X: MatrixLike, indices: ArrayLike<number>): MatrixLike {
  return X instanceof Matrix ? X.selectRows(indices) : Array.from(indices, (row) => X[row]!);
}

/** What gets the rows as they are: of a pipeline its first step. */
function firstOf(estimator: Learner): Learner {
  if (!(estimator instanceof Pipeline)) return estimator;
  const first = estimator.steps.find(([, step]) => isActive(step))?.[1];
  return first === undefined ? estimator : firstOf(first as Learner);
}
