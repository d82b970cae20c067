import type { Labels } from "../base/labels.ts";
import { cloned, type Predictor } from "../base/learner.ts";
import { checkOptions } from "../base/options.ts";
import { checkParams, seed, yesOrNo } from "../base/params.ts";
import { shown } from "../base/shown.ts";
import type { Samples } from "../compose/step.ts";
import { RandomState } from "../random-state.ts";
import { fitFold } from "./cross-validate.ts";
import { type CrossValidationOptions, optionNames, pooledScore, prepare, prepareFold } from "./prepare.ts";
import { drain, inParts, type Step } from "./steps.ts";
import { mean } from "./sums.ts";

/** How an estimator does that has learned from so many rows. */
export type LearningPoint = {
  /** How many rows it learned from, in each fold. */
  trainSize: number;
  /** The score on the rows learned from, mean over folds. */
  trainScore: number;
  /** The score of the predictions for held-out rows of all folds, pooled. */
  validationScore: number;
  /** Each fold's own score on the rows learned from. */
  trainScores: number[];
  /** Each fold's own score on its held-out rows. */
  foldScores: number[];
  /** The mean of these. */
  meanScore: number;
};

/** One point a number of training rows, rising. */
export type LearningCurve = {
  /** The numbers of rows that are tried. */
  trainSizes: number[];
  /** What is known of each. */
  points: LearningPoint[];
};

export type LearningCurveOptions = CrossValidationOptions & {
  /**
   * From how many rows to learn: shares of a fold's training rows (all of them 1 or less), or numbers of rows. By
   * default 0.1, 0.325, 0.55, 0.775 and 1.
   */
  trainSizes?: ArrayLike<number>;
  /** Whether a fold's training rows are put into a random order before the first ones are taken. */
  shuffle?: boolean;
  /** The seed of that order: a whole number from 0. */
  randomState?: number;
};

const rules = { shuffle: yesOrNo(false), randomState: seed };
const usualSizes = [0.1, 0.325, 0.55, 0.775, 1];

/**
 * Cross-validates `estimator` with fewer and with more training rows: what more data would be worth. Of each
 * fold's training rows the first ones are taken, the folds and the held-out rows stay the same. The scores are
 * scikit-learn's.
 * Throws as `crossValidate`, and when a size is not possible.
 *
 * @param estimator a model with `fit` and `predict`: one of this course, or an object of your own
 * @param X the samples, one a row
 * @param y the class of each row, or for a regressor its number
 * @example
 * const {X, y} = await datasets.load("drum-test");
 * const curve = await learningCurve(new KNeighborsClassifier(), X, y, {shuffle: true});
 * display(curve.points);
 */
export function learningCurve(
  estimator: Predictor,
  X: Samples,
  y: Labels,
  options: LearningCurveOptions = {},
): LearningCurve {
  return drain(learningCurveSteps(estimator, X, y, options));
}

/**
 * As `learningCurve`, one fit (or step of one) at a time, the smallest training sets first.
 *
 * @param estimator a model with `fit` and `predict`: one of this course, or an object of your own
 * @param X the samples, one a row
 * @param y the class of each row, or for a regressor its number
 * @example
 * const X = [[1], [8], [2], [9]];
 * const cv = new KFold({nSplits: 2});
 * const steps = learn.learningCurveSteps(new DummyClassifier(), X, ["a", "b", "a", "b"], {cv, trainSizes: [1, 2]});
 * for (const {progress} of steps) display(progress);
 */
export function* learningCurveSteps(
  estimator: Predictor,
  X: Samples,
  y: Labels,
  options: LearningCurveOptions = {},
): Generator<Step<LearningCurve>, LearningCurve> {
  checkOptions("learningCurve", ["trainSizes", "shuffle", "randomState", ...optionNames], options);
  const { trainSizes = usualSizes, shuffle = false, randomState = 0 } = options;
  checkParams("learningCurve", rules, { shuffle, randomState });
  const prepared = prepare(estimator, X, y, options);
  const { folds, labels, classes, scorer } = prepared;
  const sizes = checkedSizes(trainSizes, folds[0]!.train.length);
  const random = new RandomState(randomState);
  const orders = folds.map(({ train }) => (shuffle ? Int32Array.from(random.permutation(train)) : train));

  const points: LearningPoint[] = [];
  const parts = inParts(
    sizes.length * folds.length,
    (index) => {
      const fold = index % folds.length;
      const train = orders[fold]!.slice(0, sizes[(index - fold) / folds.length]);
      return fitFold(
        cloned(estimator),
        prepareFold({ train, test: folds[fold]!.test }, prepared),
        scorer,
        classes,
      );
    },
    (done) => {
      for (let size = points.length; (size + 1) * folds.length <= done.length; size++) {
        const ofSize = done.slice(size * folds.length, (size + 1) * folds.length);
        const trainScores = ofSize.map(({ result }) => result.trainScore);
        const foldScores = ofSize.map(({ result }) => result.testScore);
        const answers = ofSize.map(({ answer }) => answer);
        points.push({
          trainSize: sizes[size]!,
          trainScore: mean(trainScores),
          validationScore: pooledScore(labels, folds, answers, scorer),
          trainScores,
          foldScores,
          meanScore: mean(foldScores),
        });
      }
      return { trainSizes: sizes, points: [...points] };
    },
  );
  yield* parts;
  return { trainSizes: sizes, points };
}

/** The sizes as numbers of rows, rising, each once. */
function checkedSizes(trainSizes: ArrayLike<number>, most: number): number[] {
  const wanted = typeof trainSizes?.length === "number" ? Array.from(trainSizes) : [];
  if (wanted.length === 0) {
    throw new TypeError(
      `trainSizes must be numbers such as [0.2, 0.5, 1] or [10, 50], but it is ${shown(trainSizes)}`,
    );
  }
  const shares = wanted.every((size) => size <= 1);
  for (const size of wanted) {
    if (shares ? size > 0 : Number.isInteger(size) && size > 0 && size <= most) continue;
    throw new RangeError(
      `trainSizes must be shares above 0 and up to 1, or whole numbers of rows up to ${most}, which the first fold learns from, but one is ${shown(size)}`,
    );
  }
  const counts = wanted.map((size) => (shares ? Math.max(1, Math.floor(size * most)) : size));
  return [...new Set(counts)].sort((a, b) => a - b);
}
