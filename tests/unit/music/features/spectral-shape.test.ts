import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  magnitudeSpectrogram,
  spectralBandwidth,
  spectralCentroid,
  spectralContrast,
  spectralFlatness,
  spectralFlux,
  spectralRolloff,
} from "../../../../src/music/index.ts";
import { noise, sine } from "../tones.ts";

const sr = 44100;
const scaled = (y: Float64Array, gain: number) => y.map((sample) => gain * sample);
const reversed = (y: Float64Array) => y.slice().reverse();

test("a sine has its centroid at its own frequency, hardly any bandwidth, and is no noise", () => {
  const options = { sr, center: false };
  // A multiple of the bins' distance, so that the window's three bins lie evenly about it.
  const hz = (100 * sr) / 2048;
  const y = sine(hz, 0.5);
  for (const value of spectralCentroid(y, options)) expect(value).toBeCloseTo(hz, 3);
  for (const value of spectralRolloff(y, options))
    expect(Math.abs(value - hz)).toBeLessThan(sr / 2048 + 1e-9);
  for (const value of spectralBandwidth(y, options)) expect(value).toBeLessThan(sr / 2048);
  for (const value of spectralFlatness(y, options)) expect(value).toBeLessThan(1e-6);
});

test("two sines of one level have their centroid between them, and half their distance for a bandwidth", () => {
  const options = { sr, center: false };
  const [low, high] = [(100 * sr) / 2048, (300 * sr) / 2048];
  const upper = sine(high, 0.3);
  const y = sine(low, 0.3).map((sample, i) => sample + upper[i]!);
  expect(spectralCentroid(y, options)[3]! / ((low + high) / 2)).toBeCloseTo(1, 6);
  // Each has three bins, which add a little.
  expect(spectralBandwidth(y, options)[3]! / ((high - low) / 2)).toBeCloseTo(1, 4);
});

test("the spectrum of white noise is flat: its flatness is that of random bins, exp(−γ)", () => {
  const mean = spectralFlatness(noise(sr), { center: false }).reduce(
    (sum, value, _, all) => sum + value / all.length,
    0,
  );
  // Powers of noise are exponentially distributed; the mean of their logarithms is −γ (Euler). 83 frames of 1,025 bins
  // agree to two hundredths.
  expect(Math.abs(mean - Math.exp(-0.5772))).toBeLessThan(0.02);
});

test("flatness is 1 for a click, whose spectrum is level, and for silence", () => {
  const click = new Float64Array(2048);
  click[1024] = 1;
  expect(spectralFlatness(click, { center: false })[0]).toBeCloseTo(1, 10);
  expect(spectralFlatness(new Float64Array(2048), { center: false })[0]).toBeCloseTo(1, 10);
});

test("the powers of huge and of tiny sounds have the flatness of their logarithms' mean", () => {
  for (const gain of [1e-7, 1, 1e80]) {
    const data = noise(64).map((value) => gain * (value + 1.5));
    const powers = data.map((value) => Math.max(1e-10, value * value));
    const mean = powers.reduce((sum, value) => sum + value / 64, 0);
    const logMean = powers.reduce((sum, value) => sum + Math.log(value) / 64, 0);
    // 64 products, each off by one in the sixteenth digit.
    expect(spectralFlatness({ data, frames: 1, bins: 64 })[0]! / (Math.exp(logMean) / mean)).toBeCloseTo(
      1,
      10,
    );
  }
});

test("the share that lies below the rolloff is the one asked for", () => {
  const y = noise(5000);
  const magnitudes = magnitudeSpectrogram(y, { hopLength: 512 });
  for (const rollPercent of [0.1, 0.5, 0.85, 0.99]) {
    spectralRolloff(y, { sr, rollPercent }).forEach((hz, t) => {
      const bin = Math.round((hz * 2048) / sr);
      const frame = magnitudes.data.subarray(t * 1025, (t + 1) * 1025);
      const total = frame.reduce((a, b) => a + b, 0);
      const below = (end: number) => frame.subarray(0, end).reduce((a, b) => a + b, 0) / total;
      expect(below(bin + 1)).toBeGreaterThanOrEqual(rollPercent - 1e-12);
      expect(below(bin)).toBeLessThan(rollPercent);
    });
  }
});

