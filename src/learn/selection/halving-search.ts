import type { Predictor } from "../base/learner.ts";
import { anyOf, oneOf, seed, wholeNumber } from "../base/params.ts";
import { unstableArgsort } from "../base/unstable-argsort.ts";
import { RandomState } from "../random-state.ts";
import { BaseSearch, searchParams } from "./base-search.ts";
import type { CV } from "./cv.ts";
import { evaluateCandidates, ranked, type SearchRow, type Trial } from "./evaluate-candidates.ts";
import type { Fold } from "./fold.ts";
import { paramGrid } from "./grid-search.ts";
import { combinations, type ParamGrid } from "./parameter-grid.ts";
import { prepareFold, type Rows } from "./prepare.ts";
import type { Scoring } from "./scoring.ts";
import type { Step } from "./steps.ts";

/**
 * Tries every combination on a few rows, the better third of them on three times as many, and so on: successive
 * halving. It is then the best of the last round, fitted on all rows. The rounds, rows and scores are those of
 * scikit-learn's HalvingGridSearchCV with `resource` the number of samples.
 *
 * `predict` costs what the best estimator's does.
 * @example
 * const {X, y} = await datasets.load("drum-test");
 * const paramGrid = {nNeighbors: [1, 2, 3, 4, 5, 6]};
 * const search = new HalvingSearch({estimator: new KNeighborsClassifier(), paramGrid});
 * display(search.fit(X, y).cvResults);
 */
export class HalvingSearch extends BaseSearch {
  static override readonly typeName = "HalvingSearch";
  static override readonly params = {
    estimator: searchParams.estimator,
    paramGrid,
    factor: wholeNumber(3, 2),
    minResources: anyOf(oneOf("exhaust", "smallest"), wholeNumber(1, 1)),
    maxResources: anyOf(oneOf("auto"), wholeNumber(1, 1)),
    scoring: searchParams.scoring,
    cv: searchParams.cv,
    refit: searchParams.refit,
    randomState: seed,
  };
  declare paramGrid: ParamGrid | readonly ParamGrid[];
  declare factor: number;
  declare minResources: "exhaust" | "smallest" | number;
  declare maxResources: "auto" | number;
  declare randomState: number;

  constructor(params: {
    /** The model whose parameters are tried. */
    estimator: Predictor;
    /** The values to try, by the parameter's name; or a list of such objects. */
    paramGrid: ParamGrid | readonly ParamGrid[];
    /** How many times as many rows each round takes; the part of the candidates that stays is one in so many. */
    factor?: number;
    /** The rows of the first round: as many as let the last one take all ("exhaust"), as few as the folds allow ("smallest"), or a number. */
    minResources?: "exhaust" | "smallest" | number;
    /** The rows of the last round at most: all ("auto"), or a number. */
    maxResources?: "auto" | number;
    /** How good predictions are, larger is better: a name such as "f1Macro", or a function. */
    scoring?: Scoring | null;
    /** What makes the folds: a splitter, a number of folds, or a list of folds; by default five. */
    cv?: CV | null;
    /** Whether the best candidate is fitted on all rows. */
    refit?: boolean;
    /** The seed of the choice of rows: a whole number from 0. */
    randomState?: number;
  }) {
    super(params);
  }

  protected *search(
    trial: Trial,
    rows: Rows,
  ): Generator<Step<SearchRow[]>, { cvResults: SearchRow[]; bestIndex: number }> {
    if (trial.maxSeconds !== null) {
      throw new RangeError(
        "HalvingSearch takes no maxSeconds: it must be through with a round to begin the next",
      );
    }
    let candidates = combinations(this.paramGrid);
    const rounds = this.rounds(candidates.length, trial, rows.labels.length);
    const fits = rounds.reduce((sum, round) => sum + round.candidates, 0);
    let done = 0;
    let all: SearchRow[] = [];
    for (const [iteration, { nResources, candidates: count }] of rounds.entries()) {
      const share = nResources / rows.labels.length;
      const folds = trial.folds.map((fold) => prepareFold(this.fewer(fold, share), rows));
      const withRound = (row: SearchRow) => ({ ...row, iteration, nResources });
      const steps = evaluateCandidates(candidates, { ...trial, folds });
      let next = steps.next();
      let seen: SearchRow[] | undefined;
      let partial = all;
      for (; !next.done; next = steps.next()) {
        const { progress, partial: rowsOfRound } = next.value;
        if (rowsOfRound !== seen) partial = ranked([...all, ...rowsOfRound.map(withRound)]);
        seen = rowsOfRound;
        yield { progress: (done + progress * count) / fits, partial };
      }
      done += count;
      all = ranked([...all, ...next.value.map(withRound)]);
      const order = unstableArgsort(next.value.map(({ meanTestScore }) => meanTestScore));
      const kept = order.slice(-Math.ceil(count / this.factor));
      candidates = Array.from(kept, (i) => candidates[i]!);
    }
    return { cvResults: all, bestIndex: this.bestAmong(all) };
  }

  /** The best of the last round: what came before was tried on fewer rows. */
  protected override bestAmong(rows: readonly SearchRow[]): number {
    const last = rows.at(-1)?.iteration;
    const from = rows.findIndex(({ iteration }) => iteration === last);
    const scores = rows.slice(from).map(({ meanTestScore }) => meanTestScore);
    return from < 0 ? -1 : from + scores.indexOf(Math.max(...scores));
  }

  /** How many rows and candidates each round has. */
  private rounds(
    candidates: number,
    { folds, classes, estimator }: Trial,
    rows: number,
  ): { nResources: number; candidates: number }[] {
    const { factor, minResources, maxResources } = this;
    const perFold = 2 * (estimator.estimatorType === "regressor" ? 1 : classes.length);
    const most = maxResources === "auto" ? rows : Math.min(maxResources, rows);
    let least = typeof minResources === "number" ? minResources : folds.length * perFold;
    if (least > most) {
      throw new RangeError(
        `HalvingSearch: the first round needs ${least} rows${typeof minResources === "number" ? "" : " (two of each class in each fold)"}, but there are ${most} at most: take fewer folds, or GridSearch`,
      );
    }
    const required = 1 + Math.floor(Math.log(candidates) / Math.log(factor));
    if (minResources === "exhaust") least = Math.max(least, Math.floor(most / factor ** (required - 1)));
    const possible = 1 + Math.floor(Math.log(Math.floor(most / least)) / Math.log(factor));
    const rounds: { nResources: number; candidates: number }[] = [];
    let left = candidates;
    for (let i = 0; i < Math.min(required, possible); i++) {
      rounds.push({ nResources: Math.min(factor ** i * least, most), candidates: left });
      left = Math.ceil(left / factor);
    }
    return rounds;
  }

  /** A share of a fold's rows, drawn at random. */
  private fewer({ train, test }: Fold, share: number): Fold {
    const some = (rows: Int32Array) => {
      const order = new RandomState(this.randomState).permutation(rows);
      return Int32Array.from(order.slice(0, Math.floor(share * rows.length)));
    };
    return { train: some(train), test: some(test) };
  }
}
