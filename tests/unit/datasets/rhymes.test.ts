import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rhymingPairs, syllableAccuracies } from "../../../datasets/rhymes/baselines.ts";
import { rhymePart, stresses, syllables } from "../../../datasets/rhymes/pronunciation.ts";
import { spellingOf } from "../../../datasets/rhymes/spelling.ts";
import { openDataset } from "../../../scripts/datasets/open.ts";
import golden from "../../golden/datasets/scores/scores.json" with { type: "json" };

const rhymes = openDataset("rhymes");
const datasheet = readFileSync(join(import.meta.dirname, "../../../datasets/rhymes/README.md"), "utf8");
const rhymeOf = new Map(rhymes.column("word").map((word, row) => [word, rhymes.column("rhyme")[row]]));

test("there are 1,900 words, none twice", () => {
  expect(rhymes.X.rows).toBe(1900);
  expect(rhymeOf.size).toBe(1900);
});

test("a rhyme is what is said from the last main stress on", () => {
  const morning = "M AO1 R N IH0 NG".split(" ");
  expect([syllables(morning), stresses(morning), rhymePart(morning)]).toEqual([2, "10", "AO R N IH NG"]);
  expect(rhymePart("AH0".split(" "))).toBe("AH");
  expect(rhymePart("R IY2 K AH0 N EH1 K T".split(" "))).toBe("EH K T");
});

test("words rhyme by their sound, not by their letters", () => {
  const pairs = [
    ["snow", "know"],
    ["hill", "still"],
    ["bread", "head"],
    ["praise", "days"],
  ] as const;
  for (const [a, b] of pairs) expect([a, rhymeOf.get(a)]).toEqual([a, rhymeOf.get(b)]);
  expect(rhymeOf.get("love")).not.toBe(rhymeOf.get("move"));
});

test("letters are counted as the columns say", () => {
  expect(spellingOf("praised")).toEqual({ letters: 7, vowels: 3, vowelGroups: 2, finalE: 0, finalEd: 1 });
  expect(spellingOf("wanted").finalEd).toBe(0);
  expect(spellingOf("make").finalE).toBe(1);
  expect(spellingOf("tree").finalE).toBe(0);
});

test("a rule does as well as the models, and the line is scikit-learn's", () => {
  const found = syllableAccuracies();
  for (const accuracy of Object.values(found)) expect(datasheet).toContain(accuracy.toFixed(3).slice(1));
  expect(found["a line, rounded"]).toBe(golden.rhymes.line);
  expect(found["runs of vowels, less a silent e"]).toBeGreaterThan(found["a tree of depth 6"]!);
});

test("our lyrics rhyme in 30 of 33 pairs of lines", () => {
  expect(rhymingPairs()).toEqual({ pairs: 33, rhymes: 30 });
});

test("the datasheet mentions every column", () => {
  const names = ["syllables", "word", "sounds", "stress", "rhyme", "family", ...rhymes.featureNames];
  for (const name of names) expect(datasheet).toMatch(new RegExp(`\\b${name}\\b`));
});
