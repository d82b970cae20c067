import { classMoments } from "../base/class-moments.ts";
import { Classifier, checkedTraining, checkTwoClasses } from "../base/classifier.ts";
import type { Label, Labels } from "../base/labels.ts";
import { checkScores, exponentials, logProbabilities } from "../base/log-probabilities.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { checkNoOptions } from "../base/no-options.ts";
import { finiteNumber, wholeNumberOrNull } from "../base/params.ts";
import { checkPriors, priorsRule } from "../base/priors.ts";
import { discriminants } from "./discriminants.ts";
import { linearRule } from "./linear-rule.ts";

type Fitted = {
  classes: Label[];
  priors: Float64Array;
  means: Matrix;
  /** The mean of all rows, each class counting as its prior says. */
  overall: Float64Array;
  scalings: Matrix;
  explainedVarianceRatio: Float64Array;
  coef: Matrix;
  intercept: Float64Array;
};

/**
 * Linear discriminant analysis: as if each class were a cloud of the same shape around its own middle. It chooses
 * the class whose middle is nearest, measured by that shape and weighed by the priors; and `transform` shows the
 * rows from where the classes are furthest apart, in at most one dimension less than there are classes.
 *
 * Collinear and constant columns are left out of account. `fit` takes time in proportion to rows × columns², `predict`
 * to rows × columns × classes. Source: Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning",
 * section 4.3; by singular values, as scikit-learn's solver "svd".
 * @example
 * const lda = new LinearDiscriminantAnalysis();
 * lda.fit([[1, 2], [2, 1], [2, 3], [6, 7], [7, 6], [8, 8]], ["soft", "soft", "soft", "loud", "loud", "loud"]);
 * display(lda.predict([[3, 3]]));
 * display(lda.transform([[1, 2], [8, 8]]));
 */
export class LinearDiscriminantAnalysis extends Classifier<Fitted> {
  static override readonly typeName = "LinearDiscriminantAnalysis";
  static override readonly params = {
    priors: priorsRule,
    nComponents: wholeNumberOrNull(1),
    tol: finiteNumber(1e-4, { least: 0 }),
  };
  declare priors: number[] | null;
  declare nComponents: number | null;
  declare tol: number;

  constructor(
    params: {
      /** How probable each class is beforehand, in the order of `classes`; null: its share of the training rows. */
      priors?: number[] | null;
      /** How many dimensions `transform` gives; null: as many as there are. */
      nComponents?: number | null;
      /** A direction in which the rows vary less than this counts as collinear with others. */
      tol?: number;
    } = {},
  ) {
    super(params);
  }

  fit(X: MatrixLike, y: Labels, ...others: never[]): this {
    checkNoOptions("LinearDiscriminantAnalysis", others);
    const { matrix, labels } = checkedTraining(X, y);
    const { classes } = labels;
    checkTwoClasses(classes, "LinearDiscriminantAnalysis");
    if (matrix.rows === classes.length) {
      throw new RangeError(
        `LinearDiscriminantAnalysis needs more rows than classes, but X has ${matrix.rows} rows of ${classes.length} classes`,
      );
    }
    const most = Math.min(classes.length - 1, matrix.cols);
    if (this.nComponents !== null && this.nComponents > most) {
      throw new RangeError(
        `nComponents must be at most ${most}, the smaller of the number of columns and one less than that of classes, but it is ${this.nComponents}`,
      );
    }
    if (this.priors) checkPriors(this.priors, classes, "priors");
    if (this.priors?.includes(0)) throw new RangeError("priors must be above 0 for every class");
    const moments = classMoments(matrix, labels, null);
    const priors = shares(this.priors ?? moments.weights);
    const means = new Matrix(moments.means, classes.length, matrix.cols);
    const overall = weightedMean(means, priors);
    const found = discriminants(matrix, labels, means, overall, priors, this.tol);
    const rule = linearRule(means, overall, found.scalings, priors);
    this.fitted = {
      classes,
      priors,
      means,
      overall,
      scalings: found.scalings,
      explainedVarianceRatio: found.explainedVarianceRatio.slice(0, this.nComponents ?? most),
      ...rule,
    };
    return this;
  }

