import { expect, test, vi } from "vitest";
import {
  biasVariance,
  bootstrap,
  bootstrapScore,
  crossValPredict,
  DecisionTreeClassifier,
  fromJSON,
  GridSearch,
  GroupKFold,
  HalvingSearch,
  KFold,
  KNeighborsClassifier,
  LeaveOneGroupOut,
  type Matrix,
  nestedCrossValidate,
  type Predictor,
  RandomizedSearch,
  RandomState,
  StratifiedGroupKFold,
  StratifiedShuffleSplit,
  trainTestSplit,
} from "../../../../src/learn/index.ts";

const random = new RandomState(4);
const X = Array.from({ length: 72 }, () => [random.normal(), random.normal()]);
const y = X.map(([a, b]) => (a! + b! + random.normal() > 0 ? "up" : "down"));
const groups = X.map((_, i) => `kit ${i % 6}`);
const estimator = new KNeighborsClassifier();
const paramGrid = { nNeighbors: [1, 3, 9] };

test("a search in steps tells what it knows, and ends as the search in one go", () => {
  const whole = new GridSearch({ estimator, paramGrid }).fit(X, y);
  const search = new GridSearch({ estimator, paramGrid });
  const counts: number[] = [];
  for (const { partial } of search.fitSteps(X, y)) counts.push(partial.cvResults.length);
  expect(counts).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3]);
  expect(search.toJSON()).toEqual(whole.toJSON());
  const copy = fromJSON(JSON.parse(JSON.stringify(whole))) as GridSearch;
  expect(copy.predict(X)).toEqual(whole.bestEstimator.predict(X));
});

test("with a budget of seconds no candidate is begun when they are over, and one is always tried", () => {
  let seconds = 0;
  // Each look at the clock takes half a second; a fold has two, and the search looks at its start and after candidates.
  const clock = vi.spyOn(performance, "now").mockImplementation(() => 500 * seconds++);
  const fitted = (maxSeconds: number | null) => {
    seconds = 0;
    const options = { groups, maxSeconds };
    return new GridSearch({ estimator, paramGrid, cv: 2 }).fit(X, y, options).cvResults;
  };
  const whole = fitted(null);
  expect(seconds).toBe(0);
  expect(whole[0]).not.toHaveProperty("seconds");
  for (const [maxSeconds, tried] of [
    [0.1, 1],
    [2.4, 1],
    [3, 2],
    [60, 3],
  ] as const) {
    const rows = fitted(maxSeconds);
    expect(rows.map(({ testScores }) => testScores)).toEqual(
      whole.slice(0, tried).map(({ testScores }) => testScores),
    );
    expect(rows.map((row) => row.seconds)).toEqual(rows.map(() => 1));
  }
  clock.mockRestore();
  expect(() => fitted(0)).toThrow("maxSeconds must be a number above 0, or null, but it is 0");
  const halving = new HalvingSearch({ estimator, paramGrid });
  expect(() => halving.fit(X, y, { maxSeconds: 5 })).toThrow("HalvingSearch takes no maxSeconds");
});

test("a search that fails stays as it was, and says with which candidate", () => {
  const search = new GridSearch({ estimator, paramGrid }).fit(X, y);
  const before = JSON.stringify(search);
  search.setParams({ paramGrid: { nNeighbors: [3, 500] } });
  expect(() => search.fit(X, y)).toThrow("With {nNeighbors: 500}: ");
  expect(JSON.stringify(search.setParams({ paramGrid }))).toBe(before);
});

test("an outer fold's search sees its training rows and their groups alone", () => {
  const search = new GridSearch({ estimator, paramGrid, cv: new LeaveOneGroupOut() });
  const cv = new GroupKFold({ nSplits: 3 });
  const { folds } = nestedCrossValidate(search, X, y, { cv, groups });
  for (const { train, test: held, bestParams, bestScore, predictions } of folds) {
    const of = <T>(items: T[], rows: Int32Array) => Array.from(rows, (row) => items[row]!);
    const alone = search.clone().fit(of(X, train), of(y, train), { groups: of(groups, train) });
    expect([bestParams, bestScore]).toEqual([alone.bestParams, alone.bestScore]);
    expect(predictions).toEqual(alone.predict(of(X, held)));
  }
});

