import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  deemphasis,
  fade,
  normalize,
  preemphasis,
  rms,
  split,
  toMono,
  trim,
} from "../../../../src/music/index.ts";
import { noise, sine } from "../tones.ts";

const sr = 8000;
/** Silence, a tone, silence, a quieter tone, silence: 4000 samples each. */
const phrase = Float64Array.from({ length: 20000 }, (_, i) => {
  const part = Math.floor(i / 4000);
  return part === 1 ? Math.sin(i / 3) : part === 3 ? 0.1 * Math.sin(i / 3) : 0;
});
const frames = { frameLength: 256, hopLength: 64 };

test("a sound is split where it is silent, to a frame", () => {
  const found = split(phrase, frames);
  expect(found).toHaveLength(2);
  const wanted = [
    { start: 4000, end: 8000 },
    { start: 12000, end: 16000 },
  ];
  found.forEach(({ start, end }, i) => {
    // A frame is heard from the moment its end touches the tone until its beginning leaves it.
    expect(Math.abs(start - wanted[i]!.start)).toBeLessThanOrEqual(256);
    expect(Math.abs(end - wanted[i]!.end)).toBeLessThanOrEqual(256);
  });
  expect(split(phrase, { ...frames, topDb: 15 })).toHaveLength(1);
});

test("trimming leaves what lies between the first and the last sound", () => {
  const { y, start, end } = trim(phrase, frames);
  expect(y).toEqual(phrase.slice(start, end));
  expect(Math.abs(start - 4000)).toBeLessThanOrEqual(256);
  expect(Math.abs(end - 16000)).toBeLessThanOrEqual(256);
});

test("of a silent sound nothing is left", () => {
  expect(split(new Float64Array(5000))).toEqual([]);
  expect(trim(new Float64Array(5000))).toEqual({ y: new Float64Array(0), start: 0, end: 0 });
});

test("gain does not change what is silent, down to the level of rounding", () => {
  for (const gain of [1e-2, 10, 1e6]) {
    expect(
      split(
        phrase.map((sample) => gain * sample),
        { ...frames, topDb: 40 },
      ),
    ).toEqual(split(phrase, { ...frames, topDb: 40 }));
  }
});

test("a normalised sound has its peak where it is told, and its shape as it was", () => {
  const y = noise(200).map((sample) => 1e-3 * sample);
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 100, noNaN: true }), (peak) => {
      const out = normalize(y, { peak });
      expect(Math.max(...out.map(Math.abs)) / peak).toBeCloseTo(1, 12);
      expect(out[7]! / out[3]!).toBeCloseTo(y[7]! / y[3]!, 10);
    }),
  );
  expect(normalize(new Float64Array(3))).toEqual(new Float64Array(3));
  // The reciprocal of the least numbers there are would be infinite.
  expect(normalize(Float64Array.of(5e-324, -5e-324))).toEqual(Float64Array.of(1, -1));
});

test("a fade begins and ends at nothing, is half way after half its time, and leaves the middle", () => {
  const y = fade(new Float64Array(1000).fill(1), { sr, fadeIn: 0.02, fadeOut: 0.05 });
  expect(y[0]).toBe(0);
  expect(y[40]).toBeCloseTo((1 - Math.SQRT1_2) / 2, 12);
  expect(y[80]).toBeCloseTo(0.5, 12);
  expect(y[999]).toBe(0);
  expect(y[999 - 200]).toBeCloseTo(0.5, 12);
  expect(y.subarray(160, 600).every((sample) => sample === 1)).toBe(true);
  expect(fade(new Float64Array(10).fill(1), { sr, fadeIn: 0, fadeOut: 0 })).toEqual(
    new Float64Array(10).fill(1),
  );
});

test("de-emphasis gives back what was emphasised", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (length, coef) => {
        const y = noise(length);
        deemphasis(preemphasis(y, { coef }), { coef }).forEach((sample, i) => {
          expect(Math.abs(sample - y[i]!)).toBeLessThan(1e-10);
        });
      },
    ),
  );
});

test("emphasis has the response of its formula: |1 − 0.97 e^(−iω)|", () => {
  for (const hz of [100, 1000, 3000]) {
    const level = (y: Float64Array) =>
      rms(y.subarray(100, 4100), { frameLength: 4000, hopLength: 4000, center: false })[0]!;
    const y = sine(hz, 0.6, sr);
    const omega = (2 * Math.PI * hz) / sr;
    const gain = Math.hypot(1 - 0.97 * Math.cos(omega), 0.97 * Math.sin(omega));
    // 4000 samples hold whole periods of all three.
    expect(level(preemphasis(y)) / level(y)).toBeCloseTo(gain, 9);
  }
});

test("the mean of the channels is what all of them have in common", () => {
  const y = noise(50);
  expect([...toMono([y, y.map((sample) => -sample)])].every((sample) => sample === 0)).toBe(true);
  expect(toMono([y])).toEqual(y);
  expect(toMono([y, Float32Array.from(y)])[9]).toBeCloseTo(y[9]!, 7);
});
