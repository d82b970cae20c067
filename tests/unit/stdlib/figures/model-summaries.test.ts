import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Matrix } from "../../../../src/learn/base/matrix.ts";
import { GaussianMixture } from "../../../../src/learn/mixture/gaussian-mixture.ts";
import { SVC } from "../../../../src/learn/svm/svc.ts";
import { blockMeans } from "../../../../src/stdlib/figures/block-means.ts";
import { ellipsePoints } from "../../../../src/stdlib/figures/covariance-ellipse.ts";
import { decisionGrid } from "../../../../src/stdlib/figures/decision-grid.ts";
import {
  componentsAbove,
  componentsFor,
  explainedVariance,
} from "../../../../src/stdlib/figures/explained-variance.ts";
import { gaussianParts, membership, weightedDensity } from "../../../../src/stdlib/figures/gaussian-parts.ts";
import { gridCellAt, gridStep } from "../../../../src/stdlib/figures/grid-step.ts";
import { histogramBins } from "../../../../src/stdlib/figures/histogram-bins.ts";
import { networkLayers } from "../../../../src/stdlib/figures/network-layers.ts";
import { curveAt, curvePoints } from "../../../../src/stdlib/figures/regression-curve.ts";
import { silhouetteGroups } from "../../../../src/stdlib/figures/silhouette-bars.ts";
import { stripOffsets, stripSides } from "../../../../src/stdlib/figures/strip-layout.ts";

test("the components for a share are the fewest that reach it, rounding aside", () => {
  const explained = explainedVariance([0.6, 0.3, 0.1]);
  expect([0.5, 0.6, 0.9, 1].map((share) => componentsFor(share, explained))).toEqual([1, 1, 2, 3]);
  expect(componentsFor(0.95, explainedVariance([0.6, 0.3]))).toBeUndefined();
});

test("components count as more than chance until one of them is not", () => {
  const explained = explainedVariance([0.5, 0.2, 0.16, 0.14]);
  expect(componentsAbove([0.3, 0.25, 0.1, 0.1], explained)).toBe(1);
  expect(componentsAbove([0.5, 0.1], explained)).toBe(0);
  expect(componentsAbove([0.3, 0.1], explained)).toBe(2);
  expect(componentsAbove([0.3, 0.1, 0.1, 0.1], explained)).toBe(4);
});

test("a silhouette's bars are sorted within their group, with a gap between groups", () => {
  const groups = silhouetteGroups([0.2, 0.9, -0.1, 0.5], ["b", "a", "b", "b"], 2);
  expect(groups.map(({ label, samples, start, below }) => [label, samples, start, below])).toEqual([
    ["a", [1], 0, 0],
    ["b", [3, 0, 2], 3, 1],
  ]);
  expect(groups[1]!.mean).toBeCloseTo(0.2, 12);
});

describe("a strip", () => {
  test("spreads neighbours: no two of three that follow are nearer than a tenth of its width", () => {
    const values = Float64Array.from({ length: 200 }, (_, i) => (i * 37) % 200);
    const offsets = stripOffsets(values);
    const along = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
    for (let k = 2; k < along.length; k++) {
      const [a, b, c] = [along[k - 2]!, along[k - 1]!, along[k]!].map((i) => offsets[i]!);
      expect(Math.min(Math.abs(a! - b!), Math.abs(b! - c!), Math.abs(a! - c!))).toBeGreaterThan(0.1);
    }
    expect(offsets.every((offset) => offset >= -0.5 && offset < 0.5)).toBe(true);
  });

  test("counts a sample on the threshold as above it", () => {
    expect(stripSides([1, 2, 3], [0, 1, 0], 2, 2)).toEqual({ below: [1, 0], above: [1, 1] });
  });
});

describe("the components of a mixture", () => {
  const X = Array.from({ length: 60 }, (_, i) => [Math.sin(i) + (i % 2) * 5, Math.cos(3 * i) + (i % 2) * 2]);

  test.each(["full", "tied", "diag", "spherical"] as const)(
    "of the type %s have the densities and the parts that the model says",
    (covarianceType) => {
      // Two components in two columns: the case in which a step alone does not tell tied from diag.
      const model = new GaussianMixture({ nComponents: 2, covarianceType }).fit(X);
      const parts = gaussianParts(model);
      const [scores, shares] = [model.scoreSamples(X), model.predictProba(X)];
      for (const [i, row] of X.entries()) {
        const total = parts.reduce((sum, part) => sum + weightedDensity(part, row), 0);
        expect(Math.log(total)).toBeCloseTo(scores[i]!, 9);
        expect(membership(parts, row).parts[0]).toBeCloseTo(shares.row(i)[0]!, 9);
      }
    },
  );

  test("of a step that may be tied or diag ask which it is", () => {
    const step = new GaussianMixture({ nComponents: 2, covarianceType: "tied" }).fitSteps(X).next().value;
    const { weights, means, covariances } = step as never as GaussianMixture;
    expect(() => gaussianParts({ weights, means, covariances })).toThrow(
      'say covarianceType, "tied" or "diag"',
    );
  });

  test("have ellipses whose points are that many deviations away (Mahalanobis)", () => {
    const [a, b, d] = [4, 1.5, 2];
    for (const [x, y] of ellipsePoints([1, -2], [a, b, b, d], 2)) {
      const [dx, dy] = [x - 1, y + 2];
      const squared = (d * dx * dx - 2 * b * dx * dy + a * dy * dy) / (a * d - b * b);
      expect(Math.sqrt(squared)).toBeCloseTo(2, 10);
    }
  });
});