test("contrast is high in the octave of a tone, and nearly equal in all octaves of noise", () => {
  const hiss = scaled(noise(sr / 4), 1e-3);
  const tone = sine(1000, 0.25).map((sample, i) => sample + hiss[i]!);
  const mean = (y: Float64Array) => {
    const { data, frames, bins } = spectralContrast(y, { sr });
    return Array.from(
      { length: bins },
      (_, b) =>
        Array.from({ length: frames - 4 }, (__, t) => data[(t + 2) * bins + b]!).reduce((a, v) => a + v, 0) /
        (frames - 4),
    );
  };
  const ofTone = mean(tone);
  expect(ofTone.indexOf(Math.max(...ofTone))).toBe(3);
  const ofNoise = mean(hiss);
  // The deepest band has 9 bins, the highest 727: the extremes of few lie nearer together.
  expect(Math.max(...ofNoise) - Math.min(...ofNoise)).toBeLessThan(8);
  expect(ofTone[3]! - Math.max(...ofNoise)).toBeGreaterThan(10);
});

test("the contrast is that of the bins sorted, of as many as numpy rounds to", () => {
  const magnitudes = magnitudeSpectrogram(noise(3000), { nFft: 512, hopLength: 256 });
  // 2000 to 4000 Hz is bins 24 to 46; librosa adds the one below and takes the last away, but counts all 24. Of 24 bins
  // 0.3 is 7, and 0.1875 is 4.5, which numpy rounds to the even number.
  for (const [quantile, count] of [
    [0.3, 7],
    [0.1875, 4],
    [0.3125, 8],
  ] as const) {
    const { data } = spectralContrast(magnitudes, { sr, nBands: 2, fmin: 2000, quantile });
    const band = magnitudes.data.slice(5 * 257 + 23, 5 * 257 + 46).sort();
    const mean = (values: Float64Array) => values.reduce((a, b) => a + b, 0) / values.length;
    const expected = 10 * Math.log10(mean(band.subarray(-count)) / mean(band.subarray(0, count)));
    expect(data[5 * 3 + 1]).toBeCloseTo(expected, 9);
  }
});

test("flux is 0 while a spectrum stays, and its whole magnitude when it sets in", () => {
  const magnitudes = { data: Float64Array.of(0, 0, 1, 2, 1, 2, 3, 0), frames: 4, bins: 2 };
  expect([...spectralFlux(magnitudes)]).toEqual([0, 3, 0, 2]);
});

test("what describes the shape of a spectrum does not change with its level; flux grows with it", () => {
  const y = noise(6000);
  const options = { sr, nFft: 1024 };
  const measures = [spectralCentroid, spectralBandwidth, spectralRolloff];
  const before = measures.map((measure) => [...measure(y, options)]);
  const contrast = spectralContrast(y, options).data;
  const flux = spectralFlux(y, options);
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (gain) => {
      const louder = scaled(y, gain);
      measures.forEach((measure, i) => {
        measure(louder, options).forEach((value, t) => {
          // Hz, and one rounding in the last of sixteen digits.
          expect(Math.abs(value - before[i]![t]!)).toBeLessThan(1e-6);
        });
      });
      spectralContrast(louder, options).data.forEach((value, i) => {
        expect(value).toBeCloseTo(contrast[i]!, 8);
      });
      spectralFlux(louder, options).forEach((value, t) => {
        expect(value / gain).toBeCloseTo(flux[t]!, 8);
      });
    }),
    { numRuns: 15 },
  );
});

test("a sound played backwards has the same shapes in the opposite order", () => {
  // 8 hops and centred frames of an even window: frame t of one is frame 8 − t of the other, one sample later.
  const y = new Float64Array(8 * 512 + 1);
  y.set(noise(y.length));
  for (const measure of [spectralCentroid, spectralBandwidth, spectralRolloff, spectralFlatness]) {
    const forwards = measure(y, { sr });
    const backwards = measure(reversed(y), { sr });
    for (let t = 0; t < 9; t++) expect(backwards[8 - t]! / forwards[t]!).toBeCloseTo(1, 9);
  }
});

test("a spectrogram given instead of a signal gives the same", () => {
  const y = noise(3000);
  const magnitudes = magnitudeSpectrogram(y, { nFft: 512, hopLength: 512 });
  const options = { sr, nFft: 512 };
  expect(spectralCentroid(magnitudes, { sr })).toEqual(spectralCentroid(y, options));
  expect(spectralFlatness(magnitudes)).toEqual(spectralFlatness(y, options));
  expect(spectralFlux(magnitudes)).toEqual(spectralFlux(y, options));
  expect(spectralContrast(magnitudes, { sr })).toEqual(spectralContrast(y, options));
});
