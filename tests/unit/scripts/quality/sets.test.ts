import { expect, test } from "vitest";
import { fontsFor } from "../../../../scripts/quality/fonts.ts";
import { halfOf, type Piece } from "../../../../scripts/quality/item.ts";
import { MEASUREMENTS, SETS } from "../../../../scripts/quality/tasks.ts";
import type { Truth } from "../../../../scripts/quality/truth.ts";

function piecesOf(set: string, seed: number): Piece[] {
  const maker = SETS[set];
  return "make" in maker ? maker.make(seed) : [];
}

const RENDERED = Object.keys(SETS).filter((set) => "make" in SETS[set]);

/** What is known of a piece without its sound. */
function truthOf(piece: Piece): Truth {
  return piece.truth(piece.stems.map(({ seconds }) => new Float32Array(Math.round(seconds * 44100))));
}

test.each(RENDERED)("the same seed makes the same %s pieces, another seed others", (set) => {
  const written = (seed: number) => JSON.stringify(piecesOf(set, seed));
  expect(written(1)).toBe(written(1));
  expect(written(1)).not.toBe(written(3));
});

test("no seed belongs to both halves, and each is of the half that its number says", () => {
  for (const { seeds } of Object.values(MEASUREMENTS)) {
    expect(seeds.tune.map(halfOf)).toEqual(seeds.tune.map(() => "tune"));
    expect(seeds.report.map(halfOf)).toEqual(seeds.report.map(() => "report"));
  }
});

test("tuning never hears the font that is kept for reports", () => {
  expect(fontsFor("piano", "report")).toContain("timgm");
  for (const set of RENDERED) {
    for (const piece of piecesOf(set, 1)) expect(piece.font).not.toBe("timgm");
    expect(piecesOf(set, 2).some((piece) => piece.font === "timgm")).toBe(true);
  }
});

test.each(RENDERED)(
  "all notes of %s pieces can be played: keys, velocities, times and channels are possible",
  (set) => {
    for (const piece of piecesOf(set, 1)) {
      for (const { notes, seconds, channels } of piece.stems) {
        for (const { midi, onset, offset, velocity, channel } of notes) {
          expect(Number.isInteger(midi) && midi >= 0 && midi <= 127).toBe(true);
          expect(Number.isInteger(velocity) && velocity >= 1 && velocity <= 127).toBe(true);
          expect(onset >= 0 && offset > onset && offset <= seconds).toBe(true);
          expect(channels).toHaveProperty(String(channel));
        }
      }
    }
  },
);

test("names are unique within a set, so that no item overwrites another", () => {
  for (const set of RENDERED) {
    const names = piecesOf(set, 1).map((piece) => piece.name);
    expect(new Set(names).size).toBe(names.length);
  }
});

test("there are twelve styles of four tempo pieces, 50 to 190 beats a minute, whose beats agree with their tempo", () => {
  const pieces = piecesOf("tempo", 1);
  expect(pieces).toHaveLength(48);
  for (const piece of pieces) {
    const { bpm = 0, beats = [] } = truthOf(piece);
    expect(bpm).toBeGreaterThan(48);
    expect(bpm).toBeLessThan(195);
    const mean = (60 * (beats.length - 1)) / (beats.at(-1)! - beats[0]);
    // Drifting pieces wander about their tempo by a few per cent.
    expect(Math.abs(mean / bpm - 1)).toBeLessThan(0.04);
  }
});

test("chords follow each other without a gap, in all twelve major or minor keys", () => {
  const tonics = new Set<string>();
  for (const piece of piecesOf("chords", 1)) {
    const { chords = [], key = "" } = truthOf(piece);
    for (const [i, chord] of chords.entries()) if (i > 0) expect(chord.start).toBe(chords[i - 1].end);
    tonics.add(key.split(" ")[0]);
  }
  expect(tonics.size).toBe(12);
});

test("melodies are one voice, and what several voices play has no key that is down twice", () => {
  for (const piece of piecesOf("notes", 1)) {
    const { notes = [] } = truthOf(piece);
    const channelled = piece.stems[0].notes;
    for (const [i, a] of notes.entries()) {
      for (const [j, b] of notes.entries()) {
        const apart = a.offset <= b.onset || b.offset <= a.onset;
        const same = a.midi === b.midi && channelled[i].channel === channelled[j].channel;
        if (i < j && (piece.tags.texture === "mono" || same)) expect(apart, piece.name).toBe(true);
      }
    }
  }
});
