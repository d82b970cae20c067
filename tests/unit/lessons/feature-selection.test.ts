import { expect, test } from "vitest";
import { openDataset } from "../../../scripts/datasets/open.ts";
import {
  crossValidate,
  fClassif,
  KNeighborsClassifier,
  type Learner,
  LeaveOneGroupOut,
  LinearRegression,
  LogisticRegression,
  Matrix,
  metrics,
  mutualInfoClassif,
  Pipeline,
  type Predictor,
  permutationImportance,
  RandomForestClassifier,
  RandomState,
  RFE,
  SelectKBest,
  StandardScaler,
  StratifiedKFold,
} from "../../../src/learn/index.ts";
import golden from "../../golden/lessons/feature-selection/figures.json" with { type: "json" };

/** Numbers worked out in another order of additions, with p-values far below 1. */
const digits = 9;
/** Weights at the end of a descent: both stop near the minimum, not at it. */
const weightDigits = 3;

const ms = [1, 2, 3, 5, 8, 12, 15, 18, 20, 25, 30, 40, 60, 80, 120, 171];
const onCard = ["brightness", "noisiness", "attack", "decay", "bassShare"];
const folds = new StratifiedKFold({ nSplits: 5, shuffle: true, randomState: 7 });

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const top = (scores: ArrayLike<number>, count: number) =>
  range(0, scores.length)
    .sort((a, b) => scores[b]! - scores[a]!)
    .slice(0, count);

function plant(X: Matrix, thrown = 7): Matrix {
  const dice = new RandomState(thrown);
  return Matrix.from(
    range(0, X.rows).map((i) => [...X.row(i), ...range(0, 100).map(() => Number(dice.normal()))]),
  );
}

const five = () => new KNeighborsClassifier({ nNeighbors: 5 });
const pipe = (...steps: Learner[]) =>
  new Pipeline([["scale", new StandardScaler()], ...steps.map((step, i) => [`step${i}`, step] as const)]);
const best = (k: number) => new SelectKBest({ k });
const ask = (model: Predictor, X: Matrix, y: string[]) =>
  crossValidate(model, X, y, { cv: folds }).pooled.score;

const instruments = openDataset("instruments");
function softNotes(collection: string): { X: Matrix; y: string[] } {
  const rows = range(0, instruments.y.length).filter((i) => {
    return instruments.groups[i] === collection && instruments.rows[i]!.velocity === 60;
  });
  return { X: instruments.X.selectRows(rows), y: rows.map((i) => instruments.y[i]!) };
}
const { X, y } = softNotes("Fluid");
const noisy = plant(X);
const even = new StandardScaler().fitTransform(noisy);

function expectClose(found: ArrayLike<number>, wanted: ArrayLike<number>, places = digits): void {
  expect(found.length).toBe(wanted.length);
  for (let i = 0; i < wanted.length; i++) {
    expect(found[i]! / (Math.abs(wanted[i]!) || 1)).toBeCloseTo(
      wanted[i]! / (Math.abs(wanted[i]!) || 1),
      places,
    );
  }
}

test("dice drown five neighbours in each collection, and twenty chosen columns bring them back, as in scikit-learn", () => {
  for (const [name, wanted] of Object.entries(golden.collections)) {
    const notes = softNotes(name);
    const withDice = plant(notes.X);
    expect(ask(pipe(five()), notes.X, notes.y)).toBeCloseTo(wanted.measured, digits);
    expect(ask(pipe(five()), withDice, notes.y)).toBeCloseTo(wanted.noisy, digits);
    expect(ask(pipe(best(20), five()), withDice, notes.y)).toBeCloseTo(wanted.chosen, digits);
    expect(wanted.measured - wanted.noisy).toBeGreaterThan(0.15);
    expect(wanted.chosen).toBeGreaterThan(wanted.measured);
  }
});

test("F, its p and mutual information of each column are scikit-learn's, and keep the dice out of the first forty", () => {
  const { scores, pValues } = fClassif(noisy, y);
  const information = mutualInfoClassif(noisy, y);
  expectClose(scores, golden.chosen.f);
  expectClose(pValues, golden.chosen.p, 6);
  expectClose(information, golden.chosen.information);
  for (const list of [scores, information]) expect(top(list, 40).every((j) => j < 71)).toBe(true);
});

