import { describe, expect, test } from "vitest";
import { chordPieces, shortChord } from "../../../../../src/stdlib/figures/music/chord-pieces.ts";
import { compareNotes } from "../../../../../src/stdlib/figures/music/compare-notes.ts";
import { pageOf } from "../../../../../src/stdlib/figures/music/page-of.ts";
import { keyRange, midiName, namedKeys } from "../../../../../src/stdlib/figures/music/piano-roll-drawing.ts";
import {
  checkOrigins,
  originColors,
  originStretches,
} from "../../../../../src/stdlib/figures/music/piano-roll-origins.ts";

const note = (onset: number, midi: number, offset = onset + 0.4) => ({ onset, offset, midi });

describe("notes against the truth", () => {
  const truth = [note(0, 60), note(0.5, 64), note(1, 67)];

  test("are right, false or missed, in order of time, and know their place in their list", () => {
    const all = compareNotes("f", [note(1.02, 67), note(0, 60), note(0.5, 65)], truth);
    expect(all.map(({ midi, kind, index }) => [midi, kind, index])).toEqual([
      [60, "right", 1],
      [64, "missed", 1],
      [65, "false", 2],
      [67, "right", 0],
    ]);
  });

  test("may end elsewhere unless ends are asked for, and a note without length is no error", () => {
    const kinds = (found: ReturnType<typeof note>, offsetRatio: number | null) =>
      compareNotes("f", [found], [note(0, 60)], { offsetRatio }).map(({ kind }) => kind);
    expect(kinds(note(0, 60, 2), null)).toEqual(["right"]);
    expect(kinds(note(0, 60, 2), 0.2).toSorted()).toEqual(["false", "missed"]);
    expect(kinds(note(0, 60, 0), null)).toEqual(["right"]);
  });

  test("are plain where there is no truth, and one that is no note is named", () => {
    expect(compareNotes("f", [note(0, 60)], undefined)[0]!.kind).toBe("plain");
    expect(() => compareNotes("pianoRollFigure", [{ onset: 1, offset: 0, midi: 3 }], undefined)).toThrow(
      "pianoRollFigure: notes[0].offset is 0",
    );
  });
});

describe("notes that belong to something", () => {
  const notes = [note(1, 62), note(0, 60), note(0.5, 61), note(1.5, 63), note(2, 64)];
  const origins = ["B", "A", "A", null, "B"];

  test("make a stretch with those beside them in time, and a note of nothing ends it", () => {
    const all = compareNotes("f", notes, undefined);
    expect(originStretches(all, origins)).toEqual([
      { name: "A", from: 0, to: 0.9 },
      { name: "B", from: 1, to: 1.4 },
      { name: "B", from: 2, to: 2.4 },
    ]);
  });

  test("have a colour for each name, and none for none", () => {
    expect([...originColors(origins).keys()]).toEqual(["B", "A"]);
    expect(new Set(originColors(origins).values()).size).toBe(2);
  });

  test("are as many as there are names", () => {
    expect(() => checkOrigins("pianoRollFigure", ["A"], 2)).toThrow("each of the 2 notes");
    expect(() => checkOrigins("pianoRollFigure", ["A", 2], 2)).toThrow("origins[1] must be a name or null");
    expect(() => checkOrigins("pianoRollFigure", ["A", null], 2)).not.toThrow();
  });
});

describe("the keys of a roll", () => {
  test("hold all notes and one more on both sides, at least an octave, or what is asked for", () => {
    expect(keyRange([50, 80])).toEqual([49, 81]);
    const [low, high] = keyRange([60]);
    expect(high - low).toBe(11);
    expect(low).toBeLessThan(60);
    expect(keyRange([60], 21, 108)).toEqual([21, 108]);
  });

  test("are named as far as there is room, never closer than a line of type", () => {
    for (const pixels of [3, 5, 9, 14]) {
      const keys = namedKeys(48, 84, pixels);
      expect(keys.map(midiName)).toContain("C4");
      for (const [i, midi] of keys.slice(1).entries())
        expect((midi - keys[i]!) * pixels).toBeGreaterThanOrEqual(13);
    }
  });
});

test("a page stays while its time is on it, and is turned to just before a time that is not", () => {
  expect(pageOf(5, 0, 10, 50)).toBe(0);
  expect(pageOf(12, 0, 10, 50)).toBe(11);
  expect(pageOf(59, 0, 10, 50)).toBe(50);
  expect(pageOf(0.5, 20, 10, 50)).toBe(0);
});

describe("chords against the truth", () => {
  const truth = [
    { start: 0, end: 2, label: "C:maj" },
    { start: 2, end: 4, label: "A:min" },
  ];

  test("are cut where either changes, and agree for the part of the time that mir_eval says", () => {
    const found = [
      { start: 0, end: 3, label: "C:maj" },
      { start: 3, end: 4, label: "A:min" },
    ];
    const { pieces, accuracy } = chordPieces(found, truth, {});
    expect(pieces.map(({ start, end, kind }) => [start, end, kind])).toEqual([
      [0, 2, "right"],
      [2, 3, "false"],
      [3, 4, "right"],
    ]);
    expect(accuracy).toBe(0.75);
  });

  test("are plain without it", () => {
    expect(chordPieces(truth, undefined, {})).toEqual({
      pieces: [
        { start: 0, end: 2, estimated: "C:maj", kind: "plain" },
        { start: 2, end: 4, estimated: "A:min", kind: "plain" },
      ],
    });
  });

  test("are written as on a lead sheet", () => {
    expect(["C:maj", "A#:min", "G:7", "N", "F:sus4", "D"].map(shortChord)).toEqual([
      "C",
      "A#m",
      "G7",
      "–",
      "Fsus4",
      "D",
    ]);
  });
});
