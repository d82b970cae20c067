import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { accuracy, libraryRows, MODELS, tempoAccuracy } from "../../../datasets/grooves/baselines.ts";
import {
  fewFiles,
  inEveryKey,
  PLAIN_CHROMA,
  templateChords,
} from "../../../datasets/grooves/chord-baselines.ts";
import { FILES, FIVE_GENRES, GENRES } from "../../../datasets/grooves/genres.ts";
import { grooveFeatureColumns } from "../../../datasets/grooves/groove-features.ts";
import { doubtsOf } from "../../../datasets/grooves/midi-doubts.ts";
import { OWN_GROOVES } from "../../../datasets/grooves/own-grooves.ts";
import { chordsOf, ownScore } from "../../../datasets/grooves/own-score.ts";
import { CHORDS, progression } from "../../../datasets/grooves/progression.ts";
import { struckTones } from "../../../datasets/grooves/struck-tones.ts";
import { Matrix, metrics } from "../../../src/learn/index.ts";
import { melody, PITCH_CLASSES, writeMidi } from "../../../src/music/index.ts";
import { Dataset } from "../../../src/stdlib/data/index.ts";

const folder = join(import.meta.dirname, "../../../datasets/grooves");
const datasheet = readFileSync(join(folder, "README.md"), "utf8");
const grooves = new Dataset(JSON.parse(readFileSync(join(folder, "grooves.json"), "utf8")), "");
const bars = grooves.table("bars");

const MMA_GROOVES = 252;
const ROWS = MMA_GROOVES + 20;

test("it has 252 grooves of mma and twenty of ours, and no two rows are the same", () => {
  const library = grooves.column("library");
  expect(library.filter((name) => name === "mma")).toHaveLength(MMA_GROOVES);
  expect(library.filter((name) => name === "Etude")).toHaveLength(20);
  expect(new Set(grooves.column("id")).size).toBe(ROWS);
  expect(new Set(Array.from({ length: ROWS }, (_, i) => grooves.X.row(i).join())).size).toBe(ROWS);
  expect(grooves.featureNames).toEqual(grooveFeatureColumns.map(({ name }) => name));
});

test("a file of mma has three grooves, all on one soundfont, and both soundfonts play every genre", () => {
  const rows = libraryRows(grooves);
  const soundfonts = grooves.column("soundfont");
  const files = [...new Set(rows.map((i) => grooves.groups[i]!))];
  const byFile = files.map((file) => rows.filter((i) => grooves.groups[i] === file));
  expect(new Set(byFile.map((each) => each.length))).toEqual(new Set([3]));
  for (const each of byFile) expect(new Set(each.map((i) => soundfonts[i])).size).toBe(1);
  for (const genre of GENRES) {
    const played = new Set(rows.filter((i) => grooves.y[i] === genre).map((i) => soundfonts[i]));
    expect(played).toEqual(new Set(["Fluid", "TimGM6mb"]));
  }
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
    // 71 tempi from 90 to 160 deviate by 20.5; of n draws the mean is within three times 20.5 / √n of 125.
    expect(Math.abs(mean - 125)).toBeLessThan((3 * 20.5) / Math.sqrt(own.length));
  }
});

test("the chords of a sheet are triads of one key, never the same twice in a row, and the seed tells which", () => {
  expect(progression(7, 10)).toEqual(progression(7, 10));
  for (let seed = 1; seed <= 50; seed++) {
    const chords = progression(seed, 10);
    expect(chords.some((chord, i) => chord === chords[i - 1])).toBe(false);
    expect(new Set(chords).size).toBeLessThanOrEqual(6);
  }
});

