import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  adsr,
  biquad,
  biquadFilter,
  freqz,
  lfilter,
  noise,
  oscillator,
  spectralCentroid,
  stateVariableFilter,
  subtractive,
} from "../../../../src/music/index.ts";
import { levelOf } from "./partials.ts";

const greatest = (y: Float64Array) => y.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
const click = (length: number) => new Float64Array(length).fill(1, 0, 1);

describe("biquad", () => {
  const sr = 44100;
  const level = (options: Parameters<typeof biquad>[0], hz: number) => {
    const { b, a } = biquad(options);
    return freqz(b, a, { sr, worN: [hz] }).magnitude[0]!;
  };

  test("has at its corner the level that q says", () => {
    for (const q of [0.5, Math.SQRT1_2, 3]) {
      for (const type of ["lowpass", "highpass"] as const) {
        expect(level({ type, hz: 1000, sr, q }, 1000)).toBeCloseTo(q, 9);
      }
      expect(level({ type: "bandpass", hz: 1000, sr, q }, 1000)).toBeCloseTo(1, 9);
      expect(level({ type: "notch", hz: 1000, sr, q }, 1000)).toBeCloseTo(0, 9);
    }
  });

  test("lifts by its gain: in the middle, on the left or on the right, and nothing elsewhere", () => {
    const gain = 10 ** (9 / 20);
    const options = { hz: 1000, sr, gainDb: 9 };
    expect(level({ type: "peaking", ...options }, 1000)).toBeCloseTo(gain, 9);
    expect(level({ type: "lowshelf", ...options }, 0)).toBeCloseTo(gain, 9);
    expect(level({ type: "lowshelf", ...options }, sr / 2)).toBeCloseTo(1, 9);
    expect(level({ type: "highshelf", ...options }, 0)).toBeCloseTo(1, 9);
    expect(level({ type: "highshelf", ...options }, sr / 2)).toBeCloseTo(gain, 9);
    for (const hz of [0, 300, 1000, 9000])
      expect(level({ type: "allpass", hz: 1000, sr }, hz)).toBeCloseTo(1, 9);
  });

  test("a shelf and the opposite one undo each other", () => {
    const y = noise({ sr, duration: 0.05 });
    const there = biquadFilter(y, { type: "lowshelf", hz: 500, sr, gainDb: 8 });
    const back = biquadFilter(there, { type: "lowshelf", hz: 500, sr, gainDb: -8 });
    expect(greatest(back.map((x, i) => x - y[i]!))).toBeLessThan(1e-12);
  });
});

describe("lfilter", () => {
  test("answers a click with what freqz says, frequency by frequency", () => {
    const { b, a } = biquad({ type: "peaking", hz: 900, q: 4, gainDb: 6, sr: 8000 });
    // The click's answer has died away after half a second.
    const answer = lfilter(b, a, click(8000));
    const hz = [0, 100, 900, 1500, 3999];
    const { magnitude } = freqz(b, a, { sr: 8000, worN: hz });
    for (const [i, one] of hz.entries()) {
      // levelOf divides by half the samples, or by all of them at 0 Hz.
      expect(levelOf(answer, one, 8000) * (one === 0 ? 8000 : 4000)).toBeCloseTo(magnitude[i]!, 9);
    }
  });

  test("is linear", () => {
    const [x, y] = [1, 2].map((seed) => noise({ sr: 8000, duration: 0.02, seed })) as [
      Float64Array,
      Float64Array,
    ];
    const [b, a] = [
      [0.2, 0.3, -0.1],
      [1, -0.4, 0.2],
    ];
    const [fx, fy] = [x, y].map((one) => lfilter(b!, a!, one)) as [Float64Array, Float64Array];
    const sum = lfilter(
      b!,
      a!,
      x.map((one, i) => one + 3 * y[i]!),
    );
    expect(greatest(sum.map((one, i) => one - fx[i]! - 3 * fy[i]!))).toBeLessThan(1e-12);
  });
});

describe("stateVariableFilter", () => {
  test("equals the biquad while its corner stays", () => {
    const y = noise({ sr: 22050, duration: 0.1 });
    for (const type of ["lowpass", "bandpass", "highpass"] as const) {
      for (const q of [0.6, 5]) {
        const still = stateVariableFilter(y, { sr: 22050, cutoff: 1300, q, type });
        const wanted = biquadFilter(y, { sr: 22050, hz: 1300, q, type });
        expect(greatest(still.map((x, i) => x - wanted[i]!)), `${type}, q ${q}`).toBeLessThan(1e-12);
      }
    }
  });

  test("stays finite and quiet wherever its corner jumps", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 300 }),
        (hz) => {
          const y = oscillator({ shape: "square", hz: 200, sr: 8000, duration: 0.2 });
          const out = stateVariableFilter(y, { sr: 8000, cutoff: Float64Array.from(hz) });
          expect(greatest(out)).toBeLessThan(10);
        },
      ),
    );
  });
});

describe("adsr", () => {
  const times = { attack: 0.1, decay: 0.2, sustain: 0.5, release: 0.3 };
  const at = (y: Float64Array, t: number) => y[Math.round(1000 * t)]!;

  test("rises, falls, is held and is let go, in straight lines", () => {
    const y = adsr({ ...times, duration: 0.6, sr: 1000 });
    expect(y.length).toBe(900);
    const expected: [number, number][] = [
      [0, 0],
      [0.05, 0.5],
      [0.1, 1],
      [0.2, 0.75],
      [0.3, 0.5],
      [0.5, 0.5],
      [0.6, 0.5],
      [0.75, 0.25],
    ];
    for (const [t, level] of expected) expect(at(y, t), `${t} s`).toBeCloseTo(level, 9);
    expect(y[899]).toBeCloseTo(0.5 / 300, 9);
  });

  test("is let go from where it is when the note is shorter than the attack", () => {
    const y = adsr({ ...times, duration: 0.03, sr: 1000 });
    expect(at(y, 0.03)).toBeCloseTo(0.3, 9);
    expect(at(y, 0.18)).toBeCloseTo(0.15, 9);
  });

  test("may have no attack, decay or release at all", () => {
    const y = adsr({ attack: 0, decay: 0, sustain: 0.4, release: 0, duration: 0.01, sr: 1000 });
    expect(Array.from(y)).toEqual(new Array(10).fill(0.4));
  });
});

describe("subtractive", () => {
  const centroid = (cutoff: number) => {
    const y = subtractive({ hz: 110, sr: 22050, duration: 0.4, cutoff, octaves: 0 });
    return spectralCentroid(y, { sr: 22050 })[10]!;
  };

  test("is the darker the lower its corner is", () => {
    expect(centroid(300)).toBeLessThan(centroid(1000));
    expect(centroid(1000)).toBeLessThan(centroid(4000));
  });

  test("is the wave through the filter under the envelope, sample by sample", () => {
    const sr = 8000;
    const y = subtractive({ shape: "square", hz: 200, sr, duration: 0.1, cutoff: 900, octaves: 0, q: 2 });
    const wave = oscillator({ shape: "square", hz: 200, sr, duration: 0.3 });
    const level = adsr({ duration: 0.1, sr });
    const wanted = stateVariableFilter(wave, { sr, cutoff: 900, q: 2 }).map((x, i) => x * level[i]!);
    expect(y).toEqual(wanted);
  });
});
