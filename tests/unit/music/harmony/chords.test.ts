import * as fc from "fast-check";
import { expect, test } from "vitest";
import { chords, frameOf, keyEstimate, PITCH_CLASSES } from "../../../../src/music/index.ts";
import { noise } from "../tones.ts";
import { chordsOf, played } from "./sounds.ts";

const sr = 11025;
const major = (root: number) => [root - 12, root, root + 4, root + 7];
const minor = (root: number) => [root - 12, root, root + 3, root + 7];
const song = [major(60), minor(57), major(53), major(55)];
const labels = (y: Float64Array, rate = sr) => chords(y, { sr: rate }).map(({ label }) => label);

test("the chords of a song are named, each where it sounds", () => {
  const found = chords(chordsOf(song, sr), { sr });
  expect(found.map(({ label }) => label)).toEqual(["C:maj", "A:min", "F:maj", "G:maj"]);
  found.forEach(({ start, end }, i) => {
    // A boundary lies between two frames, 46 ms apart; the windows hear 0.19 s at once.
    expect(Math.abs(start - i)).toBeLessThan(0.1);
    expect(Math.abs(end - i - 1)).toBeLessThan(0.1);
  });
});

test("segments go from 0 to the end without gaps, and neighbours differ", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (length, share) => {
        const y = noise(length).map((sample, i) => (i < share * length ? 0 : sample));
        const found = chords(y, { sr });
        expect([found[0]!.start, found.at(-1)!.end]).toEqual([0, length / sr]);
        found.slice(1).forEach(({ start, label }, i) => {
          expect(start).toBe(found[i]!.end);
          expect(label).not.toBe(found[i]!.label);
        });
        expect(found.every(({ start, end }) => end > start)).toBe(true);
      },
    ),
    { numRuns: 20 },
  );
});

test("a song that is shifted by semitones has its chords and its key shifted by as many", () => {
  const shifted = (label: string, s: number) => {
    const [root, kind] = label.split(/[: ]/);
    return `${PITCH_CLASSES[(PITCH_CLASSES.indexOf(root as "C") + s) % 12]} ${kind}`;
  };
  const plain = labels(chordsOf(song, sr));
  for (let s = 1; s < 12; s++) {
    const y = chordsOf(
      song.map((chord) => chord.map((midi) => midi + s - 6)),
      sr,
    );
    expect(labels(y).map((label) => shifted(label, 0))).toEqual(plain.map((label) => shifted(label, s + 6)));
    expect(keyEstimate(y, { sr }).key).toBe(shifted("C major", s + 6));
  }
});

test("chords stay the same in any tuning, at any level, at any sample rate, and in noise", () => {
  const expected = ["C:maj", "A:min", "F:maj", "G:maj"];
  for (const cents of [-45, -20, 35]) {
    expect(
      labels(
        chordsOf(
          song.map((chord) => chord.map((midi) => midi + cents / 100)),
          sr,
        ),
      ),
    ).toEqual(expected);
  }
  for (const rate of [8000, 16000, 22050, 48000, 96000])
    expect(labels(chordsOf(song, rate), rate)).toEqual(expected);
  const y = chordsOf(song, sr);
  for (const gain of [1e-4, 8]) {
    const louder = chords(
      y.map((sample) => gain * sample),
      { sr },
    );
    expect(louder).toEqual(chords(y, { sr }));
  }
  const hiss = noise(y.length);
  expect(labels(y.map((sample, i) => sample + 0.05 * hiss[i]!))).toEqual(expected);
});

test("silence is no chord, also before and after music", () => {
  expect(chords(new Float64Array(sr), { sr })).toEqual([{ start: 0, end: 1, label: "N" }]);
  const notes = major(60).map((midi) => ({ midi, start: 1, end: 2 }));
  expect(labels(played(notes, 3, sr))).toEqual(["N", "C:maj", "N"]);
});

test("steps are what the chords are made of", () => {
  const y = chordsOf(song, sr);
  const steps = chords(y, { sr, steps: true });
  expect(steps.chords).toEqual(chords(y, { sr }));
  expect(steps.labels).toHaveLength(25);
  expect(steps.path).toHaveLength(steps.times.length);
  for (let t = 0; t < steps.times.length; t++) {
    const sum = frameOf(steps.posterior, t).reduce((a, b) => a + b, 0);
    // The rounding of 25 exponentials.
    expect(Math.abs(sum - 1)).toBeLessThan(1e-12);
    const { label } = steps.chords.find(({ end }) => end > steps.times[t]!)!;
    expect(steps.labels[steps.path[t]!]).toBe(label);
  }
  expect(steps.transition.data[0]).toBe(0.95);
});

test("the keys are those whose chords the song has", () => {
  const keysOf = (midis: number[][]) => chords(chordsOf(midis, sr), { sr, steps: true }).keys;
  expect(keysOf(song)).toBe("C major, A minor");
  expect(keysOf([minor(57), minor(62), major(64), minor(57)])).toBe("C major, A minor");
  expect(keysOf([major(57), major(62), major(64)])).toBe("A major, F# minor");
});

test("the more likely chords are to stay, the fewer there are", () => {
  const y = chordsOf(
    [...song, ...song].map((chord, i) => (i % 2 ? chord : chord.slice(1))),
    sr,
    0.3,
  );
  const counts = [0.1, 0.95, 1 - 1e-9, 1 - 1e-15].map(
    (stayProbability) => chords(y, { sr, stayProbability }).length,
  );
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  expect(counts.at(-1)!).toBeLessThan(counts[0]!);
});
