import { Estimator } from "../base/estimator.ts";
import type { EstimatorJSON } from "../base/estimator-json.ts";
import type { Label, Labels } from "../base/labels.ts";
import { cloned, type Predictor } from "../base/learner.ts";
import type { Matrix, MatrixLike } from "../base/matrix.ts";
import { checkOptions } from "../base/options.ts";
import { learner, type ParamRule, yesOrNo } from "../base/params.ts";
import { shown } from "../base/shown.ts";
import type { Samples } from "../compose/step.ts";
import { answerOf } from "./answer.ts";
import { allowedCV, type CV, isCV } from "./cv.ts";
import type { SearchRow, Trial } from "./evaluate-candidates.ts";
import { ParamSplitter, type SplitterJSON } from "./param-splitter.ts";
import type { Candidate } from "./parameter-grid.ts";
import { prepare, type Rows } from "./prepare.ts";
import { type Scoring, scorerFor, scoringNames } from "./scoring.ts";
import { splitterFrom } from "./splitter-json.ts";
import { drain, fitPausing, type Step } from "./steps.ts";
import { withParams } from "./with-params.ts";

/** What a search knows so far. */
export type PartialSearch = {
  /** How each candidate did that is through. */
  cvResults: SearchRow[];
  /** The parameters of the best of them. */
  bestParams?: Candidate;
  /** Its mean score on held-out rows. */
  bestScore?: number;
};

/** What `fit` of a search takes besides the data. */
export type SearchFitOptions = {
  /** For each row the group that it belongs to; handed to `cv`. */
  groups?: Labels | null;
  /**
   * A budget of time: when so many seconds are over, no further candidate is begun, and each row tells its `seconds`.
   * How far it comes depends on the machine, so the same call may choose another candidate. null for no limit.
   */
  maxSeconds?: number | null;
};

type Fitted = { cvResults: SearchRow[]; bestIndex: number; bestEstimator: Predictor | null; labels: Label[] };

const splitterRule: ParamRule = {
  default: null,
  allows: (value) => value === null || isCV(value),
  allowed: `null (five folds), ${allowedCV}`,
};

const scoringRule: ParamRule = {
  default: null,
  allows: (value) =>
    value === null || typeof value === "function" || (scoringNames as unknown[]).includes(value),
  allowed: `null (the usual for the estimator), a function, or one of ${scoringNames.join(", ")}`,
};

/** The parameters that all searches have. */
export const searchParams = {
  estimator: learner("predict"),
  scoring: scoringRule,
  cv: splitterRule,
  refit: yesOrNo(true),
};

/** What searches share: they try candidates on folds, and fit the best anew on all rows. */
export abstract class BaseSearch extends Estimator<Fitted> {
  declare estimator: Predictor;
  declare scoring: Scoring | null;
  declare cv: CV | null;
  declare refit: boolean;

  constructor(params: Readonly<Record<string, unknown>>) {
    super(params);
    const { typeName, params: rules } = this.constructor as typeof BaseSearch;
    const grid = Object.keys(rules).find((name) => name.startsWith("param"))!;
    if (this.estimator === undefined || Reflect.get(this, grid) === undefined) {
      throw new TypeError(
        `${typeName} needs an estimator and a ${grid}: new ${typeName}({estimator: new KNeighborsClassifier(), ${grid}: {nNeighbors: [1, 5, 9]}})`,
      );
    }
  }

  /** Tries the candidates; returns the rows of all, and which is the best. */
  protected abstract search(
    trial: Trial,
    rows: Rows,
  ): Generator<Step<SearchRow[]>, { cvResults: SearchRow[]; bestIndex: number }>;

  /**
   * Tries the candidates on the folds, and fits the best one on all rows; returns this. Throws, changing nothing,
   * when the data are unfit, the folds cannot be made, or a candidate cannot be fitted.
   *
   * @param X the samples, one a row
   * @param y the class of each row, or for a regressor its number
   */
  fit(X: Samples, y: Labels, options: SearchFitOptions = {}): this {
    return drain(this.fitSteps(X, y, options));
  }

  /** As `fit`, one fit of a candidate (or step of one) at a time: yields how far it is and what is known so far. */
  *fitSteps(X: Samples, y: Labels, options: SearchFitOptions = {}): Generator<Step<PartialSearch>, this> {
    checkOptions("fit", ["groups", "maxSeconds"], options);
    const { maxSeconds = null } = options;
    if (maxSeconds !== null && !(maxSeconds > 0)) {
      throw new RangeError(`maxSeconds must be a number above 0, or null, but it is ${shown(maxSeconds)}`);
    }
    const { estimator, cv, scoring, refit } = this;
    const { samples, labels, classes, folds, scorer } = prepare(estimator, X, y, {
      cv,
      scoring,
      groups: options.groups ?? null,
    });
    const steps = this.search(
      { estimator, folds, scorer, classes, maxSeconds },
      { samples, labels, classes },
    );
    let next = steps.next();
    let rows: SearchRow[] | undefined;
    let partial: PartialSearch = { cvResults: [] };
    for (; !next.done; next = steps.next()) {
      if (next.value.partial !== rows) {
        rows = next.value.partial;
        partial = { cvResults: rows, ...bestOf(rows[this.bestAmong(rows)]) };
      }
      yield { progress: next.value.progress, partial };
    }
    const { cvResults, bestIndex } = next.value;
    const bestEstimator = refit ? withParams(estimator, cvResults[bestIndex]!.params) : null;
    if (bestEstimator) {
      const step = { progress: 1, partial: { cvResults, ...bestOf(cvResults[bestIndex]) } };
      const fit = fitPausing(bestEstimator, samples, labels);
      while (!fit.next().done) yield step;
    }
    this.fitted = { cvResults, bestIndex, bestEstimator, labels: classes };
    return this;
  }