test("the hump is scikit-learn's, fold by fold, and eighteen columns are the fewest within one standard error", () => {
  const curve = ms.map((m) => crossValidate(pipe(best(m), five()), noisy, y, { cv: folds }).folds);
  const scores = curve.map((each) => each.map(({ testScore }) => testScore!));
  for (const [i, wanted] of golden.chosen.curve.entries()) expectClose(scores[i]!, wanted);
  const means = scores.map(mean);
  const at = means.indexOf(Math.max(...means));
  expect(ms[at]).toBe(20);
  const squares = scores[at]!.map((score) => (score - means[at]!) ** 2);
  const error = Math.sqrt(squares.reduce((a, b) => a + b) / 4 / 5);
  expect(ms[means.findIndex((score) => score >= means[at]! - error)]).toBe(18);
  const outside = best(18).fit(noisy, y).transform(noisy);
  expect(ask(pipe(five()), outside, y)).toBeCloseTo(golden.chosen.outside, digits);
});

test("columns chosen from all rows name the toss of a coin, and those chosen inside the folds do not", () => {
  for (const [i, wanted] of golden.coins.entries()) {
    const coin = new RandomState(i + 1);
    const tossed = y.map(() => (coin.random() < 0.5 ? "heads" : "tails"));
    const kept = best(20).fit(noisy, tossed).transform(noisy);
    expect(ask(pipe(five()), kept, tossed)).toBeCloseTo(wanted.outside, digits);
    expect(ask(pipe(best(20), five()), noisy, tossed)).toBeCloseTo(wanted.inside, digits);
  }
  expect(mean(golden.coins.map(({ outside, inside }) => outside - inside))).toBeGreaterThan(0.1);
});

test("of a hundred columns of dice about five pass 0.05, the same in each throw as with SciPy", () => {
  const passed = range(1, 21).map((thrown) => {
    const { pValues } = fClassif(plant(X, thrown), y);
    return pValues.slice(71).filter((p) => p < 0.05).length;
  });
  expect(passed).toEqual(golden.chosen.passed);
  expect([passed[17], passed[7]]).toEqual([1, 11]);
  expect(Math.round(mean(passed))).toBeLessThanOrEqual(6);
});

test("elimination and the penalty keep the columns that scikit-learn keeps", () => {
  const elimination = new RFE({
    estimator: new LogisticRegression({ maxIter: 50 }),
    nFeaturesToSelect: 20,
    step: 0.1,
  });
  expect(elimination.fit(even, y).getSupport(true)).toEqual(golden.chosen.elimination.columns);
  for (const { C, measured, planted } of golden.lasso.filter(({ C }) => C < 1)) {
    const { coef } = new LogisticRegression({ penalty: "l1", C, tol: 0.01, maxIter: 200 }).fit(even, y);
    const alive = range(0, 171).filter((j) => range(0, coef.rows).some((c) => coef.row(c)[j] !== 0));
    expect([alive.filter((j) => j < 71).length, alive.filter((j) => j >= 71).length]).toEqual([
      measured,
      planted,
    ]);
  }
});

test("a forest minds the dice as little as scikit-learn's, whatever its seed", () => {
  for (const [name, table] of [
    ["measured", X],
    ["noisy", noisy],
  ] as const) {
    const wanted = golden.chosen.forest[name];
    const score = ask(new RandomForestClassifier({ nEstimators: 100, randomState: 7 }), table, y);
    expect(score).toBeGreaterThanOrEqual(Math.min(...wanted) - 1e-9);
    expect(score).toBeLessThanOrEqual(Math.max(...wanted) + 1e-9);
  }
});

