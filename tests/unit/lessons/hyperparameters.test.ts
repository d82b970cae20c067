import { expect, test } from "vitest";
import { openDataset } from "../../../scripts/datasets/open.ts";
import {
  GridSearch,
  GroupKFold,
  HalvingSearch,
  nestedCrossValidate,
  Pipeline,
  StandardScaler,
  SVC,
} from "../../../src/learn/index.ts";
import type { NestedFold } from "../../../src/learn/selection/nested-cross-validate.ts";
import golden from "../../golden/lessons/hyperparameters/figures.json" with { type: "json" };

/** Shares of right answers, and means of five of them. */
const digits = 12;

const { X, y, groups } = openDataset("drums");
const costs = [0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000];
const nears = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1];
const machine = (C = 1, gamma = 1) =>
  new Pipeline([
    ["scale", new StandardScaler()],
    ["svc", new SVC({ C, gamma })],
  ]);
const setting = { estimator: machine(), cv: new GroupKFold({ nSplits: 5 }), refit: false };
const space = (svc__C: number[], svc__gamma: number[]) => ({ svc__C, svc__gamma });

type Cell = { C: number; gamma: number; testScores: number[] };

function expectCells(found: GridSearch, wanted: readonly Cell[]): void {
  expect(found.cvResults.length).toBe(wanted.length);
  for (const [i, { params, testScores }] of found.cvResults.entries()) {
    const { C, gamma, testScores: scores } = wanted[i]!;
    expect(params).toEqual({ svc__C: C, svc__gamma: gamma });
    for (const [part, score] of testScores.entries()) expect(score).toBeCloseTo(scores[part]!, digits);
  }
}

test("cells of the map have scikit-learn's score on each of the five parts", () => {
  // All 81 are compared in the browser; here those that the text speaks of, and the corners.
  const some = [0.0001, 0.03];
  const search = new GridSearch({ ...setting, paramGrid: space(costs, some) }).fit(X, y, { groups });
  expectCells(
    search,
    golden.cells.filter(({ gamma }) => some.includes(gamma)),
  );
  expect(search.bestParams).toEqual({ svc__C: 3, svc__gamma: 0.03 });
});

test("sixteen settings in equal steps are scikit-learn's, and all miss what there is to find", () => {
  const paramGrid = space([250, 500, 750, 1000], [0.25, 0.5, 0.75, 1]);
  const search = new GridSearch({ ...setting, paramGrid }).fit(X, y, { groups });
  expectCells(search, golden.equalSteps);
  expect(search.bestScore).toBeLessThan(0.7);
});

test("halving plays scikit-learn's rounds, and drops the best cell in the first", () => {
  const search = new HalvingSearch({
    ...setting,
    paramGrid: space(costs, nears),
    minResources: 50,
    randomState: 3,
  });
  const rows = search.fit(X, y, { groups }).cvResults;
  expect(rows.length).toBe(golden.halving.length);
  for (const [i, { params, iteration, nResources, meanTestScore }] of rows.entries()) {
    const { C, gamma, round, rows: strokes, score } = golden.halving[i]!;
    expect([params.svc__C, params.svc__gamma, iteration, nResources]).toEqual([C, gamma, round, strokes]);
    expect(meanTestScore).toBeCloseTo(score, digits);
  }
  const winner = rows.filter(({ params }) => params.svc__C === 3 && params.svc__gamma === 0.03);
  expect(winner.map(({ iteration }) => iteration)).toEqual([0]);
});

test("of sixteen draws halving finds the best cell in eight, and hardly ever lets the shipped one play on", () => {
  const places = golden.draws.map(({ place }) => place);
  expect(places.filter((place) => place === 1).length).toBe(8);
  expect(Math.max(...places)).toBe(9);
  expect(golden.draws.filter(({ shippedInLastRound }) => shippedInLastRound).length).toBe(1);
});

test("five nested searches choose scikit-learn's settings, and keep less than they promise", () => {
  const paramGrid = space([1, 3, 10, 30, 100], [0.001, 0.003, 0.01, 0.03, 0.1]);
  const search = new GridSearch({ ...setting, paramGrid, cv: new GroupKFold({ nSplits: 3 }) });
  const folds: NestedFold[] = nestedCrossValidate(search, X, y, { groups, cv: setting.cv }).folds;
  for (const [i, { bestParams, bestScore, testScore }] of folds.entries()) {
    const { C, gamma, promised, kept } = golden.nested[i]!;
    expect(bestParams).toEqual({ svc__C: C, svc__gamma: gamma });
    expect(bestScore).toBeCloseTo(promised, digits);
    expect(testScore).toBeCloseTo(kept, digits);
  }
  const mean = (values: number[]) => values.reduce((a, b) => a + b) / values.length;
  expect(mean(folds.map(({ bestScore }) => bestScore)).toFixed(2)).toBe("0.83");
  expect(mean(folds.map(({ testScore }) => testScore)).toFixed(2)).toBe("0.81");
});

test("the envelope holds scikit-learn's scores", () => {
  const fresh = openDataset("drum-test");
  for (const { C, gamma, score } of golden.envelope)
    expect(machine(C, gamma).fit(X, y).score(fresh.X, fresh.y)).toBeCloseTo(score, digits);
});
