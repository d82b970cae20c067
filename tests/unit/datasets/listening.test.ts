import { expect, test } from "vitest";
import {
  recommended,
  strengthErrors,
  tastesFound,
  tastesTold,
} from "../../../datasets/listening/baselines.ts";
import { build } from "../../../datasets/listening/build.ts";
import { genres, tastes } from "../../../datasets/listening/planted.ts";
import { differences } from "../../../scripts/datasets/compare.ts";
import { openDataset } from "../../../scripts/datasets/open.ts";
import { datasheet, shortly, unmentioned } from "./support/datasheet.ts";

const listening = openDataset("listening");
const plays = listening.table("plays");
const count = <T>(values: readonly T[], value: T) => values.filter((each) => each === value).length;

test("listening is made anew by its script, and says on screen that it was made up", () => {
  const { dataset } = build();
  expect(dataset.summary).toBe(listening.meta.summary);
  expect(dataset.tables!.plays!.columns[2]).toMatchObject({ values: plays.column("count") });
  expect(listening.meta.synthetic).toBe(true);
  expect(differences(dataset, build().dataset)).toEqual([]);
});

test("listening has the tastes and genres that were planted, and a share of every genre that adds up to one", () => {
  for (const { name, listeners, shares } of tastes) {
    expect(count(listening.y, name)).toBe(listeners);
    // Sums of decimal fractions differ from 1 in the last bits.
    expect(Object.values(shares).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  }
  expect(count(listening.table("tracks").column("genre"), "jazz")).toBe(genres.jazz);
});

test("plays by genre are the plays, added up", () => {
  const sum = plays.column("count").reduce<number>((total, each) => total + Number(each), 0);
  expect(listening.X.data.reduce((a, b) => a + b, 0)).toBe(sum);
  const pairs = plays.column("listener").map((listener, i) => `${listener} ${plays.column("track")[i]}`);
  expect(new Set(pairs).size).toBe(plays.length);
  expect(Math.min(...(plays.column("count") as number[]))).toBe(1);
});

test("the datasheet of listening names every column and quotes what is found in it", () => {
  expect(unmentioned("listening")).toEqual([]);
  const found = tastesFound();
  // scikit-learn 1.2.1: .0312 and .8014.
  expect([shortly(found.counts, 2), shortly(found.shares, 2)]).toEqual([".03", ".80"]);
  expect([shortly(found.silhouettes[4]!, 2), shortly(found.silhouettes[5]!, 2)]).toEqual([".51", ".45"]);
  const told = tastesTold();
  expect([shortly(told.counts, 2), shortly(told.shares, 2)]).toEqual([".89", ".93"]);
});

test("factors gain in listening what they do not gain in ratings", () => {
  const errors = Object.values(strengthErrors()).map((error) => shortly(error));
  expect(errors).toEqual([".863", ".773", ".730"]);
  for (const error of errors) expect(datasheet("listening")).toContain(`| ${error} |`);
  const { mostPlayed, factors } = recommended();
  expect([shortly(mostPlayed), shortly(factors)]).toEqual([".163", ".277"]);
});
