import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { karplusStrong, midiToHz } from "../../../../src/music/index.ts";

/** The phase and the level of a frequency about a place, through Blackman and Harris's window, which hides all others. */
function heardAt(y: Float64Array, hz: number, sr: number, start: number, length: number) {
  let re = 0;
  let im = 0;
  for (let i = 0; i < length; i++) {
    const x = (2 * Math.PI * i) / length;
    const window = 0.35875 - 0.48829 * Math.cos(x) + 0.14128 * Math.cos(2 * x) - 0.01168 * Math.cos(3 * x);
    const phase = (2 * Math.PI * hz * (start + i)) / sr;
    re += window * y[start + i]! * Math.cos(phase);
    im -= window * y[start + i]! * Math.sin(phase);
  }
  return { phase: Math.atan2(im, re), level: Math.hypot(re, im) };
}

/** How far the fundamental is from `hz`, in cents: by how much its phase moves on in 20 ms. */
function centsOff(y: Float64Array, hz: number, sr: number): number {
  const start = Math.round(0.02 * sr);
  const length = Math.round(0.4 * sr);
  const hop = Math.round(0.02 * sr);
  const before = heardAt(y, hz, sr, start, length).phase;
  const after = heardAt(y, hz, sr, start + hop, length).phase;
  const turned = after - before - 2 * Math.PI * Math.round((after - before) / (2 * Math.PI));
  return 1200 * Math.log2(1 + ((turned / (2 * Math.PI)) * sr) / hop / hz);
}

describe("karplusStrong", () => {
  test.each([22050, 44100, 48000])("is in tune on the keys of a piano at %s Hz, within 2 cents", (sr) => {
    // Every third key, and the highest: 27.5 to 4186 Hz.
    for (let midi = 21; midi <= 108; midi += 3) {
      const y = karplusStrong({ hz: midiToHz(midi), sr, duration: 0.5, decay: 4, seed: midi });
      expect(Math.abs(centsOff(y, midiToHz(midi), sr)), `key ${midi}`).toBeLessThan(2);
    }
  });

  test("is in tune at 8 and at 192 kHz, too", () => {
    for (const [hz, sr] of [
      [55, 8000],
      [3100, 8000],
      [27.5, 192000],
      [4186, 192000],
    ] as const) {
      expect(
        Math.abs(centsOff(karplusStrong({ hz, sr, duration: 0.5, decay: 4 }), hz, sr)),
        `${hz} Hz`,
      ).toBeLessThan(2);
    }
  });

  test("delays the fundamental by one period in all: delay line, losing filter and allpass", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 20, max: 3000, noNaN: true }),
        fc.constantFrom(8000, 22050, 44100, 192000),
        fc.double({ min: 0.05, max: 20, noNaN: true }),
        (hz, sr, decay) => {
          const loop = karplusStrong({ hz, sr, decay, duration: 0.001, steps: true });
          expect(loop.delay + loop.filterDelay + loop.allpassDelay).toBeCloseTo(sr / hz, 8);
          const omega = (2 * Math.PI * hz) / sr;
          // The delay of each filter, from its formula at e^jω.
          const { stretch: s, allpass: c } = loop;
          const lossPhase = Math.atan2(-s * Math.sin(omega), 1 - s + s * Math.cos(omega));
          expect(-lossPhase / omega).toBeCloseTo(loop.filterDelay, 8);
          const phase =
            Math.atan2(-Math.sin(omega), c + Math.cos(omega)) -
            Math.atan2(-c * Math.sin(omega), 1 + c * Math.cos(omega));
          expect(-phase / omega).toBeCloseTo(loop.allpassDelay, 8);
          expect(Math.abs(c)).toBeLessThan(1);
        },
      ),
    );
  });

  test.each([
    [110, 1],
    [440, 3],
    [2000, 0.5],
    [27.5, 8],
  ])("at %s Hz its fundamental falls by 60 dB in %s s, as asked", (hz, decay) => {
    const sr = 44100;
    const y = karplusStrong({ hz, sr, duration: 2, decay, seed: 3 });
    const length = Math.round(0.3 * Math.min(1, decay) * sr);
    const levels = [0, 0.1 * decay].map((t) => heardAt(y, hz, sr, Math.round((0.05 + t) * sr), length).level);
    expect(20 * Math.log10(levels[0]! / levels[1]!)).toBeCloseTo(6, 2);
  });

  test("begins with its burst, which has no mean, and dies away to nothing", () => {
    const { y, burst } = karplusStrong({ hz: 200, sr: 8000, duration: 3, decay: 0.5, steps: true });
    expect(Array.from(y.subarray(0, 30))).toEqual(Array.from(burst.subarray(0, 30)));
    expect(burst.length).toBe(40);
    expect(burst.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 12);
    expect(Math.max(...burst.map(Math.abs))).toBeCloseTo(1, 12);
    expect(Math.max(...y.subarray(20000).map(Math.abs))).toBeLessThan(1e-9);
  });

  test("is the same with its steps and without, for one seed, and differs for another", () => {
    const options = { hz: 330, sr: 22050, duration: 0.1 };
    expect(karplusStrong({ ...options, steps: true }).y).toEqual(karplusStrong(options));
    expect(karplusStrong({ ...options, seed: 0 })).toEqual(karplusStrong(options));
    expect(karplusStrong({ ...options, seed: 1 })).not.toEqual(karplusStrong(options));
  });
});
