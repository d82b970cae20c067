import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  audioFeatureColumns,
  audioFeatures,
  mfcc,
  normalize,
  spectralCentroid,
  spectralContrast,
} from "../../../../src/music/index.ts";
import { noise, sine } from "../tones.ts";

const sr = 22050;

/** A sound that changes: a tone, then noise that dies away. */
const hiss = noise(8820);
const sound = sine(330, 0.4, sr).map(
  (sample, i) => sample * (i < 3000 ? 1 : 0) + hiss[i]! * Math.exp(-i / 4000),
);

function named(y: Float64Array, rate = sr): Record<string, number> {
  const { names, values } = audioFeatures(y, { sr: rate });
  return Object.fromEntries(names.map((name, i) => [name, values[i]!]));
}

test("there are fifty features, each with a name of its own, a unit and a sentence", () => {
  const { names, values, descriptions } = audioFeatures(sound, { sr });
  expect(names).toHaveLength(50);
  expect(values).toHaveLength(50);
  expect(new Set(names).size).toBe(50);
  expect(descriptions).toBe(audioFeatureColumns);
  expect(new Set(descriptions.map(({ label }) => label)).size).toBe(50);
  for (const { unit, label, description } of descriptions) expect(unit && label && description).toBeTruthy();
  expect(descriptions.map(({ name }) => name)).toEqual(names);
});

test("only the mean level depends on how loud the recording is, and it does by as many dB", () => {
  const before = named(sound);
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), (gain) => {
      const after = named(sound.map((sample) => gain * sample));
      for (const [name, value] of Object.entries(before)) {
        const expected = name === "levelMean" ? value + 20 * Math.log10(gain) : value;
        // Hz among them; rounding is magnified by the logarithms of nearly empty bins.
        expect(Math.abs(after[name]! - expected), name).toBeLessThan(1e-6);
      }
    }),
    { numRuns: 12 },
  );
});

test("the means are those of librosa's curves on the sound with its peak at 1", () => {
  const values = named(sound);
  const y = normalize(sound);
  const mean = (curve: Float64Array) => curve.reduce((a, b) => a + b, 0) / curve.length;
  const column = (data: Float64Array, bins: number, k: number) => data.filter((_, i) => i % bins === k);
  expect(values.centroidMean).toBeCloseTo(mean(spectralCentroid(y, { sr })), 8);
  const cepstra = mfcc(y, { sr, nMfcc: 13 });
  expect(values.mfcc4Mean).toBeCloseTo(mean(column(cepstra.data, 13, 4)), 10);
  const contrast = spectralContrast(y, { sr });
  expect(values.contrast6).toBeCloseTo(mean(column(contrast.data, 7, 6)), 10);
});

test("with steps come the curves that the means are of", () => {
  const { steps, values, names } = audioFeatures(sound, { sr, steps: true });
  const { curves, times } = steps;
  expect(times[1]).toBe(512 / sr);
  expect(Object.keys(curves)).toHaveLength(27);
  for (const [name, curve] of Object.entries(curves)) {
    expect(curve).toHaveLength(times.length);
    const mean = values[names.indexOf(name.startsWith("contrast") ? name : `${name}Mean`)]!;
    expect(curve.reduce((a, b) => a + b, 0) / curve.length).toBeCloseTo(mean, 9);
  }
});

test("a sound longer than one look at its frames is measured as one", () => {
  // 100 frames are looked at in four pieces; the flux at their edges needs the frame before.
  const y = noise(99 * 512);
  const { curves } = audioFeatures(y, { sr, steps: true }).steps;
  const shifted = audioFeatures(y.subarray(10 * 512), { sr, steps: true }).steps.curves;
  const peak = (z: Float64Array) => z.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  expect(peak(y)).toBeCloseTo(peak(y.subarray(10 * 512)), 3);
  for (const name of ["centroid", "bandwidth", "flatness", "flux"]) {
    for (let t = 13; t < 97; t++) expect(curves[name]![t]! / shifted[name]![t - 10]!).toBeCloseTo(1, 9);
  }
});

test("a sine is bright where it lies, flat never, has a crest of 3 dB, and its octave stands out", () => {
  const values = named(sine(1000, 1, sr));
  // The first and last frames lie half beyond the sound: two halves of 44 frames have no crossings.
  expect(values.zeroCrossingsMean! / (2000 / sr)).toBeGreaterThan(1 - 2 / 44);
  expect(values.zeroCrossingsMean! / (2000 / sr)).toBeLessThan(1);
  expect(values.crest).toBeCloseTo(10 * Math.log10(2), 2);
  expect(values.levelMean).toBeLessThan(-3);
  expect(values.flatnessMean).toBeLessThan(0.01);
  expect(values.bassShare).toBeLessThan(1);
  expect(named(sine(80, 1, sr)).bassShare).toBeGreaterThan(99);
});

test("silence has the level -100 dB, no crest and no share of anything", () => {
  const values = named(new Float64Array(5000));
  expect(values.levelMean).toBe(-100);
  for (const name of [
    "crest",
    "quietFrames",
    "bassShare",
    "fluxMean",
    "levelSd",
    "centroidMean",
    "contrast0",
  ]) {
    expect(values[name]).toBe(0);
  }
});

test("octaves above half the sample rate have no contrast", () => {
  const values = named(noise(8000), 8000);
  expect(values.contrast4).toBeGreaterThan(0);
  expect(values.contrast5).toBeGreaterThan(0);
  expect(values.contrast6).toBe(0);
});
