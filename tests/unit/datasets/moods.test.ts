import { expect, test } from "vitest";
import { caffeineEffect, fillingIn, moodComponents } from "../../../datasets/moods/baselines.ts";
import { openDataset } from "../../../scripts/datasets/open.ts";
import { datasheet, shortly, unmentioned } from "./support/datasheet.ts";

const moods = openDataset("moods");
const incomplete = moods.table("incomplete");

test("moods has 2,692 people with 25 answers from 0 to 3, each once, and none who had just seen a film", () => {
  expect([moods.X.rows, moods.X.cols]).toEqual([2692, 25]);
  expect(new Set(moods.X.data)).toEqual(new Set([0, 1, 2, 3]));
  const people = [...moods.column("id"), ...incomplete.column("id")];
  expect(new Set(people).size).toBe(2692 + 140);
  expect(people.filter((id) => String(id).startsWith("XRAY"))).toEqual([]);
});

test("everybody in the table of open answers left one of the words open, and not all", () => {
  const answers = moods.featureNames.map((word) => incomplete.column(word));
  for (let row = 0; row < incomplete.length; row++) {
    const open = answers.filter((values) => Number.isNaN(values[row])).length;
    expect(open).toBeGreaterThan(0);
    expect(open).toBeLessThanOrEqual(25);
  }
});

// Read from the package by another program.
test.each([
  [
    "AGES-1",
    { active: 2, energetic: 2, sleepy: 0, tense: 0, calm: 2, happy: 2, gloomy: 0, hour: 9, drug: "caffeine" },
  ],
  [
    "VALE-50",
    { active: 1, energetic: 2, sleepy: 0, tense: 1, calm: 3, happy: 2, gloomy: 0, hour: 20, drug: null },
  ],
])("the answers of %s are those of the package", (id, facts) => {
  expect(moods.records().find((record) => record.id === id)).toMatchObject(facts);
});

test("the datasheet of moods names every column and quotes its components", () => {
  expect(unmentioned("moods")).toEqual([]);
  const components = moodComponents();
  // scikit-learn 1.2.1: .32147, .15178, .10033.
  expect(components.map(({ share }) => (100 * share).toFixed(1))).toEqual(["32.1", "15.2", "10.0"]);
  for (const { share } of components)
    expect(datasheet("moods")).toContain(`| ${(100 * share).toFixed(1)} % |`);
  const ends = components.slice(0, 2).map(({ parts }) => [parts[0]![0], parts.at(-1)![0]]);
  expect(ends).toEqual([
    ["energetic", "tired"],
    ["tense", "calm"],
  ]);
  expect(components[2]!.parts.every(([, part]) => part > 0)).toBe(true);
});

test("caffeine and filling in do what the datasheet of moods says", () => {
  const { people, d } = caffeineEffect();
  expect([...people, ...d.map((each) => each.toFixed(2))]).toEqual([649, 649, "0.55", "0.21"]);
  const { mean, components } = fillingIn();
  expect([shortly(mean), shortly(components)]).toEqual([".867", ".678"]);
});
