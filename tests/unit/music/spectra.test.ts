import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  frameOf,
  hzToMel,
  magnitudeSpectrogram,
  melFilterbank,
  melToHz,
  mfcc,
  powerSpectrogram,
  powerToDb,
  rms,
  spectralBandwidth,
  spectralCentroid,
  spectralFlatness,
  spectralRolloff,
  stft,
  zeroCrossingRate,
} from "../../../src/music/index.ts";
import { noise, sine } from "./tones.ts";

const sr = 44100;

test("a spectrum has the energy of its samples (Parseval)", () => {
  const y = noise(4096);
  const options = { nFft: 1024, hopLength: 1024, window: "boxcar", center: false } as const;
  const power = powerSpectrogram(y, options);
  for (let t = 0; t < power.frames; t++) {
    const frame = y.subarray(t * 1024, (t + 1) * 1024);
    const bins = frameOf(power, t);
    // The bins between the first and the last stand for two each, themselves and their mirror images.
    const spectral = bins.reduce((sum, value, k) => sum + value * (k === 0 || k === 512 ? 1 : 2), 0) / 1024;
    // Two sums of a thousand numbers in double precision.
    expect(spectral).toBeCloseTo(
      frame.reduce((sum, sample) => sum + sample * sample, 0),
      9,
    );
  }
});

test("the transform of an impulse is flat and turns with its place", () => {
  const y = new Float64Array(16);
  y[1] = 1;
  const { re, im, frames, bins } = stft(y, { nFft: 16, hopLength: 16, window: "boxcar", center: false });
  expect([frames, bins]).toEqual([1, 9]);
  for (let k = 0; k < bins; k++) {
    expect(re[k]).toBeCloseTo(Math.cos((2 * Math.PI * k) / 16), 12);
    expect(im[k]).toBeCloseTo(-Math.sin((2 * Math.PI * k) / 16), 12);
  }
});

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

test("the spectrum of white noise is flat: its flatness is that of random bins, exp(−γ)", () => {
  const mean = spectralFlatness(noise(sr), { center: false }).reduce(
    (sum, value, _, all) => sum + value / all.length,
    0,
  );
  // Powers of noise are exponentially distributed; the mean of their logarithms is −γ (Euler). 83 frames of 1,025 bins
  // agree to two hundredths.
  expect(Math.abs(mean - Math.exp(-0.5772))).toBeLessThan(0.02);
});

test("a sine of 440 Hz changes its sign 880 times a second", () => {
  const y = sine(440, 1);
  const [rate] = zeroCrossingRate(y, { frameLength: y.length, hopLength: y.length, center: false });
  // The first sample is an exact zero, which counts as positive: one crossing may be missing.
  expect(Math.abs(rate! * sr - 880)).toBeLessThanOrEqual(1);
});

test("the level of a sine is its amplitude over the root of two", () => {
  const y = sine(441, 0.5).map((sample) => 0.5 * sample);
  const [level] = rms(y, { frameLength: 4400, hopLength: 4400, center: false });
  expect(level).toBeCloseTo(0.5 / Math.SQRT2, 10);
});

test("mels and Hz are each other's inverse, and 1 kHz is 15 mels", () => {
  expect(hzToMel(1000)).toBeCloseTo(15, 12);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 22050, noNaN: true }), (hz) => {
      expect(melToHz(hzToMel(hz))).toBeCloseTo(hz, 8);
    }),
  );
});

test("every mel filter has the area one", () => {
  // Narrow triangles are sampled coarsely; those above 2 kHz hold enough bins for 2 %.
  const bank = melFilterbank({ sr, nFft: 8192, nMels: 40, fmin: 2000 });
  for (let m = 0; m < bank.frames; m++) {
    const area = (frameOf(bank, m).reduce((a, b) => a + b, 0) * sr) / 8192;
    expect(Math.abs(area - 1)).toBeLessThan(0.02);
  }
});

test("decibels are ten times the logarithm of power, cut off below the loudest", () => {
  const power = { data: Float64Array.of(1, 0.1, 1e-30), frames: 1, bins: 3 };
  expect([...powerToDb(power).data]).toEqual([0, -10, -80]);
  expect([...powerToDb(power, { topDb: null }).data]).toEqual([0, -10, -100]);
  expect([...powerToDb(power, { ref: 0.1, topDb: 15 }).data].map(Math.round)).toEqual([10, 0, -5]);
});

test("what describes the shape of a spectrum does not change with its level", () => {
  const y = noise(6000);
  const options = { sr, nFft: 1024 };
  const measures = [spectralCentroid, spectralBandwidth, spectralRolloff];
  const before = measures.map((measure) => [...measure(y, options)]);
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (gain) => {
      const louder = y.map((sample) => gain * sample);
      measures.forEach((measure, i) => {
        measure(louder, options).forEach((value, t) => {
          // Hz, and one rounding in the last of sixteen digits.
          expect(Math.abs(value - before[i]![t]!)).toBeLessThan(1e-6);
        });
      });
    }),
    { numRuns: 20 },
  );
});

test("more level adds to the first cepstral coefficient alone", () => {
  const y = noise(6000);
  const options = { sr, nFft: 1024, nMels: 40, nMfcc: 13 };
  const quiet = mfcc(y, options);
  const loud = mfcc(
    y.map((sample) => 10 * sample),
    options,
  );
  quiet.data.forEach((value, i) => {
    // 20 dB in each of 40 bands is 20 √40 in the orthonormal transform's constant.
    expect(loud.data[i]! - value).toBeCloseTo(i % 13 === 0 ? 20 * Math.sqrt(40) : 0, 8);
  });
});

test("a spectrogram given instead of a signal gives the same", () => {
  const y = noise(3000);
  expect(spectralCentroid(magnitudeSpectrogram(y), { sr })).toEqual(spectralCentroid(y, { sr }));
});

test("wrong arguments are named, with what is allowed", () => {
  const y = noise(100);
  expect(() => stft(y, { nFft: 1000 })).toThrow("size is 1000; it must be a power of two");
  expect(() => stft(y, { center: false })).toThrow(
    "the signal has 100 samples, fewer than one frame of 2048",
  );
  expect(() => stft(y, { hopLength: 0 })).toThrow("hopLength is 0; it must be a whole number of at least 1");
  expect(() => stft(new Float64Array(0))).toThrow("y is empty");
  expect(() => stft(Float64Array.of(1, Number.NaN))).toThrow("y[1] is NaN; samples must be finite");
  expect(() => stft([1, 2, 3] as never)).toThrow("y must be a Float32Array or a Float64Array");
  expect(() => stft(y, { window: "triangle" as never })).toThrow('window is "triangle"');
  expect(() => spectralCentroid(y, { sr: 0 })).toThrow("sr is 0; it must be a number above 0");
  expect(() => melFilterbank({ sr, fmin: 9000, fmax: 100 })).toThrow("fmax must be above fmin");
  expect(() => mfcc(y, { sr, nMels: 10 })).toThrow("nMfcc is 20, more than the 10 mel bands there are");
  expect(() => spectralRolloff(y, { sr, rollPercent: 85 })).toThrow(
    "rollPercent is 85; it must lie between 0 and 1",
  );
});
