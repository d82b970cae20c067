import { Classifier, checkedTraining, checkTwoClasses } from "../base/classifier.ts";
import { checkedWeights, type FitOptions } from "../base/fit-options.ts";
import { type EncodedLabels, type Label, type Labels, selectLabels } from "../base/labels.ts";
import { cloned, type Learner } from "../base/learner.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { anyOf, learner, namedLearners, nothing, oneOf, yesOrNo } from "../base/params.ts";
import { LogisticRegression } from "../linear-model/logistic-regression.ts";
import { byClass, checkedPredictions } from "../selection/answer.ts";
import { allowedCV, type CV, isCV, splitterFor } from "../selection/cv.ts";
import type { Fold } from "../selection/fold.ts";
import { bestMethod, fitPart, predictedCodes } from "./parts.ts";
import type { NamedPart } from "./voting-classifier.ts";

type Method = "predictProba" | "decisionFunction" | "predict";

type Fitted = { cols: number; classes: Label[]; parts: Learner[]; methods: Method[]; final: Learner };

/**
 * Stacking: several different classifiers, and a final one that learns from what they say. It sees what they say of
 * rows held out, fold by fold, so that it learns how far each can be trusted; then each is fitted on all rows.
 *
 * The time of `fit` is that of all classifiers, `cv` + 1 times. Wolpert, Stacked generalization, 1992.
 * @example
 * const model = new StackingClassifier({estimators: [["knn", new KNeighborsClassifier({nNeighbors: 1})], ["tree", new DecisionTreeClassifier()]], cv: 2});
 * model.fit([[1, 5], [2, 4], [8, 5], [9, 1]], ["tom", "tom", "clap", "clap"]);
 * display(model.predict([[8, 4]]));
 */
export class StackingClassifier extends Classifier<Fitted> {
  static override readonly typeName = "StackingClassifier";
  static override readonly params = {
    estimators: namedLearners("predict", "clone"),
    finalEstimator: anyOf(nothing("logistic regression"), learner("predict")),
    cv: { default: 5, allows: isCV, allowed: allowedCV },
    stackMethod: oneOf("auto", "predictProba", "decisionFunction", "predict"),
    passthrough: yesOrNo(false),
  };
  declare estimators: NamedPart[];
  declare finalEstimator: Learner | null;
  declare cv: CV;
  declare stackMethod: "auto" | Method;
  declare passthrough: boolean;

  constructor(params: {
    /** The classifiers, each with a name: `[["knn", new KNeighborsClassifier()], …]`. */
    estimators: NamedPart[];
    /** What learns from what they say; null for logistic regression. */
    finalEstimator?: Learner | null;
    /**
     * What makes the folds, of which each row must be held out by one: how many, each with about the same share of
     * every class, or a splitter, or a list of folds.
     */
    cv?: CV;
    /** What they are asked; "auto" for probabilities if they give them, else decisions, else labels. */
    stackMethod?: "auto" | Method;
    /** Whether the final one sees the features too. */
    passthrough?: boolean;
  }) {
    super(params);
  }

  /**
   * @param X the samples, one a row
   * @param y the class of each row
   * @param options how much each row counts
   */
  fit(X: MatrixLike, y: Labels, options?: FitOptions): this {
    const { matrix, labels } = checkedTraining(X, y);
    const sampleWeight = checkedWeights(options, matrix.rows);
    checkTwoClasses(labels.classes, "StackingClassifier");
    const all = Array.from(y);
    const parts = this.estimators.map(([, estimator]) => cloned(estimator));
    for (const part of parts) fitPart(part, matrix, all, sampleWeight, "StackingClassifier");
    const methods = parts.map((part, p) => this.methodOf(part, this.estimators[p]![0], matrix));
    const folds = this.foldsOf(matrix, all);
    const heldOut = this.estimators.map(([, estimator], p) =>
      this.heldOut(estimator, methods[p]!, matrix, { all, folds, ...labels }, sampleWeight),
    );
    const final = cloned(this.finalEstimator ?? new LogisticRegression());
    fitPart(final, this.joined(heldOut, matrix), all, sampleWeight, "StackingClassifier");
    this.fitted = { cols: matrix.cols, classes: labels.classes, parts, methods, final };
    return this;
  }

  /** The classifiers by name, fitted on all rows. */
  get namedEstimators(): Record<string, Learner> {
    const { parts } = this.learned;
    return Object.fromEntries(this.estimators.map(([name], i) => [name, parts[i]!]));
  }

  /** The final estimator, fitted. */
  get fittedFinalEstimator(): Learner {
    return this.learned.final;
  }