  /** Which of the rows is the best: the first of equals. */
  protected bestAmong(rows: readonly SearchRow[]): number {
    return rows.findIndex(({ rankTestScore }) => rankTestScore === 1);
  }

  /** What kind of estimator is searched for: "classifier", "regressor" or another. */
  get estimatorType(): string | undefined {
    return this.estimator.estimatorType;
  }

  /** How each candidate did: a row each, in the order in which they were tried. */
  get cvResults(): SearchRow[] {
    return this.learned.cvResults.map((row) => ({
      ...row,
      params: { ...row.params },
      testScores: [...row.testScores],
    }));
  }

  /** Which row of `cvResults` is the best. */
  get bestIndex(): number {
    return this.learned.bestIndex;
  }

  /** The parameters of the best candidate. */
  get bestParams(): Candidate {
    return { ...this.learned.cvResults[this.learned.bestIndex]!.params };
  }

  /** The best candidate's score on held-out rows, mean over folds. */
  get bestScore(): number {
    return this.learned.cvResults[this.learned.bestIndex]!.meanTestScore;
  }

  /** The best candidate, fitted on all rows. Throws when `refit` is false. */
  get bestEstimator(): Predictor {
    const { bestEstimator } = this.learned;
    if (bestEstimator) return bestEstimator;
    const { typeName } = this.constructor as typeof BaseSearch;
    throw new Error(
      `${typeName} has fitted no bestEstimator, since refit is false: set refit to true and fit anew`,
    );
  }

  /** The classes that the best estimator has seen. */
  get classes(): Label[] | undefined {
    return this.bestEstimator.classes;
  }

  /** What the best estimator predicts for each row of `X`. */
  predict(X: MatrixLike): Label[] {
    return Array.from(this.bestEstimator.predict(X));
  }

  /** The probabilities that the best estimator gives: rows × classes. */
  predictProba(X: MatrixLike): Matrix {
    return this.best("predictProba").predictProba!(X);
  }

  /** What the best estimator's `decisionFunction` gives: rows × classes, or one column for two classes. */
  decisionFunction(X: MatrixLike): Matrix {
    return this.best("decisionFunction").decisionFunction!(X);
  }

  /** `X` as the best estimator transforms it. */
  transform(X: MatrixLike): Matrix {
    return this.best("transform").transform!(X);
  }

  /**
   * How good the best estimator's predictions are, by the scoring of the search.
   *
   * @param X the samples, one a row
   * @param y the true class or number of each row
   */
  score(X: Samples, y: Labels): number {
    const { labels } = this.learned;
    const scorer = scorerFor(this.scoring, this.estimator, () => labels);
    return scorer.score(Array.from(y), answerOf(this.bestEstimator, X as MatrixLike, scorer.needs, labels));
  }

  /** A new search with the same parameters, not fitted. */
  override clone(): this {
    const copy = super.clone();
    copy.estimator = cloned(this.estimator);
    return copy;
  }

  /** This search as plain data, from which `fromJSON` makes an equal one. Throws when `cv` is a splitter of your own. */
  override toJSON(): EstimatorJSON {
    const { cv } = this;
    if (cv === null || typeof cv === "number" || Array.isArray(cv)) return super.toJSON();
    if (!ParamSplitter.isOurs(cv)) {
      throw new TypeError("cv is a splitter of your own, which JSON cannot hold");
    }
    const json = super.toJSON();
    return { ...json, params: { ...json.params, cv: cv.toJSON() } };
  }

  /** Puts back what `toJSON` wrote; used by `fromJSON`. */
  static override revive(params: Readonly<Record<string, unknown>>, fitted: object | null): Estimator {
    const { cv } = params;
    // biome-ignore lint/complexity/noThisInStatic: it makes the class that it is called on
    const revive = (own: object) => super.revive({ ...params, ...own }, fitted);
    const isSplitter = typeof cv === "object" && cv !== null && "splitter" in cv;
    return revive(isSplitter ? { cv: splitterFrom(cv as SplitterJSON) } : {});
  }

  private best(method: "predictProba" | "decisionFunction" | "transform"): Predictor {
    const { bestEstimator } = this;
    if (bestEstimator[method]) return bestEstimator;
    const { typeName } = this.constructor as typeof BaseSearch;
    throw new TypeError(`${typeName}: its estimator has no ${method}`);
  }
}

function bestOf(row: SearchRow | undefined): Pick<PartialSearch, "bestParams" | "bestScore"> {
  return row ? { bestParams: row.params, bestScore: row.meanTestScore } : {};
}
