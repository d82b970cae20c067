import { expect, test } from "vitest";
import { CountVectorizer, TfidfVectorizer } from "../../../../src/learn/index.ts";
import { figures } from "../data.ts";

type Answers = { names: string[]; rows: number[][] };
const { texts, counts, cases } = figures<{
  texts: string[];
  counts: Answers;
  cases: ({ settings: Record<string, unknown> } & Answers)[];
}>("text/text");

test("CountVectorizer has scikit-learn's terms and counts", () => {
  const vectorizer = new CountVectorizer();
  const table = vectorizer.fitTransform(texts);
  expect(vectorizer.getFeatureNamesOut()).toEqual(counts.names);
  expect(counts.rows.map((_, i) => Array.from(table.row(i)))).toEqual(counts.rows);
});

test.each(cases)("TfidfVectorizer with $settings has scikit-learn's terms and weights", (expected) => {
  const params = Object.entries(expected.settings).map(([name, value]) => {
    return [name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()), value];
  });
  const vectorizer = new TfidfVectorizer(Object.fromEntries(params));
  const table = vectorizer.fitTransform(texts);
  expect(vectorizer.getFeatureNamesOut()).toEqual(expected.names);
  for (const [i, row] of expected.rows.entries()) {
    // Logarithms and sums of squares may differ in the last digit.
    for (const [j, value] of row.entries()) expect(table.row(i)[j]).toBeCloseTo(value, 14);
  }
});
