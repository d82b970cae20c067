import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromJSON, KMeans, type KMeansStep, Matrix, RandomState } from "../../../../src/learn/index.ts";
import { randomMatrix } from "../linalg/matrices.ts";

const lists = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
  minLength: 4,
  maxLength: 25,
});

/** Holds for any rows, duplicates among them. */
function always(property: (X: number[][]) => void): void {
  fc.assert(fc.property(lists, property), { seed: 5, numRuns: 60 });
}

function stepsOf(model: KMeans, X: number[][] | Matrix): KMeansStep[] {
  return [...model.fitSteps(X)];
}

describe("KMeans", () => {
  test("gives each row its nearest centre, and the inertia is the sum of their squared distances", () => {
    always((X) => {
      const model = new KMeans({ nClusters: 3, nInit: 2 }).fit(X);
      const distances = model.transform(X);
      let inertia = 0;
      for (const [i, label] of model.labels.entries()) {
        const row = Array.from(distances.row(i));
        expect(row[label]).toBeLessThanOrEqual(Math.min(...row) + 1e-9);
        inertia += row[label]! ** 2;
      }
      expect(inertia).toBeCloseTo(model.inertia, 8);
      expect(model.score(X)).toBeCloseTo(-model.inertia, 8);
      expect(model.predict(X)).toEqual(model.labels);
    });
  });

  test("never gets worse from step to step of a run", () => {
    const X = randomMatrix(80, 3);
    const steps = stepsOf(new KMeans({ nClusters: 6, nInit: 3 }), X);
    expect(new Set(steps.map(({ run }) => run)).size).toBe(3);
    for (const [i, step] of steps.entries()) {
      if (step.iteration > 0) expect(step.inertia).toBeLessThanOrEqual(steps[i - 1]!.inertia + 1e-12);
    }
  });

  test("moves with the rows: labels stay when all are shifted and stretched", () => {
    const X = randomMatrix(60, 2);
    const moved = new Matrix(
      X.data.map((value) => 4 * value + 1024),
      60,
      2,
    );
    const labels = new KMeans({ nClusters: 4 }).fit(X).labels;
    expect(new KMeans({ nClusters: 4 }).fit(moved).labels).toEqual(labels);
  });

  test("nInit auto is one start by k-means++, and ten at random", () => {
    const X = randomMatrix(30, 2);
    const startsOf = (init: "k-means++" | "random") =>
      new Set(stepsOf(new KMeans({ nClusters: 4, nInit: "auto", init }), X).map(({ run }) => run)).size;
    expect([startsOf("k-means++"), startsOf("random")]).toEqual([1, 10]);
  });

  test("labels are those of the last centres, though these were still moving", () => {
    const X = randomMatrix(200, 2);
    const model = new KMeans({ nClusters: 6, nInit: 1, tol: 0.1 }).fit(X);
    expect(model.nIter).toBeLessThan(new KMeans({ nClusters: 6, nInit: 1 }).fit(X).nIter);
    expect(model.labels).toEqual(model.predict(X));
  });

  test("a row of weight 2 counts as two rows", () => {
    const X = [[0], [1], [5], [6], [6.5]];
    const init = [[0], [6]];
    const weighted = new KMeans({ nClusters: 2, init }).fit(X, undefined, { sampleWeight: [2, 1, 1, 2, 1] });
    const doubled = new KMeans({ nClusters: 2, init }).fit([[0], ...X, [6]]);
    expect(weighted.clusterCenters.data[0]).toBeCloseTo(doubled.clusterCenters.data[0]!, 14);
    expect(weighted.clusterCenters.data[1]).toBeCloseTo(doubled.clusterCenters.data[1]!, 14);
    expect(weighted.inertia).toBeCloseTo(doubled.inertia, 14);
  });

  test("a row as near to two centres goes to the first", () => {
    const model = new KMeans({ nClusters: 2, init: [[1], [-1]], maxIter: 1 }).fit([[1], [-1], [0]]);
    expect(model.predict([[0]])).toEqual([0]);
  });

  test("a centre without rows goes to the row farthest from its own", () => {
    const X = [[0], [1], [2], [30]];
    const model = new KMeans({ nClusters: 2, init: [[1], [1000]] }).fit(X);
    expect(model.labels).toEqual([0, 0, 0, 1]);
  });

  test("fewer different rows than clusters still make an end", () => {
    const model = new KMeans({ nClusters: 3 }).fit([
      [2, 2],
      [2, 2],
      [2, 2],
      [2, 2],
    ]);
    expect(model.inertia).toBe(0);
    expect(Array.from(model.clusterCenters.data).every((value) => value === 2)).toBe(true);
  });

  test("ends after maxIter, and says so", () => {
    const X = randomMatrix(200, 2);
    const cut = new KMeans({ nClusters: 8, nInit: 1, maxIter: 2 }).fit(X);
    expect([cut.nIter, cut.converged]).toEqual([2, false]);
    expect(new KMeans({ nClusters: 8, nInit: 1 }).fit(X).converged).toBe(true);
  });

  test("is the same through JSON and back, centres that were given too", () => {
    const model = new KMeans({
      nClusters: 2,
      init: [
        [0, 0],
        [1, 1],
      ],
    }).fit(randomMatrix(20, 2));
    const copy = fromJSON(JSON.parse(JSON.stringify(model))) as KMeans;
    expect(copy.predict(randomMatrix(20, 2, 9))).toEqual(model.predict(randomMatrix(20, 2, 9)));
    expect(copy.init).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  test("what a step shows can be changed without changing the fit", () => {
    const X = randomMatrix(50, 2);
    const model = new KMeans({ nClusters: 4, randomState: 3 });
    for (const { centers, labels } of model.fitSteps(X)) {
      centers.data.fill(new RandomState(1).random());
      labels.fill(0);
    }
    expect(model.labels).toEqual(new KMeans({ nClusters: 4, randomState: 3 }).fit(X).labels);
  });

  test("says what it needs", () => {
    expect(() => new KMeans({ nInit: 1e300 })).toThrow("nInit must be a whole number from 1 to 1000");
    const X = [
      [1, 2],
      [3, 4],
    ];
    expect(() => new KMeans({ nClusters: 3 }).fit(X)).toThrow(
      "KMeans: nClusters must be at most the number of rows, which is 2, but it is 3",
    );
    expect(() => new KMeans({ nClusters: 2, init: [[1, 2]] }).fit(X)).toThrow(
      "init must be 2 × 2, one row a cluster and as many columns as X, but it is 1 × 2",
    );
    expect(() => new KMeans({ init: "kmeans" as "random" })).toThrow('KMeans: init must be "k-means++" or');
    expect(() => new KMeans().fit([])).toThrow("fit needs at least one row");
    expect(() => new KMeans({ nClusters: 1 }).fit(X).predict([[1]])).toThrow("X must have 2 columns");
    expect(() => new KMeans().predict(X)).toThrow("KMeans has not been fitted");
  });
});
