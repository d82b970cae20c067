import { expect, test } from "vitest";
import { audioFeatures, trackFeatureColumns, trackFeatures } from "../../../../src/music/index.ts";
import { pulseClarity } from "../../../../src/music/rhythm/pulse-clarity.ts";
import { noise, sine } from "../tones.ts";

const sr = 22050;

function named(y: Float64Array): Record<string, number> {
  const { names, values } = trackFeatures(y, { sr });
  return Object.fromEntries(names.map((name, i) => [name, values[i]!]));
}

/** Eight seconds of short strokes of noise, two a second from 0.25 s on. */
const hiss = noise(8 * sr);
const strokes = hiss.map((sample, i) => {
  const since = (i - sr / 4) % (sr / 2);
  return since < 0 ? 0 : sample * Math.exp(-since / 400);
});

/** A triad on each of three degrees, a second each, its notes with three partials. */
function triads(chords: number[][]): Float64Array {
  return Float64Array.from({ length: chords.length * sr }, (_, i) => {
    const chord = chords[Math.floor(i / sr)]!;
    return chord.reduce((sum, midi) => {
      const phase = (2 * Math.PI * 440 * 2 ** ((midi - 69) / 12) * i) / sr;
      return sum + (Math.sin(phase) + Math.sin(2 * phase) / 2 + Math.sin(3 * phase) / 3) / 9;
    }, 0);
  });
}

test("there are forty-five features, each with a name of its own, a unit and a sentence", () => {
  const { names, values, descriptions } = trackFeatures(strokes, { sr });
  expect(values).toHaveLength(45);
  expect(new Set(names).size).toBe(45);
  expect(descriptions).toBe(trackFeatureColumns);
  expect(descriptions.map(({ name }) => name)).toEqual(names);
  for (const { unit, label, description } of descriptions) expect(unit && label && description).toBeTruthy();
});

test("thirty-nine of them are those of audioFeatures", () => {
  const { names, values } = audioFeatures(strokes, { sr });
  const found = named(strokes);
  const shared = names.filter((name) => name in found);
  expect(shared).toHaveLength(39);
  for (const name of shared) expect(found[name]).toBe(values[names.indexOf(name)]);
});

test("strokes at 120 a minute have a clear pulse, two onsets a second, and little that lasts", () => {
  const { tempo, pulseClarity, onsetRate, toneShare } = named(strokes);
  // A bin of the tempo estimate is about 1 % wide.
  expect(Math.abs(tempo! - 120)).toBeLessThan(1.5);
  expect(pulseClarity).toBeGreaterThan(0.9);
  expect(onsetRate).toBe(2);
  expect(toneShare).toBeLessThan(10);
});

test("a tone that lasts is all tone, and has neither pulse nor onsets", () => {
  const { toneShare, onsetRate, pulseClarity } = named(sine(440, 4, sr));
  expect(toneShare).toBeGreaterThan(99);
  expect(onsetRate).toBeLessThan(0.5);
  expect(pulseClarity).toBeLessThan(0.5);
});

test("a cadence in major is more major than minor, and one in minor the other way round", () => {
  const major = named(
    triads([
      [60, 64, 67],
      [65, 69, 72],
      [67, 71, 74],
      [60, 64, 67],
    ]),
  );
  const minor = named(
    triads([
      [57, 60, 64],
      [62, 65, 69],
      [57, 60, 64],
      [57, 60, 64],
    ]),
  );
  expect(major.majorness).toBeGreaterThan(0);
  expect(minor.majorness).toBeLessThan(0);
  expect(major.keyClarity).toBeGreaterThan(0.7);
});

test("none depends on how loud the recording is", () => {
  const before = named(strokes);
  const after = named(strokes.map((sample) => sample * 0.03));
  // Rounding, magnified by the logarithms of nearly empty bins.
  for (const [name, value] of Object.entries(before))
    expect(Math.abs(after[name]! - value), name).toBeLessThan(1e-6);
});

test("silence has no tones, no pulse, no tempo, no onsets and no key", () => {
  const found = named(new Float64Array(3 * sr));
  for (const name of ["toneShare", "pulseClarity", "tempo", "onsetRate", "keyClarity", "majorness"]) {
    expect(found[name]).toBe(0);
  }
});

test("pulse clarity is the highest peak of the autocorrelation, computed term by term", () => {
  const x = Float64Array.from(
    { length: 300 },
    (_, i) => Math.max(0, Math.cos((2 * Math.PI * i) / 23.7)) ** 8 + 0.3 * hiss[i]!,
  );
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length;
  const at = (lag: number) => {
    let sum = 0;
    for (let i = 0; i + lag < x.length; i++) sum += (x[i]! - mean) * (x[i + lag]! - mean);
    return sum / (x.length - lag);
  };
  const rate = 43;
  let highest = 0;
  for (let lag = Math.ceil(0.25 * rate); lag <= Math.floor(1.5 * rate); lag++) {
    if (at(lag) >= at(lag - 1) && at(lag) >= at(lag + 1)) highest = Math.max(highest, at(lag) / at(0));
  }
  expect(pulseClarity(x, { valuesASecond: rate })).toBeCloseTo(highest, 10);
});
