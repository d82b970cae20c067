import { describe, expect, test } from "vitest";
import { fromJSON, LabelEncoder, OneHotEncoder } from "../../../../src/learn/index.ts";

const X = [
  ["C", 3],
  ["A", 4],
  ["C", 4],
];

describe("OneHotEncoder", () => {
  test("has a column for each category, sorted, and gives them back", () => {
    const encoder = new OneHotEncoder();
    const coded = encoder.fitTransform(X);
    expect(encoder.getFeatureNamesOut(["key", "beats"])).toEqual(["key_A", "key_C", "beats_3", "beats_4"]);
    expect(Array.from(coded.data)).toEqual([0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 0, 1]);
    const copy = fromJSON(JSON.parse(JSON.stringify(encoder))) as OneHotEncoder;
    expect(copy.inverseTransform(coded)).toEqual(X);
  });

  test("a category that was dropped is all zeros, and comes back", () => {
    const encoder = new OneHotEncoder({ drop: "if_binary" }).fit([
      ["C", 3],
      ["A", 4],
      ["G", 4],
    ]);
    expect(encoder.getFeatureNamesOut()).toEqual(["x0_A", "x0_C", "x0_G", "x1_4"]);
    expect(encoder.inverseTransform(encoder.transform([["G", 3]]))).toEqual([["G", 3]]);
  });

  test("an unknown category throws, or is ignored and comes back as null", () => {
    expect(() => new OneHotEncoder().fit(X).transform([["B", 3]])).toThrow(
      'row 0, column 0 is "B", which is none of the categories that were fitted: "A", "C"',
    );
    const lenient = new OneHotEncoder({ handleUnknown: "ignore" }).fit(X);
    expect(lenient.inverseTransform(lenient.transform([["B", 3]]))).toEqual([[null, 3]]);
  });

  test("categories can be given, in any order", () => {
    const encoder = new OneHotEncoder({
      categories: [
        ["G", "C", "A"],
        [3, 4],
      ],
    }).fit(X);
    expect(encoder.getFeatureNamesOut()).toEqual(["x0_G", "x0_C", "x0_A", "x1_3", "x1_4"]);
    expect(() => new OneHotEncoder({ categories: [["C"], [3, 4]] }).fit(X)).toThrow('column 0 has "A"');
  });

  test.each([
    [[["a", 1], ["b"]], "row 0, which has 2, but row 1 has 1"],
    [[["a"], [1]], "X: column 0 must hold only text or only numbers"],
    [[[null]], "row 0, column 0 is null"],
    [["a", "b"], 'an array whose first item is "a"'],
    [[], "at least one row"],
  ])("unfit rows are refused: %#", (rows, message) => {
    expect(() => new OneHotEncoder().fit(rows as never)).toThrow(message);
  });
});

test("LabelEncoder numbers the sorted classes, and knows no others", () => {
  const encoder = new LabelEncoder();
  expect(encoder.fitTransform(["snare", "kick", "snare"])).toEqual([1, 0, 1]);
  expect(encoder.inverseTransform([0, 1])).toEqual(["kick", "snare"]);
  expect(() => encoder.transform(["tom"])).toThrow('("kick", "snare"), but it has "tom"');
  expect(() => encoder.inverseTransform([2])).toThrow("whole numbers from 0 to 1, but item 0 is 2");
  expect(() => new LabelEncoder().transform(["a"])).toThrow("has not been fitted");
});
