import { describe, expect, test } from "vitest";
import {
  DummyClassifier,
  fromJSON,
  isRevivable,
  KNeighborsClassifier,
  LogisticRegression,
  MinMaxScaler,
  Pipeline,
  SimpleImputer,
  StandardScaler,
} from "../../../../src/learn/index.ts";

const X = [[1], [2], [8], [9]];
const y = ["a", "a", "$", "$"];

test("numbers that JSON has no form for survive it", () => {
  const imputer = new SimpleImputer().fit([
    [null, -0],
    [null, -0],
  ]);
  const copy = fromJSON(JSON.parse(JSON.stringify(imputer))) as SimpleImputer;
  expect(copy.statistics).toEqual(imputer.statistics);
  expect(Object.is(copy.statistics[0], Number.NaN)).toBe(true);
});

test("a class that is named like the mark in JSON survives it", () => {
  const model = new LogisticRegression({ classWeight: { $: 2, a: 1 } }).fit(X, y);
  const copy = fromJSON(JSON.parse(JSON.stringify(model))) as LogisticRegression;
  expect(copy.classWeight).toEqual({ $: 2, a: 1 });
  expect(copy.predict(X)).toEqual(model.predict(X));
});

describe("JSON that toJSON did not write is refused in words", () => {
  const scaler = JSON.parse(JSON.stringify(new StandardScaler().fit(X)));
  const knn = JSON.parse(JSON.stringify(new Pipeline([["knn", new KNeighborsClassifier()]]).fit(X, y)));
  test.each<[string, unknown, string]>([
    ["nothing", null, "an object {type, params, fitted}, but it got null"],
    ["text", JSON.stringify(scaler), "read text by JSON.parse first"],
    ["a list", [scaler], "it got an array of 1"],
    ["no type", {}, "the type is undefined"],
    [
      "a type that is a name of every object",
      { ...scaler, type: "constructor" },
      'the type is "constructor"',
    ],
    ["no params", { type: "StandardScaler", fitted: null }, "the params of StandardScaler must be an object"],
    ["params that are a list", { ...scaler, params: [] }, "must be an object of names and values"],
    ["an unknown parameter", { ...scaler, params: { withMaen: true } }, "did you mean withMean?"],
    ["an odd parameter", { ...scaler, params: JSON.parse('{"__proto__": 1}') }, 'no parameter "__proto__"'],
    ["what was learned, empty", { ...scaler, fitted: {} }, "must be null or the object that toJSON wrote"],
    ["what was learned, text", { ...scaler, fitted: "mean" }, 'but it is "mean"'],
    [
      "numbers that are none",
      { ...scaler, fitted: { mean: { $: "Float64Array", values: ["x"] } } },
      'is "x"',
    ],
    [
      "no values",
      { ...scaler, fitted: { mean: { $: "Float64Array" } } },
      "where an array of values should be",
    ],
    [
      "a number of nothing",
      { ...scaler, fitted: { mean: { $: "number", value: null } } },
      "a number should be",
    ],
    ["an unknown kind", { ...scaler, fitted: { mean: { $: "__proto__" } } }, 'of the kind "__proto__"'],
    ["a kind that is none", { ...scaler, fitted: { mean: { $: 5 } } }, "of the kind 5"],
    [
      "a table without size",
      { ...scaler, fitted: { X: { $: "Matrix", values: [1] } } },
      "whole numbers of rows",
    ],
    ["steps that are none", { ...knn, params: { steps: [1] } }, "step 0 must be [name, estimator]"],
    ["a pipeline without steps", { ...knn, params: {} }, "steps must be an array"],
    ["learned steps that are none", { ...knn, fitted: { steps: 5 } }, "steps must be an array"],
  ])("%s", (_, json, message) => {
    expect(() => fromJSON(json as never)).toThrow(message);
  });
});

test("an estimator with a method or a nested function of its own is not sure to behave the same", () => {
  const model = new DummyClassifier();
  expect(isRevivable(Object.assign(model, { predict: () => [] }))).toBe(false);
  expect([null, undefined, 5, {}, { constructor: null }].map(isRevivable)).toEqual(new Array(5).fill(false));
});

test("a default that is a list is each estimator's own", () => {
  (new MinMaxScaler().featureRange as unknown as number[])[1] = 9;
  expect(new MinMaxScaler().featureRange).toEqual([0, 1]);
});
