import { describe, expect, test } from "vitest";
import {
  ItemNeighbors,
  type Matrix,
  MatrixFactorization,
  UserNeighbors,
} from "../../../../src/learn/index.ts";
import { figures } from "../data.ts";

type Factored = { users: number[][]; items: number[][]; losses: number[] };
const numpy = figures<{
  ratings: [user: string, item: string, rating: number][];
  explicit: Factored & { predicted: number[][] };
  implicit: Factored;
  sgd: number[][];
  neighbours: {
    k: number;
    similarity: "cosine" | "pearson";
    centered: boolean;
    byUser: number[][];
    byItem: number[][];
  }[];
}>("recommend/recommend");
const { ratings } = numpy;

/** Every pair of a user and an item, user by user. */
const pairs = numpy.sgd.flatMap((row, u) =>
  row.map((_, i): [string, string] => [`u${String(u).padStart(2, "0")}`, `i${i}`]),
);

// Systems of three equations, solved in another way: rounding only.
const DIGITS = 9;

function expectClose(ours: ArrayLike<number>, theirs: number[]): void {
  expect(ours).toHaveLength(theirs.length);
  for (const [i, value] of theirs.entries()) expect(ours[i]).toBeCloseTo(value, DIGITS);
}

const settings = { nFactors: 3, regularization: 0.2, maxIter: 4, tol: 0 };

describe.each([
  ["explicit", new MatrixFactorization(settings)],
  ["implicit", new MatrixFactorization({ ...settings, implicit: true, alpha: 5 })],
] as const)("alternating least squares on %s ratings", (name, model) => {
  test("has numpy's factors and losses after four iterations", () => {
    model.fit(ratings);
    const table = ({ data }: Matrix) => data;
    expectClose(table(model.userFactors), numpy[name].users.flat());
    expectClose(table(model.itemFactors), numpy[name].items.flat());
    expectClose(
      model.history.map(({ loss }) => loss),
      numpy[name].losses,
    );
  });
});

test("alternating least squares predicts the mean and the product of the factors", () => {
  expectClose(new MatrixFactorization(settings).fit(ratings).predict(pairs), numpy.explicit.predicted.flat());
});

test("stochastic gradient descent takes numpy's steps, in the same order", () => {
  const params = { learningRate: 0.02, regularization: 0.1, maxIter: 3, tol: 0 };
  const model = new MatrixFactorization({ nFactors: 3, solver: "sgd", ...params }).fit(ratings);
  expectClose(model.predict(pairs), numpy.sgd.flat());
});

test.each(numpy.neighbours)(
  "$k neighbours by $similarity predict as in numpy (centred: $centered)",
  ({ byUser, byItem, ...params }) => {
    expectClose(new UserNeighbors(params).fit(ratings).predict(pairs), byUser.flat());
    expectClose(new ItemNeighbors(params).fit(ratings).predict(pairs), byItem.flat());
  },
);
