import { expect, test } from "vitest";
import {
  catalogueCoverage,
  fromJSON,
  ItemNeighbors,
  listDiversity,
  recommendationGini,
  UserNeighbors,
} from "../../../../src/learn/index.ts";

const ratings: [string, string, number][] = [
  ["Ann", "Blue", 5],
  ["Ann", "Hurt", 1],
  ["Bob", "Blue", 4],
  ["Bob", "Hurt", 2],
  ["Bob", "Numb", 5],
  ["Cid", "Blue", 1],
  ["Cid", "Hurt", 5],
  ["Cid", "Numb", 1],
];

test("an explanation adds up to the prediction, and those of other taste are not asked", () => {
  const model = new UserNeighbors({ similarity: "pearson" }).fit(ratings);
  const told = model.explain("Ann", "Numb");
  expect(told.neighbors.map(({ neighbor, similarity, rating }) => [neighbor, similarity, rating])).toEqual([
    ["Bob", 1, 5],
  ]);
  // Ann's mean 3, and Bob's 5 against his mean 11 / 3.
  expect(told.prediction).toBeCloseTo(3 + 5 - 11 / 3, 12);
  expect(model.predict([["Ann", "Numb"]])).toEqual([told.prediction]);
  expect(model.recommend("Ann")).toEqual([{ item: "Numb", score: told.prediction }]);
  expect(model.neighborsOf("Ann")).toEqual([{ neighbor: "Bob", similarity: 1 }]);
});

test("users and items are the same thing seen from two sides", () => {
  const turned = ratings.map(([user, item, rating]): [string, string, number] => [item, user, rating]);
  const params = { k: 2, similarity: "cosine", centered: false } as const;
  const byUser = new UserNeighbors(params).fit(ratings);
  const byItem = new ItemNeighbors(params).fit(turned);
  expect(byUser.predict([["Ann", "Numb"]])).toEqual(byItem.predict([["Numb", "Ann"]]));
});

test("where nobody can be asked, the mean is predicted", () => {
  const model = new UserNeighbors({ minSupport: 9 }).fit(ratings);
  expect(
    model.predict([
      ["Ann", "Numb"],
      ["Dan", "Numb"],
      ["Ann", "Jolene"],
    ]),
  ).toEqual([3, 3, 3]);
  expect(model.explain("Ann", "Numb")).toEqual({ prediction: 3, baseline: 3, neighbors: [] });
  expect(() => model.explain("Ann", "Jolene")).toThrow(
    'item must be one that was rated in fit, but it is "Jolene"',
  );
});

test("changed parameters count, and JSON keeps the model", () => {
  const model = new ItemNeighbors({ k: 1 }).fit(ratings);
  const before = model.recommend("Ann");
  const copy = fromJSON(JSON.parse(JSON.stringify(model))) as unknown as ItemNeighbors;
  expect(copy.recommend("Ann")).toEqual(before);
  expect(model.setParams({ centered: false, similarity: "pearson" }).recommend("Ann")).not.toEqual(before);
});

test("coverage, inequality and diversity of lists, by hand", () => {
  const catalogue = ["a", "b", "c", "d"];
  expect(catalogueCoverage([["a", "b"], ["a"]], catalogue)).toBe(0.5);
  expect(
    recommendationGini(
      [
        ["a", "b"],
        ["c", "d"],
      ],
      catalogue,
    ),
  ).toBe(0);
  expect(recommendationGini([["a"], ["a"]], catalogue)).toBe(0.75);
  expect(listDiversity([1, 2, 4], (a, b) => 1 / Math.abs(a - b))).toBeCloseTo((0 + 1 / 2 + 2 / 3) / 3, 14);
  expect(listDiversity(["a"], () => 1)).toBe(0);
  expect(() => catalogueCoverage([["e"]], catalogue)).toThrow('lists recommend "e"');
  expect(() => recommendationGini([[]], catalogue)).toThrow("at least one item");
  expect(() => listDiversity([1, 2], () => Number.NaN)).toThrow("for 1 and 2 it is NaN");
});
