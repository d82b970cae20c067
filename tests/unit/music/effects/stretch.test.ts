import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { istft, phaseVocoder, pitchShift, rms, stft, timeStretch } from "../../../../src/music/index.ts";
import { noise, sine } from "../tones.ts";
import { centsOff, fitSine } from "./fit.ts";

const sr = 22050;
const tone = (hz: number) => sine(hz, 0.6, sr);

test("a stretched sound has its length divided by the rate, to the sample", () => {
  const y = noise(3000);
  fc.assert(
    fc.property(fc.double({ min: 0.3, max: 5, noNaN: true }), fc.boolean(), (rate, phaseLock) => {
      const options = { rate, phaseLock, nFft: 256 };
      expect(timeStretch(y, options)).toHaveLength(Math.round(3000 / rate));
    }),
    { numRuns: 15 },
  );
});

describe.each([0.5, 0.8, 1.25, 2])("at rate %d", (rate) => {
  test("a tone keeps its pitch within 0.2 cents", () => {
    for (const hz of [220, 1000]) {
      expect(Math.abs(centsOff(timeStretch(tone(hz), { rate }), hz, sr))).toBeLessThanOrEqual(0.2);
    }
  });

  test("with locked phases it keeps its level within 0.01 dB, and nothing is added", () => {
    for (const hz of [220, 1000]) {
      const { amplitude, rest } = fitSine(timeStretch(tone(hz), { rate, phaseLock: true }), hz, sr);
      expect(Math.abs(20 * Math.log10(amplitude))).toBeLessThan(0.01);
      expect(rest).toBeLessThan(1e-3);
    }
  });
});

test("locked phases bring a chord nearer to the chord that lasted as long from the start", () => {
  const chord = (seconds: number) =>
    Float64Array.from({ length: Math.round(seconds * sr) }, (_, i) =>
      [262, 330, 392].reduce((sum, hz) => sum + Math.sin((2 * Math.PI * hz * i) / sr + hz), 0),
    );
  const distance = (a: Float64Array, b: Float64Array) => {
    const level = (y: Float64Array) => rms(y, { frameLength: 512, hopLength: 256 });
    const [la, lb] = [level(a), level(b)];
    return Math.sqrt(la.reduce((sum, value, t) => sum + (value - lb[t]!) ** 2, 0) / la.length);
  };
  const wanted = chord(1);
  const plain = distance(timeStretch(chord(0.75), { rate: 0.75 }), wanted);
  const locked = distance(timeStretch(chord(0.75), { rate: 0.75, phaseLock: true }), wanted);
  expect(locked).toBeLessThan(0.6 * plain);
});

test("rate 1 and no steps change nothing", () => {
  const y = noise(2500);
  for (const phaseLock of [false, true]) {
    const same = timeStretch(y, { rate: 1, phaseLock, nFft: 256 });
    const shifted = pitchShift(y, { sr, nSteps: 0, phaseLock, nFft: 256 });
    for (let i = 0; i < y.length; i++) {
      expect(Math.abs(same[i]! - y[i]!)).toBeLessThan(1e-9);
      expect(Math.abs(shifted[i]! - y[i]!)).toBeLessThan(1e-9);
    }
  }
});

test("a vocoder's spectra have the magnitudes of the frames between which they lie", () => {
  const spectra = stft(noise(2000), { nFft: 256 });
  const slow = phaseVocoder(spectra, { rate: 0.5 });
  expect(slow.frames).toBe(2 * spectra.frames);
  const magnitude = ({ re, im, bins }: typeof spectra, t: number, k: number) =>
    Math.hypot(re[t * bins + k]!, im[t * bins + k]!);
  for (const k of [0, 17, 64, 128]) {
    expect(magnitude(slow, 6, k)).toBeCloseTo(magnitude(spectra, 3, k), 10);
    expect(magnitude(slow, 7, k)).toBeCloseTo((magnitude(spectra, 3, k) + magnitude(spectra, 4, k)) / 2, 10);
  }
  expect(istft(slow)).toHaveLength((slow.frames - 1) * 64);
});

describe.each([-12, -5, -0.5, 0.3, 4, 7, 12])("%d semitones", (nSteps) => {
  test("move a sine by 2^(s/12), within 0.3 cents, and leave its length", () => {
    for (const hz of [330, 1000]) {
      const shifted = pitchShift(tone(hz), { sr, nSteps });
      expect(shifted).toHaveLength(tone(hz).length);
      expect(Math.abs(centsOff(shifted, hz * 2 ** (nSteps / 12), sr))).toBeLessThanOrEqual(0.3);
    }
  });
});

test("steps can be of another size: 24 to an octave are quarter tones", () => {
  const quarter = pitchShift(tone(440), { sr, nSteps: 1, binsPerOctave: 24 });
  expect(quarter).toEqual(pitchShift(tone(440), { sr, nSteps: 0.5 }));
});

test("gain changes the level of what is stretched and shifted, and nothing else", () => {
  const y = noise(2000);
  const louder = y.map((sample) => 4 * sample);
  const pairs = [
    [timeStretch(y, { rate: 0.7, nFft: 256 }), timeStretch(louder, { rate: 0.7, nFft: 256 })],
    [pitchShift(y, { sr, nSteps: 2, nFft: 256 }), pitchShift(louder, { sr, nSteps: 2, nFft: 256 })],
  ];
  for (const [quiet, loud] of pairs) {
    quiet!.forEach((sample, i) => {
      expect(loud![i]).toBeCloseTo(4 * sample, 9);
    });
  }
});
