import { type ClassWeight, classWeight, weightsOfClasses, weightsOfRows } from "../base/class-weight.ts";
import { Classifier, checkedTraining, checkTwoClasses } from "../base/classifier.ts";
import { decided, likelihoods } from "../base/decisions.ts";
import { checkedWeights, type FitOptions } from "../base/fit-options.ts";
import type { Label, Labels } from "../base/labels.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { finiteNumber, type ParamRule, wholeNumber, yesOrNo } from "../base/params.ts";
import { type Descent, lbfgs } from "./lbfgs.ts";
import { LogisticLoss } from "./logistic-loss.ts";
import { owlQn } from "./owl-qn.ts";
import { linearScores } from "./scores.ts";

type Penalty = "l2" | "l1" | null;

type Fitted = {
  classes: Label[];
  coef: Matrix;
  intercept: Float64Array;
  nIter: number;
  converged: boolean;
};

const penaltyRule: ParamRule = {
  default: "l2",
  allows: (value) => value === "l2" || value === "l1" || value === null,
  allowed: '"l2", "l1" or null (no penalty)',
};

/**
 * Logistic regression: adds up the features, each times a coefficient of its own for each class, and turns these
 * scores into probabilities (with the logistic function for two classes, softmax for more). The coefficients are
 * those under which the training labels are most probable, less a penalty for large ones.
 *
 * Features of about the same size make it quick and the penalty fair: scale them first. `fit` takes `maxIter` ×
 * rows × columns × classes steps at most, `predict` rows × columns × classes. With "l2" or null it is minimised
 * by L-BFGS from zero on, as scikit-learn does by default, with its rules for the end; with "l1" by OWL-QN until
 * no part of the gradient exceeds `tol`, and the intercept is not penalised (as in scikit-learn's "saga").
 * @example
 * const model = new LogisticRegression();
 * model.fit([[1], [2], [3], [8], [9], [10]], ["kick", "kick", "kick", "snare", "snare", "snare"]);
 * display(model.predictProba([[2], [5.5], [9]]));
 */
export class LogisticRegression extends Classifier<Fitted> {
  static override readonly typeName = "LogisticRegression";
  static override readonly params = {
    penalty: penaltyRule,
    C: finiteNumber(1, { above: 0 }),
    tol: finiteNumber(1e-4, { above: 0 }),
    maxIter: wholeNumber(100, 1),
    fitIntercept: yesOrNo(true),
    classWeight,
  };
  declare penalty: Penalty;
  declare C: number;
  declare tol: number;
  declare maxIter: number;
  declare fitIntercept: boolean;
  declare classWeight: ClassWeight;

  constructor(
    params: {
      /** What large coefficients cost: their squares ("l2"), their sizes ("l1", which makes many of them 0), or nothing (null). */
      penalty?: Penalty;
      /** How much the fit counts against the penalty: small for small coefficients. */
      C?: number;
      /** It stops when no part of the loss's gradient is larger than this. */
      tol?: number;
      /** How many iterations at most. */
      maxIter?: number;
      /** Whether each class has a constant too. */
      fitIntercept?: boolean;
      /** How much each class counts: null for the same, "balanced" for the rare ones more, or numbers by class. */
      classWeight?: ClassWeight;
    } = {},
  ) {
    super(params);
  }

  /**
   * @param X the samples, one a row
   * @param y the class of each row
   * @param options how much each row counts
   */
  fit(X: MatrixLike, y: Labels, options?: FitOptions): this {
    const steps = this.fitSteps(X, y, options);
    while (!steps.next().done);
    return this;
  }

  /**
   * As `fit`, one iteration at a time: yields the loss and the largest part of its gradient.
   *
   * @param X the samples, one a row
   * @param y the class of each row
   * @param options how much each row counts
   */
  *fitSteps(X: MatrixLike, y: Labels, options?: FitOptions): Generator<Descent, this> {
    const { matrix, labels } = checkedTraining(X, y);
    const { classes, codes } = labels;
    const { C, fitIntercept, penalty } = this;
    const sampleWeight = checkedWeights(options, matrix.rows);
    checkTwoClasses(classes, "LogisticRegression");
    const loss = new LogisticLoss({
      X: matrix,
      codes,
      classCount: classes.length,
      weights: weightsOfRows(sampleWeight, weightsOfClasses(this.classWeight, labels), codes),
      l2: penalty === "l2" ? 1 / C : 0,
      fitIntercept,
    });
    const coefs = loss.start();
    const { nIter, converged } =
      penalty === "l1"
        ? yield* owlQn(loss.evaluate, coefs, penalties(loss, matrix.cols, 1 / C), this)
        : yield* lbfgs(loss.evaluate, coefs, this);
    const coef = new Matrix(new Float64Array(loss.outputs * matrix.cols), loss.outputs, matrix.cols);
    for (let k = 0; k < loss.outputs; k++) {
      for (let j = 0; j < matrix.cols; j++) coef.row(k)[j] = coefs[loss.coefAt(k, j)]!;
    }
    const intercept = Float64Array.from({ length: loss.outputs }, (_, k) =>
      fitIntercept ? coefs[loss.coefAt(k, matrix.cols)]! : 0,
    );
    this.fitted = { classes, coef, intercept, nIter, converged };
    return this;
  }

  /** How much each feature speaks for each class, classes × columns; one row, for the second class, of two. */
  get coef(): Matrix {
    const { data, rows, cols } = this.learned.coef;
    return new Matrix(data.slice(), rows, cols);
  }

  /** The constant of each row of `coef`. */
  get intercept(): Float64Array {
    return this.learned.intercept.slice();
  }

  /** How many iterations `fit` took. */
  get nIter(): number {
    return this.learned.nIter;
  }

  /** Whether `fit` came to rest before `maxIter`. If not: scale the features, or allow more iterations. */
  get converged(): boolean {
    return this.learned.converged;
  }

  /**
   * How much speaks for each class, rows × classes; for two classes one column: positive for the second.
   *
   * @param X the samples, one a row
   */
  decisionFunction(X: MatrixLike): Matrix {
    const { coef, intercept } = this.learned;
    return linearScores(this.checkedInput(X, coef.cols), coef, intercept);
  }

  override predict(X: MatrixLike): Label[] {
    return decided(this.decisionFunction(X), this.learned.classes);
  }

  /**
   * The logarithms of `predictProba(X)`.
   *
   * @param X the samples, one a row
   */
  predictLogProba(X: MatrixLike): Matrix {
    const { data, rows, cols } = this.predictProba(X);
    return new Matrix(data.map(Math.log), rows, cols);
  }

  protected votes(X: MatrixLike): Float64Array {
    return likelihoods(this.decisionFunction(X));
  }
}

/** What the size of each coefficient costs: `penalty`, but nothing for an intercept. */
function penalties(loss: LogisticLoss, cols: number, penalty: number): Float64Array {
  const all = loss.start();
  for (let k = 0; k < loss.outputs; k++) {
    for (let j = 0; j < cols; j++) all[loss.coefAt(k, j)] = penalty;
  }
  return all;
}