test("copies share a weight, and no single one is missed", () => {
  const rows = range(0, instruments.y.length).filter(
    (i) => instruments.groups[i] === "Fluid" && ["flute", "clarinet"].includes(instruments.y[i]!),
  );
  const winds = rows.map((i) => instruments.y[i]!);
  const table = (names: string[]) => instruments.select(names).selectRows(rows);
  for (const [copies, wanted] of golden.copies.scaled.entries()) {
    const copied = table([...onCard, ...range(0, copies).map(() => "brightness")]);
    const logistic = new LogisticRegression({ maxIter: 500 });
    const model = pipe(logistic).fit(copied, winds);
    const weights = (model.namedSteps.step0 as LogisticRegression).coef.row(0).map(Math.abs);
    for (const [j, weight] of wanted.weights.entries()) expect(weights[j]).toBeCloseTo(weight, weightDigits);
    expect(model.score(copied, winds)).toBeCloseTo(wanted.score, digits);
    const falls = permutationImportance(model, copied, winds, { nRepeats: 20 }).importancesMean;
    for (const [j, fall] of wanted.falls.entries()) expect(falls[j]).toBeCloseTo(fall, digits);
  }
  const raw = new LogisticRegression({ maxIter: 500 }).fit(table(onCard), winds).coef.row(0).map(Math.abs);
  for (const [j, weight] of golden.copies.asMeasured.entries()) expect(raw[j]).toBeCloseTo(weight, 2);
  // Attack is the third column: in seconds, its weight is some thirty times as large.
  const inSeconds = Matrix.from(
    range(0, rows.length).map((i) => Array.from(table(onCard).row(i), (v, j) => (j === 2 ? v / 1000 : v))),
  );
  const { coef } = new LogisticRegression({ maxIter: 500 }).fit(inSeconds, winds);
  expect([raw[2], coef.row(0)[2]]).toEqual([expect.closeTo(0.003, 3), expect.closeTo(0.12, 2)]);
  const contrast = fClassif(table(["contrast5"]), winds).scores;
  expectClose(contrast, [golden.copies.contrast5]);
});

test("what was chosen on one collection is little use on another", () => {
  const other = softNotes("TimGM6mb");
  const unknown = plant(other.X, 8);
  const { measured, noisy: withDice, chosen } = golden.transfer;
  expect(pipe(five()).fit(X, y).score(other.X, other.y)).toBeCloseTo(measured, digits);
  expect(pipe(five()).fit(noisy, y).score(unknown, other.y)).toBeCloseTo(withDice, digits);
  expect(pipe(best(20), five()).fit(noisy, y).score(unknown, other.y)).toBeCloseTo(chosen, digits);
});

test("with drums no dice get in, with moods sixteen do, and the choice does not stay the same", () => {
  for (const id of ["mood", "drums"] as const) {
    const { X, y, groups } = openDataset(id);
    const table = plant(X);
    const chosen = top(fClassif(table, y).scores, X.cols);
    expect(chosen.filter((j) => j >= X.cols).length).toBe(golden[id].intruders);
    const sets = Array.from(new Set(groups), (left) => {
      const rows = range(0, y.length).filter((i) => groups[i] !== left);
      const selector = best(10).fit(
        table.selectRows(rows),
        rows.map((i) => y[i]!),
      );
      return selector.getSupport(true);
    });
    expect(sets[0]!.filter((j) => sets.every((set) => set.includes(j))).length).toBe(golden[id].inAll);
    const f = Math.max(...fClassif(X, y).scores);
    const between = new Set(y).size - 1;
    expect((f * between) / (f * between + y.length - between - 1)).toBeCloseTo(golden[id].explained, digits);
  }
});

test("choosing does not help with moods, and moods dealt out by lot pass too often", () => {
  const mood = openDataset("mood");
  const table = plant(mood.X);
  const scores = [1, 2, 5, 10, 20, 45, 80, 145].map((m) => {
    const logistic = new LogisticRegression({ classWeight: "balanced", maxIter: 200 });
    const cv = new LeaveOneGroupOut();
    const { pooled } = crossValidate(pipe(best(m), logistic), table, mood.y, { cv, groups: mood.groups });
    return metrics.balancedAccuracy(mood.y, pooled.predictions as string[]);
  });
  expectClose(scores, golden.mood.scores);
  const pieceOf = mood.column("piece") as string[];
  const pieces = [...new Set(pieceOf)];
  const moodOfPiece = pieces.map((piece) => mood.y[pieceOf.indexOf(piece)]!);
  const lots = range(1, 41).map((seed) => {
    const mixed = new RandomState(seed).permutation(pieces.length);
    const dealt = pieceOf.map((piece) => moodOfPiece[mixed[pieces.indexOf(piece)]!]!);
    return fClassif(mood.X, dealt).pValues.filter((p) => p < 0.05).length;
  });
  expect(lots).toEqual(golden.mood.lots);
});

test("coefficients of the exam depend on their company as in scikit-learn", () => {
  const exam = openDataset("exam");
  const marks = exam.column("score") as number[];
  const names = exam.featureNames;
  const line = (...chosen: string[]) => new LinearRegression().fit(exam.select(chosen), marks).coef;
  expectClose(
    names.map((name) => line(name)[0]!),
    golden.exam.alone,
  );
  expectClose(
    names.map((name) => line(...new Set([name, "intake"]))[0]!),
    golden.exam.beside,
  );
  expectClose(line(...names), golden.exam.all);
});
