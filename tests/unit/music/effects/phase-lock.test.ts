import { expect, test } from "vitest";
import { lockPhases } from "../../../../src/music/effects/phase-lock.ts";
import { phaseVocoder, stft } from "../../../../src/music/index.ts";
import { noise } from "../tones.ts";

test("bins turn with the nearest peak, and peaks are left as they are", () => {
  const magnitude = Float64Array.of(1, 5, 1, 0.5, 0.5, 2, 7, 3);
  const angle = Float64Array.from({ length: 8 }, (_, k) => 0.1 * k);
  const phase = Float64Array.of(9, 1, 9, 9, 9, 9, -2, 9);
  lockPhases(phase, magnitude, angle);
  // The peaks are bins 1 and 6; bin 3 is as near to the one as to the other, and goes with the lower.
  const turns = phase.map((value, k) => value - angle[k]!);
  for (const k of [0, 1, 2, 3]) expect(turns[k]).toBeCloseTo(0.9, 12);
  for (const k of [4, 5, 6, 7]) expect(turns[k]).toBeCloseTo(-2.6, 12);
});

test("of equal neighbours one is the peak, and silence has none", () => {
  const angle = new Float64Array(4);
  const phase = Float64Array.of(1, 2, 3, 4);
  lockPhases(phase, Float64Array.of(0, 5, 5, 0), angle);
  expect(phase).toEqual(Float64Array.of(2, 2, 2, 2));
  const silent = Float64Array.of(1, 2, 3, 4);
  lockPhases(silent, new Float64Array(4), angle);
  expect(silent).toEqual(Float64Array.of(1, 2, 3, 4));
});

test("the bins about a peak have the phases that they have in the nearer of the two frames", () => {
  const spectra = stft(noise(2000), { nFft: 64 });
  const slow = phaseVocoder(spectra, { rate: 0.7, phaseLock: true });
  const { bins } = spectra;
  const angle = ({ re, im }: typeof spectra, t: number, k: number) =>
    Math.atan2(im[t * bins + k]!, re[t * bins + k]!);
  for (const [t, frame] of [
    [0, 0],
    [1, 1],
    [2, 1],
    [3, 2],
    [5, 4],
  ] as const) {
    const magnitudes = Array.from({ length: bins }, (_, k) =>
      Math.hypot(spectra.re[frame * bins + k]!, spectra.im[frame * bins + k]!),
    );
    const peak = magnitudes.indexOf(Math.max(...magnitudes.slice(2, -2)));
    for (const k of [peak - 1, peak + 1]) {
      const turned =
        angle(slow, t, k) - angle(slow, t, peak) - (angle(spectra, frame, k) - angle(spectra, frame, peak));
      expect(Math.cos(turned)).toBeCloseTo(1, 10);
    }
  }
});
