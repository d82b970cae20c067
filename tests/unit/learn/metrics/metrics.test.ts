import { expect, test } from "vitest";
import { accuracy, confusionMatrix, metrics } from "../../../../src/learn/index.ts";

const yTrue = ["a", "a", "b", "c"];
const yPred = ["a", "b", "b", "d"];

test("accuracy is the share of right predictions", () => {
  expect(accuracy(yTrue, yPred)).toBe(0.5);
  expect(metrics.accuracy).toBe(accuracy);
});

test("a confusion matrix has a row for each true class and a column for each predicted one", () => {
  expect(confusionMatrix(yTrue, yPred)).toEqual({
    labels: ["a", "b", "c", "d"],
    matrix: [
      [1, 1, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 0, 1],
      [0, 0, 0, 0],
    ],
  });
});

test("labels choose the classes and their order", () => {
  expect(confusionMatrix(yTrue, yPred, { labels: ["b", "a"] }).matrix).toEqual([
    [1, 0],
    [1, 1],
  ]);
});

test("lengths that differ, nothing at all and a label named twice are refused", () => {
  expect(() => accuracy(yTrue, ["a"])).toThrow("yTrue has 4 and yPred has 1");
  expect(() => accuracy([], [])).toThrow("at least one row, but yTrue is empty");
  expect(() => confusionMatrix(yTrue, yPred, { labels: ["a", "a"] })).toThrow('"a" is there twice');
});
