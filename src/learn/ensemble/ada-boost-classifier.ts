import { Classifier, checkedTraining, checkTwoClasses, firstLargest } from "../base/classifier.ts";
import { decided, likelihoods } from "../base/decisions.ts";
import { checkedWeights, type FitOptions } from "../base/fit-options.ts";
import type { Label, Labels } from "../base/labels.ts";
import { cloned, type Learner } from "../base/learner.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { pairwiseSum } from "../base/pairwise-sum.ts";
import { anyOf, finiteNumber, learner, nothing, oneOf, seed, wholeNumber } from "../base/params.ts";
import { accuracy } from "../metrics/accuracy.ts";
import { RandomState } from "../random-state.ts";
import { byClass } from "../selection/answer.ts";
import { DecisionTreeClassifier } from "../tree/decision-tree-classifier.ts";
import { keepColumns } from "../tree/kept-columns.ts";
import { discreteRound, type Judged, realRound, realVotes } from "./boosting-rounds.ts";
import { MOST_PARTS } from "./most-parts.ts";
import { addTo, fitPart, predictedCodes, seedPart } from "./parts.ts";

type Algorithm = "SAMME.R" | "SAMME";

type Fitted = {
  cols: number;
  classes: Label[];
  parts: Learner[];
  estimatorWeights: Float64Array;
  estimatorErrors: Float64Array;
  algorithm: Algorithm;
};

/** One round of AdaBoost. */
export type AdaBoostStep = {
  /** How many rounds are done. */
  iteration: number;
  /** How much each row counted in this round; all together 1. */
  sampleWeight: Float64Array;
  /** The share, by weight, of rows that this round's classifier has wrong. */
  error: number;
  /** How much this round's classifier counts. */
  estimatorWeight: number;
};

/**
 * AdaBoost: weak classifiers one after the other, by default trees with a single question. Each learns from rows
 * that count the more, the more wrong the ones before it were about them; together they vote.
 *
 * "SAMME.R" uses the probabilities that the classifiers give, "SAMME" only whom they vote for. The time of `fit` is
 * that of `nEstimators` classifiers. Zhu, Zou, Rosset and Hastie, Multi-class AdaBoost, 2009.
 * @example
 * const model = new AdaBoostClassifier({nEstimators: 3});
 * model.fit([[1, 5], [2, 1], [8, 5], [9, 1]], ["tom", "clap", "clap", "clap"]);
 * display(model.predict([[1, 4], [8, 4]]));
 */
export class AdaBoostClassifier extends Classifier<Fitted> {
  static override readonly typeName = "AdaBoostClassifier";
  static override readonly params = {
    estimator: anyOf(nothing("a tree with one question"), learner("predict", "clone")),
    nEstimators: wholeNumber(50, 1, MOST_PARTS),
    learningRate: finiteNumber(1, { above: 0 }),
    algorithm: oneOf("SAMME.R", "SAMME"),
    randomState: seed,
  };
  declare estimator: Learner | null;
  declare nEstimators: number;
  declare learningRate: number;
  declare algorithm: Algorithm;
  declare randomState: number;

  constructor(
    params: {
      /** What is copied for each round; null for a tree with one question. Its `fit` must take sampleWeight. */
      estimator?: Learner | null;
      /** How many rounds at most. */
      nEstimators?: number;
      /** How much each round changes: less than 1 for smaller changes in more rounds. */
      learningRate?: number;
      /** Whether probabilities ("SAMME.R") or votes ("SAMME") are used. */
      algorithm?: Algorithm;
      /** The seed of all chance. */
      randomState?: number;
    } = {},
  ) {
    super(params);
  }

  /**
   * @param X the samples, one a row
   * @param y the class of each row
   * @param options how much each row counts at the start
   */
  fit(X: MatrixLike, y: Labels, options?: FitOptions): this {
    const steps = this.fitSteps(X, y, options);
    while (!steps.next().done);
    return this;
  }

  /**
   * As `fit`, one round at a time: yields the weights of the rows, the error, and how much it counts.
   *
   * @param X the samples, one a row
   * @param y the class of each row
   * @param options how much each row counts at the start
   */
  *fitSteps(X: MatrixLike, y: Labels, options?: FitOptions): Generator<AdaBoostStep, this> {
    const { matrix: given, labels } = checkedTraining(X, y);
    const { classes, codes } = labels;
    checkTwoClasses(classes, "AdaBoostClassifier");
    const startWeight = checkedWeights(options, given.rows) ?? new Float64Array(given.rows).fill(1);
    const matrix = new Matrix(given.data.slice(), given.rows, given.cols);
    keepColumns(matrix);
    const { algorithm, learningRate } = this;
    const base = this.estimator ?? new DecisionTreeClassifier({ maxDepth: 1 });
    const random = new RandomState(this.randomState);
    const parts: Learner[] = [];
    const estimatorWeights: number[] = [];
    const estimatorErrors: number[] = [];
    let weights: Float64Array | null = divided(startWeight, pairwiseSum(startWeight));
    while (weights !== null && parts.length < this.nEstimators) {
      // A weight must not become too small to count, but one that was 0 stays 0.
      const sampleWeight: Float64Array = weights.map((weight, i) =>
        startWeight[i] === 0 ? 0 : Math.max(weight, Number.EPSILON),
      );
      const part = cloned(base);
      seedPart(part, random);
      fitPart(part, matrix, y, sampleWeight, "AdaBoostClassifier");
      const judged = { codes, classCount: classes.length, weights: sampleWeight, learningRate };
      const round =
        algorithm === "SAMME.R"
          ? realRoundOf(part, matrix, classes, judged)
          : discreteRound({ ...judged, predicted: predictedCodes(part, matrix, classes) });
      if (round === null) break;
      parts.push(part);
      estimatorWeights.push(round.weight);
      estimatorErrors.push(round.error);
      const { error, weight: estimatorWeight } = round;
      yield { iteration: parts.length, sampleWeight, error, estimatorWeight };
      const total: number = round.next === null ? 0 : pairwiseSum(round.next);
      weights = total > 0 && Number.isFinite(total) ? divided(round.next!, total) : null;
    }
    if (parts.length === 0) {
      throw new RangeError(
        "AdaBoostClassifier: the first classifier is no better than guessing, so that there is nothing to improve",
      );
    }
    this.fitted = {
      cols: matrix.cols,
      classes,
      parts,
      estimatorWeights: Float64Array.from(estimatorWeights),
      estimatorErrors: Float64Array.from(estimatorErrors),
      algorithm,
    };
    return this;
  }

