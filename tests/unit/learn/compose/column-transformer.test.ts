import { expect, test } from "vitest";
import {
  ColumnTransformer,
  fromJSON,
  isRevivable,
  Matrix,
  MinMaxScaler,
  OneHotEncoder,
  StandardScaler,
  TfidfVectorizer,
} from "../../../../src/learn/index.ts";

const X = [
  [90, "C", "la la", 1],
  [120, "G", "hey la", 2],
  [150, "C", "hey", 3],
];
const make = () =>
  new ColumnTransformer({
    transformers: [
      ["tempo", new MinMaxScaler(), [0]],
      ["key", new OneHotEncoder(), [1]],
      ["words", new TfidfVectorizer({ useIdf: false, norm: null }), 2],
    ],
    remainder: "passthrough",
  });

test("each transformer gets its columns, and what they make stands side by side", () => {
  const transformer = make();
  const made = transformer.fitTransform(X);
  expect(Array.from(made.row(1))).toEqual([0.5, 0, 1, 1, 1, 2]);
  expect(transformer.getFeatureNamesOut(["bpm", "key", "text", "n"])).toEqual([
    "tempo__bpm",
    "key__key_C",
    "key__key_G",
    "words__hey",
    "words__la",
    "remainder__n",
  ]);
});

test("its transformers are parts of it: they have parameters, are copied, and survive JSON", () => {
  const transformer = make().setParams({ key__drop: "first", tempo__clip: true });
  const given = transformer.transformers[1]![1] as OneHotEncoder;
  transformer.fit(X);
  expect(() => given.transform([["C"]])).toThrow("has not been fitted");
  expect(transformer.clone().getParams().key__drop).toBe("first");
  expect(isRevivable(transformer)).toBe(true);
  const copy = fromJSON(JSON.parse(JSON.stringify(transformer))) as ColumnTransformer;
  expect(copy.transform(X)).toEqual(transformer.transform(X));
  expect(copy.clone().fitTransform(X)).toEqual(transformer.transform(X));
});

test("columns may be dropped, used twice, and come from a Matrix", () => {
  const transformer = new ColumnTransformer({
    transformers: [
      ["a", new StandardScaler(), [1]],
      ["b", "passthrough", [1]],
      ["c", "drop", [0]],
    ],
  });
  const matrix = Matrix.from([
    [5, 1, 9],
    [5, 3, 9],
  ]);
  expect(Array.from(transformer.fitTransform(matrix).data)).toEqual([-1, 1, 1, 3]);
});

test.each([
  [[["a", new StandardScaler(), [4]]], '"a" asks for column 4, but X has columns 0 to 3'],
  [[["a", "passthrough", [1]]], "row 0, column 0 is"],
])("columns that cannot be had are refused: %#", (transformers, message) => {
  expect(() => new ColumnTransformer({ transformers: transformers as never }).fitTransform(X)).toThrow(
    message,
  );
});

test("transformers without a name, columns or methods are refused", () => {
  for (const transformers of [
    undefined,
    [],
    [["a", new StandardScaler()]],
    [["a__b", "drop", [0]]],
    [["a", {}, [0]]],
  ]) {
    expect(() => new ColumnTransformer({ transformers: transformers as never })).toThrow(
      "ColumnTransformer: transformers must be a list such as",
    );
  }
  expect(() => make().transform(X)).toThrow("has not been fitted");
  expect(() =>
    make()
      .fit(X)
      .transform([[1, 2]]),
  ).toThrow("X must have 4 columns");
});
