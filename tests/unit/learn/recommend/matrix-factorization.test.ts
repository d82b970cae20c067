import fc from "fast-check";
import { expect, test } from "vitest";
import { fromJSON, MatrixFactorization, type Ratings } from "../../../../src/learn/index.ts";

/** Ratings of some of the pairs of 6 users and 5 items. */
const someRatings = fc
  .uniqueArray(fc.tuple(fc.nat(5), fc.nat(4), fc.integer({ min: 1, max: 5 })), {
    minLength: 1,
    selector: ([user, item]) => user * 5 + item,
  })
  .map((list) => list as unknown as Ratings);

test.each([
  ["explicit", {}],
  ["implicit", { implicit: true, alpha: 3 }],
])("the loss of alternating least squares never rises: %s", (_, params) => {
  fc.assert(
    fc.property(someRatings, fc.integer({ min: 0, max: 99 }), (ratings, randomState) => {
      const model = new MatrixFactorization({ ...params, nFactors: 3, tol: 0, maxIter: 12, randomState });
      const losses = [...model.fitSteps(ratings)].map(({ loss }) => loss);
      // But for rounding.
      for (let i = 1; i < losses.length; i++) expect(losses[i]! - losses[i - 1]!).toBeLessThan(1e-9);
    }),
    { seed: 11, numRuns: 40 },
  );
});

// Two tastes: users 0 to 3 like items 0 to 3, the others items 4 to 7. The diagonal is left out.
const tastes: [number, number, number][] = [];
for (let user = 0; user < 8; user++) {
  for (let item = 0; item < 8; item++) {
    if (user !== item) tastes.push([user, item, user < 4 === item < 4 ? 5 : 1]);
  }
}

test.each([
  { solver: "als" },
  { solver: "als", implicit: true },
  { solver: "sgd", learningRate: 0.05, maxIter: 200 },
] as const)("what was left out is found by taste: $solver", (params) => {
  const heard = "implicit" in params ? tastes.filter(([, , rating]) => rating === 5) : tastes;
  const model = new MatrixFactorization({ nFactors: 2, ...params }).fit(heard);
  const [own, other] = model.predict([
    [0, 0],
    [0, 4],
  ]);
  expect(own).toBeGreaterThan(other!);
  expect(model.recommend(0, { n: 3, includeKnown: true }).every(({ item }) => Number(item) < 4)).toBe(true);
  expect(model.recommend(6, { n: 1 })).toEqual([{ item: 6, score: model.predict([[6, 6]])[0] }]);
});

test("the same seed gives the same model, and JSON keeps it", () => {
  const params = { solver: "sgd", nFactors: 2, maxIter: 5, randomState: 3 } as const;
  const model = new MatrixFactorization(params).fit(tastes);
  expect(new MatrixFactorization(params).fit(tastes).toJSON()).toEqual(model.toJSON());
  const copy = fromJSON(JSON.parse(JSON.stringify(model))) as unknown as MatrixFactorization;
  expect(copy.recommend(3)).toEqual(model.recommend(3));
  expect(new MatrixFactorization({ ...params, randomState: 4 }).fit(tastes).recommend(3)).not.toEqual(
    model.recommend(3),
  );
});

test("of a user or item that is not known the mean is predicted", () => {
  const model = new MatrixFactorization().fit([
    ["Ann", "Blue", 2],
    ["Bob", "Hurt", 4],
  ]);
  expect(
    model.predict([
      ["Cid", "Blue"],
      ["Ann", "Numb"],
    ]),
  ).toEqual([3, 3]);
  expect(() => model.recommend("Cid")).toThrow('user must be one of those who rated in fit, but it is "Cid"');
});

test("it stops when the loss hardly falls any more", () => {
  const model = new MatrixFactorization({ nFactors: 2, maxIter: 500 }).fit(tastes);
  expect(model.converged).toBe(true);
  expect(model.nIter).toBeLessThan(500);
});

test.each([
  [{}, [], "at least one rating"],
  [{}, [["Ann", "Blue"]], "item 0 must be [user, item, rating]"],
  [{}, [["Ann", "Blue", Number.NaN]], "the rating of item 0 must be a number from -1e+100"],
  [
    {},
    [
      ["Ann", "Blue", 1],
      ["Ann", "Blue", 2],
    ],
    'item 1 rates "Blue" by "Ann" a second time',
  ],
  [
    {},
    [
      ["Ann", "Blue", 1],
      [3, "Blue", 2],
    ],
    "the users of ratings must hold only text or only numbers",
  ],
  [{ implicit: true }, [["Ann", "Blue", -1]], "ratings must be at least 0"],
  [{ implicit: true, solver: "sgd" }, [["Ann", "Blue", 1]], 'implicit needs solver "als"'],
  [{ regularization: 0 }, [["Ann", "Blue", 1]], "choose a larger regularization"],
  [{ solver: "sgd", learningRate: 50 }, tastes, "choose a smaller learningRate"],
])("unfit ratings or settings are refused: %#", (params, ratings, message) => {
  const model = new MatrixFactorization(params as object);
  expect(() => model.fit(ratings as never)).toThrow(message);
  expect(() => model.predict([])).toThrow("has not been fitted");
});
