import { describe, expect, test } from "vitest";
import { noise, powerSpectrogram } from "../../../../src/music/index.ts";

const rms = (y: Float64Array) => Math.sqrt(y.reduce((sum, x) => sum + x * x, 0) / y.length);

/** The power between two frequencies, of 4 s of noise. */
function bandPower(color: "white" | "pink", low: number, high: number): number {
  const sr = 16000;
  const { data, frames, bins } = powerSpectrogram(noise({ color, sr, duration: 4, seed: 5 }), {
    nFft: 2048,
    hopLength: 1024,
  });
  let sum = 0;
  for (let t = 0; t < frames; t++) {
    for (let k = Math.round((low * 2048) / sr); k < (high * 2048) / sr && k < bins; k++)
      sum += data[t * bins + k]!;
  }
  return sum;
}

describe("noise", () => {
  test.each(["white", "pink"] as const)("%s noise has the level asked for, at every rate", (color) => {
    for (const sr of [8000, 44100, 192000]) {
      const y = noise({ color, sr, duration: 1, rms: 0.1, seed: 3 });
      // Four standard errors of the white one; the pink one has few low partials and so varies more.
      expect(Math.abs(rms(y) / 0.1 - 1), `${sr}`).toBeLessThan(
        color === "white" ? 4 / Math.sqrt(2 * sr) : 0.2,
      );
    }
  });

  test("white noise has twice the power in twice the band", () => {
    expect(bandPower("white", 1000, 3000) / bandPower("white", 3000, 7000)).toBeCloseTo(0.5, 1);
  });

  test("pink noise has the same power in every octave", () => {
    const octaves = [125, 250, 500, 1000, 2000, 4000].map(
      (hz) => 10 * Math.log10(bandPower("pink", hz, 2 * hz)),
    );
    // 60 frames of at least 16 bins: half a decibel is three standard errors.
    for (const level of octaves.slice(1)) expect(Math.abs(level - octaves[5]!)).toBeLessThan(0.6);
  });

  test("is the same for the same seed, and another for another", () => {
    for (const color of ["white", "pink"] as const) {
      const options = { color, sr: 8000, duration: 0.05 };
      expect(noise({ ...options, seed: 1 })).toEqual(noise({ ...options, seed: 1 }));
      expect(noise({ ...options, seed: 1 })).not.toEqual(noise({ ...options, seed: 2 }));
    }
  });

  test("may be a single sample", () => {
    for (const color of ["white", "pink"] as const) {
      const y = noise({ color, sr: 8000, duration: 1e-5 });
      expect([y.length, Number.isFinite(y[0])]).toEqual([1, true]);
    }
  });
});