test("every bar has a chord, and belongs to its groove", () => {
  const [groove, file, chord] = ["groove", "file", "chord"].map((name) => bars.column(name));
  expect(bars.length).toBe(10 * MMA_GROOVES + 8 * 20);
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

test("a MIDI file is doubted when its tempo, its length or a bar without chords is not what the sheet says", () => {
  const sheet = { bpm: 90, beats: 4, bars: 2 };
  const whole = { beats: 4, bpm: 90 };
  const fileOf = (steps: (string | null)[], tempo = 90) => writeMidi(melody(steps, whole), { tempo });
  expect(doubtsOf(fileOf(["C4", "F4"]), sheet)).toEqual([]);
  expect(doubtsOf(fileOf(["C4"]), sheet)).toEqual(["another length", "no note of a chord in bar 1"]);
  expect(doubtsOf(fileOf(["C4", "F4", "C4"]), sheet)).toEqual(["another length"]);
  expect(doubtsOf(fileOf([null, "F4"]), sheet)).toEqual(["no note of a chord in bar 0"]);
  expect(doubtsOf(fileOf(["C4", "F4"], 91), sheet)).toEqual(["another tempo"]);
  const [first, second] = melody(["C4", "F4"], whole);
  const drums = { notes: [{ ...second!, midi: 38 }], drums: true };
  const parts = [{ notes: [first!] }, drums];
  expect(doubtsOf(writeMidi(parts, { tempo: 90 }), sheet)).toEqual(["no note of a chord in bar 1"]);
});

test("the notes of a chord are counted that are struck in its bar or a moment before", () => {
  const notes = [
    { onset: 0, midi: 48 },
    { onset: 0.5, midi: 64 },
    { onset: 0.9, midi: 67 },
    { onset: 1.97, midi: 57 },
    { onset: 2.5, midi: 76 },
  ];
  expect(struckTones(notes, [CHORDS.indexOf("C"), CHORDS.indexOf("Am")], 2)).toEqual([3, 2]);
});

test("a triad's chroma is told to be that triad", () => {
  const triad = (...keys: number[]) => PITCH_CLASSES.map((_, k) => (keys.includes(k) ? 1 : 0.2));
  expect(templateChords(Matrix.from([triad(0, 4, 7), triad(9, 0, 4), triad(10, 2, 5)]))).toEqual([
    "C",
    "Am",
    "Bb",
  ]);
});

test("a bar in every key is turned with its chord, major stays major and minor minor", () => {
  const ramp = Array.from({ length: 12 }, (_, k) => k);
  const { chroma, chords } = inEveryKey(Matrix.from([ramp, ramp]), ["Bb", "Em"]);
  expect(chroma.rows).toBe(24);
  expect([chords[0], chords[2], chords[12], chords[20]]).toEqual(["Bb", "C", "Em", "Cm"]);
  expect([...chroma.row(0)]).toEqual(ramp);
  expect([...chroma.row(2)]).toEqual([10, 11, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test("few bars teach chords when they are learnt in every key", () => {
  const { plain, keys, templates } = fewFiles(grooves, 4);
  expect([plain, keys, templates].map((score) => score.toFixed(2))).toEqual(["0.43", "0.93", "0.90"]);
});

test("the figures of the datasheet are those of the table", () => {
  const chords = bars.column("chord") as string[];
  const byTemplates = (names: readonly string[]) =>
    metrics.accuracy(chords, templateChords(bars.select(names)));
  // NumPy 1.24.2, argmax over the same templates: 0.97201, 0.89963
  expect(byTemplates(PITCH_CLASSES)).toBeCloseTo(0.97201, 5);
  expect(byTemplates(PLAIN_CHROMA)).toBeCloseTo(0.89963, 5);
  expect(bars.column("tones").filter((tones) => tones !== 3)).toEqual(Array(25).fill(2));
  expect(
    [tempoAccuracy(grooves, false), tempoAccuracy(grooves, true)].map((each) => each.toFixed(2)),
  ).toEqual(["0.89", "1.00"]);
  const rows = libraryRows(grooves, true);
  const [X, y] = [grooves.X.selectRows(rows), rows.map((i) => grooves.y[i]!)];
  const byFile = rows.map((i) => grooves.groups[i]!);
  const svc = MODELS["SVC, C = 10"]!;
  // scikit-learn 1.2.1 with the same folds: 0.8870, 0.4633
  expect(accuracy(svc(), X, y)).toBeCloseTo(0.887, 4);
  expect(accuracy(svc(), X, y, byFile)).toBeCloseTo(0.4633, 4);
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
