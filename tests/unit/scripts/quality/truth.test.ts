import { expect, test } from "vitest";
import { label, progression, progressionCount, tones, voicing } from "../../../../scripts/quality/harmony.ts";
import { onsetsOf } from "../../../../scripts/quality/onset-truth.ts";
import { centsAt, pitchTruth } from "../../../../scripts/quality/pitch-truth.ts";
import { hzOf, type Note, type Score } from "../../../../scripts/quality/score.ts";
import { splitChord } from "../../../../src/music/evaluation/index.ts";

const SR = 8000;

function note(midi: number, onset: number, offset: number): Note {
  return { channel: 0, midi, onset, offset, velocity: 90 };
}

/** A sound that is there from one time to another. */
function tone(seconds: number, from: number, to: number, level = 0.5): Float32Array {
  return Float32Array.from({ length: seconds * SR }, (_, i) =>
    i >= from * SR && i < to * SR ? level * Math.sin((2 * Math.PI * 440 * i) / SR) : 0,
  );
}

test("the pitch of a held note is its key's, with the bend and the tuning of its channel", () => {
  const bends = [
    { time: 0.2, cents: 0 },
    { time: 0.5, cents: 50 },
  ];
  const stem: Score = {
    seconds: 1,
    channels: { 0: { program: 0, bends, tuningCents: 20 } },
    notes: [note(69, 0.2, 0.8)],
  };
  const { times, f0 } = pitchTruth([stem], [tone(1, 0.2, 0.8)], SR);
  const at = (time: number) => f0[times.indexOf(time)];
  expect(at(0.4)).toBeCloseTo(hzOf(69.2), 9);
  expect(at(0.6)).toBeCloseTo(hzOf(69.7), 9);
});

test("silence is unvoiced, and the edges of a note are not scored", () => {
  const stem: Score = { seconds: 1, channels: { 0: { program: 0 } }, notes: [note(69, 0.3, 0.7)] };
  const { times, f0 } = pitchTruth([stem], [tone(1, 0.3, 0.7)], SR);
  const at = (time: number) => f0[times.indexOf(time)];
  expect([at(0.1), at(0.9)]).toEqual([0, 0]);
  expect([at(0.29), at(0.31), at(0.7)]).toEqual([null, null, null]);
});

test("a note is not scored while the one before rings louder than 10 dB below it", () => {
  const stems: Score[] = [note(60, 0.1, 0.4), note(69, 0.4, 0.9)].map((played) => ({
    seconds: 1,
    channels: { 0: { program: 0 } },
    notes: [played],
  }));
  const { times, f0 } = pitchTruth(stems, [tone(1, 0.1, 0.6, 0.3), tone(1, 0.4, 0.9)], SR);
  const at = (time: number) => f0[times.indexOf(time)];
  expect(at(0.5)).toBeNull();
  expect(at(0.7)).toBeCloseTo(440, 9);
});

test("a key that is held after its note has died away is neither voiced nor silent", () => {
  const stem: Score = { seconds: 1, channels: { 0: { program: 0 } }, notes: [note(69, 0.1, 0.9)] };
  // What is left is 50 dB below the note.
  const tail = tone(1, 0.4, 0.9, 0.5 / 316);
  const sound = tone(1, 0.1, 0.4).map((sample, i) => sample + tail[i]);
  const { times, f0 } = pitchTruth([stem], [sound], SR);
  expect(f0[times.indexOf(0.6)]).toBeNull();
});

test("before the first bend a channel is straight", () => {
  expect(centsAt([{ time: 1, cents: 30 }], 0.5)).toBe(0);
  expect(centsAt([], 0.5)).toBe(0);
});

test("notes within 30 ms of the first of them are one onset, at their mean", () => {
  const notes = [0.1, 0.12, 0.128, 0.14, 0.5].map((onset) => note(60, onset, onset + 0.2));
  const [chord, last, ...rest] = onsetsOf(notes).slice(0, 1).concat(onsetsOf(notes).slice(-1));
  expect(onsetsOf(notes)).toHaveLength(3);
  expect(chord).toBeCloseTo((0.1 + 0.12 + 0.128) / 3, 9);
  expect([last, ...rest]).toEqual([0.5]);
});

test("chord labels name root, kind and inversion", () => {
  expect(label({ root: 0, quality: "maj", bass: 0 })).toBe("C:maj");
  expect(label({ root: 9, quality: "min7", bass: 0 })).toBe("A:min7/b3");
  expect(label({ root: 7, quality: "7", bass: 5 })).toBe("G:7/b7");
});

test("every chord of every progression has a label that the metrics can read, and three or four tones", () => {
  for (const mode of ["major", "minor"] as const) {
    for (let which = 0; which < progressionCount(mode); which++) {
      for (const sevenths of [false, true]) {
        for (const chord of progression({ tonic: 5, mode }, which, sevenths)) {
          expect(() => splitChord(label(chord))).not.toThrow();
          expect(new Set(tones(chord)).size).toBeGreaterThanOrEqual(3);
        }
      }
    }
  }
});

test("a voicing has each pitch class once, within half an octave of its centre", () => {
  for (let centre = 50; centre < 70; centre++) {
    const keys = voicing([0, 4, 7, 10], centre);
    expect(keys.map((key) => key % 12).sort((a, b) => a - b)).toEqual([0, 4, 7, 10]);
    for (const key of keys) expect(Math.abs(key - centre)).toBeLessThanOrEqual(6);
  }
});
