import fc from "fast-check";
import { expect, test } from "vitest";
import { Matrix, metrics } from "../../../../src/learn/index.ts";

const { averagePrecision, brier, logLoss, precisionRecallCurve, rocAuc, rocCurve } = metrics;

const rows = fc.array(
  fc.record({
    y: fc.constantFrom(0, 1),
    score: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -10, max: 10, noNaN: true })),
    weight: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 2, maxLength: 40 },
);

test("the area under the curve is the part of pairs in the right order, ties counting half", () => {
  fc.assert(
    fc.property(rows, (items) => {
      const [sought, others] = [items.filter(({ y }) => y === 1), items.filter(({ y }) => y === 0)];
      fc.pre(sought.length > 0 && others.length > 0);
      let won = 0;
      let all = 0;
      for (const a of sought) {
        for (const b of others) {
          all += a.weight * b.weight;
          won += a.weight * b.weight * (a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0);
        }
      }
      const y = items.map((item) => item.y);
      const scores = items.map(({ score }) => score);
      const sampleWeight = items.map(({ weight }) => weight);
      expect(rocAuc(y, scores, { sampleWeight })).toBeCloseTo(won / all, 12);
      const negated = scores.map((score) => -score);
      expect(rocAuc(y, negated, { sampleWeight })).toBeCloseTo(1 - won / all, 12);
    }),
    { seed: 3 },
  );
});

test("a weight of 2 is the row twice", () => {
  fc.assert(
    fc.property(rows, (items) => {
      fc.pre(new Set(items.map(({ y }) => y)).size === 2);
      const twice = items.flatMap((item) => Array.from({ length: item.weight }, () => item));
      const columns = (list: typeof items) =>
        [list.map(({ y }) => y), list.map(({ score }) => score)] as const;
      const sampleWeight = items.map(({ weight }) => weight);
      expect(rocCurve(...columns(items), { sampleWeight })).toEqual(rocCurve(...columns(twice)));
      expect(precisionRecallCurve(...columns(items), { sampleWeight })).toEqual(
        precisionRecallCurve(...columns(twice)),
      );
    }),
    { seed: 4 },
  );
});

test("a curve begins above the highest score with nothing found, and ends with all", () => {
  const curve = rocCurve(["a", "b", "a", "b"], [0.1, 0.4, 0.35, 0.8], { posLabel: "b" });
  expect(Array.from(curve.thresholds)).toEqual([1.8, 0.8, 0.4, 0.1]);
  expect(Array.from(curve.fpr)).toEqual([0, 0, 0, 1]);
  expect(Array.from(curve.tpr)).toEqual([0, 0.5, 1, 1]);
});

test("the two columns of predictProba do for two classes, as does a table of one", () => {
  const y = ["a", "b", "a", "b"];
  const table = Matrix.from([
    [0.9, 0.1],
    [0.3, 0.7],
    [0.2, 0.8],
    [0.4, 0.6],
  ]);
  expect(rocAuc(y, table)).toBe(0.5);
  expect(rocAuc(y, table.selectCols([1]))).toBe(0.5);
});

test("of many classes each column belongs to a class, in sorted order", () => {
  const y = ["c", "a", "b", "a"];
  const sure = y.map((label) => ["a", "b", "c"].map((other) => Number(other === label)));
  for (const multiClass of ["ovr", "ovo"] as const) expect(rocAuc(y, sure, { multiClass })).toBe(1);
  expect(rocAuc(y, sure, { multiClass: "ovr", average: null })).toEqual([1, 1, 1]);
  expect(logLoss(y, sure)).toBeCloseTo(0, 14);
});

test("the figures of a textbook are found", () => {
  // scikit-learn's user guide has these.
  expect(averagePrecision([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])).toBeCloseTo(5 / 6, 14);
  expect(brier([0, 1, 1, 0], [0.1, 0.9, 0.8, 0.3])).toBeCloseTo(0.0375, 14);
  expect(
    logLoss(
      ["a", "b"],
      [
        [0.5, 0.5],
        [0.25, 0.75],
      ],
    ),
  ).toBeCloseTo((Math.log(2) + Math.log(4 / 3)) / 2, 14);
});

test("probabilities of 0 for what came true cost much, but not infinitely much", () => {
  expect(logLoss([0, 1], [1, 0])).toBeCloseTo(-Math.log(Number.EPSILON), 10);
});

test.each([
  ["one class only", () => rocAuc(["a", "a"], [1, 2]), 'yTrue has only "a"'],
  ["one class in a curve", () => rocCurve([0, 0], [1, 2]), "no row of the class sought"],
  ["NaN among the scores", () => rocAuc([0, 1], [1, Number.NaN]), "item 1 is NaN"],
  ["lengths that differ", () => rocAuc([0, 1], [1]), "yTrue has 2 and yScore has 1"],
  ["a class sought that is not told", () => rocCurve(["a", "b"], [1, 2]), "give posLabel"],
  ["a class sought that is not there", () => rocCurve(["a", "b"], [1, 2], { posLabel: "c" }), 'it is "c"'],
  [
    "scores without columns for three classes",
    () => rocAuc([0, 1, 2], [1, 2, 3]),
    "a column of probabilities",
  ],
  [
    "three classes without a way to compare",
    () =>
      rocAuc(
        [0, 1, 2],
        [
          [1, 0, 0],
          [0, 1, 0],
          [0, 0, 1],
        ],
      ),
    '"ovr"',
  ],
  [
    "rows that do not add up",
    () =>
      rocAuc(
        [0, 1, 2],
        [
          [1, 1, 0],
          [0, 1, 0],
          [0, 0, 1],
        ],
        { multiClass: "ovr" },
      ),
    "row 0 add up to 2",
  ],
  [
    "a probability above 1",
    () =>
      logLoss(
        [0, 1],
        [
          [0.5, 0.5],
          [1.5, -0.5],
        ],
      ),
    "row 1, column 0 is 1.5",
  ],
  ["a probability below 0", () => brier([0, 1], [-0.1, 0.5]), "item 0 is -0.1"],
  ["a loss with one class", () => logLoss(["a"], [[1, 0]]), "at least two classes"],
  [
    "a label without a column",
    () =>
      logLoss(
        ["a", "z"],
        [
          [1, 0],
          [0, 1],
        ],
        { labels: ["a", "b"] },
      ),
    'is "z", which is not in labels',
  ],
  [
    "labels out of order",
    () =>
      logLoss(
        ["a", "b"],
        [
          [1, 0],
          [0, 1],
        ],
        { labels: ["b", "a"] },
      ),
    "be sorted",
  ],
  ["an unknown option", () => rocAuc([0, 1], [1, 2], { maxFPR: 1 } as object), "did you mean maxFpr"],
  ["a weight below 0", () => rocAuc([0, 1], [1, 2], { sampleWeight: [1, -1] }), "item 1 is -1"],
  [
    "too few weights",
    () => brier([0, 1], [1, 0], { sampleWeight: [1] }),
    "yTrue has 2 and sampleWeight has 1",
  ],
])("%s is refused", (_, call, message) => {
  expect(call).toThrow(message);
});
