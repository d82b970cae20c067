import { expect, test } from "vitest";
import { CountVectorizer, fromJSON, TfidfVectorizer } from "../../../../src/learn/index.ts";

test("a word in all of n texts has idf 1, one in a single text ln((1 + n) / 2) + 1", () => {
  const vectorizer = new TfidfVectorizer().fit(["la sun", "la moon", "la la rain"]);
  const idf = Object.fromEntries(
    vectorizer.getFeatureNamesOut().map((term, j) => [term, vectorizer.idf![j]]),
  );
  expect(idf.la).toBe(1);
  expect(idf.sun).toBeCloseTo(Math.log(2) + 1, 14);
});

test("each row has length 1, and a text without known words is 0", () => {
  const table = new TfidfVectorizer().fit(["love me do", "let it be"]).transform(["love love it", "xyz", ""]);
  const lengths = [0, 1, 2].map((i) => Math.hypot(...table.row(i)));
  expect(lengths[0]).toBeCloseTo(1, 14);
  expect(lengths.slice(1)).toEqual([0, 0]);
});

test("words of any script are found, in order of their characters", () => {
  const names = new CountVectorizer().fit(["Éloïse, ça va? A 42 愛してる", "don't"]).getFeatureNamesOut();
  expect(names).toEqual(["42", "don", "va", "ça", "éloïse", "愛してる"]);
});

test("a group in the pattern is the word, and words may be named as objects' properties", () => {
  const names = new CountVectorizer({ tokenPattern: "#(\\w+)" })
    .fit(["#constructor of #toString"])
    .getFeatureNamesOut();
  expect(names).toEqual(["constructor", "tostring"]);
});

test("runs of words do not reach over a stop word that was left out, as they follow each other then", () => {
  const vectorizer = new CountVectorizer({ ngramRange: [2, 2], stopWords: ["the"] }).fit([
    "sound of the sea",
  ]);
  expect(vectorizer.getFeatureNamesOut()).toEqual(["of sea", "sound of"]);
});

test("a vectorizer survives JSON", () => {
  const vectorizer = new TfidfVectorizer({ sublinearTf: true }).fit(["la la", "me too"]);
  const copy = fromJSON(JSON.parse(JSON.stringify(vectorizer))) as unknown as TfidfVectorizer;
  expect(copy.transform(["la me la"])).toEqual(vectorizer.transform(["la me la"]));
});

test.each([
  [{}, [], "at least one text"],
  [{}, ["", "a"], "no terms at all"],
  [{}, [3], "item 0 is 3"],
  [{}, "abc", 'but it is "abc"'],
  [{ minDf: 2, maxDf: 0.5 }, ["one", "two"], "leave no terms"],
  [{ minDf: 2, maxDf: 3 }, ["one", "two"], "No term is in at least 2"],
  [{ tokenPattern: "(" }, ["one"], "tokenPattern must be a regular expression"],
  [{ tokenPattern: "(a)(b)" }, ["one"], "one group"],
])("unfit texts or settings are refused: %#", (params, texts, message) => {
  expect(() => new CountVectorizer(params).fit(texts as never)).toThrow(message);
});

test("a table that would not fit into memory is refused", () => {
  const texts = Array.from({ length: 8000 }, (_, i) => `word${i}`);
  expect(() => new CountVectorizer().fitTransform(texts)).toThrow("8000 × 8000 are too many numbers");
});
