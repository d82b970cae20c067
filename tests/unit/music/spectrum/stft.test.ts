import { expect, test } from "vitest";
import { windowSamples } from "../../../../src/music/base/window.ts";
import {
  frameOf,
  magnitudeSpectrogram,
  powerSpectrogram,
  type StftOptions,
  stft,
} from "../../../../src/music/index.ts";
import { noise, sine } from "../tones.ts";

test("a spectrum has the energy of its samples (Parseval)", () => {
  const y = noise(4096);
  const power = powerSpectrogram(y, { nFft: 1024, hopLength: 1024, window: "boxcar", center: false });
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

test("a sine of amplitude one is half the window's sum high, in its own bin", () => {
  const y = sine(1000, 0.5, 16000);
  for (const window of ["hann", "hamming", "blackman", "boxcar"] as const) {
    const spectra = magnitudeSpectrogram(y, { nFft: 1024, window, center: false });
    const sum = windowSamples(window, 1024).reduce((a, b) => a + b, 0);
    const frame = frameOf(spectra, 3);
    // 1000 Hz is bin 64 exactly, so that the mirror image, 128 bins away, leaks nothing into it.
    expect(frame[64]).toBeCloseTo(sum / 2, 8);
    expect(frame.indexOf(Math.max(...frame))).toBe(64);
  }
});

test("magnitude and power are those of the complex transform", () => {
  const y = noise(3000);
  const options = { nFft: 256, winLength: 200, hopLength: 77 };
  const { re, im } = stft(y, options);
  const power = powerSpectrogram(y, options).data;
  const magnitude = magnitudeSpectrogram(y, options).data;
  for (let i = 0; i < re.length; i++) {
    expect(power[i]).toBe(re[i]! * re[i]! + im[i]! * im[i]!);
    expect(magnitude[i]).toBe(Math.sqrt(power[i]!));
  }
});

test("a short window in a long transform gives the short transform's bins, and more between them", () => {
  const y = noise(512);
  const short = powerSpectrogram(y, { nFft: 256, hopLength: 64, center: false });
  const long = powerSpectrogram(y, { nFft: 512, winLength: 256, hopLength: 64, center: false });
  // The window of the long one stands 128 samples later, which turns the phase and nothing else: its frame 0 is the
  // short one's frame 2.
  for (let k = 0; k < short.bins; k++) {
    expect(long.data[2 * k]).toBeCloseTo(short.data[2 * short.bins + k]!, 9);
  }
});

test("there is a frame for every hop, and the hop is a quarter of the window unless told", () => {
  const frames = (options: StftOptions) => stft(noise(10000), options).frames;
  expect(frames({})).toBe(1 + Math.floor(10000 / 512));
  expect(frames({ nFft: 1024 })).toBe(1 + Math.floor(10000 / 256));
  expect(frames({ nFft: 1024, winLength: 400 })).toBe(1 + 10000 / 100);
  expect(frames({ nFft: 1024, hopLength: 2000 })).toBe(1 + 10000 / 2000);
  expect(frames({ nFft: 1024, hopLength: 2000, center: false })).toBe(1 + Math.floor((10000 - 1024) / 2000));
});
