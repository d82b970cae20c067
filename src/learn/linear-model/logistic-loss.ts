import type { Matrix } from "../base/matrix.ts";
import type { Objective } from "./lbfgs.ts";
import type { LogisticProducts } from "./logistic-products.ts";
import { ManyOutputs } from "./many-outputs.ts";
import { OneOutput } from "./one-output.ts";

/** What a logistic loss is computed from. */
export type LogisticProblem = {
  X: Matrix;
  /** The class of each row, 0 up. */
  codes: Int32Array;
  classCount: number;
  /** How much each row counts; null for all the same. */
  weights: Float64Array | null;
  /** How strongly the squares of the coefficients count against the fit: half the loss for each. */
  l2: number;
  fitIntercept: boolean;
};

/**
 * The logistic loss as a function of the coefficients, with its gradient. For two classes it has one row of
 * coefficients, for more one a class: of each column of X, then the intercept if there is one.
 */
export class LogisticLoss {
  /** How many rows of coefficients there are. */
  readonly outputs: number;
  private readonly problem: LogisticProblem;
  private readonly products: LogisticProducts;
  /** Where the scores of each output are. */
  private readonly scoresAt: Int32Array;

  constructor(problem: LogisticProblem) {
    const { X, classCount, fitIntercept } = problem;
    this.problem = problem;
    this.outputs = classCount === 2 ? 1 : classCount;
    this.products =
      this.outputs === 1 ? new OneOutput(X, fitIntercept) : new ManyOutputs(X, fitIntercept, this.outputs);
    this.scoresAt = Int32Array.from({ length: this.outputs }, (_, k) => this.products.scoreAt(k));
  }

  /** Coefficients that are all zero, where every class is equally likely. */
  start(): Float64Array {
    return new Float64Array(this.products.size);
  }

  /** Where among the coefficients that of output `k` and column `j` is; the intercept is behind the last column. */
  coefAt(k: number, j: number): number {
    return this.products.coefAt(k, j);
  }

  /** The loss, summed over the rows and with the penalty; its gradient goes into `gradient`. */
  readonly evaluate: Objective = (coefs, gradient) => {
    const { products, outputs } = this;
    const { X, l2 } = this.problem;
    const scores = products.scores(coefs);
    let loss = outputs === 1 ? this.binary(scores) : this.multinomial(scores);
    products.gradient(gradient);
    if (l2 === 0) return loss;
    for (let k = 0; k < outputs; k++) {
      let squares = 0;
      for (let j = 0; j < X.cols; j++) {
        const at = products.coefAt(k, j);
        const coef = coefs[at]!;
        squares += coef * coef;
        gradient[at] = gradient[at]! + l2 * coef;
      }
      loss += 0.5 * l2 * squares;
    }
    return loss;
  };

  /** The loss without the penalty; puts its slope in each score in the place of the score. */
  private binary(scores: Float64Array): number {
    const { X, codes, weights } = this.problem;
    let loss = 0;
    for (let i = 0; i < X.rows; i++) {
      const score = scores[i]!;
      const weight = weights === null ? 1 : weights[i]!;
      // The exponential of a negative number cannot overflow.
      const small = Math.exp(-Math.abs(score));
      const probability = (score >= 0 ? 1 : small) / (1 + small);
      const isSecond = codes[i]!;
      loss += weight * (Math.max(score, 0) + Math.log1p(small) - isSecond * score);
      scores[i] = weight * (probability - isSecond);
    }
    return loss;
  }

  /** As `binary`, for more classes. */
  private multinomial(scores: Float64Array): number {
    const { scoresAt, outputs } = this;
    const { step } = this.products;
    const { X, codes, weights } = this.problem;
    const parts = new Float64Array(outputs);
    let loss = 0;
    for (let i = 0; i < X.rows; i++) {
      const row = i * step;
      const weight = weights === null ? 1 : weights[i]!;
      const own = scoresAt[codes[i]!]! + row;
      const ownScore = scores[own]!;
      let most = ownScore;
      for (let k = 0; k < outputs; k++) {
        const score = scores[scoresAt[k]! + row]!;
        if (score > most) most = score;
      }
      let total = 0;
      for (let k = 0; k < outputs; k++) {
        const part = Math.exp(scores[scoresAt[k]! + row]! - most);
        parts[k] = part;
        total += part;
      }
      loss += weight * (Math.log(total) + most - ownScore);
      const share = weight / total;
      for (let k = 0; k < outputs; k++) scores[scoresAt[k]! + row] = parts[k]! * share;
      scores[own] = scores[own]! - weight;
    }
    return loss;
  }
}
