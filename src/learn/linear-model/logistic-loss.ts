import type { Matrix } from "../base/matrix.ts";
import type { Objective } from "./lbfgs.ts";
import { multiplyTransposed, padded } from "./multiply-transposed.ts";

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
 * coefficients, for more one a class; a row has `width` numbers: one a column of X, then the intercept if there
 * is one, then zeros, which stay zero and only fill up the blocks of the products.
 */
export class LogisticLoss {
  /** How many rows of coefficients there are. */
  readonly outputs: number;
  /** How many numbers a row of them has. */
  readonly width: number;
  private readonly problem: LogisticProblem;
  private readonly rows: number;
  /** X with a column of ones for the intercept, filled up with zeros; and the same with rows for columns. */
  private readonly byRow: Float64Array;
  private readonly byColumn: Float64Array;
  /** For each output and row first the score, then the slope of the loss in it. */
  private readonly scores: Float64Array;

  constructor(problem: LogisticProblem) {
    const { X, classCount, fitIntercept } = problem;
    this.problem = problem;
    this.outputs = classCount === 2 ? 1 : classCount;
    this.width = padded(X.cols + (fitIntercept ? 1 : 0));
    this.rows = padded(X.rows);
    this.byRow = new Float64Array(this.rows * this.width);
    this.byColumn = new Float64Array(this.rows * this.width);
    this.scores = new Float64Array(this.outputs * this.rows);
    for (let i = 0; i < X.rows; i++) {
      for (let j = 0; j < X.cols; j++) this.place(i, j, X.data[i * X.cols + j]!);
      if (fitIntercept) this.place(i, X.cols, 1);
    }
  }

  /** Coefficients that are all zero, where every class is equally likely. */
  start(): Float64Array {
    return new Float64Array(this.outputs * this.width);
  }

  /** The loss, summed over the rows and with the penalty; its gradient goes into `gradient`. */
  readonly evaluate: Objective = (coefs, gradient) => {
    const { rows, width, outputs, scores } = this;
    const { X, l2 } = this.problem;
    multiplyTransposed(this.byRow, rows, coefs, outputs, width, scores);
    let loss = outputs === 1 ? this.binary() : this.multinomial();
    multiplyTransposed(this.byColumn, width, scores, outputs, rows, gradient);
    if (l2 === 0) return loss;
    for (let k = 0; k < outputs; k++) {
      let squares = 0;
      for (let at = k * width; at < k * width + X.cols; at++) {
        const coef = coefs[at]!;
        squares += coef * coef;
        gradient[at] = gradient[at]! + l2 * coef;
      }
      loss += 0.5 * l2 * squares;
    }
    return loss;
  };

  private place(row: number, col: number, value: number): void {
    this.byRow[row * this.width + col] = value;
    this.byColumn[col * this.rows + row] = value;
  }

  private binary(): number {
    const { scores } = this;
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

  private multinomial(): number {
    const { scores, rows, outputs } = this;
    const { X, codes, weights } = this.problem;
    const end = outputs * rows;
    let loss = 0;
    for (let i = 0; i < X.rows; i++) {
      const weight = weights === null ? 1 : weights[i]!;
      let most = scores[i]!;
      for (let at = i + rows; at < end; at += rows) most = Math.max(most, scores[at]!);
      const own = codes[i]! * rows + i;
      const ownScore = scores[own]!;
      let total = 0;
      for (let at = i; at < end; at += rows) {
        const part = Math.exp(scores[at]! - most);
        scores[at] = part;
        total += part;
      }
      loss += weight * (Math.log(total) + most - ownScore);
      const share = weight / total;
      for (let at = i; at < end; at += rows) scores[at] = scores[at]! * share;
      scores[own] = scores[own]! - weight;
    }
    return loss;
  }
}