test("a histogram has every value in one bar, and its area is one", () => {
  const values = fc.array(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(values, fc.integer({ min: 2, max: 50 }), (hundredths, wanted) => {
      const numbers = hundredths.map((value) => value / 100);
      const bins = histogramBins(numbers, wanted);
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(numbers.length);
      expect(bins.reduce((sum, { density, from, to }) => sum + density * (to - from), 0)).toBeCloseTo(1, 9);
    }),
  );
});

test("the means of blocks are those of their cells, and what is no number does not count", () => {
  const { rows, cols, data } = blockMeans({ rows: 3, cols: 2, data: [1, 3, 5, Number.NaN, 7, 9] }, 2);
  expect([rows, cols]).toEqual([2, 2]);
  expect(Array.from(data)).toEqual([3, 3, 7, 9]);
});

describe("the layers of a network", () => {
  test("draw 64 units in 16 groups of 4, with the means of their weights and activations", () => {
    const one = Array.from({ length: 2 }, () => Array.from({ length: 64 }, (_, j) => j % 4));
    const two = Array.from({ length: 64 }, (_, i) => [i]);
    const { layers, weights, largest } = networkLayers([one, two], [undefined, one[0]!], 16);
    expect(layers.map(({ units, each, circles }) => [units, each, circles])).toEqual([
      [2, 1, 2],
      [64, 4, 16],
      [1, 1, 1],
    ]);
    expect(weights[0]!.data.every((weight) => weight === 1.5)).toBe(true);
    expect(weights[1]!.data[0]).toBe(1.5);
    expect(layers[1]!.activations).toEqual(new Array(16).fill(1.5));
    expect(largest).toBe(61.5);
  });

  test("that do not fit together are an error that says which", () => {
    expect(() => networkLayers([[[1, 2]], [[1], [2], [3]]], [], 16)).toThrow(
      "weights[1] must have as many rows as weights[0] has columns, 2, but it has 3",
    );
    expect(() => networkLayers([[[1, 2]]], [[1, 2]], 16)).toThrow("activations[0] must have 1 numbers");
  });
});

test("the decision grid of a linear SVC is its plane", () => {
  const model = new SVC({ kernel: "linear" }).fit(
    [
      [1, 1],
      [2, 1],
      [6, 5],
      [7, 7],
    ],
    ["a", "a", "b", "b"],
  );
  const [w1, w2] = model.coef.row(0);
  const { cols, rows, values } = decisionGrid(model, [0, 8], [0, 6], 8);
  expect([cols, rows]).toEqual([8, 6]);
  // The first cell is the lowest on the left; its centre is (0.5, 0.5).
  const at = (x: number, y: number) => w1! * x + w2! * y + model.intercept[0]!;
  expect(values[0]).toBeCloseTo(at(0.5, 0.5), 6);
  expect(values[7]).toBeCloseTo(at(7.5, 0.5), 6);
  expect(values[40]).toBeCloseTo(at(0.5, 5.5), 6);
});

test("a curve may be a model, a function or points, and says the same at a place", () => {
  const model = { predict: (X: Matrix) => Array.from(X.data, (x) => 2 * x + 1) };
  const points = { x: [0, 10], y: [1, 21] };
  for (const source of [model, (x: number) => 2 * x + 1, points]) {
    expect(curveAt(source, [0, 2.5, 10])).toEqual([1, 6, 21]);
    expect(curvePoints("f", "fit", source, [0, 10]).at(-1)).toEqual({ x: 10, y: 21 });
  }
  expect(() => curvePoints("f", "fit", 5 as never, [0, 1])).toThrow(
    "f: fit must be a fitted model, a function of x, or {x, y}, but it is 5.",
  );
});

test("keys lead through a grid to its edges and no further", () => {
  const go = (key: string, from: number) => gridStep(key, from, 2, 3);
  expect([go("ArrowRight", 0), go("ArrowRight", 2), go("ArrowDown", 1), go("ArrowUp", 1)]).toEqual([
    1, 2, 4, 1,
  ]);
  expect([go("Home", 5), go("End", 3), go("a", 0)]).toEqual([3, 5, undefined]);
});

test("a place in a grid belongs to one cell, and a place beside it to none", () => {
  const ends = { x: [10, 40], y: [100, 120] } as const;
  const at = (x: number, y: number) => gridCellAt(x, y, ends, 2, 3);
  expect([at(10, 100), at(39.9, 100), at(25, 111), at(10, 119.9)]).toEqual([0, 2, 4, 3]);
  expect([at(9.9, 105), at(40, 105), at(20, 99), at(20, 120)]).toEqual(new Array(4).fill(undefined));
});
