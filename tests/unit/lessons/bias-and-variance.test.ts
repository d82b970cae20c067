import { expect, test } from "vitest";
import { openDataset } from "../../../scripts/datasets/open.ts";
import {
  biasVariance,
  DecisionTreeClassifier,
  LinearRegression,
  Pipeline,
  PolynomialFeatures,
} from "../../../src/learn/index.ts";
import golden from "../../golden/lessons/bias-and-variance/figures.json" with { type: "json" };

/** Powers up to the fourteenth lose some of the sixteen digits. */
const digits = 7;
const sigma = 0.2;

function envelope(t: number): number {
  if (t < 0.15) return t / 0.15;
  if (t < 0.25) return 1 - 5 * (t - 0.15);
  return t < 0.8 ? 0.5 : 2.5 * (1 - t);
}

const momentsOf = (n: number) => Array.from({ length: n }, (_, i) => i / (n - 1));
const rowsOf = (moments: readonly number[]) => moments.map((t) => [2 * t - 1]);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const degrees = Array.from({ length: 15 }, (_, d) => d);
const varianceOf = (degree: number, n: number) => (sigma ** 2 * (degree + 1)) / n;

function powersUpTo(degree: number) {
  return new Pipeline([
    ["powers", new PolynomialFeatures({ degree })],
    ["weigh", new LinearRegression({ fitIntercept: false })],
  ]);
}

/** What the curve makes of the truth itself: the mean of all fits. */
function bias2Of(degree: number, n: number): number {
  const levels = momentsOf(n).map(envelope);
  const X = rowsOf(momentsOf(n));
  const fit = powersUpTo(degree).fit(X, levels).predict(X);
  return mean(levels.map((level, i) => (Number(fit[i]) - level) ** 2));
}

test("bias² is that of the hat matrix, with 20 measurements and with 80", () => {
  for (const [n, exact] of Object.entries(golden.exact)) {
    for (const [degree, bias2] of exact.entries()) {
      expect(bias2Of(degree, Number(n)), `degree ${degree}`).toBeCloseTo(bias2, digits);
    }
  }
});

test("the diagonal of the hat matrix adds up to the numbers to choose", () => {
  const X = rowsOf(momentsOf(20));
  for (const [degree, trace] of golden.trace.entries()) {
    const diagonal = X.map((_, j) => {
      const unit = X.map((_, i) => Number(i === j));
      return Number(powersUpTo(degree).fit(X, unit).predict(X)[j]);
    });
    expect(20 * mean(diagonal)).toBeCloseTo(trace, digits);
    expect(trace).toBeCloseTo(degree + 1, 9);
  }
});

test("over 300 evenings bias² and variance are numpy's, and within their chance of the formulas", () => {
  const times = momentsOf(20);
  for (const degree of [0, 1, 4, 5, 9, 14]) {
    const found = biasVariance(powersUpTo(degree), rowsOf(times), times.map(envelope), {
      noise: sigma,
      nDraws: 300,
      randomState: 7,
    });
    const wanted = golden.counted[degree]!;
    expect(found.bias2).toBeCloseTo(wanted.bias2, digits);
    expect(found.variance).toBeCloseTo(wanted.variance, digits);
    expect(found.expectedLoss).toBeCloseTo(wanted.bias2 + wanted.variance + sigma ** 2, digits);
    // A sum of 300 (d + 1) squares of normal numbers: its standard deviation, four times.
    const exact = varianceOf(degree, 20);
    const chance = 4 * exact * Math.sqrt(2 / (300 * (degree + 1)));
    expect(Math.abs(found.variance - exact), `degree ${degree}`).toBeLessThan(chance);
    // The mean of 300 fits strays, too: by a 300th of their variance.
    const bias2 = bias2Of(degree, 20);
    const astray = 4 * Math.sqrt((bias2 * sigma ** 2) / (300 * 20)) + (2 * exact) / 300;
    expect(Math.abs(found.bias2 - bias2), `degree ${degree}`).toBeLessThan(astray);
  }
});

test("degree 5 wins with 20 measurements, degree 9 with 80", () => {
  const winner = (n: number) => {
    const whole = degrees.map((degree) => bias2Of(degree, n) + varianceOf(degree, n));
    return whole.indexOf(Math.min(...whole));
  };
  expect([winner(20), winner(80)]).toEqual([5, 9]);
});

test("trees disagree within the range of scikit-learn's over its seeds, and a stump most of all", () => {
  const [drums, heard] = [openDataset("drums"), openDataset("drum-test")];
  const disagreement = golden.trees.map(({ depth, wholeKits, bias2, variance, loss }) => {
    const found = biasVariance(
      new DecisionTreeClassifier({ maxDepth: depth, randomState: 7 }),
      drums.X,
      drums.y,
      {
        XTest: heard.X,
        yTest: heard.y,
        groups: wholeKits ? drums.groups : null,
        nDraws: 50,
        randomState: 7,
      },
    );
    for (const [value, [low, high]] of [
      [found.bias2, bias2],
      [found.variance, variance],
      [found.expectedLoss, loss],
    ] as const) {
      expect(value, `depth ${depth}`).toBeGreaterThanOrEqual(low! - 0.005);
      expect(value, `depth ${depth}`).toBeLessThanOrEqual(high! + 0.005);
    }
    return found.variance;
  });
  const [stump, six, stumpOfKits] = disagreement;
  expect(six).toBeLessThan(stump! / 2);
  expect(stumpOfKits).toBeGreaterThan(stump!);
});