  /**
   * What the final estimator sees: what each classifier says of the rows, side by side, then the features if they are
   * passed through. Of two classes only the probability of the second.
   *
   * @param X the samples, one a row
   */
  transform(X: MatrixLike): Matrix {
    const { cols, classes, parts, methods } = this.learned;
    const matrix = this.checkedInput(X, cols);
    return this.joined(
      parts.map((part, p) => said(part, methods[p]!, matrix, classes)),
      matrix,
    );
  }

  /** @param X the samples, one a row */
  override predict(X: MatrixLike): Label[] {
    const seen = this.transform(X);
    return checkedPredictions(this.learned.final.predict!(seen), seen.rows);
  }

  /**
   * The probabilities that the final estimator gives: rows × classes. Throws when it gives none.
   *
   * @param X the samples, one a row
   */
  override predictProba(X: MatrixLike): Matrix {
    const { final, classes } = this.learned;
    if (!final.predictProba)
      throw new TypeError("StackingClassifier: its finalEstimator has no predictProba");
    return byClass(final.predictProba(this.transform(X)), final.classes, classes, 0);
  }

  /**
   * What the final estimator's `decisionFunction` gives: rows × classes, or rows × 1. Throws when it has none.
   *
   * @param X the samples, one a row
   */
  decisionFunction(X: MatrixLike): Matrix {
    const { final } = this.learned;
    if (!final.decisionFunction) {
      throw new TypeError("StackingClassifier: its finalEstimator has no decisionFunction");
    }
    return final.decisionFunction(this.transform(X));
  }

  protected votes(X: MatrixLike): Float64Array {
    return this.predictProba(X).data;
  }

  private methodOf(part: Learner, name: string, X: Matrix): Method {
    if (this.stackMethod === "auto") return bestMethod(part, X);
    if (part[this.stackMethod]) return this.stackMethod;
    throw new TypeError(
      `StackingClassifier: "${name}" has no ${this.stackMethod}, which stackMethod asks for`,
    );
  }

  /** The folds. Throws when a row is held out by none of them, or by more than one. */
  private foldsOf(X: Matrix, y: Label[]): Fold[] {
    const folds = splitterFor(this, this.cv).split(X, y);
    const times = new Int32Array(X.rows);
    for (const { test } of folds) for (const row of test) times[row]!++;
    const unfit = times.findIndex((count) => count !== 1);
    if (unfit < 0) return folds;
    throw new RangeError(
      `StackingClassifier: cv must hold out each row once, but it holds out row ${unfit} ${times[unfit]} times`,
    );
  }

  /** What copies of a classifier say of the rows that they have not seen. */
  private heldOut(
    estimator: Learner,
    method: Method,
    X: Matrix,
    { all, folds, classes }: EncodedLabels & { all: Label[]; folds: Fold[] },
    sampleWeight: Float64Array | null,
  ): Matrix {
    let result: Matrix | undefined;
    for (const { train, test } of folds) {
      const part = cloned(estimator);
      const weights = sampleWeight && Float64Array.from(train, (row) => sampleWeight[row]!);
      fitPart(part, X.selectRows(train), selectLabels(all, train), weights, "StackingClassifier");
      const answer = said(part, method, X.selectRows(test), classes);
      result ??= new Matrix(new Float64Array(X.rows * answer.cols), X.rows, answer.cols);
      for (const [i, row] of test.entries()) result.row(row).set(answer.row(i));
    }
    return result!;
  }

  /** Side by side; the features last, if the final one is to see them. */
  private joined(answers: readonly Matrix[], X: Matrix): Matrix {
    const blocks = this.passthrough ? [...answers, X] : answers;
    const cols = blocks.reduce((sum, block) => sum + block.cols, 0);
    const data = new Float64Array(X.rows * cols);
    for (let i = 0, at = 0; i < X.rows; i++) {
      for (const block of blocks) {
        data.set(block.row(i), at);
        at += block.cols;
      }
    }
    return new Matrix(data, X.rows, cols);
  }
}

/** What a fitted classifier says of rows, as columns of numbers; labels as their position in `classes`. */
function said(part: Learner, method: Method, X: Matrix, classes: readonly Label[]): Matrix {
  if (method === "predict") {
    return new Matrix(Float64Array.from(predictedCodes(part, X, classes)), X.rows, 1);
  }
  if (method === "predictProba") {
    const probabilities = byClass(part.predictProba!(X), part.classes, classes, 0);
    return classes.length === 2 ? probabilities.selectCols([1]) : probabilities;
  }
  const decisions = part.decisionFunction!(X);
  // A class that a fold has not trained on gets what the least likely one has.
  return decisions.cols === part.classes?.length
    ? byClass(
        decisions,
        part.classes,
        classes,
        decisions.data.reduce((a, b) => Math.min(a, b), 0),
      )
    : decisions;
}
