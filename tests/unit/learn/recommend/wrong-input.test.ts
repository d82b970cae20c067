import { expect, test } from "vitest";
import {
  catalogueCoverage,
  ItemNeighbors,
  listDiversity,
  MatrixFactorization,
  recommendationGini,
  UserNeighbors,
} from "../../../../src/learn/index.ts";

const ratings: [string, string, number][] = [
  ["Ann", "Blue", 5],
  ["Ann", "Hurt", 1],
  ["Bob", "Blue", 4],
  ["Bob", "Hurt", 2],
  ["Bob", "Numb", 5],
];

test.each<[() => unknown, string]>([
  [() => new UserNeighbors().fit(ratings).predict(null as never), "pairs must be an array of [user, item]"],
  [
    () => new UserNeighbors().fit({ length: 1e12 } as never),
    "ratings must be an array of [user, item, rating]",
  ],
  [() => new MatrixFactorization({ nFactors: 1e9 }).fit(ratings), "choose a smaller nFactors"],
  [() => catalogueCoverage(null as never, ["a"]), "lists must be an array of lists of items"],
  [() => catalogueCoverage([null] as never, ["a"]), "lists[0] must be an array of items, but it is null"],
  [() => recommendationGini([["a"]], "abc" as never), "catalogue must be an array of all items"],
  [() => listDiversity(null as never, () => 1), "list must be an array of items"],
])("what cannot be recommended from is refused in words: %#", (attempt, message) => {
  expect(attempt).toThrow(message);
});

test("likeness does not depend on how large ratings are", () => {
  const like = (scale: number) =>
    new ItemNeighbors()
      .fit(ratings.map(([user, item, rating]) => [user, item, rating * scale] as const))
      .neighborsOf("Blue");
  expect(like(1e-170)).toEqual(like(1));
  expect(like(1)).not.toEqual([]);
});
