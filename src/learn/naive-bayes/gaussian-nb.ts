import { classMoments } from "../base/class-moments.ts";
import { Classifier, checkedTraining } from "../base/classifier.ts";
import { checkedWeights, type FitOptions } from "../base/fit-options.ts";
import type { Label, Labels } from "../base/labels.ts";
import { checkScores, exponentials, logProbabilities } from "../base/log-probabilities.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { finiteNumber } from "../base/params.ts";
import { checkPriors, checkPriorsSum, priorsRule } from "../base/priors.ts";

type Fitted = {
  classes: Label[];
  classPrior: Float64Array;
  theta: Matrix;
  variance: Matrix;
  epsilon: number;
};

/**
 * Gaussian naive Bayes: describes each class by the mean and the variance of every column, as if the columns were
 * normally distributed and had nothing to do with each other, and chooses the class that makes a row most probable.
 *
 * `fit` takes time in proportion to rows × columns, `predict` to rows × columns × classes. Source: Chan, Golub and
 * LeVeque, "Updating formulae and a pairwise algorithm for computing sample variances" (1979), for the two passes.
 * @example
 * const model = new GaussianNB();
 * model.fit([[110, 0.2], [115, 0.3], [172, 0.8], [176, 0.9]], ["soul", "soul", "jungle", "jungle"]);
 * display(model.predict([[120, 0.4]]));
 * display(model.theta);
 */
export class GaussianNB extends Classifier<Fitted> {
  static override readonly typeName = "GaussianNB";
  static override readonly params = { priors: priorsRule, varSmoothing: finiteNumber(1e-9, { least: 0 }) };
  declare priors: number[] | null;
  declare varSmoothing: number;

  constructor(
    params: {
      /** How probable each class is beforehand, in the order of `classes`; null: its share of the training rows. */
      priors?: number[] | null;
      /** What is added to every variance, as a part of the largest variance of a column. */
      varSmoothing?: number;
    } = {},
  ) {
    super(params);
  }

  fit(X: MatrixLike, y: Labels, options?: FitOptions): this {
    const { matrix, labels } = checkedTraining(X, y);
    const { classes } = labels;
    const sampleWeight = checkedWeights(options, matrix.rows);
    if (this.priors) {
      checkPriors(this.priors, classes, "priors");
      checkPriorsSum(this.priors, "priors");
    }
    const { weights, means, variances } = classMoments(matrix, labels, sampleWeight);
    const epsilon = this.varSmoothing * largestVariance(matrix);
    for (let i = 0; i < variances.length; i++) {
      variances[i] = variances[i]! + epsilon;
      if (variances[i] === 0) throw noSpread(classes[Math.floor(i / matrix.cols)]!, i % matrix.cols);
    }
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const classPrior = this.priors ? Float64Array.from(this.priors) : weights.map((weight) => weight / total);
    const theta = new Matrix(means, classes.length, matrix.cols);
    const variance = new Matrix(variances, classes.length, matrix.cols);
    this.fitted = { classes, classPrior, theta, variance, epsilon };
    return this;
  }

  /** How probable each class is before anything is known of a row. */
  get classPrior(): Float64Array {
    return this.learned.classPrior.slice();
  }

  /** The mean of each column in each class: classes × columns. */
  get theta(): Matrix {
    return copied(this.learned.theta);
  }

  /** The variance of each column in each class, `epsilon` included: classes × columns. */
  get var(): Matrix {
    return copied(this.learned.variance);
  }

  /** What was added to every variance. */
  get epsilon(): number {
    return this.learned.epsilon;
  }

  override predictProba(X: MatrixLike): Matrix {
    return exponentials(this.predictLogProba(X));
  }

  /**
   * The natural logarithm of each class's probability for each row of `X`: rows × classes. It tells apart even what
   * is too improbable for `predictProba`.
   *
   * @param X the samples, one a row
   */
  predictLogProba(X: MatrixLike): Matrix {
    return logProbabilities(this.votes(X), this.learned.classes.length);
  }

  /** The logarithm of the prior times the density of the row in each class. */
  protected votes(X: MatrixLike): Float64Array {
    const { classes, classPrior, theta, variance } = this.learned;
    const { cols } = theta;
    const { data, rows } = this.checkedInput(X, cols);
    const width = classes.length;
    const scores = new Float64Array(rows * width);
    for (let c = 0; c < width; c++) {
      const means = theta.row(c);
      const variances = variance.row(c);
      let logs = 0;
      for (const spread of variances) logs += Math.log(2 * Math.PI * spread);
      const constant = Math.log(classPrior[c]!) - 0.5 * logs;
      const inverse = variances.map((spread) => 1 / spread);
      for (let i = 0; i < rows; i++) {
        scores[i * width + c] = constant - 0.5 * squaredDeviations(data, i * cols, means, inverse);
      }
    }
    checkScores(scores, width);
    return scores;
  }
}

function squaredDeviations(
  data: Float64Array,
  at: number,
  means: Float64Array,
  inverse: Float64Array,
): number {
  let sum = 0;
  for (let j = 0; j < means.length; j++) {
    const difference = data[at + j]! - means[j]!;
    sum += difference * difference * inverse[j]!;
  }
  return sum;
}

/** The variance of the column that spreads most; 1 where none spreads, so that there is something to add. */
function largestVariance(matrix: Matrix): number {
  const all = { classes: ["all"], codes: new Int32Array(matrix.rows) };
  return Math.max(...classMoments(matrix, all, null).variances) || 1;
}

function noSpread(label: Label, column: number): RangeError {
  return new RangeError(
    `In column ${column} all rows of the class ${typeof label === "string" ? `"${label}"` : label} are the same: varSmoothing must be above 0`,
  );
}

function copied({ data, rows, cols }: Matrix): Matrix {
  return new Matrix(data.slice(), rows, cols);
}
