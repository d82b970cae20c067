import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  fftFrequencies,
  frameOf,
  hzToMel,
  melFilterbank,
  melFrequencies,
  melSpectrogram,
  melToHz,
  powerSpectrogram,
} from "../../../../src/music/index.ts";
import { noise, sine } from "../tones.ts";

const sr = 44100;

test("mels and Hz are each other's inverse, and 1 kHz is 15 mels", () => {
  expect(hzToMel(1000)).toBeCloseTo(15, 12);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 22050, noNaN: true }), (hz) => {
      expect(melToHz(hzToMel(hz))).toBeCloseTo(hz, 8);
    }),
  );
});

test("mel frequencies are even steps on the scale, ends included", () => {
  const frequencies = melFrequencies(40, { fmin: 50, fmax: 8000 });
  expect(frequencies).toHaveLength(40);
  expect(frequencies[0]).toBeCloseTo(50, 9);
  expect(frequencies[39]).toBeCloseTo(8000, 8);
  const steps = [...frequencies].slice(1).map((hz, i) => hzToMel(hz) - hzToMel(frequencies[i]!));
  for (const step of steps) expect(step).toBeCloseTo(steps[0]!, 9);
});

test("every mel filter has the area one", () => {
  // Narrow triangles are sampled coarsely; those above 2 kHz hold enough bins for 2 %.
  const bank = melFilterbank({ sr, nFft: 8192, nMels: 40, fmin: 2000 });
  for (let m = 0; m < bank.frames; m++) {
    const area = (frameOf(bank, m).reduce((a, b) => a + b, 0) * sr) / 8192;
    expect(Math.abs(area - 1)).toBeLessThan(0.02);
  }
});

test("a mel filter is a triangle from the middle of the one below to the middle of the one above", () => {
  const bank = melFilterbank({ sr, nFft: 4096, nMels: 20, fmin: 300, fmax: 9000 });
  const edges = melFrequencies(22, { fmin: 300, fmax: 9000 });
  const frequencies = fftFrequencies(sr, 4096);
  for (let m = 0; m < 20; m++) {
    frameOf(bank, m).forEach((weight, k) => {
      expect(weight > 0).toBe(frequencies[k]! > edges[m]! && frequencies[k]! < edges[m + 2]!);
    });
  }
});

test("a mel spectrogram is the filters times the power spectrogram, with a hop of 512 unless told", () => {
  const y = noise(5000);
  const options = { sr, nFft: 1024, nMels: 30 };
  const mel = melSpectrogram(y, options);
  const power = powerSpectrogram(y, { nFft: 1024, hopLength: 512 });
  const bank = melFilterbank(options);
  expect([mel.frames, mel.bins]).toEqual([power.frames, 30]);
  for (const [t, m] of [
    [0, 0],
    [4, 17],
    [9, 29],
  ] as const) {
    const weights = frameOf(bank, m);
    const expected = frameOf(power, t).reduce((sum, value, k) => sum + value * weights[k]!, 0);
    expect(frameOf(mel, t)[m]! / expected).toBeCloseTo(1, 12);
  }
});

test("a tone is loudest in the band whose middle is nearest to it", () => {
  const options = { sr, nMels: 64 };
  const centres = melFrequencies(66, { fmax: sr / 2 }).subarray(1, 65);
  for (const m of [20, 35, 50]) {
    const frame = frameOf(melSpectrogram(sine(centres[m]!, 0.3), options), 10);
    expect(frame.indexOf(Math.max(...frame))).toBe(m);
  }
});

test("a filter too narrow for any bin is empty, and its band silent", () => {
  const options = { sr: 8000, nFft: 64, nMels: 60 };
  const bank = melFilterbank(options);
  const empty = Array.from({ length: 60 }, (_, m) => m).filter((m) => frameOf(bank, m).every((w) => w === 0));
  expect(empty.length).toBeGreaterThan(0);
  const mel = melSpectrogram(noise(500), options);
  for (const m of empty) expect(frameOf(mel, 0)[m]).toBe(0);
});
