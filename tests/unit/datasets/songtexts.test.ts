import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { agreement, genreAccuracies, lexiconAuc } from "../../../datasets/songtexts/baselines.ts";
import { VIOLENT } from "../../../datasets/songtexts/forms.ts";
import { genreByWords, meanValence, moodByWords } from "../../../datasets/songtexts/rules.ts";
import { openDataset } from "../../../scripts/datasets/open.ts";
import { osisLines } from "../../../scripts/datasets/sword-text.ts";
import { CountVectorizer } from "../../../src/learn/index.ts";
import golden from "../../golden/datasets/scores/scores.json" with { type: "json" };

const songs = openDataset("songtexts");
const wording = songs.column("wording") as string[];
const datasheet = readFileSync(join(import.meta.dirname, "../../../datasets/songtexts/README.md"), "utf8");

test("there are 36 psalms of praise and 33 of lament, none twice and none that is called violent", () => {
  expect(songs.y.filter((genre) => genre === "praise")).toHaveLength(36);
  expect(songs.y.filter((genre) => genre === "lament")).toHaveLength(33);
  expect(new Set(wording).size).toBe(69);
  const numbers = songs.column("number") as number[];
  expect(numbers.filter((number) => VIOLENT.includes(number))).toEqual([]);
  expect(
    [...numbers, ...(songs.table("leftOut").column("number") as number[])].sort((a, b) => a - b),
  ).toEqual(Array.from({ length: 150 }, (_, i) => i + 1));
});

test("a psalm is there whole, without notes, titles and markup", () => {
  expect(wording[songs.examples.praise!]).toBe(
    "Praise Yahweh, all you nations!\nExtol him, all you peoples!\nFor his loving kindness is great toward us.\nYahweh’s faithfulness endures forever.\nPraise Yah!",
  );
  expect(wording.filter((text) => /[<>]|Selah|[a-z][A-Z]| {2}/.test(text))).toEqual([]);
});

test("lines of OSIS lose their notes and their markup, and no space between words", () => {
  const osis =
    '<title>A Psalm.</title><l sID="a"/><w lemma="x">Praise</w> Yahweh<note>1:1 or, the Lord</note> <w>now</w>,<l eID="a"/><l sID="b"/>all<note>n</note>you.<l eID="b"/>';
  expect(osisLines(osis)).toEqual(["Praise Yahweh now,", "all you."]);
});

test("psalms 42 and 43 are one song", () => {
  const [numbers, groups] = [songs.column("number"), songs.groups];
  expect(groups[numbers.indexOf(42)]).toBe(groups[numbers.indexOf(43)]);
  expect(new Set(groups).size).toBe(68);
});

test("the counts are what CountVectorizer counts in the wording", () => {
  const counter = new CountVectorizer({ minDf: 8 });
  const counts = counter.fitTransform(wording);
  expect(songs.featureNames).toEqual(counter.getFeatureNamesOut());
  expect(songs.X.data).toEqual(counts.data);
});

test("the rules look at words and leave a tie open", () => {
  expect(genreByWords("Sing and rejoice, and hear me")).toBe("praise");
  expect(genreByWords("How long? Save me! I will praise you")).toBe("lament");
  expect(genreByWords("Praise him, and hear me")).toBeNull();
  expect(moodByWords("tears and joy and death")).toBe("sad");
  expect(
    meanValence(
      "Joy, joy and pain",
      new Map([
        ["joy", 3],
        ["pain", -3],
      ]),
    ),
  ).toBe(1);
});

test("models and labels come to the figures of the datasheet, and to scikit-learn's", () => {
  const { "always praise": most, ...models } = genreAccuracies();
  expect(most!.toFixed(2)).toBe("0.52");
  const expected = golden.songtexts as Record<string, number>;
  for (const [name, accuracy] of Object.entries(models)) {
    expect([name, accuracy]).toEqual([name, expected[name]]);
    expect(datasheet).toContain(accuracy.toFixed(2).slice(1));
  }
  expect(lexiconAuc()).toBeCloseTo(golden.songtexts.auc, 12);
  expect(agreement("genre", "genreByWords").kappa).toBeCloseTo(golden.songtexts.kappa, 12);
  expect(agreement("moodByWords", "moodByLexicon").kappa.toFixed(2)).toBe("0.47");
});

test("our lyrics have glad and sad ones of several kinds, and nobody else's are longer than two verses", () => {
  const lyrics = songs.table("lyrics");
  expect(lyrics.length).toBe(12);
  expect(lyrics.column("mood").filter((mood) => mood === "glad")).toHaveLength(6);
  expect(songs.table("songs").length).toBe(6);
});

test("the datasheet mentions every column but the words, and says how many words there are", () => {
  const tables = ["lyrics", "songs", "leftOut"].flatMap((name) => songs.table(name).columns);
  const info = ["id", "number", "form", "song", "book", "collection", "genreByWords", "moodByWords"];
  const names = [
    ...tables.map(({ name }) => name),
    ...info,
    "moodByLexicon",
    "valence",
    "wordCount",
    "wording",
  ];
  for (const name of names) expect(datasheet).toMatch(new RegExp(`\\b${name}\\b`));
  expect(datasheet).toContain(`(${songs.featureNames.length} columns)`);
});

test("a word with an apostrophe is one word, and the datasheet has the sum of all", () => {
  const words = (text: string) =>
    text.split(/[^\p{L}'\u2019]+/u).filter((word) => /\p{L}/u.test(word)).length;
  const counts = songs.column("wordCount") as number[];
  expect(counts).toEqual(songs.column("wording").map((text) => words(String(text))));
  const sum = counts.reduce((total, count) => total + count, 0);
  expect(datasheet).toContain(`${sum.toLocaleString("en")} words`);
});
