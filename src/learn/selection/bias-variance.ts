import { checkSameLength, type Label, type Labels, selectLabels } from "../base/labels.ts";
import { cloned, type Predictor } from "../base/learner.ts";
import { checkOptions } from "../base/options.ts";
import { anyOf, checkParams, finiteNumber, nothing, oneOf, seed, wholeNumber } from "../base/params.ts";
import { checkedNumbers } from "../base/targets.ts";
import type { Samples } from "../compose/step.ts";
import { RandomState } from "../random-state.ts";
import { checkedPredictions } from "./answer.ts";
import { resampler } from "./bootstrap.ts";
import { drawsWithRest } from "./bootstrap-score.ts";
import { rowCount } from "./fold.ts";
import { MOST_DRAWS } from "./most-draws.ts";
import { checkedRows, checkPredictor, type Rows } from "./prepare.ts";
import { type RowDraws, type RowFigures, rowFigures } from "./row-figures.ts";
import { samplesLike, selectRows } from "./samples.ts";
import { drain, fitPausing, inParts, type Pausing, type Step } from "./steps.ts";
import { mean } from "./sums.ts";

/** The expected loss of a kind of model, taken apart. */
export type BiasVariance = {
  /** The squared distance of the mean prediction from the truth (for classes: 1 where the usual prediction is wrong), mean over rows. */
  bias2: number;
  /** How far single predictions stray from their mean (for classes: how often they differ from the usual one), mean over rows. */
  variance: number;
  /** The variance of the noise that was added; 0 where none was, then what noise `y` has is in `bias2`. */
  noise: number;
  /** The expected loss on new data: bias2 + variance + noise for the squared loss; for classes the rate of errors. */
  expectedLoss: number;
  /** The same of each test row, with its mean (or usual) prediction; null for one that every draw trained on. */
  rows: (RowFigures | null)[];
};

export type BiasVarianceOptions = {
  /** "squared" for numbers, "zeroOne" for classes; by default what suits the estimator. */
  loss?: "squared" | "zeroOne";
  /** If given, `y` is the truth, and each draw adds normal noise of this standard deviation to it. If not, rows are drawn with replacement. */
  noise?: number | null;
  /** The rows to predict; by default those of `X`, and without `noise` each only where it was not drawn. */
  XTest?: Samples | null;
  /** The truth for the rows of `XTest`. */
  yTest?: Labels | null;
  /** For each row its group: whole groups are drawn then. */
  groups?: Labels | null;
  /** How many training sets are drawn. */
  nDraws?: number;
  /** The seed of the draws: a whole number from 0. */
  randomState?: number;
};

const rules = {
  loss: oneOf("squared", "zeroOne"),
  noise: anyOf(nothing("rows are drawn instead"), finiteNumber(null, { least: 0 })),
  nDraws: wholeNumber(100, 2, MOST_DRAWS),
  randomState: seed,
};

/**
 * Why a model errs: it is too stiff (bias), or it follows each training set too closely (variance). Fits a copy on
 * many training sets and looks how the predictions lie around the truth.
 *
 * Either the truth is known, as in a simulation: `y` is the true number of each row and `noise` the standard
 * deviation of what is added to it in each draw. Or the training sets are drawn from the data with replacement.
 * For classes the parts are those of Domingos (2000): they need not add up, since where the usual prediction is
 * wrong, variance helps.
 * Throws as `crossValidate`, and when the options do not fit together.
 *
 * @param estimator a model with `fit` and `predict`: one of this course, or an object of your own
 * @param X the samples, one a row
 * @param y the class of each row, or its number; with `noise` the number without noise
 * @example
 * const X = Array.from({length: 30}, (_, i) => [i / 5]);
 * const truth = X.map(([x]) => Math.sin(x));
 * const {bias2, variance} = await biasVariance(new KNeighborsRegressor(), X, truth, {noise: 0.3, nDraws: 20});
 * display({bias2, variance});
 */
export function biasVariance(
  estimator: Predictor,
  X: Samples,
  y: Labels,
  options: BiasVarianceOptions = {},
): BiasVariance {
  return drain(biasVarianceSteps(estimator, X, y, options));
}

