import { expect, test } from "vitest";
import {
  fromJSON,
  type Label,
  LinearDiscriminantAnalysis,
  RandomState,
} from "../../../../src/learn/index.ts";

/** Clouds around three places in four columns. */
function clouds(seed: number) {
  const random = new RandomState(seed);
  const y = Array.from({ length: 60 }, (_, i) => "abc"[i % 3]!);
  const X = y.map((label) =>
    Array.from({ length: 4 }, (_, j) => random.normal() + (label === "abcd"[j] ? 2 : 0)),
  );
  return { X, y };
}

const far = (random: RandomState) => Array.from({ length: 4 }, () => random.normal(0, 3));

test("between two classes with equal spread the border is halfway", () => {
  const X = [[0], [2], [10], [12]];
  const lda = new LinearDiscriminantAnalysis().fit(X, ["a", "a", "b", "b"]);
  // The variance within is 2 (divided by 4 - 2); the means are 1 and 11.
  expect(lda.coef.data[0]).toBeCloseTo(10 / 2, 12);
  expect(lda.intercept[0]).toBeCloseTo((-10 / 2) * 6, 12);
  expect(lda.predict([[5.9], [6.1]])).toEqual(["a", "b"]);
  expect(lda.predictProba([[6]]).data[0]).toBeCloseTo(0.5, 12);
  expect(Array.from(lda.transform([[6]]).data)[0]).toBeCloseTo(0, 12);
  expect(lda.transform([[6 + Math.SQRT2]]).data[0]).toBeCloseTo(1, 12);
});

test("any invertible mixing of the columns leaves all probabilities as they are", () => {
  const { X, y } = clouds(4);
  const mixed = (row: number[]) => [
    row[0]! + 3 * row[1]!,
    row[1]! - row[2]!,
    100 * row[2]! + row[3]!,
    row[3]! - 7,
  ];
  const queries = Array.from({ length: 10 }, () => far(new RandomState(9)));
  const plain = new LinearDiscriminantAnalysis().fit(X, y).predictProba(queries);
  const after = new LinearDiscriminantAnalysis().fit(X.map(mixed), y).predictProba(queries.map(mixed));
  for (const [i, value] of plain.data.entries()) expect(after.data[i]).toBeCloseTo(value, 9);
});

test("columns that are constant or combinations of others change nothing", () => {
  // Classes of different sizes: their means of a constant differ in the last digit.
  const all = clouds(5);
  const kept = all.y.flatMap((label, i) => (label === "a" || i < 24 ? [i] : []));
  const [X, y] = [kept.map((i) => all.X[i]!), kept.map((i) => all.y[i]!)];
  const wider = (row: number[]) => [0.7, ...row, row[0]! + row[1]!, 1e6];
  const plain = new LinearDiscriminantAnalysis().fit(X, y);
  const after = new LinearDiscriminantAnalysis().fit(X.map(wider), y);
  for (const [i, value] of plain.predictProba(X).data.entries()) {
    expect(after.predictProba(X.map(wider)).data[i]).toBeCloseTo(value, 9);
  }
  expect(after.transform(X.map(wider)).cols).toBe(2);
});

test("seen along the discriminants, the classes have a variance of 1 within and parts that add up to 1", () => {
  const { X, y } = clouds(6);
  const lda = new LinearDiscriminantAnalysis().fit(X, y);
  const seen = lda.transform(X);
  for (let d = 0; d < 2; d++) {
    let within = 0;
    for (const label of ["a", "b", "c"]) {
      const values = y.flatMap((l, i) => (l === label ? [seen.row(i)[d]!] : []));
      const mean = values.reduce((sum, value) => sum + value) / values.length;
      within += values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    }
    expect(within / (60 - 3)).toBeCloseTo(1, 10);
  }
  expect(lda.explainedVarianceRatio.reduce((sum, value) => sum + value)).toBeCloseTo(1, 12);
  expect(new LinearDiscriminantAnalysis({ nComponents: 1 }).fit(X, y).transform(X).data).toEqual(
    seen.data.filter((_, at) => at % 2 === 0),
  );
});

test("with fewer rows than columns it still tells the classes apart", () => {
  const random = new RandomState(8);
  const y: Label[] = ["a", "b", "a", "b", "a", "b"];
  const X = y.map((label) => Array.from({ length: 12 }, () => random.normal() + (label === "a" ? 0 : 4)));
  expect(new LinearDiscriminantAnalysis().fit(X, y).predict(X)).toEqual(y);
});

test("priors move the border, and are brought to a sum of 1", () => {
  const X = [[0], [2], [10], [12]];
  const y = ["a", "a", "b", "b"];
  const fitted = (priors: number[]) => new LinearDiscriminantAnalysis({ priors }).fit(X, y);
  expect(fitted([1, 3]).intercept[0]! - fitted([1, 1]).intercept[0]!).toBeCloseTo(Math.log(3), 12);
  expect(Array.from(fitted([1, 3]).classPrior)).toEqual([0.25, 0.75]);
});

test("it survives JSON, and no rows give no answers", () => {
  const { X, y } = clouds(7);
  const lda = new LinearDiscriminantAnalysis().fit(X, y);
  const copy = fromJSON(JSON.parse(JSON.stringify(lda))) as LinearDiscriminantAnalysis;
  expect(copy.decisionFunction(X)).toEqual(lda.decisionFunction(X));
  expect([lda.predict([]), lda.transform([]).rows, lda.predictProba([]).rows]).toEqual([[], 0, 0]);
});

test("what it cannot do it says", () => {
  const fitted =
    (X: number[][], y: Label[], params = {}) =>
    () =>
      new LinearDiscriminantAnalysis(params).fit(X, y);
  expect(fitted([[1], [2]], ["a", "a"])).toThrow("needs at least two classes to tell apart");
  expect(fitted([[1], [2]], ["a", "b"])).toThrow(
    "needs more rows than classes, but X has 2 rows of 2 classes",
  );
  expect(fitted([[1], [1], [2], [2]], ["a", "a", "b", "b"])).toThrow("no column varies within a class");
  expect(fitted([[1], [2], [4]], ["a", "a", "b"], { nComponents: 2 })).toThrow(
    "nComponents must be at most 1",
  );
  expect(fitted([[1], [2], [4]], ["a", "a", "b"], { priors: [1] })).toThrow("there are 2 classes");
  expect(fitted([[1], [2], [4]], ["a", "a", "b"], { priors: [0, 1] })).toThrow("above 0 for every class");
});
