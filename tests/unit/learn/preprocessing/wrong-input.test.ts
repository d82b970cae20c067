import { describe, expect, test } from "vitest";
import {
  ColumnTransformer,
  CountVectorizer,
  LabelEncoder,
  MinMaxScaler,
  OneHotEncoder,
  PolynomialFeatures,
  SelectKBest,
  SimpleImputer,
  StandardScaler,
  VarianceThreshold,
} from "../../../../src/learn/index.ts";

const X = [[1], [2], [4]];

describe("what would end in an accident, or take forever, is refused in words", () => {
  test.each<[string, () => unknown, string]>([
    [
      "a degree that makes a table of factors without end",
      () => new PolynomialFeatures({ degree: 1e9 }).fit(X),
      "degree 1000000000 of 1 columns makes more than 100000 columns, or 1000000 factors in them",
    ],
    [
      "products too large for memory",
      () => new PolynomialFeatures({ degree: 1200 }).fit(X).transform(Array.from({ length: 1e5 }, () => [1])),
      "100000 × 1201 are too many numbers to hold: choose a smaller degree",
    ],
    [
      "a product that overflows and is then multiplied by 0",
      () => new PolynomialFeatures({ degree: 5 }).fit([[0, 1]]).transform([[0, 1e100]]),
      "is too large: scale X first",
    ],
    [
      "a class by a name of every array",
      () => new LabelEncoder().fit(["a", "b"]).inverseTransform(["length"] as never),
      'codes must be whole numbers from 0 to 1, but item 0 is "length"',
    ],
    [
      "no codes",
      () => new LabelEncoder().fit(["a"]).inverseTransform(null as never),
      "codes must be an array of numbers such as [0, 1], but it is null",
    ],
    [
      "names that are none",
      () => new OneHotEncoder().fit([["a"]]).getFeatureNamesOut(null as never),
      "inputFeatures must be an array of names",
    ],
    [
      "a range without end",
      () => new MinMaxScaler({ featureRange: [-1e308, 1e308] }),
      "two numbers from -1e100 to 1e100",
    ],
    [
      "a filling too large",
      () => new SimpleImputer({ fillValue: 1e200 }),
      "fillValue must be null (0), or a number",
    ],
    [
      "a length below 0",
      () => new SimpleImputer().fit([{ length: -1 }] as never),
      "an array whose first item is",
    ],
    [
      "terms without end",
      () => new CountVectorizer({ analyzer: "char", ngramRange: [1, 1e9] }).fit(["la".repeat(5000)]),
      "ngramRange [1, 1000000000] makes too many terms of a text of 10000",
    ],
    [
      "a score function without scores",
      () => new SelectKBest({ k: 1, scoreFunc: (() => undefined) as never }).fit(X, ["a", "b", "b"]),
      "the scores that scoreFunc returns must be an array of numbers, one for each column, but it is undefined",
    ],
    [
      "weights whose sum overflows",
      () => new StandardScaler().fit(X, null, { sampleWeight: [1e308, 1e308, 1] }),
      "sampleWeight must hold numbers from 0 to 1e100, but item 0 is 1e+308",
    ],
    [
      "a transformer that makes no table",
      () =>
        new ColumnTransformer({ transformers: [["mine", new LabelEncoder() as never, 0]] })
          .fit([["a"]])
          .transform([["a"]]),
      'what "mine" makes of X must be a Matrix',
    ],
    [
      "names of too few columns",
      () =>
        new ColumnTransformer({ transformers: [["s", new StandardScaler(), [0]]] })
          .fit([[1, 2]])
          .getFeatureNamesOut(["tempo"]),
      "inputFeatures and X's rows must be equally long",
    ],
  ])("%s", (_, attempt, message) => {
    expect(attempt).toThrow(message);
  });
});

test("a transformer of no columns at all is passed over", () => {
  const transformer = new ColumnTransformer({
    transformers: [
      ["none", new StandardScaler(), []],
      ["kept", "passthrough", [1]],
    ],
  });
  expect(transformer.fitTransform([[1, 2]]).data).toEqual(Float64Array.of(2));
});

test("a column that varies by little around much is no constant", () => {
  const threshold = new VarianceThreshold().fit([
    [1e10, 0.1],
    [1e10 + 1e-5, 0.1],
    [1e10, 0.1],
  ]);
  expect(threshold.getSupport()).toEqual([true, false]);
});
