import { expect, test } from "vitest";
import { agreement, byFirstLetters } from "../../../datasets/valence/baselines.ts";
import { parseLexicon } from "../../../datasets/valence/lexicon.ts";
import { openDataset } from "../../../scripts/datasets/open.ts";
import { datasheet, shortly, unmentioned } from "./support/datasheet.ts";

const valence = openDataset("valence");
const rowOfLine = (line: number) => valence.column("line").indexOf(line);

test("valence has 7,517 lines less the 49 that are left out, each with ten ratings from −4 to 4", () => {
  expect([valence.X.rows, valence.X.cols]).toEqual([7517 - 49, 10]);
  expect(valence.X.data.every((rating) => Number.isInteger(rating) && Math.abs(rating) <= 4)).toBe(true);
  expect(new Set(valence.column("line")).size).toBe(valence.X.rows);
});

// The package's own mean and deviation, to the digits that it prints.
test.each([
  [1, "$:", -1.5, 0.80623],
  [3000, "foolishness", -1.8, 0.6],
  [7517, "}:-)", 0.3, 1.61555],
])("line %i of the lexicon is “%s”, %f, with a spread of %f", (line, word, mean, spread) => {
  const record = valence.records()[rowOfLine(line)]!;
  expect([record.word, record.valence]).toEqual([word, mean]);
  expect(record.spread).toBeCloseTo(spread, 3);
});

test("two published figures are not those of their ratings, and are not taken", () => {
  expect(valence.records()[rowOfLine(301)]).toMatchObject({ word: "lmfao", valence: 2.4 });
  expect(valence.records()[rowOfLine(5594)]).toMatchObject({ word: "repetitive", spread: 0.6325 });
});

test("a line without ten whole ratings is refused by its number", () => {
  const line = "good\t1.9\t0.9434\t[2, 1, 1, 3, 2, 4, 2, 2, 1, 1]";
  expect(parseLexicon(`${line}\n`)[0]).toMatchObject({ line: 1, word: "good" });
  expect(() => parseLexicon(`${line}\n${line.replace(", 3,", ", 5,")}`)).toThrow("line 2");
  expect(() => parseLexicon(line.replace(", 1]", "]"))).toThrow("line 1");
});

test("the datasheet of valence names every column and quotes how far people agree", () => {
  expect(unmentioned("valence")).toEqual([]);
  const { spread, otherSide, halves, tens, twice } = agreement();
  expect(spread.toFixed(2)).toBe("0.91");
  expect((100 * otherSide).toFixed(0)).toBe("27");
  for (const figure of [halves, tens]) expect(datasheet("valence")).toContain(`| ${shortly(figure)} |`);
  expect([twice.words, twice.difference.toFixed(1)]).toEqual([14, "0.4"]);
});

test("forms of one word vouch for each other: held out by family, first letters say nothing", () => {
  const { random, family } = byFirstLetters();
  expect([shortly(random, 2), shortly(family, 2)]).toEqual([".72", "−.27"]);
  expect(datasheet("valence")).toContain("R² **.72**");
  expect(datasheet("valence")).toContain("**−.27**");
});
