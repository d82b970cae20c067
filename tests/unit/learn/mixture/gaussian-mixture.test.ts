import { describe, expect, test } from "vitest";
import { fromJSON, GaussianMixture, Matrix, RandomState } from "../../../../src/learn/index.ts";
import { farthest, randomMatrix } from "../linalg/matrices.ts";

const types = ["full", "tied", "diag", "spherical"] as const;

/** Two clouds: 150 rows around (0, 0), 50 around (6, 2). */
function clouds(): Matrix {
  const random = new RandomState(4);
  return Matrix.from(
    Array.from({ length: 200 }, (_, i) => [random.normal(i % 4 ? 0 : 6), random.normal(i % 4 ? 0 : 2)]),
  );
}

describe.each(types)("a mixture with %s covariances", (covarianceType) => {
  test("gets more likely with each step", () => {
    const model = new GaussianMixture({ nComponents: 3, covarianceType, tol: 0, maxIter: 40 });
    const bounds = [...model.fitSteps(randomMatrix(120, 3))].map(({ lowerBound }) => lowerBound);
    expect(bounds).toHaveLength(40);
    // regCovar is not part of what is maximised.
    for (const [i, bound] of bounds.entries())
      if (i > 0) expect(bound).toBeGreaterThan(bounds[i - 1]! - 1e-6);
  });

  test("finds two clouds, and says how probable each is", () => {
    const X = clouds();
    const model = new GaussianMixture({ nComponents: 2, covarianceType }).fit(X);
    expect(Math.max(...model.weights)).toBeCloseTo(0.75, 2);
    const probabilities = model.predictProba(X);
    for (const [i, label] of model.predict(X).entries()) {
      const row = Array.from(probabilities.row(i));
      expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
      expect(row[label]).toBe(Math.max(...row));
    }
  });

  test("does not mind where the rows are", () => {
    const X = clouds();
    const moved = new Matrix(
      X.data.map((value) => value + 1e6),
      200,
      2,
    );
    const params = { nComponents: 2, covarianceType };
    const there = new GaussianMixture(params).fit(moved);
    expect(there.score(moved)).toBeCloseTo(new GaussianMixture(params).fit(X).score(X), 6);
  });

  test("draws rows that look like those it was fitted to", () => {
    const model = new GaussianMixture({ nComponents: 2, covarianceType }).fit(clouds());
    const { X, labels } = model.sample(4000);
    const again = new GaussianMixture({ nComponents: 2, covarianceType, meansInit: model.means }).fit(X);
    expect(farthest(again.means.data, model.means.data)).toBeLessThan(0.2);
    // As likely on the whole as their own mixture finds them: spread no less, and no more.
    expect(model.score(X)).toBeCloseTo(again.score(X), 1);
    expect(model.score(X)).toBeCloseTo(model.score(clouds()), 0);
    expect(labels.filter((label) => label === 0).length / 4000).toBeCloseTo(model.weights[0]!, 1);
    expect(model.sample(3)).toEqual(model.sample(3));
  });

  test("is the same through JSON and back", () => {
    const model = new GaussianMixture({ nComponents: 2, covarianceType, nInit: 2 }).fit(clouds());
    const copy = fromJSON(JSON.parse(JSON.stringify(model))) as GaussianMixture;
    expect(copy.scoreSamples(clouds())).toEqual(model.scoreSamples(clouds()));
    expect(copy.covariances).toEqual(model.covariances);
  });
});

describe("GaussianMixture", () => {
  test("of one component is the rows' mean and variance", () => {
    const X = [[1], [2], [6], [7]];
    const model = new GaussianMixture({ regCovar: 0 }).fit(X);
    expect(model.means.data[0]).toBeCloseTo(4, 13);
    expect((model.covariances as Matrix[])[0]!.data[0]).toBeCloseTo(6.5, 13);
    const density = -Math.log(2 * Math.PI * 6.5) / 2;
    expect(model.scoreSamples([[4]])[0]).toBeCloseTo(density, 12);
    expect(model.bic(X) - model.aic(X)).toBeCloseTo(2 * (Math.log(4) - 2), 12);
  });

  test("keeps a component apart on rows that are all the same", () => {
    const model = new GaussianMixture({ nComponents: 2 }).fit([
      [3, 3],
      [3, 3],
      [3, 3],
    ]);
    expect(
      Number.isFinite(
        model.score([
          [3, 3],
          [4, 4],
        ]),
      ),
    ).toBe(true);
  });

  test("says what it needs", () => {
    expect(() => new GaussianMixture({ nInit: 1e300 })).toThrow(
      "nInit must be a whole number from 1 to 1000",
    );
    const X = [
      [1, 2],
      [3, 4],
    ];
    expect(() => new GaussianMixture({ nComponents: 3 }).fit(X)).toThrow(
      "GaussianMixture: nComponents must be at most the number of rows, which is 2, but it is 3",
    );
    expect(() => new GaussianMixture().fit([[1, 2]])).toThrow("GaussianMixture needs at least 2 rows");
    expect(() => new GaussianMixture({ regCovar: 0 }).fit(X)).toThrow("a component has collapsed");
    expect(() => new GaussianMixture({ meansInit: [[1]] }).fit(X)).toThrow("meansInit must be 1 × 2");
    for (const weightsInit of [[0.5], [0.5, 0.6], [1.5, -0.5]]) {
      expect(() => new GaussianMixture({ nComponents: 2, weightsInit }).fit(X)).toThrow(
        `weightsInit must be 2 numbers from 0 up that add up to 1, but it is [${weightsInit.join(", ")}]`,
      );
    }
    expect(() => new GaussianMixture().fit(X).sample(0)).toThrow(
      "sample(n) needs a whole number of at least 1",
    );
    const model = new GaussianMixture({ regCovar: 0 });
    expect(() =>
      model.fit([
        [1, 1],
        [1, 1],
      ]),
    ).toThrow();
    expect(() => model.predict(X)).toThrow("has not been fitted");
  });
});
