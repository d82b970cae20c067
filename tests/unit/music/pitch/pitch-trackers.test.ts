import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  mpm,
  type PitchOptions,
  type PitchTrack,
  pyin,
  type Signal,
  yin,
} from "../../../../src/music/index.ts";
import { noise, sine } from "../tones.ts";

const sr = 22050;
type Tracker = (y: Signal, options: PitchOptions) => PitchTrack;
const trackers: [string, Tracker][] = [
  ["yin", yin],
  ["pyin", pyin],
  ["mpm", mpm],
];

/** Ten partials, each weaker than the one below. */
function tone(hz: number, seconds: number, rate = sr): Float64Array {
  const out = new Float64Array(Math.round(seconds * rate));
  for (let k = 1; k <= 10 && k * hz < 0.45 * rate; k++) {
    for (let i = 0; i < out.length; i++)
      out[i] += (0.3 / k) * Math.sin((2 * Math.PI * k * hz * i) / rate + k);
  }
  return out;
}

/** The frames of which the longest window lies inside the sound. */
function inner({ f0, times }: PitchTrack, seconds: number): number[] {
  return [...f0].filter((_, t) => times[t]! > 0.13 && times[t]! < seconds - 0.13);
}

const cents = (hz: number, truth: number) => 1200 * Math.log2(hz / truth);

