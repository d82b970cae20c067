import { expect, test } from "vitest";
import { confusionMatrix } from "../../../../src/learn/metrics/index.ts";
import { cellWords, itemsOf } from "../../../../src/stdlib/figures/confusion-cells.ts";

const yTrue = ["kick", "kick", "tom", "clap", "clap", "tom"];
const yPred = ["kick", "tom", "tom", "clap", null, "clap"];

test("the items of a cell are those that the matrix has counted in it", () => {
  const held = yTrue.map((_, i) => i).filter((i) => yPred[i] !== null);
  const { labels, matrix } = confusionMatrix(
    held.map((i) => yTrue[i]!),
    held.map((i) => yPred[i]!),
  );
  const counts = labels.map((truth) =>
    labels.map((predicted) => itemsOf({ yTrue, yPred }, truth, predicted).length),
  );
  expect(counts).toEqual(matrix);
  expect(itemsOf({ yTrue, yPred }, "kick", "tom")).toEqual([1]);
});

test("a class that is a number is found by its number or its name", () => {
  expect(itemsOf({ yTrue: [0, 1, 1], yPred: [1, 1, 0] }, "1", 1)).toEqual([1]);
});

test("an item without a prediction is in no cell, not even in that of a class called null", () => {
  expect(itemsOf({ yTrue: ["null", "null"], yPred: [null, "null"] }, "null", "null")).toEqual([1]);
});

test("without items a cell has none", () => {
  expect(itemsOf(undefined, "kick", "tom")).toEqual([]);
});

test("a cell says what was taken for what", () => {
  expect(cellWords({ truth: "kick", predicted: "tom", count: 3, items: [] })).toBe("3 × kick taken for tom");
  expect(cellWords({ truth: "kick", predicted: "kick", count: 3, items: [] })).toBe("3 × kick found");
});
