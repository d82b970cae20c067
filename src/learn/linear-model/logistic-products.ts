/**
 * What a logistic loss multiplies: X, with a column of ones behind if there is an intercept, with the coefficients of
 * each output; and the slopes of the loss in the scores with X.
 */
export type LogisticProducts = {
  /** How many numbers hold the coefficients. Those that stand for none stay 0, as their gradient is. */
  readonly size: number;
  /** Where in them coefficient `j` of output `k` is. */
  coefAt(k: number, j: number): number;
  /** The score of each row and output, in an array in which the slopes are then put in their place. */
  scores(coefs: Float64Array): Float64Array;
  /** Where in that array output `k` of row 0 is, and how far it is from one row to the next. */
  scoreAt(k: number): number;
  readonly step: number;
  /** Writes the products of the slopes with the columns of X, in the order of the coefficients. */
  gradient(into: Float64Array): void;
};
