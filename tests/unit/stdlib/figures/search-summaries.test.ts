import { describe, expect, test } from "vitest";
import { bestSoFar } from "../../../../src/stdlib/figures/best-so-far.ts";
import { placeOnAxis } from "../../../../src/stdlib/figures/parallel-axes.ts";
import { combinationCount, searchAxes } from "../../../../src/stdlib/figures/search-axes.ts";
import {
  atEdges,
  scoreDomain,
  searchCells,
  shareOfScore,
} from "../../../../src/stdlib/figures/search-cells.ts";
import { bestRow, type SearchResult } from "../../../../src/stdlib/figures/search-rows.ts";

const row = (params: Record<string, unknown>, meanTestScore: number, more = {}): SearchResult => ({
  params,
  meanTestScore,
  testScores: [0, 0, 0],
  ...more,
});

describe("the axes of a search", () => {
  test("are those of its space, numbers in rising order, whatever has been tried", () => {
    const axes = searchAxes([], { C: [100, 1, 0.01], kernel: ["rbf", "linear"], tol: [0.1] });
    expect(axes).toEqual([
      { name: "C", values: [0.01, 1, 100], log: true },
      { name: "kernel", values: ["rbf", "linear"], log: false },
    ]);
    expect(combinationCount(axes)).toBe(6);
  });

  test("are logarithmic only where values go up by like factors", () => {
    const log = (values: number[]) => searchAxes([], { a: values, b: [1, 2] })[0]!.log;
    expect(log([1, 2, 5, 10, 20])).toBe(true);
    expect(log([1, 2, 3, 4, 5])).toBe(false);
    expect(log([1, 10, 11, 12])).toBe(false);
    expect(log([0, 1, 10, 100])).toBe(false);
  });

  test("of what is drawn go from its lowest to its highest value", () => {
    const axes = searchAxes([], { C: { logUniform: [0.01, 100] }, k: { integers: [1, 40] } });
    expect(axes).toEqual([
      { name: "C", range: [0.01, 100], log: true },
      { name: "k", range: [1, 40], log: false },
    ]);
    expect(combinationCount(axes)).toBeUndefined();
    expect(placeOnAxis(axes[0]!, 1)).toBeCloseTo(0.5, 12);
    expect(placeOnAxis(axes[1]!, 40)).toBe(1);
  });

  test("of several grids hold the values of all", () => {
    const grids = [
      { kernel: ["rbf"], gamma: [1, 2] },
      { kernel: ["linear"], gamma: [3] },
    ];
    expect(searchAxes([], grids).map(({ values }) => values)).toEqual([
      ["rbf", "linear"],
      [1, 2, 3],
    ]);
  });

  test("are made of what has been tried where the space is not known", () => {
    const rows = [row({ a: 3, b: "x" }, 0.5), row({ a: 1, b: "y" }, 0.5)];
    expect(searchAxes(rows, undefined).map(({ values }) => values)).toEqual([
      [1, 3],
      ["x", "y"],
    ]);
  });
});

describe("the cells of a search", () => {
  const axes = searchAxes([], { a: [1, 2], b: [10, 20] });
  const cells = (rows: SearchResult[]) =>
    searchCells(rows, axes[0]!, axes[1]!).map((cell) => cell?.meanTestScore);

  test("have the largest value of y on top, and are empty where nothing was tried", () => {
    expect(cells([row({ a: 1, b: 10 }, 0.1), row({ a: 2, b: 20 }, 0.4)])).toEqual([
      undefined,
      0.4,
      0.1,
      undefined,
    ]);
  });

  test("show the best over other parameters, and of rounds the last", () => {
    expect(cells([row({ a: 1, b: 20, c: 1 }, 0.1), row({ a: 1, b: 20, c: 2 }, 0.3)])[0]).toBe(0.3);
    const rounds = [0.9, 0.6].map((score, iteration) => row({ a: 1, b: 20 }, score, { iteration }));
    expect(cells(rounds)[0]).toBe(0.6);
  });
});

test("the best of a search is the first of the highest, in the last round", () => {
  const rows = [row({ a: 1 }, 0.5), row({ a: 2 }, 0.7), row({ a: 3 }, 0.7), row({ a: 4 }, Number.NaN)];
  expect(bestRow(rows)?.params).toEqual({ a: 2 });
  const rounds = [row({ a: 1 }, 0.9, { iteration: 0 }), row({ a: 2 }, 0.6, { iteration: 1 })];
  expect(bestRow(rounds)?.params).toEqual({ a: 2 });
  expect(bestRow([])).toBeUndefined();
});

test("the colours of scores end at tenths, so that a new score seldom changes them", () => {
  expect(scoreDomain([row({}, 0.42), row({}, 0.78)])).toEqual([0.4, 0.8]);
  expect(scoreDomain([row({}, 0.5)])).toEqual([0.5, 0.6]);
  expect(scoreDomain([row({}, -340), row({}, -12)])).toEqual([-400, 0]);
  expect(scoreDomain([])).toEqual([0, 1]);
});

test("a best value at the end of a list of numbers is an edge", () => {
  const axes = searchAxes([], { a: [1, 2, 3], b: ["x", "y", "z"], c: [1, 2] });
  expect(atEdges(row({ a: 3, b: "x", c: 1 }, 1), axes)).toEqual(["a"]);
  expect(atEdges(row({ a: 2, b: "z", c: 2 }, 1), axes)).toEqual([]);
});

describe("the best so far", () => {
  test("never falls in a search without rounds, and costs a fit a fold", () => {
    const points = bestSoFar([row({}, 0.5), row({}, 0.3), row({}, 0.6)], "fits");
    expect(points.map(({ cost, score }) => [cost, score])).toEqual([
      [3, 0.5],
      [6, 0.5],
      [9, 0.6],
    ]);
  });

  test("begins anew with each round, and counts a part of the rows as that part", () => {
    const rounds = [
      row({}, 0.9, { iteration: 0, nResources: 10 }),
      row({}, 0.8, { iteration: 0, nResources: 10 }),
      row({}, 0.7, { iteration: 1, nResources: 30 }),
    ];
    expect(bestSoFar(rounds, "rows").map(({ cost, score }) => [cost, score])).toEqual([
      [1, 0.9],
      [2, 0.9],
      [5, 0.7],
    ]);
  });
});

test("a score beyond the domain has the colour of its end, and none that is no number", () => {
  const shares = [0.2, 0.5, 0.75, 1].map((score) => shareOfScore(score, [0.5, 0.75]));
  expect(shares).toEqual([0, 0, 1, 1]);
  expect(shareOfScore(Number.NaN, [0.5, 0.75])).toBeNaN();
});
