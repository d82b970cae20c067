import { Classifier, checkedTraining } from "../base/classifier.ts";
import { checkedWeights, type FitOptions } from "../base/fit-options.ts";
import type { Label, Labels } from "../base/labels.ts";
import { checkScores, exponentials, logProbabilities } from "../base/log-probabilities.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { finiteNumber, yesOrNo } from "../base/params.ts";
import { checkPriors, priorsRule } from "../base/priors.ts";

type Fitted = { classes: Label[]; classLogPrior: Float64Array; featureLogProb: Matrix };

/** A smaller `alpha` counts as this, so that no feature's probability is 0. */
const LEAST_ALPHA = 1e-10;

/**
 * Multinomial naive Bayes, for counts: how often each word, chord or note occurs. It describes each class by the
 * share that every column has of all that was counted, and chooses the class that makes a row's counts most probable.
 *
 * `fit` takes time in proportion to rows × columns, `predict` to rows × columns × classes. Source: Manning, Raghavan
 * and Schütze, "Introduction to Information Retrieval" (2008), chapter 13.
 * @example
 * const model = new MultinomialNB(); // columns: how often the chords I, IV, V, ii
 * model.fit([[8, 4, 4, 0], [6, 5, 5, 0], [3, 0, 4, 5], [4, 1, 4, 6]], ["blues", "blues", "jazz", "jazz"]);
 * display(model.predict([[4, 0, 4, 4]]));
 */
export class MultinomialNB extends Classifier<Fitted> {
  static override readonly typeName = "MultinomialNB";
  static override readonly params = {
    alpha: finiteNumber(1, { least: 0 }),
    fitPrior: yesOrNo(true),
    classPrior: priorsRule,
  };
  declare alpha: number;
  declare fitPrior: boolean;
  declare classPrior: number[] | null;

  constructor(
    params: {
      /** What is added to every count, so that what was never seen is not held to be impossible. */
      alpha?: number;
      /** Whether classes with more rows are more probable beforehand; otherwise all are equally so. */
      fitPrior?: boolean;
      /** How probable each class is beforehand, in the order of `classes`; null: as `fitPrior` says. */
      classPrior?: number[] | null;
    } = {},
  ) {
    super(params);
  }

  fit(X: MatrixLike, y: Labels, options?: FitOptions): this {
    const { matrix, labels } = checkedTraining(X, y);
    const { data, rows, cols } = matrix;
    const { classes, codes } = labels;
    checkCounts(matrix);
    const sampleWeight = checkedWeights(options, rows);
    if (this.classPrior) checkPriors(this.classPrior, classes, "classPrior");
    const weights = new Float64Array(classes.length);
    const counts = new Float64Array(classes.length * cols);
    for (let i = 0; i < rows; i++) {
      const weight = sampleWeight === null ? 1 : sampleWeight[i]!;
      const to = codes[i]! * cols;
      weights[codes[i]!]! += weight;
      for (let j = 0; j < cols; j++) counts[to + j] = counts[to + j]! + weight * data[i * cols + j]!;
    }
    this.fitted = {
      classes,
      classLogPrior: this.logPriors(weights),
      featureLogProb: logShares(counts, classes.length, cols, Math.max(this.alpha, LEAST_ALPHA)),
    };
    return this;
  }

  /** The natural logarithm of each class's probability before anything is known of a row. */
  get classLogPrior(): Float64Array {
    return this.learned.classLogPrior.slice();
  }

  /** The natural logarithm of each column's share in each class: classes × columns. */
  get featureLogProb(): Matrix {
    const { data, rows, cols } = this.learned.featureLogProb;
    return new Matrix(data.slice(), rows, cols);
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

  /** The logarithm of the prior times the probability of the row's counts in each class. */
  protected votes(X: MatrixLike): Float64Array {
    const { classes, classLogPrior, featureLogProb } = this.learned;
    const { cols, data: logs } = featureLogProb;
    const queries = this.checkedInput(X, cols);
    checkCounts(queries);
    const width = classes.length;
    const scores = new Float64Array(queries.rows * width);
    for (let i = 0; i < queries.rows; i++) {
      for (let c = 0; c < width; c++) {
        let score = 0;
        for (let j = 0; j < cols; j++) score += queries.data[i * cols + j]! * logs[c * cols + j]!;
        scores[i * width + c] = score + classLogPrior[c]!;
      }
    }
    checkScores(scores, width);
    return scores;
  }

  private logPriors(weights: Float64Array): Float64Array {
    if (this.classPrior) return Float64Array.from(this.classPrior, Math.log);
    if (!this.fitPrior) return weights.map(() => -Math.log(weights.length));
    const total = Math.log(weights.reduce((sum, weight) => sum + weight, 0));
    return weights.map((weight) => Math.log(weight) - total);
  }
}

/** The logarithm of each column's share of each class's counts, after `alpha` was added to every count. */
function logShares(counts: Float64Array, rows: number, cols: number, alpha: number): Matrix {
  for (let c = 0; c < rows; c++) {
    let total = 0;
    for (let j = c * cols; j < (c + 1) * cols; j++) {
      counts[j] = counts[j]! + alpha;
      total += counts[j]!;
    }
    const log = Math.log(total);
    for (let j = c * cols; j < (c + 1) * cols; j++) counts[j] = Math.log(counts[j]!) - log;
  }
  return new Matrix(counts, rows, cols);
}

function checkCounts({ data, cols }: Matrix): void {
  for (let i = 0; i < data.length; i++) {
    if (data[i]! < 0) {
      throw new RangeError(
        `X must hold counts, from 0 up, for MultinomialNB, but row ${Math.floor(i / cols)}, column ${i % cols} is ${data[i]}`,
      );
    }
  }
}
