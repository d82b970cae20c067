import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  chordNotes,
  type Note,
  noteToMidi,
  pitchClassSet,
  readAbc,
  readMidi,
} from "../../../../src/music/index.ts";

type Golden = {
  midi: {
    name: string;
    base64: string;
    notes: [onset: number, offset: number, midi: number, velocity: number, channel: number][];
    tempi: [beat: number, bpm: number][];
  }[];
  abc: { abc: string; notes: [onset: number, offset: number, midi: number][] }[];
  chords: { label: string; classes: number[]; bass: number | null }[];
};

const golden: Golden = JSON.parse(readFileSync(join(import.meta.dirname, "symbolic.json"), "utf8"));

/** Notes by their onset to a hundredth of a second, then from low to high, then by their end. */
const sorted = (notes: readonly number[][]) => {
  const key = ([onset, offset, midi]: readonly number[]) =>
    [Math.round(100 * onset!), midi!, offset!] as const;
  return notes.toSorted((a, b) => {
    const [one, other] = [key(a), key(b)];
    return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
  });
};

function expectClose(found: readonly number[][], wanted: readonly number[][], tolerance: number): void {
  expect(found.length).toBe(wanted.length);
  for (const [i, note] of wanted.entries()) {
    for (const [k, value] of note.entries()) {
      expect(Math.abs(found[i]![k]! - value), `note ${i}: ${found[i]} for ${note}`).toBeLessThan(tolerance);
    }
  }
}

describe("readMidi", () => {
  test.each(golden.midi)("reads what another parser reads of $name", ({ base64, notes, tempi }) => {
    const file = readMidi(new Uint8Array(Buffer.from(base64, "base64")));
    const found = file.tracks.flatMap(({ notes: ofTrack, channel }) =>
      ofTrack.map(({ onset, offset, midi, velocity }) => [onset, offset, midi, 127 * velocity, channel]),
    );
    // The file has nine decimals.
    expectClose(sorted(found), sorted(notes), 1e-8);
    expectClose(
      file.tempo.map(({ beat, bpm }) => [beat, bpm]),
      tempi,
      1e-8,
    );
  });
});

describe("readAbc", () => {
  test.each(golden.abc.map((one) => ({ ...one, title: /T:(.*)/.exec(one.abc)![1] })))(
    "hears the notes that abc2midi plays: $title",
    async ({ abc, notes }) => {
      const tune = await readAbc(abc);
      const found = tune.notes.map(({ onset, offset, midi }: Note) => [onset, offset, midi]);
      // abc2midi begins notes a tick late, and rounds tempi: 2 ms at the slowest tempo here.
      expectClose(sorted(found), sorted(notes), 0.0025);
      expect(tune.warnings).toEqual([]);
    },
  );
});

describe("chordNotes", () => {
  test.each(golden.chords)("has the notes that mir_eval gives to $label", ({ label, classes, bass }) => {
    const notes = chordNotes(label);
    expect(pitchClassSet(notes)).toEqual(classes);
    expect(notes.length === 0 ? null : noteToMidi(notes[0]!) % 12).toBe(bass);
  });
});
