import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  freqToVoicing,
  hz2cents,
  overallAccuracy,
  rawChromaAccuracy,
  rawPitchAccuracy,
  toCentVoicing,
  voicingFalseAlarm,
  voicingRecall,
} from "../../../../src/music/index.ts";

/** Frames of 10 ms, some of them unvoiced, at least one voiced. */
const melodies = fc
  .array(fc.option(fc.double({ min: 60, max: 900, noNaN: true }), { nil: 0 }), {
    minLength: 1,
    maxLength: 50,
  })
  .map((f0) => [...f0, 440])
  .map((f0) => ({ times: f0.map((_, i) => i / 100), f0 }));
type Melody = { times: number[]; f0: number[] };

const changed = (melody: Melody, change: (hz: number) => number) => ({
  ...melody,
  f0: melody.f0.map(change),
});
const measures = [rawPitchAccuracy, rawChromaAccuracy, overallAccuracy];

test("the true melody scores 1, and is never voiced where it should not be", () => {
  fc.assert(
    fc.property(melodies, (melody) => {
      // Sums of up to 51 equal weights.
      for (const measure of [...measures, voicingRecall]) expect(measure(melody, melody)).toBeCloseTo(1, 14);
      expect(voicingFalseAlarm(melody, melody)).toBe(0);
    }),
  );
});

test("in another octave chroma is right and pitch is wrong", () => {
  fc.assert(
    fc.property(melodies, fc.constantFrom(0.25, 0.5, 2, 4), (melody, factor) => {
      const moved = changed(melody, (hz) => hz * factor);
      expect(rawChromaAccuracy(melody, moved)).toBeCloseTo(1, 14);
      expect(rawPitchAccuracy(melody, moved)).toBe(0);
    }),
  );
});

test("a pitch is right up to 50 cents, and with another tolerance up to that", () => {
  fc.assert(
    fc.property(melodies, (melody) => {
      const sharp = changed(melody, (hz) => hz * 2 ** (49.9 / 1200));
      const sharper = changed(melody, (hz) => hz * 2 ** (50.1 / 1200));
      expect(rawPitchAccuracy(melody, sharp)).toBeCloseTo(1, 14);
      expect(rawPitchAccuracy(melody, sharper)).toBe(0);
      expect(rawPitchAccuracy(melody, sharper, { centTolerance: 60 })).toBeCloseTo(1, 14);
    }),
  );
});

test("a guess with a minus sign counts for pitch, and as unvoiced for the rest", () => {
  fc.assert(
    fc.property(melodies, (melody) => {
      const guessed = changed(melody, (hz) => -hz);
      expect(rawPitchAccuracy(melody, guessed)).toBeCloseTo(1, 14);
      expect(voicingRecall(melody, guessed)).toBe(0);
      const unvoiced = melody.f0.filter((hz) => hz === 0).length;
      expect(overallAccuracy(melody, guessed)).toBeCloseTo(unvoiced / melody.f0.length, 14);
    }),
  );
});

test("chroma is at least as good as pitch", () => {
  fc.assert(
    fc.property(melodies, melodies, (a, b) => {
      expect(rawChromaAccuracy(a, b)).toBeGreaterThanOrEqual(rawPitchAccuracy(a, b));
    }),
  );
});

test("an estimate with other frames is brought to the reference's", () => {
  const reference = { times: [0, 0.01, 0.02, 0.03, 0.04], f0: [200, 200, 200, 0, 200] };
  const estimated = { times: [0, 0.02, 0.03], f0: [200, 800, 0] };
  const { estCent, estVoicing } = toCentVoicing(reference, estimated, { baseFrequency: 100 });
  // A straight line in cents, then nothing from 0.03 s on, where the estimate is unvoiced and then ends.
  expect(Array.from(estCent, Math.round)).toEqual([1200, 2400, 3600, 0, 0]);
  expect([...estVoicing]).toEqual([1, 1, 1, 0, 0]);
});

test("a series that begins late is led in by its first frame", () => {
  const { times, refCent } = toCentVoicing({ times: [0.5], f0: [20] }, { times: [0], f0: [20] });
  expect([...times]).toEqual([0, 0.5]);
  expect([...refCent]).toEqual([1200, 1200]);
});

test("with a hop both are brought to frames that far apart", () => {
  const melody = { times: [0, 0.5, 1, 1.5], f0: [200, 400, 400, 0] };
  const { times, estCent } = toCentVoicing(melody, melody, { hop: 0.25, baseFrequency: 100 });
  expect([...times]).toEqual([0, 0.25, 0.5, 0.75, 1, 1.25, 1.5]);
  expect(Array.from(estCent, Math.round)).toEqual([1200, 1800, 2400, 2400, 2400, 2400, 0]);
});

test("a melody without frames scores 0, and an estimate without frames is unvoiced", () => {
  const none = { times: [], f0: [] };
  const melody = { times: [0, 1, 2, 3], f0: [440, 0, 0, 0] };
  for (const measure of [...measures, voicingRecall, voicingFalseAlarm]) {
    expect(measure(none, none)).toBe(0);
    expect(measure(none, melody)).toBe(0);
  }
  expect(rawPitchAccuracy(melody, none)).toBe(0);
  expect(overallAccuracy(melody, none)).toBe(0.75);
  expect(voicingRecall(melody, none)).toBe(0);
});

test("where nothing is voiced in the reference pitch scores 0 and recall 1", () => {
  const silence = { times: [0, 1], f0: [0, 0] };
  expect(rawPitchAccuracy(silence, silence)).toBe(0);
  expect(rawChromaAccuracy(silence, silence)).toBe(0);
  expect(overallAccuracy(silence, silence)).toBe(1);
  expect(voicingRecall(silence, silence)).toBe(1);
});

test("steps tell which frames are right", () => {
  const times = [0, 1, 2, 3];
  const reference = { times, f0: [440, 440, 440, 0] };
  const estimated = { times, f0: [441, 880, 0, 0] };
  const right = (measure: typeof rawPitchAccuracy) => measure(reference, estimated, { steps: true }).right;
  expect(right(rawPitchAccuracy)).toEqual([true, false, false, false]);
  expect(right(rawChromaAccuracy)).toEqual([true, true, false, false]);
  expect(right(overallAccuracy)).toEqual([true, false, false, true]);
});

test("cents are 1200 an octave, and 0 Hz stays 0", () => {
  expect([...hz2cents([10, 20, -40, 0])]).toEqual([0, 1200, 2400, 0]);
  expect([...hz2cents(Float32Array.of(220), 440)]).toEqual([-1200]);
});

test("voicing that is given counts instead of the sign, but 0 Hz is never voiced", () => {
  expect(freqToVoicing([440, -220, 0])).toEqual({
    frequencies: Float64Array.of(440, 220, 0),
    voicing: Float64Array.of(1, 0, 0),
  });
  expect(freqToVoicing([440, -220, 0], [0.2, 0.9, 0.8]).voicing).toEqual(Float64Array.of(0.2, 0.9, 0));
});
