import { Classifier, checkedTraining } from "../base/classifier.ts";
import { checkedWeights, type FitOptions } from "../base/fit-options.ts";
import type { Label, Labels } from "../base/labels.ts";
import { cloned, type Learner } from "../base/learner.ts";
import { LARGEST, Matrix, type MatrixLike } from "../base/matrix.ts";
import { anyOf, finiteNumber, namedLearners, nothing, oneOf, type ParamRule } from "../base/params.ts";
import { byClass } from "../selection/answer.ts";
import { addTo, fitPart, predictedCodes } from "./parts.ts";

/** A classifier with a name, as `estimators` of an ensemble lists them. */
export type NamedPart = [name: string, estimator: Learner];

type Fitted = { cols: number; classes: Label[]; parts: Learner[] };

const byEstimator: ParamRule = {
  default: null,
  allows: (value) =>
    Array.isArray(value) &&
    value.every((weight) => finiteNumber(0, { least: 0, most: LARGEST }).allows(weight)),
  allowed: "an array with a number from 0 to 1e100 for each estimator",
};

/**
 * Several different classifiers that vote: "hard" counts whom they vote for, "soft" takes the mean of the
 * probabilities that they give. Of classes with equally many votes the first in `classes` wins.
 *
 * `fit` fits copies of all, each on all rows; the time is that of the parts.
 * @example
 * const model = new VotingClassifier({estimators: [["knn", new KNeighborsClassifier({nNeighbors: 1})], ["tree", new DecisionTreeClassifier()]]});
 * model.fit([[1, 5], [2, 4], [8, 5], [9, 1]], ["tom", "tom", "clap", "clap"]);
 * display(model.predict([[8, 4]]));
 */
export class VotingClassifier extends Classifier<Fitted> {
  static override readonly typeName = "VotingClassifier";
  static override readonly params = {
    estimators: namedLearners("predict"),
    voting: oneOf("hard", "soft"),
    weights: anyOf(nothing("all count the same"), byEstimator),
  };
  declare estimators: NamedPart[];
  declare voting: "hard" | "soft";
  declare weights: number[] | null;

  constructor(params: {
    /** The classifiers, each with a name: `[["knn", new KNeighborsClassifier()], …]`. */
    estimators: NamedPart[];
    /** Whether votes are counted, or probabilities averaged. */
    voting?: "hard" | "soft";
    /** How much each classifier counts; null for the same. */
    weights?: number[] | null;
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
    this.weightOfEach();
    const parts = this.estimators.map(([, estimator]) => cloned(estimator));
    for (const part of parts) fitPart(part, matrix, y, sampleWeight, "VotingClassifier");
    this.fitted = { cols: matrix.cols, classes: labels.classes, parts };
    return this;
  }

  /** The fitted classifiers by name. */
  get namedEstimators(): Record<string, Learner> {
    const { parts } = this.learned;
    return Object.fromEntries(this.estimators.map(([name], i) => [name, parts[i]!]));
  }

  /**
   * The mean of the probabilities that the classifiers give. Throws unless `voting` is "soft".
   *
   * @param X the samples, one a row
   */
  override predictProba(X: MatrixLike): Matrix {
    if (this.voting === "hard") {
      throw new TypeError('VotingClassifier gives probabilities only with {voting: "soft"}');
    }
    return new Matrix(this.votes(X), Matrix.from(X).rows, this.learned.classes.length);
  }

  protected votes(X: MatrixLike): Float64Array {
    const { cols, classes, parts } = this.learned;
    const matrix = this.checkedInput(X, cols);
    const weights = this.weightOfEach();
    const sums = new Float64Array(matrix.rows * classes.length);
    for (const [p, part] of parts.entries()) {
      if (this.voting === "soft") addTo(sums, this.probabilities(part, matrix), weights[p]!);
      else {
        for (const [i, code] of predictedCodes(part, matrix, classes).entries()) {
          const at = i * classes.length + code;
          sums[at] = sums[at]! + weights[p]!;
        }
      }
    }
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return sums.map((sum) => sum / total);
  }

  private probabilities(part: Learner, matrix: Matrix): Matrix {
    if (!part.predictProba) {
      const name = this.estimators[this.learned.parts.indexOf(part)]?.[0];
      throw new TypeError(`VotingClassifier: with voting "soft" "${name}" needs predictProba`);
    }
    return byClass(part.predictProba(matrix), part.classes, this.learned.classes, 0);
  }

  /** How much each classifier counts. Throws when there is not one weight for each, or none counts. */
  private weightOfEach(): number[] {
    const { weights, estimators } = this;
    if (weights === null) return estimators.map(() => 1);
    if (weights.length !== estimators.length) {
      throw new RangeError(
        `VotingClassifier: weights must have a number for each of the ${estimators.length} estimators, but it has ${weights.length}`,
      );
    }
    if (weights.every((weight) => weight === 0)) {
      throw new RangeError("VotingClassifier: weights must not all be 0");
    }
    return weights;
  }
}