/**
 * As `biasVariance`, one draw (or step of its fit) at a time.
 *
 * @param estimator a model with `fit` and `predict`: one of this course, or an object of your own
 * @param X the samples, one a row
 * @param y the class of each row, or its number; with `noise` the number without noise
 * @example
 * const steps = learn.biasVarianceSteps(new DummyClassifier(), [[1], [2], [8]], ["a", "a", "b"], {nDraws: 3});
 * for (const {progress} of steps) display(progress);
 */
export function* biasVarianceSteps(
  estimator: Predictor,
  X: Samples,
  y: Labels,
  options: BiasVarianceOptions = {},
): Generator<Step<BiasVariance>, BiasVariance> {
  checkOptions("biasVariance", [...Object.keys(rules), "XTest", "yTest", "groups"], options);
  checkPredictor(estimator);
  const usual = estimator.estimatorType === "regressor" ? "squared" : "zeroOne";
  const { loss = usual, noise = null, nDraws = 100, randomState = 0, groups } = options;
  checkParams("biasVariance", rules, { loss, noise, nDraws, randomState });
  const rows = checkedRows(estimator, X, y, groups);
  if (noise !== null && loss !== "squared") {
    throw new TypeError(
      'noise is added to numbers: it needs loss: "squared" and an estimator that predicts numbers',
    );
  }
  if (loss === "squared") checkedNumbers(y as ArrayLike<number>);
  const test = checkedTest(rows, options);
  const draw = drawing(rows, noise, groups, new RandomState(randomState), test === null);
  const truth = test?.labels ?? rows.labels;
  const drawn: RowDraws = truth.map(() => []);

  function* fitted(): Pausing<void> {
    const { train, labels, rest } = draw();
    const model = cloned(estimator);
    yield* fitPausing(model, selectRows(rows.samples, train), labels);
    const asked = test?.samples ?? selectRows(rows.samples, rest);
    const predicted = checkedPredictions(model.predict(asked), rowCount(asked));
    for (const [i, value] of predicted.entries()) drawn[test ? i : rest[i]!]!.push(value);
  }
  const summary = (): BiasVariance => {
    const figures = drawn.map((values, row) => rowFigures(values, truth[row]!, loss));
    const known = figures.filter((row) => row !== null);
    const of = (get: (row: RowFigures) => number) => (known.length > 0 ? mean(known.map(get)) : 0);
    const [bias2, variance] = [of((row) => row.bias2), of((row) => row.variance)];
    const noise2 = (noise ?? 0) ** 2;
    const expectedLoss = of((row) => row.loss) + noise2;
    return { bias2, variance, noise: noise2, expectedLoss, rows: figures };
  };
  // All draws are gone through for each summary: twenty on the way will do.
  const every = Math.ceil(nDraws / 20);
  let latest = summary();
  yield* inParts(nDraws, fitted, ({ length }) => {
    if (length % every === 0) latest = summary();
    return latest;
  });
  return summary();
}

/** The rows to predict, or null for those of `X` that are left out of a draw (with noise: all). */
function checkedTest({ samples, labels }: Rows, { XTest, yTest, noise }: BiasVarianceOptions) {
  if (!XTest !== !yTest) throw new TypeError("XTest and yTest belong together: give both or neither");
  if (!XTest || !yTest) return noise == null ? null : { samples, labels };
  const tested = samplesLike(samples, XTest, "XTest");
  checkSameLength("XTest", rowCount(tested), "yTest", yTest.length);
  return { samples: tested, labels: Array.from(yTest) };
}

type Draw = { train: Int32Array; labels: Label[]; rest: Int32Array };

function drawing(
  { labels }: Rows,
  noise: number | null,
  groups: Labels | null | undefined,
  random: RandomState,
  outOfBag: boolean,
): () => Draw {
  const all = Int32Array.from({ length: labels.length }, (_, row) => row);
  if (noise !== null) {
    return () => ({
      train: all,
      labels: (labels as number[]).map((value) => value + random.normal(0, noise)),
      rest: all,
    });
  }
  if (outOfBag) {
    const next = drawsWithRest(labels.length, groups, random);
    return () => {
      const { train, test } = next();
      return { train, labels: selectLabels(labels, train), rest: test };
    };
  }
  const draw = resampler(labels.length, groups, random);
  return () => {
    const train = draw();
    return { train, labels: selectLabels(labels, train), rest: all };
  };
}