  /** The fitted classifiers, in order. They are fewer than `nEstimators` if one was perfect or no better than guessing. */
  get estimators(): Learner[] {
    return [...this.learned.parts];
  }

  /** How much each classifier counts; 1 for all in "SAMME.R". */
  get estimatorWeights(): Float64Array {
    return this.learned.estimatorWeights.slice();
  }

  /** The share, by weight, of rows that each classifier had wrong. */
  get estimatorErrors(): Float64Array {
    return this.learned.estimatorErrors.slice();
  }

  /** How much each feature helped, the mean over the classifiers by weight. Throws where they do not tell. */
  get featureImportances(): Float64Array {
    const { parts, estimatorWeights, cols } = this.learned;
    const sums = new Float64Array(cols);
    const total = pairwiseSum(estimatorWeights);
    for (const [p, part] of parts.entries()) {
      const importances: unknown = Reflect.get(part, "featureImportances");
      if (!(importances instanceof Float64Array)) {
        throw new TypeError("AdaBoostClassifier: its estimator has no featureImportances");
      }
      for (let j = 0; j < cols; j++) sums[j] = sums[j]! + estimatorWeights[p]! * importances[j]!;
    }
    return divided(sums, total);
  }

  /**
   * How much speaks for each class, rows × classes; for two classes one column: positive for the second.
   *
   * @param X the samples, one a row
   */
  decisionFunction(X: MatrixLike): Matrix {
    let last: Matrix | undefined;
    for (last of this.stagedDecisions(X));
    return last!;
  }

  /** @param X the samples, one a row */
  override predict(X: MatrixLike): Label[] {
    return decided(this.decisionFunction(X), this.learned.classes);
  }

  /**
   * What `predict(X)` would be after each round: yields one array a round.
   *
   * @param X the samples, one a row
   */
  *stagedPredict(X: MatrixLike): Generator<Label[], void> {
    for (const decision of this.stagedDecisions(X)) yield decided(decision, this.learned.classes);
  }

  /**
   * What `score(X, y)` would be after each round: yields one number a round.
   *
   * @param X the samples, one a row
   * @param y the true class of each row
   */
  *stagedScore(X: MatrixLike, y: Labels): Generator<number, void> {
    for (const predicted of this.stagedPredict(X)) yield accuracy(y, predicted);
  }

  protected votes(X: MatrixLike): Float64Array {
    const { data, rows, cols } = this.decisionFunction(X);
    const scale = cols === 1 ? 1 : 1 / (cols - 1);
    return likelihoods(new Matrix(divided(data, 1 / scale), rows, cols));
  }

  private *stagedDecisions(X: MatrixLike): Generator<Matrix, void> {
    const { cols, classes, parts, estimatorWeights, algorithm } = this.learned;
    const matrix = this.checkedInput(X, cols);
    const { rows } = matrix;
    const sums = new Float64Array(rows * classes.length);
    let total = 0;
    for (const [p, part] of parts.entries()) {
      const weight = estimatorWeights[p]!;
      total += weight;
      if (algorithm === "SAMME.R") {
        const votes = realVotes(byClass(part.predictProba!(matrix), part.classes, classes, 0));
        addTo(sums, new Matrix(votes, rows, classes.length));
      } else {
        for (const [i, code] of predictedCodes(part, matrix, classes).entries()) {
          const at = i * classes.length + code;
          sums[at] = sums[at]! + weight;
        }
      }
      if (classes.length > 2) yield new Matrix(divided(sums, total), rows, classes.length);
      else {
        const difference = (_: unknown, i: number) => sums[2 * i + 1]! / total - sums[2 * i]! / total;
        yield new Matrix(Float64Array.from({ length: rows }, difference), rows, 1);
      }
    }
  }
}

function realRoundOf(part: Learner, matrix: Matrix, classes: Label[], judged: Omit<Judged, "predicted">) {
  if (!part.predictProba) {
    throw new TypeError(
      'AdaBoostClassifier: estimator has no predictProba, which "SAMME.R" needs; use {algorithm: "SAMME"}',
    );
  }
  const probabilities = byClass(part.predictProba(matrix), part.classes, classes, 0);
  const predicted = Int32Array.from({ length: matrix.rows }, (_, i) =>
    firstLargest(probabilities.data, i * classes.length, classes.length),
  );
  return realRound({ ...judged, predicted }, probabilities);
}

function divided(values: Float64Array, by: number): Float64Array<ArrayBuffer> {
  return Float64Array.from(values, (value) => value / by);
}
