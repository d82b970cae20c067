import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rightTempi, spread } from "../../../datasets/songs/baselines.ts";
import { lagOf } from "../../../datasets/songs/hearing.ts";
import { Dataset } from "../../../src/stdlib/data/index.ts";

const folder = join(import.meta.dirname, "../../../datasets/songs");
const datasheet = readFileSync(join(folder, "README.md"), "utf8");
const songs = new Dataset(JSON.parse(readFileSync(join(folder, "songs.json"), "utf8")), "");
const titles = songs.column("title") as string[];
const numbers = (name: string) => songs.column(name) as number[];

/** The rows of a further table that belong to a song. */
function rowsOf(table: string, title: string): Record<string, number>[] {
  return songs
    .table(table)
    .records()
    .filter(({ song }) => song === title) as unknown as Record<string, number>[];
}

test("there are four songs of each of two bands, each with a clip of twelve seconds and its credit", () => {
  expect(songs.groups.filter((artist) => artist === "Muldjord")).toHaveLength(4);
  expect(songs.groups.filter((artist) => artist === "Sectoid")).toHaveLength(4);
  for (const [i, clip] of songs.clips.entries()) {
    expect(clip?.duration).toBe(12);
    expect(clip?.credit).toContain(songs.groups[i] === "Muldjord" ? "CC-BY-SA-3.0" : "MIT");
  }
  expect(new Set(songs.clips.map((clip) => clip?.url)).size).toBe(8);
});

test("tempi are those of the MIDI files", () => {
  // 352941, 315789 and 631579 microseconds a quarter.
  const of = (title: string) => songs.y[titles.indexOf(title)];
  expect([of("Chaos God"), of("Internal Degeneration"), of("Feelings")]).toEqual([170, 190, 95]);
});

test("the whole charts have 7,906 notes on five keys, 7,076 of them at different times", () => {
  const chart = songs.table("chart");
  expect(chart.length).toBe(7906);
  expect(new Set(chart.column("lane"))).toEqual(new Set([0, 1, 2, 3, 4]));
  const times = titles.map((title) => new Set(rowsOf("chart", title).map(({ beat }) => beat)).size);
  expect(times.reduce((sum, count) => sum + count)).toBe(7076);
});

test("the onsets of an excerpt are the notes of the chart at its place, and as many as the row says", () => {
  for (const [i, title] of titles.entries()) {
    const found = rowsOf("onsets", title);
    const expected = rowsOf("chart", title)
      .map(({ beat, lane }) => ({ time: (beat! * 60) / numbers("bpm")[i]! - numbers("start")[i]!, lane }))
      .filter(({ time }) => time >= 0 && time < 12);
    expect(found.map(({ lane }) => lane)).toEqual(expected.map(({ lane }) => lane));
    // Beats and times are rounded to thousandths, the tempo to four digits: 20 ms at the end of a song.
    for (const [k, { time }] of found.entries()) {
      expect(Math.abs(time! - expected[k]!.time)).toBeLessThan(0.02);
    }
    expect(new Set(found.map(({ time }) => time)).size).toBe(numbers("charted")[i]);
  }
});

test("beats are a beat apart, the first of a bar 0.1 s after the beginning", () => {
  for (const [i, title] of titles.entries()) {
    const beats = rowsOf("beats", title);
    expect(beats[0]!.time).toBeCloseTo(0.1, 3);
    expect(beats.map(({ inBar }) => inBar)).toEqual(beats.map((_, k) => (k % 4) + 1));
    const last = beats[beats.length - 1]!.time!;
    expect(last - beats[0]!.time!).toBeCloseTo(((beats.length - 1) * 60) / numbers("bpm")[i]!, 2);
  }
});

test("the figures of the datasheet are those of the table", () => {
  expect(rightTempi(songs, "tempo")).toEqual({ exact: 7, anyLevel: 8 });
  expect(rightTempi(songs, "plainTempo")).toEqual({ exact: 4, anyLevel: 4 });
  const rounded = (name: string) => spread(songs, name).map((value) => value.toFixed(2));
  expect(rounded("recall")).toEqual(["0.60", "0.72", "0.90"]);
  expect(rounded("precision")).toEqual(["0.44", "0.59", "0.98"]);
  expect(rounded("beatF")).toEqual(["0.00", "0.99", "1.00"]);
  expect(spread(songs, "lag")).toEqual([-1, 14, 40]);
});

test("a lag is found among onsets that were missed and onsets that are not charted", () => {
  const charted = Array.from({ length: 40 }, (_, i) => 0.3 * i);
  const found = charted.filter((_, i) => i % 3 > 0).map((time, i) => time + 0.031 + 0.002 * Math.sin(i));
  const others = Array.from({ length: 25 }, (_, i) => 0.47 * i + 0.11);
  expect(Math.abs(lagOf(charted, [...found, ...others]) - 0.031)).toBeLessThan(0.002);
});

test("the datasheet mentions every column", () => {
  for (const { name } of songs.meta.columns) expect(datasheet).toMatch(new RegExp(`\\b${name}\\b`));
});