describe.each(trackers)("%s", (_name, track) => {
  test("a sine is found within a tenth of a cent over the whole piano", () => {
    for (const hz of [27.5, 32.7, 55, 98, 196, 311.1, 440, 987.8, 2093, 3951.1, 4186]) {
      const found = inner(track(sine(hz, 0.4, 44100), { sr: 44100 }), 0.4);
      expect(found.length).toBeGreaterThan(10);
      for (const f0 of found) expect(Math.abs(cents(f0, hz))).toBeLessThan(0.1);
    }
  });

  test("a tone with many partials is found from the lowest key of a piano to the highest", () => {
    for (let key = 21; key <= 108; key += 3) {
      const hz = 440 * 2 ** ((key - 69) / 12);
      for (const f0 of inner(track(tone(hz, 0.3, 48000), { sr: 48000 }), 0.3)) {
        // Between the samples of a wave with partials a sinusoid is not exact.
        expect(Math.abs(cents(f0, hz))).toBeLessThan(2);
      }
    }
  });

  test("a low tone with eight equal partials is not taken for one of them", () => {
    for (const hz of [34, 46, 58]) {
      const y = new Float64Array(Math.round(0.35 * sr));
      for (let k = 1; k <= 8; k++) {
        for (let i = 0; i < y.length; i++) y[i] += 0.1 * Math.sin((2 * Math.PI * k * hz * i) / sr + k * k);
      }
      for (const f0 of inner(track(y, { sr }), 0.35)) expect(Math.abs(cents(f0, hz))).toBeLessThan(2);
    }
  });

  test("a tone is found at any sample rate from 8 to 192 kHz", () => {
    for (const rate of [8000, 11025, 16000, 32000, 48000, 96000, 192000]) {
      for (const hz of [61.7, 1318.5]) {
        for (const f0 of inner(track(tone(hz, 0.35, rate), { sr: rate }), 0.35)) {
          // A tenth of a semitone: at 8 kHz the upper tone has two partials and six samples a period.
          expect(Math.abs(cents(f0, hz))).toBeLessThan(10);
        }
      }
    }
  });

  test("an octave up doubles the pitch", () => {
    fc.assert(
      fc.property(fc.double({ min: 40, max: 1000, noNaN: true }), (hz) => {
        const low = inner(track(tone(hz, 0.35), { sr }), 0.35);
        const high = inner(track(tone(2 * hz, 0.35), { sr }), 0.35);
        low.forEach((f0, t) => {
          expect(Math.abs(cents(high[t]!, 2 * f0))).toBeLessThan(2);
        });
      }),
      { numRuns: 8 },
    );
  });

  test("the level of a sound changes nothing", () => {
    const hiss = noise(8820);
    const y = tone(220, 0.4).map((sample, i) => sample + 0.05 * hiss[i]!);
    const before = track(y, { sr });
    // Powers of two, so that even the rounding is the same.
    for (const gain of [2 ** -9, 2 ** 6]) {
      const after = track(
        y.map((sample) => gain * sample),
        { sr },
      );
      expect(after.f0).toEqual(before.f0);
      expect(after.confidence).toEqual(before.confidence);
    }
  });

  test("frames move with the sound, by whole hops", () => {
    const hopLength = 224;
    const y = tone(330, 0.5).map((sample, i) => sample * Math.exp(-i / 5000));
    const later = new Float64Array(y.length + 3 * hopLength);
    later.set(y, 3 * hopLength);
    const before = track(y, { sr });
    const after = track(later, { sr });
    // pyin's path may begin otherwise; the frames that are voiced in both are those of the same samples.
    for (let t = 6; t < before.f0.length - 12; t++) {
      expect(Math.abs(cents(after.f0[t + 3]!, before.f0[t]!))).toBeLessThan(1e-6);
      expect(after.times[t + 3]! - before.times[t]!).toBeCloseTo((3 * hopLength) / sr, 12);
    }
  });

  test("a tone is as high as it is played fast", () => {
    const y = tone(200, 0.6);
    for (const speed of [0.8, 1.25]) {
      const found = inner(track(y, { sr: sr * speed }), 0.6 / speed);
      for (const f0 of found) expect(Math.abs(cents(f0, 200 * speed))).toBeLessThan(1);
    }
  });

  test("silence, a constant and noise have no pitch", () => {
    expect(track(new Float64Array(11025), { sr }).voiced.some(Boolean)).toBe(false);
    expect(inner(track(new Float64Array(11025).fill(0.4), { sr }), 0.5).some(Boolean)).toBe(false);
    const { voiced } = track(noise(2 * sr), { sr });
    // White noise now and then has a peak that stands out: one frame in thirty is let pass.
    expect(voiced.filter(Boolean).length / voiced.length).toBeLessThan(1 / 30);
  });

  test("silence before and after a tone is unvoiced, and the tone is not", () => {
    const y = new Float64Array(2 * sr);
    y.set(tone(262, 0.7), Math.round(0.6 * sr));
    const { voiced, times } = track(y, { sr });
    const share = (from: number, to: number) => {
      const frames = [...voiced].filter((_, t) => times[t]! >= from && times[t]! < to);
      return frames.filter(Boolean).length / frames.length;
    };
    // The longest window reaches 93 ms beyond its middle.
    expect(share(0, 0.5)).toBe(0);
    expect(share(0.65, 1.25)).toBe(1);
    expect(share(1.4, 2)).toBe(0);
  });

  test("a tone is heard in noise of its own power", () => {
    const y = tone(196, 0.8);
    const power = (x: Float64Array) => x.reduce((sum, sample) => sum + sample * sample, 0) / x.length;
    const hiss = noise(y.length);
    const gain = Math.sqrt(power(y) / power(hiss));
    const found = inner(
      track(
        y.map((sample, i) => sample + gain * hiss[i]!),
        { sr },
      ),
      0.8,
    );
    expect(found.filter((f0) => Math.abs(cents(f0, 196)) < 50).length / found.length).toBeGreaterThan(0.95);
  });

  test("a sound no longer than a frame is one frame, in its middle", () => {
    for (const samples of [1024, 2048, 4096]) {
      const { times, f0 } = track(tone(220, samples / sr).subarray(0, samples), { sr });
      expect([...times]).toEqual([(samples >> 1) / sr]);
      expect(Math.abs(cents(f0[0]!, 220))).toBeLessThan(10);
    }
  });

  test("a frame that does not hold two periods does not find them, and says nothing that is no number", () => {
    const { f0, confidence } = track(tone(40, 512 / sr), { sr });
    expect(Math.abs(cents(f0[0] || 1, 40))).toBeGreaterThan(50);
    expect(Number.isFinite(confidence[0])).toBe(true);
  });

  test("32-bit samples do as well as 64-bit ones", () => {
    const y = tone(147, 0.4).map(Math.fround);
    expect(track(Float32Array.from(y), { sr })).toEqual(track(y, { sr }));
  });
});
