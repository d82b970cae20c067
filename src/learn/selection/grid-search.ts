import type { Predictor } from "../base/learner.ts";
import { BaseSearch, searchParams } from "./base-search.ts";
import type { CV } from "./cv.ts";
import { evaluateCandidates, type SearchRow, type Trial } from "./evaluate-candidates.ts";
import { combinations, gridRule, isChoice, type ParamGrid } from "./parameter-grid.ts";
import type { Scoring } from "./scoring.ts";
import type { Step } from "./steps.ts";

/** The parameter grids of searches that try every combination. */
export const paramGrid = gridRule(
  isChoice,
  "an object of lists that are not empty, such as {nNeighbors: [1, 5, 9]}",
);

/**
 * Tries every combination of some parameters' values by cross-validation, and is then the best of them, fitted on
 * all rows. Of equally good ones the first wins. The candidates, scores and ranks are scikit-learn's GridSearchCV's.
 *
 * `fit` costs candidates × folds fits and one more; `predict` what the best estimator's does.
 * @example
 * const {X, y} = await datasets.load("drum-test");
 * const search = new GridSearch({estimator: new KNeighborsClassifier(), paramGrid: {nNeighbors: [1, 5, 9]}});
 * search.fit(X, y);
 * display(search.bestParams);
 */
export class GridSearch extends BaseSearch {
  static override readonly typeName = "GridSearch";
  static override readonly params = {
    estimator: searchParams.estimator,
    paramGrid,
    scoring: searchParams.scoring,
    cv: searchParams.cv,
    refit: searchParams.refit,
  };
  declare paramGrid: ParamGrid | readonly ParamGrid[];

  constructor(params: {
    /** The model whose parameters are tried. */
    estimator: Predictor;
    /** The values to try, by the parameter's name; or a list of such objects. */
    paramGrid: ParamGrid | readonly ParamGrid[];
    /** How good predictions are, larger is better: a name such as "f1Macro", or a function. */
    scoring?: Scoring | null;
    /** What makes the folds: a splitter, a number of folds, or a list of folds; by default five. */
    cv?: CV | null;
    /** Whether the best candidate is fitted on all rows. */
    refit?: boolean;
  }) {
    super(params);
  }

  protected *search(
    trial: Trial,
  ): Generator<Step<SearchRow[]>, { cvResults: SearchRow[]; bestIndex: number }> {
    const cvResults = yield* evaluateCandidates(combinations(this.paramGrid), trial);
    return { cvResults, bestIndex: this.bestAmong(cvResults) };
  }
}
