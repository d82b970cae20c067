import type { Labels } from "../base/labels.ts";
import { cloned, type Predictor } from "../base/learner.ts";
import { checkOptions } from "../base/options.ts";
import { checkParams } from "../base/params.ts";
import type { Samples } from "../compose/step.ts";
import { RandomState } from "../random-state.ts";
import { answerOf } from "./answer.ts";
import { type Bootstrap, type BootstrapOptions, bootstrapRules, interval, resampler } from "./bootstrap.ts";
import { checkedRows, checkPredictor, prepareFold } from "./prepare.ts";
import { type Scoring, scorerFor } from "./scoring.ts";
import { drain, fitPausing, inParts, type Pausing, type Step } from "./steps.ts";
import { deviation, mean } from "./sums.ts";

export type BootstrapScoreOptions = BootstrapOptions & {
  /** How good predictions are, larger is better: a name such as "f1Macro", or a function. */
  scoring?: Scoring | null;
};

/** The scores of the draws so far. */
export type PartialBootstrapScore = Pick<Bootstrap, "draws"> & Partial<Bootstrap>;

/**
 * How a model does on rows that a draw left out: fits a copy on rows (with `groups`: whole groups) drawn with
 * replacement, and scores it on those that were not drawn, about a third. `value` is the mean of these out-of-bag
 * scores. A draw that leaves nothing out is drawn anew.
 * Throws as `crossValidate`.
 *
 * @param estimator a model with `fit` and `predict`: one of this course, or an object of your own
 * @param X the samples, one a row
 * @param y the class of each row, or for a regressor its number
 * @example
 * const {X, y} = await datasets.load("drum-test");
 * const {value, low, high} = await bootstrapScore(new KNeighborsClassifier(), X, y, {nDraws: 20});
 * display([low, value, high]);
 */
export function bootstrapScore(
  estimator: Predictor,
  X: Samples,
  y: Labels,
  options: BootstrapScoreOptions = {},
): Bootstrap {
  return drain(bootstrapScoreSteps(estimator, X, y, options));
}

/**
 * As `bootstrapScore`, one draw (or step of its fit) at a time.
 *
 * @param estimator a model with `fit` and `predict`: one of this course, or an object of your own
 * @param X the samples, one a row
 * @param y the class of each row, or for a regressor its number
 * @example
 * const steps = learn.bootstrapScoreSteps(new DummyClassifier(), [[1], [2], [8]], ["a", "a", "b"], {nDraws: 3});
 * for (const {partial} of steps) display(partial.draws);
 */
export function* bootstrapScoreSteps(
  estimator: Predictor,
  X: Samples,
  y: Labels,
  options: BootstrapScoreOptions = {},
): Generator<Step<PartialBootstrapScore>, Bootstrap> {
  checkOptions("bootstrapScore", ["scoring", "groups", ...Object.keys(bootstrapRules)], options);
  const { scoring, groups, nDraws = 200, level = 0.95, randomState = 0 } = options;
  checkParams("bootstrapScore", bootstrapRules, { nDraws, level, randomState });
  checkPredictor(estimator);
  const rows = checkedRows(estimator, X, y, groups);
  const scorer = scorerFor(scoring, estimator, () => rows.classes);
  const next = drawsWithRest(rows.labels.length, groups, new RandomState(randomState));

  function* scored(): Pausing<number> {
    const { XTrain, yTrain, XTest, yTest } = prepareFold(next(), rows);
    const model = cloned(estimator);
    yield* fitPausing(model, XTrain, yTrain);
    return scorer.score(yTest, answerOf(model, XTest, scorer.needs, rows.classes));
  }
  const draws = yield* inParts(nDraws, scored, (done) => ({ draws: [...done] }));
  return { value: mean(draws), ...interval(draws, level), level, standardError: deviation(draws), draws };
}

/** Draws that leave some rows out, with those rows to test on. */
export function drawsWithRest(
  rows: number,
  groups: Labels | null | undefined,
  random: RandomState,
): () => { train: Int32Array; test: Int32Array } {
  const draw = resampler(rows, groups, random);
  const parts = groups ? new Set(Array.from(groups)).size : rows;
  if (parts < 2) {
    throw new RangeError(
      `A draw must leave something out: that needs at least two ${groups ? "groups" : "rows"}, but there ${parts === 1 ? "is one" : "are none"}`,
    );
  }
  return () => {
    for (;;) {
      const train = draw();
      const drawn = new Set(train);
      const test = Int32Array.from({ length: rows }, (_, row) => row).filter((row) => !drawn.has(row));
      if (test.length > 0) return { train, test };
    }
  };
}