test.each<[string, () => unknown, string]>([
  [
    "no estimator",
    () => new GridSearch({ paramGrid } as never),
    "GridSearch needs an estimator and a paramGrid",
  ],
  [
    "a single value",
    () => new GridSearch({ estimator, paramGrid: { nNeighbors: 3 } as never }),
    "object of lists",
  ],
  [
    "an upside-down range",
    () => new RandomizedSearch({ estimator, paramDistributions: { nNeighbors: { integers: [9, 1] } } }),
    "lists (not empty) and distributions",
  ],
  [
    "groups that are missing",
    () => new GridSearch({ estimator, paramGrid, cv: new GroupKFold() }).fit(X, y),
    "needs groups",
  ],
  [
    "too few rows",
    () => new HalvingSearch({ estimator, paramGrid }).fit(X.slice(0, 12), y.slice(0, 12)),
    "the first round needs 20 rows",
  ],
  [
    "more folds than rows",
    () => new KFold({ nSplits: 9 }).split(X.slice(0, 8)),
    "number of rows, which is 8",
  ],
  [
    "more folds than groups",
    () => new StratifiedGroupKFold({ nSplits: 7 }).split(X, y, groups),
    "number of groups, which is 6",
  ],
  [
    "a class of one row",
    () => new StratifiedShuffleSplit().split(X, ["odd", ...y.slice(1)]),
    'but "odd" has one',
  ],
  [
    "a test set of all rows",
    () => trainTestSplit(X, y, { testSize: 72 }),
    "testSize must be below the number of rows",
  ],
  [
    "both stratify and groups",
    () => trainTestSplit(X, y, { stratify: y, groups }),
    "give stratify or groups",
  ],
  [
    "rows held out twice",
    () => crossValPredict(estimator, X, y, { cv: new StratifiedShuffleSplit() }),
    "hold out each row once",
  ],
  ["more draws than can be made", () => bootstrapScore(estimator, X, y, { nDraws: 1e9 }), "from 1 to 100000"],
  ["noise on classes", () => biasVariance(estimator, X, y, { noise: 1 }), "noise is added to numbers"],
])("refuses %s", (_, make, message) => {
  expect(make).toThrow(message);
});

test("whole groups go to one side", () => {
  const { train, test: held } = trainTestSplit(X, y, { groups, randomState: 3 });
  const of = (rows: Int32Array) => new Set(Array.from(rows, (row) => groups[row]));
  expect([...of(train)].filter((group) => of(held).has(group))).toEqual([]);
  expect(train.length + held.length).toBe(72);
});

/** A linear smoother by hand: predicts the mean of what it learned, so that its hat matrix is 1/n throughout. */
function meanOf(): Predictor {
  let mean = 0;
  return {
    fit: (_, target) => {
      mean = Array.from(target as number[]).reduce((a, b) => a + b) / target.length;
    },
    predict: (rows) => Array.from({ length: (rows as Matrix).rows }, () => mean),
  };
}

test("bias and variance of a mean are what algebra says: the truth's variance, and σ²/n", () => {
  const truth = X.map(([a]) => 3 * a!);
  const result = biasVariance(meanOf(), X, truth, { noise: 2, loss: "squared", nDraws: 2000 });
  const mean = truth.reduce((a, b) => a + b) / 72;
  const spread = truth.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 72;
  // 2000 draws: the mean within σ/√(n·2000), the variance within about 10 %.
  expect(Math.abs(result.bias2 / spread - 1)).toBeLessThan(0.01);
  expect(Math.abs(result.variance / (4 / 72) - 1)).toBeLessThan(0.1);
  expect(result.noise).toBe(4);
  expect(result.expectedLoss).toBeCloseTo(result.bias2 + result.variance + 4, 10);
});

test("a deeper tree strays more, for classes as well", () => {
  const variance = (maxDepth: number) =>
    biasVariance(new DecisionTreeClassifier({ maxDepth }), X, y, { nDraws: 30 }).variance;
  expect(variance(8)).toBeGreaterThan(variance(1));
});

test("the bootstrap's standard error of a mean is near σ/√n, wider by groups that differ", () => {
  const values = X.map(([a], i) => a! + 5 * (i % 6));
  const mean = (items: number[]) => items.reduce((a, b) => a + b) / items.length;
  const byRow = bootstrap(mean, [values]);
  const sigma = Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));
  expect(byRow.value).toBe(mean(values));
  // 1000 draws know a standard error to about 2 %.
  expect(Math.abs(byRow.standardError / (sigma / Math.sqrt(72)) - 1)).toBeLessThan(0.08);
  expect(bootstrap(mean, [values], { groups }).standardError).toBeGreaterThan(2 * byRow.standardError);
  expect(byRow.low).toBeLessThan(byRow.value);
  expect(byRow.high).toBeGreaterThan(byRow.value);
});

test("out-of-bag scores come from rows that were not drawn", () => {
  const memory = new KNeighborsClassifier({ nNeighbors: 1 });
  const shuffled = new RandomState(1).permutation(y);
  // It knows by heart what it was shown: only unseen rows make it guess.
  expect(bootstrapScore(memory, X, shuffled, { nDraws: 30 }).value).toBeLessThan(0.65);
});
