import { accuracy } from "../metrics/accuracy.ts";
import { Estimator } from "./estimator.ts";
import type { FitOptions } from "./fit-options.ts";
import { checkSameLength, type EncodedLabels, encodeLabels, type Label, type Labels } from "./labels.ts";
import { Matrix, type MatrixLike } from "./matrix.ts";
import { shown } from "./shown.ts";

/** An estimator that tells classes apart. Where two classes are equally likely, the first in `classes` is chosen. */
export abstract class Classifier<Fitted extends { classes: Label[] }> extends Estimator<Fitted> {
  /**
   * Learns from the rows of `X` and their labels `y`; returns this. Throws, changing nothing, if they are unfit.
   *
   * @param X the samples, one a row
   * @param y the class of each row
   */
  abstract fit(X: MatrixLike, y: Labels, options?: FitOptions): this;

  /** For each row of `X` how much speaks for each class: rows × classes, row after row, not normalised. */
  protected abstract votes(X: MatrixLike): Float64Array;

  /** What kind of estimator it is: it decides how it is scored and how folds are made. */
  get estimatorType(): "classifier" {
    return "classifier";
  }

  /** The classes that were seen in `fit`, sorted. */
  get classes(): Label[] {
    return [...this.learned.classes];
  }

  /**
   * The class of each row of `X`.
   *
   * @param X the samples, one a row
   */
  predict(X: MatrixLike): Label[] {
    const { classes } = this.learned;
    const votes = this.votes(X);
    return Array.from({ length: votes.length / classes.length }, (_, i) => {
      return classes[firstLargest(votes, i * classes.length, classes.length)]!;
    });
  }

  /** The probability of each class for each row of `X`: rows × classes, each row adding up to 1. */
  predictProba(X: MatrixLike): Matrix {
    const width = this.learned.classes.length;
    const votes = this.votes(X);
    for (let at = 0; at < votes.length; at += width) {
      let total = 0;
      for (let c = 0; c < width; c++) total += votes[at + c]!;
      for (let c = 0; c < width; c++) votes[at + c] = votes[at + c]! / total;
    }
    return new Matrix(votes, votes.length / width, width);
  }

  /**
   * The accuracy of `predict(X)` against `y`: the part that is right, 0 to 1.
   *
   * @param X the samples, one a row
   * @param y the true class of each row
   */
  score(X: MatrixLike, y: Labels): number {
    return accuracy(y, this.predict(X));
  }
}

/** Where in `values`, from `start` on, the largest of `length` values is; the first of equal ones. */
export function firstLargest(values: ArrayLike<number>, start: number, length: number): number {
  let best = 0;
  for (let i = 1; i < length; i++) if (values[start + i]! > values[start + best]!) best = i;
  return best;
}

/** The arguments of a classifier's `fit`, checked: as many labels as rows, and at least one. */
export function checkedTraining(X: MatrixLike, y: Labels): { matrix: Matrix; labels: EncodedLabels } {
  const matrix = Matrix.from(X);
  const labels = encodeLabels(y);
  checkSameLength("X", matrix.rows, "y", y.length);
  if (matrix.rows === 0 || matrix.cols === 0) {
    throw new RangeError(
      `fit needs at least one row and one column, but X is ${matrix.rows} × ${matrix.cols}`,
    );
  }
  return { matrix, labels };
}

/** Throws unless there are at least two classes; `who` needs them. */
export function checkTwoClasses(classes: readonly Label[], who: string): void {
  if (classes.length < 2) {
    throw new RangeError(
      `${who} needs at least two classes to tell apart, but y has only ${shown(classes[0])}`,
    );
  }
}
