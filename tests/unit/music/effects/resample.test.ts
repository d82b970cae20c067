import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { resample } from "../../../../src/music/index.ts";
import { noise, sine } from "../tones.ts";
import { fitSine } from "./fit.ts";

const decibels = (amplitude: number) => 20 * Math.log10(amplitude);
const N = 16384;

describe.each([
  [44100, 22050],
  [22050, 44100],
  [44100, 48000],
  [48000, 16000],
  [8000, 44100],
  [44100, 44100 / 1.2345],
  [44100, 44100 * 2 ** (1 / 12)],
])("from %d to %d Hz", (origSr, targetSr) => {
  const nyquist = Math.min(origSr, targetSr) / 2;
  const through = (hz: number) => resample(sine(hz, N / origSr, origSr), { origSr, targetSr });

  test("tones up to 0.9 of half the lower rate keep their level, and nothing is added", () => {
    for (const share of [0.02, 0.3, 0.6, 0.8, 0.9]) {
      const { amplitude, rest } = fitSine(through(share * nyquist), share * nyquist, targetSr);
      // What the doc comment promises; measured are 0.0002 dB and −108 dB.
      expect(Math.abs(decibels(amplitude))).toBeLessThan(0.001);
      expect(decibels(rest)).toBeLessThan(-95);
    }
  });

  test("tones above half the lower rate are gone, not folded back", () => {
    if (targetSr > origSr) return;
    for (const share of [1.001, 1.05, 1.2]) {
      const hz = share * nyquist;
      if (hz >= origSr / 2) continue;
      const y = through(hz);
      const middle = y.subarray(Math.round(0.2 * y.length), Math.round(0.8 * y.length));
      expect(decibels(Math.max(...middle.map(Math.abs)))).toBeLessThan(-95);
    }
  });

  test("the sound lasts as long, rounded up to a sample, and begins at the same moment", () => {
    expect(through(100)).toHaveLength(Math.ceil((N * targetSr) / origSr));
    const bump = Float64Array.from({ length: N }, (_, i) => Math.exp(-(((i - 6000) / 300) ** 2)));
    const moved = resample(bump, { origSr, targetSr });
    for (let n = 0; n < moved.length; n += 97) {
      const at = ((n * origSr) / targetSr - 6000) / 300;
      // The bump has nothing above 200 Hz to lose.
      expect(Math.abs(moved[n]! - Math.exp(-at * at))).toBeLessThan(2e-5);
    }
  });
});

test("the same rate gives the same samples", () => {
  const y = noise(500);
  expect(resample(y, { origSr: 8000, targetSr: 8000 })).toEqual(y);
  expect(resample(y, { origSr: 8000, targetSr: 8000 })).not.toBe(y);
});

test("up and down again gives back what lies below nine tenths of half the rate", () => {
  const y = resample(noise(3000), { origSr: 6000, targetSr: 8000 });
  const there = resample(y, { origSr: 8000, targetSr: 11025 });
  const back = resample(there, { origSr: 11025, targetSr: 8000 });
  for (let i = 200; i < 3800; i++) expect(Math.abs(back[i]! - y[i]!)).toBeLessThan(1e-4);
});

test("resampling is linear", () => {
  const [a, b] = [noise(400), sine(300, 0.05, 8000)];
  const options = { origSr: 8000, targetSr: 7000 };
  const [ofA, ofB] = [resample(a, options), resample(b, options)];
  fc.assert(
    fc.property(fc.double({ min: -10, max: 10, noNaN: true }), (gain) => {
      const sum = resample(
        a.map((sample, i) => sample + gain * b[i]!),
        options,
      );
      sum.forEach((sample, i) => {
        expect(sample).toBeCloseTo(ofA[i]! + gain * ofB[i]!, 10);
      });
    }),
    { numRuns: 10 },
  );
});

test("a filter that is interpolated does what one made for the rate does", () => {
  const y = noise(2000);
  // As the ratio of two whole numbers, and as one that differs from it by 10⁻¹³.
  const exact = resample(y, { origSr: 147, targetSr: 160 });
  const between = resample(y, { origSr: 147, targetSr: 160 * (1 + 1e-13) });
  exact.forEach((sample, i) => {
    // 100 dB down.
    expect(Math.abs(sample - between[i]!)).toBeLessThan(1e-5);
  });
});
