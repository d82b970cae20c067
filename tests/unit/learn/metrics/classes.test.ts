import fc from "fast-check";
import { expect, test } from "vitest";
import { metrics } from "../../../../src/learn/index.ts";

const { accuracy, balancedAccuracy, cohenKappa, confusionMatrix, f1, groupedInterval } = metrics;
const { matthewsCorrcoef, precision, recall } = metrics;
const { precisionRecallFscoreSupport: all } = metrics;

const pairs = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("a", "b", "c")), {
  minLength: 1,
  maxLength: 30,
});
const always = (property: (yTrue: string[], yPred: string[]) => void) =>
  fc.assert(
    fc.property(pairs, (items) =>
      property(
        items.map(([a]) => a),
        items.map(([, b]) => b),
      ),
    ),
    { seed: 11 },
  );

test("counted together, precision, recall and F1 are the accuracy", () => {
  always((yTrue, yPred) => {
    const figures = all(yTrue, yPred, { average: "micro" });
    for (const figure of [figures.precision, figures.recall, figures.fscore]) {
      expect(figure).toBeCloseTo(accuracy(yTrue, yPred), 12);
    }
  });
});

test("recall weighted by how often classes occur is the accuracy, and its plain mean over them the balanced one", () => {
  always((yTrue, yPred) => {
    expect(recall(yTrue, yPred, { average: "weighted" })).toBeCloseTo(accuracy(yTrue, yPred), 12);
    const labels = [...new Set(yTrue)];
    expect(recall(yTrue, yPred, { average: "macro", labels })).toBeCloseTo(
      balancedAccuracy(yTrue, yPred),
      12,
    );
  });
});

test("exchanging truth and prediction exchanges precision and recall", () => {
  always((yTrue, yPred) => {
    expect(precision(yTrue, yPred, { average: null })).toEqual(recall(yPred, yTrue, { average: null }));
    expect(f1(yTrue, yPred, { average: null })).toEqual(f1(yPred, yTrue, { average: null }));
    expect(matthewsCorrcoef(yTrue, yPred)).toBeCloseTo(matthewsCorrcoef(yPred, yTrue), 12);
  });
});

test("of two classes the figures are those of the class sought", () => {
  const yTrue = ["kick", "tom", "tom", "tom"];
  const yPred = ["tom", "tom", "tom", "kick"];
  expect(precision(yTrue, yPred, { posLabel: "tom" })).toBe(2 / 3);
  expect(recall(yTrue, yPred, { posLabel: "kick" })).toBe(0);
  expect(all(yTrue, yPred)).toEqual({
    labels: ["kick", "tom"],
    precision: [0, 2 / 3],
    recall: [0, 2 / 3],
    fscore: [0, 2 / 3],
    support: [1, 3],
  });
});

test("a class never predicted has the precision that zeroDivision says", () => {
  const only = { average: null, labels: ["b"] } as const;
  expect(precision(["a", "b"], ["a", "a"], only)).toEqual([0]);
  expect(precision(["a", "b"], ["a", "a"], { ...only, zeroDivision: 1 })).toEqual([1]);
});

test("stretched, the balanced accuracy of always the same class is 0", () => {
  expect(balancedAccuracy([1, 2, 3, 3], [3, 3, 3, 3], { adjusted: true })).toBeCloseTo(0, 15);
});

test("weights count rows as often as they say", () => {
  expect(accuracy(["a", "b"], ["a", "a"], { sampleWeight: [3, 1] })).toBe(0.75);
});

test.each([
  [
    "more than two classes without a way to average",
    () => f1([0, 1, 2], [0, 1, 2]),
    'choose average "macro"',
  ],
  [
    "a class sought that is not there",
    () => f1(["a", "b"], ["a", "b"]),
    'it must be "a" or "b", but it is 1',
  ],
  ["text against numbers", () => accuracy(["1"], [1] as never), "only text or only numbers"],
  ["NaN as a label", () => accuracy([1, Number.NaN], [1, 1]), "item 1 is NaN"],
  ["no array", () => accuracy("kick" as never, ["kick"]), 'yTrue must be an array, but it is "kick"'],
  ["agreement about one label", () => cohenKappa([1, 1], [1, 1]), "by chance is certain"],
  [
    "labels that are no list",
    () => confusionMatrix([1], [1], { labels: "kick" as never }),
    'confusionMatrix: labels must be an array of labels, but it is "kick"',
  ],
  [
    "a label that is named twice",
    () => f1([0, 1], [0, 1], { average: "macro", labels: [1, 0, 1] }),
    "f1: labels must name each class once, but 1 is there twice",
  ],
  [
    "a matrix of nothing",
    () => confusionMatrix(null as never, [1]),
    "yTrue must be an array, but it is null",
  ],
  [
    "an interval of nothing",
    () => groupedInterval([1], null as never),
    "groupedInterval: yPred must be an array",
  ],
  ["a wrong average", () => all([1], [1], { average: "mean" as never }), 'but it is "mean"'],
])("%s is refused", (_, call, message) => {
  expect(call).toThrow(message);
});
