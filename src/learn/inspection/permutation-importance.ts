import { checkSameLength, type Label, type Labels } from "../base/labels.ts";
import type { Predictor } from "../base/learner.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { checkOptions } from "../base/options.ts";
import { shown } from "../base/shown.ts";
import { accuracy } from "../metrics/accuracy.ts";
import { r2 } from "../metrics/r2.ts";
import { RandomState } from "../random-state.ts";
import { drain, type Step } from "../selection/steps.ts";

/** How much the score falls when the values of one feature are shuffled. */
export type PermutationImportance = {
  /** For each feature the mean fall of the score. */
  importancesMean: Float64Array;
  /** For each feature the standard deviation over repeats. */
  importancesStd: Float64Array;
  /** The fall of the score: features × repeats. */
  importances: Matrix;
};

/** How the importance is measured. */
export type ImportanceOptions = {
  /** How good predictions are, larger is better; by default accuracy, or R² of a regressor. */
  // biome-ignore lint/suspicious/noExplicitAny: labels for one score, numbers for another
  scoring?: (yTrue: any, yPred: any) => number;
  /** How often each feature is shuffled. */
  nRepeats?: number;
  /** The seed of the shuffles. */
  randomState?: number;
};

/**
 * How much a fitted model needs each feature: how far its score on `X` falls when that column is shuffled, so that
 * it says nothing any more (Breiman, 2001). Of two features that say the same, each can look unimportant. Takes
 * columns × `nRepeats` predictions of all of `X`. `estimator` is not changed. Throws when the lengths differ, an
 * option is not allowed, or a score is no number.
 *
 * @param estimator a fitted model with `predict`
 * @param X the samples, one a row; best those that the model has not seen
 * @param y the true class or number of each row
 * @example
 * const X = [[1, 5], [2, 5], [8, 5], [9, 5]], y = ["low", "low", "high", "high"];
 * const model = new KNeighborsClassifier({nNeighbors: 1}).fit(X, y);
 * display(learn.permutationImportance(model, X, y).importancesMean);
 */
export function permutationImportance(
  estimator: Pick<Predictor, "predict" | "estimatorType">,
  X: MatrixLike,
  y: Labels,
  options: ImportanceOptions = {},
): PermutationImportance {
  return drain(permutationImportanceSteps(estimator, X, y, options));
}

/**
 * As `permutationImportance`, one prediction at a time: it yields the features that are done so far.
 *
 * @param estimator a fitted model with `predict`
 * @param X the samples, one a row
 * @param y the true class or number of each row
 * @example
 * const X = [[1, 5], [2, 5], [8, 5], [9, 5]], y = [1, 1, 4, 4];
 * const steps = learn.permutationImportanceSteps(new KNeighborsClassifier({nNeighbors: 1}).fit(X, y), X, y);
 * display(steps.next().value.progress);
 */
export function* permutationImportanceSteps(
  estimator: Pick<Predictor, "predict" | "estimatorType">,
  X: MatrixLike,
  y: Labels,
  options: ImportanceOptions = {},
): Generator<Step<PermutationImportance>, PermutationImportance> {
  checkOptions("permutationImportance", ["scoring", "nRepeats", "randomState"], options);
  const { nRepeats = 5, randomState = 0 } = options;
  if (typeof estimator?.predict !== "function") {
    throw new TypeError(`estimator must be a fitted model with predict, but it is ${shown(estimator)}`);
  }
  const usual = estimator.estimatorType === "regressor" ? r2 : accuracy;
  const scoring: NonNullable<ImportanceOptions["scoring"]> = options.scoring ?? usual;
  if (typeof scoring !== "function") {
    throw new TypeError(`scoring must be a function such as metrics.accuracy, but it is ${shown(scoring)}`);
  }
  if (!Number.isInteger(nRepeats) || nRepeats < 1) {
    throw new RangeError(`nRepeats must be a whole number of at least 1, but it is ${shown(nRepeats)}`);
  }
  const matrix = Matrix.from(X);
  checkSameLength("X", matrix.rows, "y", y?.length);
  const { rows, cols } = matrix;
  if (rows === 0 || cols === 0) {
    throw new RangeError(
      `permutationImportance needs at least one row and one column, but X is ${rows} × ${cols}`,
    );
  }
  const truth: Label[] = Array.from(y);
  const shuffled = new Matrix(matrix.data.slice(), rows, cols);
  const score = () => checkedScore(scoring(truth, estimator.predict(shuffled)));
  const baseline = score();
  const orders = shuffledOrders(rows, nRepeats, randomState);

  const falls = new Float64Array(cols * nRepeats);
  let partial = summary(falls, 0, nRepeats);
  for (let col = 0; col < cols; col++) {
    for (let repeat = 0; repeat < nRepeats; repeat++) {
      const order = orders[repeat]!;
      for (let i = 0; i < rows; i++) shuffled.data[i * cols + col] = matrix.data[order[i]! * cols + col]!;
      falls[col * nRepeats + repeat] = baseline - score();
      if (repeat === nRepeats - 1) partial = summary(falls, col + 1, nRepeats);
      yield { progress: (col * nRepeats + repeat + 1) / (cols * nRepeats), partial };
    }
    for (let i = 0; i < rows; i++) shuffled.data[i * cols + col] = matrix.data[i * cols + col]!;
  }
  return partial;
}

/**
 * Which row's value each row gets, for each repeat: every shuffle goes on from the last one. All columns are
 * shuffled alike, as in scikit-learn, whose columns each begin with the same seed, drawn from `randomState`.
 */
function shuffledOrders(rows: number, repeats: number, randomState: number): Uint32Array[] {
  const random = new RandomState(new RandomState(randomState).integers(0, 2 ** 31));
  const moves = Uint32Array.from({ length: rows }, (_, i) => i);
  let order = moves.slice();
  return Array.from({ length: repeats }, () => {
    random.shuffle(moves);
    const last = order;
    order = moves.map((from) => last[from]!);
    return order;
  });
}

/** The importances of the first `cols` features. */
function summary(falls: Float64Array, cols: number, repeats: number): PermutationImportance {
  const importances = new Matrix(falls.slice(0, cols * repeats), cols, repeats);
  const means = new Float64Array(cols);
  const deviations = new Float64Array(cols);
  for (let col = 0; col < cols; col++) {
    const row = importances.row(col);
    const mean = row.reduce((sum, fall) => sum + fall, 0) / repeats;
    means[col] = mean;
    deviations[col] = Math.sqrt(row.reduce((sum, fall) => sum + (fall - mean) ** 2, 0) / repeats);
  }
  return { importancesMean: means, importancesStd: deviations, importances };
}

function checkedScore(score: unknown): number {
  if (typeof score === "number" && Number.isFinite(score)) return score;
  throw new RangeError(`scoring must give a finite number, but it gave ${shown(score)}`);
}
