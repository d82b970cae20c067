import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copiedShare, intervalBits, varianceShares } from "../../../datasets/tunes/baselines.ts";
import { intervalSequences } from "../../../datasets/tunes/interval-sequences.ts";
import { KEPT } from "../../../datasets/tunes/kept.ts";
import { LEFT_OUT } from "../../../datasets/tunes/left-out.ts";
import { lilypondMelody } from "../../../datasets/tunes/lilypond-melody.ts";
import { openDataset } from "../../../scripts/datasets/open.ts";
import { midiToNote } from "../../../src/music/index.ts";
import golden from "../../golden/datasets/scores/scores.json" with { type: "json" };

const tunes = openDataset("tunes");
const notes = tunes.table("notes");
const datasheet = readFileSync(join(import.meta.dirname, "../../../datasets/tunes/README.md"), "utf8");

/** The first notes of a tune, by name. */
function begins(tune: string, count: number): string {
  const midi = notes.column("midi").filter((_, row) => notes.column("tune")[row] === tune) as number[];
  return midi
    .slice(0, count)
    .map((pitch) => midiToNote(pitch))
    .join(" ");
}

test("there are 72 tunes of 69 families, and 5,162 notes", () => {
  expect(tunes.X.rows).toBe(72);
  expect(new Set(tunes.groups).size).toBe(69);
  expect(notes.length).toBe(5162);
  expect(intervalSequences(tunes).flat()).toHaveLength(5162 - 72);
});

test("no tune is there twice, and none is both kept and left out", () => {
  const melodies = intervalSequences(tunes).map(String);
  expect(new Set(melodies).size).toBe(melodies.length);
  const out = new Set(LEFT_OUT.map(({ source, name }) => `${source}/${name}`));
  expect(KEPT.filter(({ source, name }) => out.has(`${source}/${name}`))).toEqual([]);
});

test("tunes begin as everybody knows them", () => {
  expect(begins("twinkle-twinkle-little-star", 7)).toBe("C4 C4 G4 G4 A4 A4 G4");
  expect(begins("frere-jacques", 8)).toBe("F4 G4 A4 F4 F4 G4 A4 F4");
  expect(begins("ein-vogel-wollte-hochzeit-machen", 8)).toBe("F#4 A4 F#4 A4 F#4 G4 E4 G4");
  expect(begins("for-hes-a-jolly-good-fellow", 8)).toBe("G4 E4 E4 E4 D4 E4 F4 E4");
  expect(begins("drowsy-maggie", 8)).toBe("E4 B4 E4 D5 E4 B4 E4 E4");
});

test("the notes of a tune follow each other and do not overlap", () => {
  const [tune, onset, duration] = ["tune", "onset", "duration"].map((name) => notes.column(name));
  for (let i = 1; i < notes.length; i++) {
    if (tune![i] !== tune![i - 1]) continue;
    // Times are rounded to 1/10000 of a beat.
    expect(Number(onset![i])).toBeGreaterThanOrEqual(Number(onset![i - 1]) + Number(duration![i - 1]) - 2e-4);
  }
});

test("every tune that a package names a composer of is left out", () => {
  const composed = ["Aennchen von Tharau", "Der Mond ist aufgegangen", "Simple Gifts", "Los pollitos dicen"];
  for (const name of composed) {
    expect(LEFT_OUT.find((tune) => tune.name === name)?.reason).toMatch(/^composed by/);
  }
  expect(tunes.table("leftOut").length).toBe(27);
  expect(tunes.column("evidence").every((evidence) => String(evidence).length > 5)).toBe(true);
});

test("a melody in LilyPond's notation keeps octaves, dots, ties, triplets and rests", () => {
  const { key, meter, notes } = lilypondMelody(
    "\\time 3/4 \\key bes \\major bes'4. c8 r4 | f,2 ~ | f4 \\times 2/3 {[g8 a b]} d4 |",
    0,
  );
  expect([key, meter]).toEqual(["Bb major", "3/4"]);
  const third = 1 / 3;
  const expected = [
    [0, 1.5, 70],
    [1.5, 0.5, 72],
    [3, 3, 65],
    [6, third, 67],
    [6 + third, third, 69],
    [6 + 2 * third, third, 71],
    [7, 1, 74],
  ];
  expect(notes).toHaveLength(expected.length);
  for (const [i, { onset, duration, midi }] of notes.entries()) {
    expect(midi).toBe(expected[i]![2]);
    expect(onset).toBeCloseTo(expected[i]![0]!, 12);
    expect(duration).toBeCloseTo(expected[i]![1]!, 12);
  }
});

test("a chain of order 1 foretells new tunes best, and one of order 6 copies", () => {
  const found = [0, 1, 3, 6].map(intervalBits);
  expect(found.map(({ train }) => train.toFixed(2))).toEqual(["3.48", "2.84", "1.63", "0.92"]);
  expect(found.map(({ heldOut }) => heldOut.toFixed(2))).toEqual(["3.52", "3.18", "3.77", "4.10"]);
  expect([1, 3, 6].map((order) => copiedShare(order).toFixed(2))).toEqual(["0.04", "0.38", "1.00"]);
  for (const figure of ["3.18", "3.77", "4.10", ".38"]) expect(datasheet).toContain(figure);
});

test("the shares of variance are scikit-learn's", () => {
  const shares = varianceShares();
  expect(shares).toHaveLength(golden.tunes.variance.length);
  for (const [i, share] of golden.tunes.variance.entries()) expect(shares[i]).toBeCloseTo(share, 10);
});

test("the datasheet mentions every column", () => {
  const names = [...tunes.meta.features, ...notes.columns, ...tunes.table("leftOut").columns].map(
    ({ name }) => name,
  );
  for (const name of [...names, "id", "title", "origin", "family", "key", "meter", "evidence", "source"]) {
    expect(datasheet).toMatch(new RegExp(`\\b${name}\\b`));
  }
});

test("the datasheet names every tune that ends on another note than its tonic, and no other", () => {
  const last = new Map<unknown, number>();
  for (const [row, tune] of notes.column("tune").entries()) last.set(tune, Number(notes.column("midi")[row]));
  const keys = tunes.column("key");
  const odd = tunes.column("title").filter((_, i) => {
    const tonic = midiToNote(last.get(tunes.column("id")[i])!).replace(/-?\d+$/, "");
    return tonic.replace("♯", "#") !== String(keys[i]).split(" ")[0];
  });
  expect(odd).toHaveLength(9);
  const sentence = datasheet
    .match(/- Nine tunes end on another note([\s\S]*?)Kept\./)![1]!
    .replace(/\s+/g, " ");
  for (const title of odd)
    expect(sentence).toContain(String(title).replace("Que llueva, que llueva", "Que llueva"));
});
