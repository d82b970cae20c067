import type { Labels } from "../base/labels.ts";
import { shown } from "../base/shown.ts";
import type { Samples } from "../compose/step.ts";
import { BaseSearch, type PartialSearch, type SearchFitOptions } from "./base-search.ts";
import { drain, type Step } from "./steps.ts";

/**
 * Fits a copy of a search: the search that was given stays as it is. In a cell it runs in the background, and
 * other cells see the candidates that have been tried so far.
 *
 * @param search a GridSearch, RandomizedSearch or HalvingSearch
 * @param X the samples, one a row
 * @param y the class of each row, or for a regressor its number
 * @example
 * const {X, y} = await datasets.load("drum-test");
 * const grid = new GridSearch({estimator: new KNeighborsClassifier(), paramGrid: {nNeighbors: [1, 5, 9]}});
 * const search = await fitSearch(grid, X, y);
 * display(search.bestParams);
 */
export function fitSearch<Search extends BaseSearch>(
  search: Search,
  X: Samples,
  y: Labels,
  options: SearchFitOptions = {},
): Search {
  return drain(fitSearchSteps(search, X, y, options));
}

/**
 * As `fitSearch`, one fit of a candidate (or step of one) at a time.
 *
 * @param search a GridSearch, RandomizedSearch or HalvingSearch
 * @param X the samples, one a row
 * @param y the class of each row, or for a regressor its number
 * @example
 * const grid = new GridSearch({estimator: new KNeighborsClassifier(), paramGrid: {nNeighbors: [1, 2]}, cv: new KFold({nSplits: 2})});
 * for (const {partial} of learn.fitSearchSteps(grid, [[1], [8], [2], [9]], ["a", "b", "a", "b"])) display(partial.bestParams);
 */
export function* fitSearchSteps<Search extends BaseSearch>(
  search: Search,
  X: Samples,
  y: Labels,
  options: SearchFitOptions = {},
): Generator<Step<PartialSearch>, Search> {
  checkSearch(search);
  return yield* search.clone().fitSteps(X, y, options);
}

/** Throws unless `search` is a search of ours. */
export function checkSearch(search: unknown): void {
  if (search instanceof BaseSearch) return;
  throw new TypeError(
    `search must be a GridSearch, RandomizedSearch or HalvingSearch, but it is ${shown(search)}`,
  );
}
