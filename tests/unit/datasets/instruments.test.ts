import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  accuracyByGroup,
  bestStump,
  DRUM_FEATURES,
  MODELS,
} from "../../../datasets/instruments/baselines.ts";
import { noteFeatureColumns, noteFeatures } from "../../../datasets/instruments/features.ts";
import { INSTRUMENTS, notesOf } from "../../../datasets/instruments/instruments.ts";
import { drumFeatureColumns, drumFeatures } from "../../../src/music/index.ts";
import { Dataset } from "../../../src/stdlib/data/index.ts";

const folder = join(import.meta.dirname, "../../../datasets/instruments");
const datasheet = readFileSync(join(folder, "README.md"), "utf8");
const notes = new Dataset(JSON.parse(readFileSync(join(folder, "instruments.json"), "utf8")), "");

test("it has thirty notes of twelve instruments on three soundfonts, and no two rows are the same", () => {
  const counts = new Map<string, number>();
  for (const [i, name] of notes.y.entries()) {
    const cell = `${notes.groups[i]} ${name}`;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  expect(counts.size).toBe(36);
  expect(new Set(counts.values())).toEqual(new Set([30]));
  expect(new Set(notes.column("id")).size).toBe(1080);
  expect(new Set(Array.from({ length: 1080 }, (_, i) => notes.X.row(i).join())).size).toBe(1080);
});

test("programs are those of the General MIDI standard", () => {
  // General MIDI System Level 1, sound set; programs counted from 1 there.
  const standard = {
    piano: 1,
    harpsichord: 7,
    marimba: 13,
    organ: 20,
    guitar: 25,
    violin: 41,
    cello: 43,
    harp: 47,
    trumpet: 57,
    saxophone: 66,
    clarinet: 72,
    flute: 74,
  };
  expect(Object.fromEntries(INSTRUMENTS.map(({ name, program }) => [name, program + 1]))).toEqual(standard);
});

test("each instrument is either plucked or sustained, five and seven of them", () => {
  const kinds = notes.column("kind");
  for (const { name, kind } of INSTRUMENTS) {
    expect(new Set(kinds.filter((_, i) => notes.y[i] === name))).toEqual(new Set([kind]));
  }
  expect(kinds.filter((kind) => kind === "sustained")).toHaveLength(630);
});

test("thirty different keys are played, each hardness ten times", () => {
  for (const instrument of INSTRUMENTS) {
    const played = notesOf(instrument);
    expect(new Set(played.map(({ midi }) => midi)).size).toBe(30);
    for (const hardness of [60, 85, 110]) {
      expect(played.filter(({ velocity }) => velocity === hardness)).toHaveLength(10);
    }
  }
});

test("three notes of each instrument can be heard on both MIT soundfonts, and none of the GPL one", () => {
  const heard = notes.clips.flatMap((clip, i) => (clip ? [`${notes.groups[i]} ${notes.y[i]}`] : []));
  expect(heard).toHaveLength(72);
  expect(new Set(heard).size).toBe(24);
  expect(heard.filter((name) => name.startsWith("TimGM6mb"))).toEqual([]);
  expect(Object.keys(notes.examples)).toEqual(notes.classNames);
  for (const row of Object.values(notes.examples)) expect(notes.clips[row]).not.toBeNull();
});

test("a twin is a note of Fluid by the same instrument, on the same key", () => {
  const ids = notes.column("id");
  const twins = notes.column("twin").flatMap((id, i) => (id === null ? [] : [[i, ids.indexOf(id)] as const]));
  expect(twins).toHaveLength(81);
  for (const [copy, original] of twins) {
    expect([notes.groups[copy], notes.groups[original]]).toEqual(["MuseScore", "Fluid"]);
    expect(notes.y[copy]).toBe(notes.y[original]);
    expect(notes.column("midi")[copy]).toBe(notes.column("midi")[original]);
  }
});

test("the first features are those of drums, and a lesson measures the same", () => {
  expect(noteFeatureColumns.slice(0, DRUM_FEATURES)).toEqual(drumFeatureColumns);
  expect(notes.featureNames).toEqual(noteFeatureColumns.map(({ name }) => name));
  const y = Float32Array.from({ length: 20_000 }, (_, i) => Math.sin(i / 9) * Math.exp(-i / 4000));
  const measured = noteFeatures(y, 44_100);
  expect(measured).toHaveLength(71);
  expect(measured.slice(0, DRUM_FEATURES)).toEqual([...drumFeatures(y, { sr: 44_100 })]);
});

test("the figures of the datasheet are those of the table", () => {
  // scikit-learn 1.2.1 has 0.9556, 0.9611 and 0.4444: one note of MuseScore is another.
  const svc = accuracyByGroup(MODELS["SVC, C = 10"]!(), notes.X, notes.y, notes.groups);
  expect(svc.Fluid).toBeCloseTo(0.9556, 4);
  expect(Math.abs(svc.MuseScore! - 0.9611)).toBeLessThan(1.5 / 360);
  expect(svc.TimGM6mb).toBeCloseTo(0.4444, 4);
  const sustained = notes.column("kind").map((kind) => kind === "sustained");
  const stump = bestStump(notes.column("level500") as number[], sustained);
  expect(stump.accuracy).toBeCloseTo(0.915, 3);
  expect(stump.threshold).toBeCloseTo(-4.9, 1);
});

test("the datasheet mentions every column", () => {
  const said = datasheet.replaceAll(/(\w+?)(\d+)(\w*) … \1(\d+)\3/g, (_, head, from, tail, to) =>
    Array.from(
      { length: Number(to) - Number(from) + 1 },
      (_each, i) => `${head}${Number(from) + i}${tail}`,
    ).join(" "),
  );
  for (const name of ["instrument", ...notes.meta.columns.map((column) => column.name)]) {
    expect(said).toMatch(new RegExp(`\\b${name}\\b`));
  }
});