  /** The weights of the columns: classes × columns, or 1 × columns for two classes. */
  get coef(): Matrix {
    return copied(this.learned.coef);
  }

  /** What is added to the weighted sum: one number for each row of `coef`. */
  get intercept(): Float64Array {
    return this.learned.intercept.slice();
  }

  /** The middles of the classes: classes × columns. */
  get means(): Matrix {
    return copied(this.learned.means);
  }

  /** How probable each class is before anything is known of a row. The parameter `priors` is what was asked for. */
  get classPrior(): Float64Array {
    return this.learned.priors.slice();
  }

  /** Of each dimension of `transform` the part of the distance between the classes that it shows. */
  get explainedVarianceRatio(): Float64Array {
    return this.learned.explainedVarianceRatio.slice();
  }

  /** The directions in which the classes are furthest apart, one a column: columns × dimensions. */
  get scalings(): Matrix {
    return copied(this.learned.scalings);
  }

  /**
   * How much speaks for each class: rows × classes; for two classes rows × 1, above 0 for the second.
   *
   * @param X the samples, one a row
   */
  decisionFunction(X: MatrixLike): Matrix {
    const { coef, intercept } = this.learned;
    const { data, rows } = this.checkedInput(X, coef.cols);
    const scores = new Float64Array(rows * coef.rows);
    for (let i = 0, at = 0; i < rows; i++) {
      for (let c = 0; c < coef.rows; c++, at++) {
        let sum = 0;
        for (let j = 0; j < coef.cols; j++) sum += data[i * coef.cols + j]! * coef.data[c * coef.cols + j]!;
        scores[at] = sum + intercept[c]!;
      }
    }
    checkScores(scores, coef.rows);
    return new Matrix(scores, rows, coef.rows);
  }

  override predictProba(X: MatrixLike): Matrix {
    return exponentials(this.predictLogProba(X));
  }

  /**
   * The natural logarithm of each class's probability for each row of `X`: rows × classes.
   *
   * @param X the samples, one a row
   */
  predictLogProba(X: MatrixLike): Matrix {
    return logProbabilities(this.votes(X), this.learned.classes.length);
  }

  /**
   * The rows as seen from where the classes are furthest apart: rows × `nComponents`, the widest direction first.
   * The signs of the directions are chosen so that the largest number in each column of `scalings` is positive.
   *
   * @param X the samples, one a row
   */
  transform(X: MatrixLike): Matrix {
    const { overall, scalings, explainedVarianceRatio } = this.learned;
    const { data, rows, cols } = this.checkedInput(X, scalings.rows);
    const dims = Math.min(explainedVarianceRatio.length, scalings.cols);
    const seen = new Float64Array(rows * dims);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < cols; j++) {
        const value = data[i * cols + j]! - overall[j]!;
        for (let d = 0; d < dims; d++) seen[i * dims + d]! += value * scalings.data[j * scalings.cols + d]!;
      }
    }
    return new Matrix(seen, rows, dims);
  }

  protected votes(X: MatrixLike): Float64Array {
    const { data, rows, cols } = this.decisionFunction(X);
    if (cols > 1) return data;
    const votes = new Float64Array(2 * rows);
    for (let i = 0; i < rows; i++) votes[2 * i + 1] = data[i]!;
    return votes;
  }
}

function copied({ data, rows, cols }: Matrix): Matrix {
  return new Matrix(data.slice(), rows, cols);
}

function shares(weights: ArrayLike<number>): Float64Array {
  const all = Float64Array.from(weights);
  const total = all.reduce((sum, weight) => sum + weight, 0);
  return all.map((weight) => weight / total);
}

function weightedMean(means: Matrix, priors: Float64Array): Float64Array {
  const mean = new Float64Array(means.cols);
  for (let c = 0; c < means.rows; c++) {
    for (let j = 0; j < means.cols; j++) mean[j]! += priors[c]! * means.data[c * means.cols + j]!;
  }
  return mean;
}
