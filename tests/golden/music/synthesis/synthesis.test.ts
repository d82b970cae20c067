import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  type BiquadType,
  biquad,
  chirp,
  clicks,
  fm,
  freqz,
  lfilter,
  oscillator,
  type WaveShape,
} from "../../../../src/music/index.ts";
import { partialOf } from "../../../unit/music/synthesis/partials.ts";

type Response = { re: number[]; im: number[] };
type Golden = {
  biquads: (Response & {
    type: BiquadType;
    hz: number;
    sr: number;
    q: number;
    gainDb: number;
    b: number[];
    a: number[];
    at: number[];
  })[];
  filters: { b: number[]; a: number[]; x: number[]; y: number[] }[];
  responses: (Response & { b: number[]; a: number[]; worN: number; w: number[] })[];
  sideBands: { index: number; k: number[]; amplitudes: number[] }[];
  fourier: { shape: WaveShape; width: number; cos: number[]; sin: number[] }[];
  chirps: { fmin: number; fmax: number; linear: boolean; sr: number; duration: number; y: number[] }[];
  clicks: { sr: number; times: number[]; clickDuration: number; y: number[] };
};

const golden: Golden = JSON.parse(readFileSync(join(import.meta.dirname, "synthesis.json"), "utf8"));

/** How far two lists are apart where they are farthest. */
const distance = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a, (x, i) => Math.abs(x - b[i]!)).reduce((most, x) => Math.max(most, x), 0);

const complex = ({ magnitude, phase }: { magnitude: Float64Array; phase: Float64Array }) => ({
  re: magnitude.map((size, i) => size * Math.cos(phase[i]!)),
  im: magnitude.map((size, i) => size * Math.sin(phase[i]!)),
});

describe("biquad", () => {
  test.each(golden.biquads)("has the cookbook's coefficients: $type at $hz Hz, q $q", (one) => {
    const { b, a } = biquad(one);
    // Coefficients go up to 12 dB, 4 or so: rounding is in the last digits of 1e-15.
    expect(distance(b, one.b)).toBeLessThan(1e-13);
    expect(distance(a, one.a)).toBeLessThan(1e-13);
  });

  test.each(golden.biquads)("answers every frequency as scipy says: $type at $hz Hz, q $q", (one) => {
    const found = complex(freqz(one.b, one.a, { sr: one.sr, worN: one.at }));
    expect(distance(found.re, one.re)).toBeLessThan(1e-12);
    expect(distance(found.im, one.im)).toBeLessThan(1e-12);
  });
});

test.each(golden.responses)(
  "freqz takes $worN frequencies where scipy takes them",
  ({ b, a, worN, w, re, im }) => {
    const response = freqz(b, a, { sr: 2 * Math.PI, worN });
    expect(distance(response.hz, w)).toBeLessThan(1e-12);
    const found = complex(response);
    // The file has 13 digits.
    expect(distance(found.re, re)).toBeLessThan(1e-12);
    expect(distance(found.im, im)).toBeLessThan(1e-12);
  },
);

test.each(golden.filters)(
  "lfilter gives what scipy's gives: b of $b.length, a of $a.length",
  ({ b, a, x, y }) => {
    expect(distance(lfilter(b, a, Float64Array.from(x)), y)).toBeLessThan(1e-12);
  },
);

describe("fm", () => {
  // With these the side bands fall on whole Hz, none on another, and a second holds whole periods of all.
  const carrier = 2000;
  const modulator = 130;

  test.each(golden.sideBands)("has side bands of the size of Bessel's functions: index $index", (one) => {
    const y = fm({ hz: carrier, ratio: modulator / carrier, index: one.index, sr: 22050 });
    for (const [i, k] of one.k.entries()) {
      const hz = carrier + k * modulator;
      const { sin, cos } = partialOf(y, Math.abs(hz), 22050);
      // A side band below 0 Hz is heard above it, with its sign turned.
      expect(Math.abs(sin * Math.sign(hz) - one.amplitudes[i]!), `side band ${k}`).toBeLessThan(1e-10);
      expect(Math.abs(cos), `side band ${k}`).toBeLessThan(1e-10);
    }
  });
});

test.each(golden.fourier)("a $shape has the partials of scipy's wave", ({ shape, width, cos, sin }) => {
  const y = oscillator({ shape, width, hz: 100, sr: 8000 });
  for (let k = 1; k <= cos.length; k++) {
    const found = partialOf(y, 100 * k, 8000);
    // Theirs are sums over 262,144 places of a period, right to 1e-5 where the wave jumps.
    expect(Math.abs(found.cos - cos[k - 1]!), `partial ${k}`).toBeLessThan(2e-5);
    expect(Math.abs(found.sin - sin[k - 1]!), `partial ${k}`).toBeLessThan(2e-5);
  }
});

test.each(golden.chirps)("a chirp from $fmin to $fmax Hz is scipy's, linear: $linear", (one) => {
  const y = chirp(one.fmin, one.fmax, one);
  expect(
    distance(
      y.filter((_, i) => i % 16 === 0),
      one.y,
    ),
  ).toBeLessThan(1e-9);
});

test("clicks are those of librosa's definition", () => {
  const { sr, times, clickDuration, y } = golden.clicks;
  const found = clicks(times, { sr, clickDuration });
  expect(found.length).toBe(y.length);
  // The file has 11 digits.
  expect(distance(found, y)).toBeLessThan(1e-10);
});
