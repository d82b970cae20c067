import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  accuracy,
  libraryRows,
  MODELS,
  templateChords,
  tempoAccuracy,
} from "../../../datasets/grooves/baselines.ts";
import { FILES, FIVE_GENRES, GENRES } from "../../../datasets/grooves/genres.ts";
import { grooveFeatureColumns } from "../../../datasets/grooves/groove-features.ts";
import { OWN_GROOVES } from "../../../datasets/grooves/own-grooves.ts";
import { chordsOf, ownScore } from "../../../datasets/grooves/own-score.ts";
import { CHORDS, progression } from "../../../datasets/grooves/progression.ts";
import { Matrix, metrics } from "../../../src/learn/index.ts";
import { PITCH_CLASSES } from "../../../src/music/index.ts";
import { Dataset } from "../../../src/stdlib/data/index.ts";

const folder = join(import.meta.dirname, "../../../datasets/grooves");
const datasheet = readFileSync(join(folder, "README.md"), "utf8");
const grooves = new Dataset(JSON.parse(readFileSync(join(folder, "grooves.json"), "utf8")), "");
const bars = grooves.table("bars");

test("it has 84 grooves of mma and twenty of ours, and no two rows are the same", () => {
  const library = grooves.column("library");
  expect(library.filter((name) => name === "mma")).toHaveLength(84);
  expect(library.filter((name) => name === "Etude")).toHaveLength(20);
  expect(new Set(grooves.column("id")).size).toBe(104);
  expect(new Set(Array.from({ length: 104 }, (_, i) => grooves.X.row(i).join())).size).toBe(104);
  expect(grooves.featureNames).toEqual(grooveFeatureColumns.map(({ name }) => name));
});

test("no file is of two genres, and waltzes have three beats in a bar", () => {
  const files = Object.values(FILES).flat();
  expect(new Set(files).size).toBe(files.length);
  expect(Object.keys(FILES)).toEqual(GENRES);
  const beats = grooves.column("beats");
  expect(new Set(beats.filter((_, i) => grooves.y[i] === "waltz"))).toEqual(new Set([3]));
  for (const [i, genre] of grooves.y.entries()) {
    expect(grooves.column("genreOfFive")[i]).toBe(FIVE_GENRES.includes(genre) ? genre : null);
  }
});

test("tempo says nothing of genre: it is drawn from the same range for all", () => {
  const tempo = grooves.column("tempo") as number[];
  for (const genre of GENRES) {
    const own = libraryRows(grooves).filter((i) => grooves.y[i] === genre);
    const mean = own.reduce((sum, i) => sum + tempo[i]!, 0) / own.length;
    // 71 tempi from 90 to 160 deviate by 20.5; of 7 draws or more the mean is within three times 7.8 of 125.
    expect(Math.abs(mean - 125)).toBeLessThan(23.3);
  }
});

test("the chords of a sheet are triads of one key, never the same twice in a row, and the seed tells which", () => {
  expect(progression(7, 8)).toEqual(progression(7, 8));
  for (let seed = 1; seed <= 50; seed++) {
    const chords = progression(seed, 8);
    expect(chords.some((chord, i) => chord === chords[i - 1])).toBe(false);
    expect(new Set(chords).size).toBeLessThanOrEqual(6);
  }
});

test("every bar has a chord, and belongs to its groove", () => {
  const [groove, file, chord] = ["groove", "file", "chord"].map((name) => bars.column(name));
  expect(bars.length).toBe(104 * 8);
  expect(chord.every((name) => CHORDS.includes(String(name)))).toBe(true);
  expect(file.every((name, i) => name === grooves.groups[Number(groove[i])])).toBe(true);
  const first = grooves.column("library").indexOf("Etude");
  const names = chord.filter((_, i) => groove[i] === first);
  expect(names.join(" ")).toBe("C Am F G C Em F G");
});

test("our own grooves are four in each of five genres, and all of them can be heard, and no other", () => {
  const counts = FIVE_GENRES.map((genre) => OWN_GROOVES.filter((groove) => groove.genre === genre).length);
  expect(counts).toEqual([4, 4, 4, 4, 4]);
  const heard = grooves.clips.map((clip) => clip !== null);
  expect(heard).toEqual(grooves.column("library").map((name) => name === "Etude"));
  expect(grooves.column("soundfont").filter((name, i) => heard[i] && name === "TimGM6mb")).toEqual([]);
});

test("our own grooves are written in whole bars, with chords and drums that there are", () => {
  for (const groove of OWN_GROOVES) {
    expect(chordsOf(groove)).not.toContain(-1);
    expect(chordsOf(groove)).toHaveLength(8);
    for (const line of [groove.bass.line, ...groove.comp.map((part) => part.line)]) {
      expect([groove.name, line.length % (2 * groove.beats)]).toEqual([groove.name, 0]);
    }
    const { notes, seconds } = ownScore(groove);
    const sound = notes.filter(({ midi, onset, velocity }) => midi > 20 && onset >= 0 && velocity > 0);
    expect(sound).toHaveLength(notes.length);
    expect(Math.max(...notes.map(({ onset }) => onset))).toBeLessThan(seconds);
  }
});

test("a triad's chroma is told to be that triad", () => {
  const triad = (...keys: number[]) => PITCH_CLASSES.map((_, k) => (keys.includes(k) ? 1 : 0.2));
  expect(templateChords(Matrix.from([triad(0, 4, 7), triad(9, 0, 4), triad(10, 2, 5)]))).toEqual([
    "C",
    "Am",
    "Bb",
  ]);
});

test("the figures of the datasheet are those of the table", () => {
  const chords = bars.column("chord") as string[];
  expect(metrics.accuracy(chords, templateChords(bars.select(PITCH_CLASSES)))).toBeCloseTo(0.963, 2);
  expect(
    [tempoAccuracy(grooves, false), tempoAccuracy(grooves, true)].map((each) => each.toFixed(2)),
  ).toEqual(["0.83", "0.99"]);
  const rows = libraryRows(grooves, true);
  const [X, y] = [grooves.X.selectRows(rows), rows.map((i) => grooves.y[i]!)];
  const byFile = rows.map((i) => grooves.groups[i]!);
  const svc = MODELS["SVC, C = 10"]!;
  expect(accuracy(svc(), X, y)).toBeCloseTo(0.4407, 4);
  // scikit-learn 1.2.1 with the same folds: 0.4407, 0.4407
  expect(accuracy(svc(), X, y, byFile)).toBeCloseTo(0.4407, 4);
});

test("the datasheet mentions every column", () => {
  const said = datasheet.replaceAll(/(\w+?)(\d+)(\w*) … \1(\d+)\3/g, (_, head, from, tail, to) =>
    Array.from(
      { length: Number(to) - Number(from) + 1 },
      (_each, i) => `${head}${Number(from) + i}${tail}`,
    ).join(" "),
  );
  for (const { name } of [...grooves.meta.columns, ...bars.columns].filter(
    ({ name }) => !name.includes("#"),
  )) {
    expect(said).toMatch(new RegExp(`\\b${name}\\b`));
  }
});
