import { expect, test } from "vitest";
import { cellIds } from "../../../../src/notebook/document/index.ts";

test("a cell's identity is its id, else its first name, else its number among the nameless", () => {
  expect(
    cellIds([
      { explicit: "fit", firstName: "model" },
      {},
      { firstName: "k" },
      { firstName: undefined },
      { explicit: "plot" },
      {},
    ]),
  ).toEqual(["fit", "n1", "k", "n2", "plot", "n3"]);
});

test("an id that is given twice is an error that names it", () => {
  expect(() => cellIds([{ explicit: "fit" }, { explicit: "fit" }])).toThrow(/"fit"/);
});

test("a first name that is taken gets a number, so that both cells can be shown and one be renamed", () => {
  expect(cellIds([{ firstName: "x" }, { firstName: "x" }, { firstName: "x" }])).toEqual(["x", "x-2", "x-3"]);
});

test("an explicit id comes before a first name, wherever it stands", () => {
  expect(cellIds([{ firstName: "x" }, { explicit: "x" }, { explicit: "n1" }, {}])).toEqual([
    "x-2",
    "x",
    "n1",
    "n1-2",
  ]);
});
