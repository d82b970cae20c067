import { checkSameLength, type Labels, uniqueLabels } from "../base/labels.ts";
import type { Predictor } from "../base/learner.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { checkOptions } from "../base/options.ts";
import { shown } from "../base/shown.ts";
import { RandomState } from "../random-state.ts";
import { answerOf } from "../selection/answer.ts";
import { type Scoring, scorerFor } from "../selection/scoring.ts";
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
  /**
   * How good predictions are, larger is better: a name such as "f1Macro" or a function such as `metrics.accuracy`.
   * By default "accuracy", for a regressor "r2".
   */
  scoring?: Scoring | null;
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
  const model = estimator as Predictor;
  // An unknown scoring is told of before anything is said of the rows.
  scorerFor(options.scoring, model, () => [0, 1]);
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
  const truth = Array.from(y);
  const classes = uniqueLabels(truth);
  const scorer = scorerFor(options.scoring, model, () => classes);
  const shuffled = new Matrix(matrix.data.slice(), rows, cols);
  const score = () => scorer.score(truth, answerOf(model, shuffled, scorer.needs, classes));
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
