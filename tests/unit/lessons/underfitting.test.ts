import { expect, test } from "vitest";
import { openDataset } from "../../../scripts/datasets/open.ts";
import {
  crossValidate,
  DecisionTreeClassifier,
  LeaveOneGroupOut,
  LinearRegression,
  Pipeline,
  PolynomialFeatures,
  RandomState,
  Ridge,
} from "../../../src/learn/index.ts";
import golden from "../../golden/lessons/underfitting/figures.json" with { type: "json" };

/** Powers up to the fifteenth lose some of the sixteen digits. */
const digits = 6;

const beats = Array.from({ length: 80 }, (_, i) => i / 20);
const X = beats.map((beat) => [beat / 2 - 1]);

function measured(seed = 7): number[] {
  const chance = new RandomState(seed);
  return beats.map((beat) => {
    const lean = 3 * Math.cos(2 * Math.PI * (beat - 0.1));
    return 60 + (9 * beat * (4 - beat)) / 4 + lean + chance.normal(0, 0.4);
  });
}

const phrase = measured();

function powersUpTo(degree: number) {
  return new Pipeline([
    ["powers", new PolynomialFeatures({ degree })],
    ["weigh", new LinearRegression({ fitIntercept: false })],
  ]);
}

function wave(times: number): number[][] {
  return beats.map((beat) => {
    const angle = (2 * Math.PI * times * beat) / 4;
    return [Math.cos(angle), Math.sin(angle)];
  });
}

test("the phrase is numpy's, number by number", () => {
  for (const [i, dB] of golden.phrase.entries()) expect(phrase[i]).toBeCloseTo(dB, 10);
});

test("R² by degree is that of the normal equations", () => {
  for (const [degree, r2] of golden.r2.entries()) {
    expect(powersUpTo(degree).fit(X, phrase).score(X, phrase), `degree ${degree}`).toBeCloseTo(r2, digits);
  }
});

test("what waves explain of the residuals is what scikit-learn says", () => {
  for (const [degree, shares] of Object.entries(golden.shares)) {
    const predicted = powersUpTo(Number(degree)).fit(X, phrase).predict(X);
    const left = phrase.map((dB, i) => dB - Number(predicted[i]));
    for (const [i, share] of shares.entries()) {
      const found = new LinearRegression().fit(wave(i + 1), left).score(wave(i + 1), left);
      expect(found, `degree ${degree}, wave ${i + 1}`).toBeCloseTo(share, digits);
    }
  }
});

test("five numbers with a beat do better than the curve of degree 12", () => {
  const five = beats.map((beat, i) => [beat, beat ** 2, ...wave(4)[i]!]);
  const found = new LinearRegression().fit(five, phrase).score(five, phrase);
  expect(found).toBeCloseTo(golden.five, 9);
  expect(found).toBeGreaterThan(golden.r2[12]!);
});

test("sixteen takes change neither a line, nor degree 2, nor degree 12", () => {
  const takes = Array.from({ length: 16 }, (_, i) => i + 1);
  const [manyX, manyY] = [takes.flatMap(() => X), takes.flatMap((take) => measured(take))];
  for (const [degree, r2] of Object.entries(golden.many)) {
    const found = powersUpTo(Number(degree)).fit(manyX, manyY).score(manyX, manyY);
    expect(found, `degree ${degree}`).toBeCloseTo(r2, digits);
    expect(Math.abs(found - golden.r2[Number(degree)]!)).toBeLessThan(0.01);
  }
});

test("R² under a penalty is that of scikit-learn's Ridge, and falls with it", () => {
  const found = Object.entries(golden.ridge).map(([exponent, r2]) => {
    const model = new Pipeline([
      ["powers", new PolynomialFeatures({ degree: 12, includeBias: false })],
      ["ridge", new Ridge({ alpha: 10 ** Number(exponent) })],
    ]);
    const score = model.fit(X, phrase).score(X, phrase);
    expect(score, exponent).toBeCloseTo(r2, digits);
    return { exponent: Number(exponent), score };
  });
  found.sort((a, b) => a.exponent - b.exponent);
  for (let i = 1; i < found.length; i++) expect(found[i]!.score).toBeLessThan(found[i - 1]!.score);
});

test("trees of one and two questions score as scikit-learn's, deeper ones within its range over seeds", () => {
  const drums = openDataset("drums");
  for (const { depth, training, validation } of golden.trees) {
    const { trainScore, pooled } = crossValidate(
      new DecisionTreeClassifier({ maxDepth: depth, randomState: 7 }),
      drums.X,
      drums.y,
      { cv: new LeaveOneGroupOut(), groups: drums.groups },
    );
    for (const [found, [low, high]] of [
      [trainScore, training],
      [pooled.score, validation],
    ] as const) {
      expect(found, `depth ${depth}`).toBeGreaterThanOrEqual(low! - 1e-9);
      expect(found, `depth ${depth}`).toBeLessThanOrEqual(high! + 1e-9);
    }
  }
});
