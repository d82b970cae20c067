import type { Label, Labels } from "../base/labels.ts";
import { cloned, type Learner } from "../base/learner.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { learner, type ParamRule } from "../base/params.ts";
import { checkedRows } from "../base/targets.ts";
import { unstableArgsort } from "../base/unstable-argsort.ts";
import { accuracy } from "../metrics/accuracy.ts";
import { r2 } from "../metrics/r2.ts";
import { FeatureSelector, type Selected } from "./feature-selector.ts";

type Fitted = Selected & { ranking: number[]; estimator: Learner };
/** A model that tells how much each column matters to it. */
type Telling = Learner & { coef?: unknown; featureImportances?: unknown };
/** What was left after a round: which columns, and how important the model of that round found those before it. */
export type RfeStep = { columns: number[]; importances: number[]; eliminated: number[] };

const isPart = (value: unknown) => typeof value === "number" && value > 0 && value < 1;
const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 1;

const nFeaturesRule: ParamRule = {
  default: null,
  allows: (value) => value === null || isPart(value) || isCount(value),
  allowed: "null (half of the columns), a whole number of at least 1, or a part between 0 and 1",
};
const stepRule: ParamRule = {
  default: 1,
  allows: (value) => isPart(value) || isCount(value),
  allowed: "a whole number of at least 1, or a part between 0 and 1",
};

/**
 * Recursive feature elimination: fits the estimator, leaves out the column that matters least to it (by the square
 * of its coefficients, or by `featureImportances`), and so on until `nFeaturesToSelect` are left. The model of these
 * then predicts.
 *
 * Source: Guyon, Weston, Barnhill and Vapnik (2002). Time of `fit`: one fit of the estimator for each round.
 * @example
 * const rfe = new RFE({estimator: new DecisionTreeClassifier(), nFeaturesToSelect: 1});
 * rfe.fit([[1, 5], [2, 4], [8, 5], [9, 4]], ["kick", "kick", "snare", "snare"]);
 * display(rfe.ranking);
 */
export class RFE extends FeatureSelector<Fitted> {
  static override readonly typeName = "RFE";
  static override readonly params = {
    estimator: learner(),
    nFeaturesToSelect: nFeaturesRule,
    step: stepRule,
  };
  declare estimator: Learner;
  declare nFeaturesToSelect: number | null;
  declare step: number;

  constructor(params: {
    /** A model that has `coef` or `featureImportances` when it is fitted. */
    estimator: Learner;
    /** How many columns to keep: a number, a part of them, or null for half. */
    nFeaturesToSelect?: number | null;
    /** How many columns to leave out in a round, or which part of all. */
    step?: number;
  }) {
    super({ ...params, estimator: params?.estimator });
  }

  /**
   * Finds the columns to keep, and fits a copy of the estimator on them; returns this. Throws when the estimator
   * does not tell how much the columns matter.
   *
   * @param X the samples, one a row
   * @param y the class or number of each row
   */
  override fit(X: MatrixLike, y: Labels): this {
    const steps = this.fitSteps(X, y);
    while (!steps.next().done);
    return this;
  }

  /** As `fit`, one round at a time: yields which columns were left out, and which are left. */
  *fitSteps(X: MatrixLike, y: Labels): Generator<RfeStep, this> {
    const matrix = checkedRows(X);
    const { cols } = matrix;
    const wanted = Math.min(cols, this.wanted(cols));
    const step = this.step < 1 ? Math.max(1, Math.floor(this.step * cols)) : this.step;
    const ranking = new Array<number>(cols).fill(1);
    let selected = Array.from({ length: cols }, (_, j) => j);
    while (selected.length > wanted) {
      const model = this.fittedOn(matrix, selected, y);
      const importances = squaredImportances(model, selected.length);
      const count = Math.min(step, selected.length - wanted);
      const least = [...unstableArgsort(importances).subarray(0, count)].map((at) => selected[at]!);
      selected = selected.filter((j) => !least.includes(j));
      for (let j = 0; j < cols; j++) if (!selected.includes(j)) ranking[j]!++;
      yield { columns: [...selected], importances: Array.from(importances), eliminated: least };
    }
    this.fitted = { cols, selected, ranking, estimator: this.fittedOn(matrix, selected, y) };
    return this;
  }

  /** What the model of the columns kept predicts. */
  predict(X: MatrixLike): Label[] {
    return Array.from(this.model("predict").predict!(this.transform(X)));
  }

  /** The probabilities that the model of the columns kept gives: rows × classes. */
  predictProba(X: MatrixLike): Matrix {
    return this.model("predictProba").predictProba!(this.transform(X));
  }

  /** The `decisionFunction` of the model of the columns kept. */
  decisionFunction(X: MatrixLike): Matrix {
    return this.model("decisionFunction").decisionFunction!(this.transform(X));
  }

  /**
   * How good `predict(X)` is against `y`: R² for a regressor, else the accuracy.
   *
   * @param X the samples, one a row
   * @param y the true class or number of each row
   */
  score(X: MatrixLike, y: Labels): number {
    const predicted = this.predict(X);
    return this.estimatorType === "regressor"
      ? r2(y as number[], predicted as number[])
      : accuracy(y, predicted);
  }

  /** What kind of estimator it eliminates with. */
  get estimatorType(): string | undefined {
    return this.estimator.estimatorType;
  }

  /** The classes that the model has seen. */
  get classes(): Label[] | undefined {
    return this.learned.estimator.classes;
  }

  /** For each column its rank: 1 for those kept, 2 for those left out last, and so on. */
  get ranking(): number[] {
    return [...this.learned.ranking];
  }

  /** The model that was fitted on the columns kept. */
  get fittedEstimator(): Learner {
    return this.learned.estimator;
  }

  private wanted(cols: number): number {
    const n = this.nFeaturesToSelect;
    if (n === null) return Math.max(1, Math.floor(cols / 2));
    return n < 1 ? Math.max(1, Math.floor(cols * n)) : n;
  }

  private fittedOn(matrix: Matrix, columns: number[], y: Labels): Telling {
    const model = cloned(this.estimator);
    model.fit(matrix.selectCols(columns), y);
    return model;
  }

  private model(method: "predict" | "predictProba" | "decisionFunction"): Learner {
    const { estimator } = this.learned;
    if (!estimator[method]) throw new TypeError(`RFE: its estimator has no ${method}`);
    return estimator;
  }
}

/** For each column the sum of the squares of what the model says of its importance. */
function squaredImportances(model: Telling, cols: number): Float64Array {
  const told = model.coef ?? model.featureImportances;
  const values = told instanceof Matrix ? told.data : (told as ArrayLike<number> | undefined);
  if (values === undefined || values.length === 0 || values.length % cols !== 0) {
    throw new TypeError(
      `RFE: its estimator must have coef or featureImportances when it is fitted, one for each of ${cols} columns`,
    );
  }
  const squares = new Float64Array(cols);
  for (let at = 0; at < values.length; at++) squares[at % cols]! += values[at]! * values[at]!;
  return squares;
}
