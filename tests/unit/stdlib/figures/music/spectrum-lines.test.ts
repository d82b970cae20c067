import { expect, test } from "vitest";
import { magnitudeSpectrogram } from "../../../../../src/music/spectrum/stft.ts";
import { frequencyScale } from "../../../../../src/stdlib/figures/music/frequency-scale.ts";
import { levelsOf } from "../../../../../src/stdlib/figures/music/levels.ts";
import { spectrumPeaks, visiblePoints } from "../../../../../src/stdlib/figures/music/spectrum-lines.ts";

const sr = 8000;

/** The points of the spectrum of some sines, in frames of 2,048 samples. */
function pointsOf(tones: readonly { hz: number; level: number }[]) {
  const y = Float64Array.from({ length: 4096 }, (_, i) =>
    tones.reduce((sum, { hz, level }) => sum + level * Math.sin((2 * Math.PI * hz * i) / sr), 0),
  );
  const frame = magnitudeSpectrogram(y, { nFft: 2048, center: false }).data.subarray(0, 1025);
  const { db } = levelsOf(frame, "magnitude");
  return Array.from(frame, (value, k) => ({ hz: (k * sr) / 2048, db: db(value) }));
}

test("the peaks of three sines are their frequencies and levels, the loudest first", () => {
  const peaks = spectrumPeaks(
    pointsOf([
      { hz: 441, level: 0.5 },
      { hz: 1003, level: 1 },
      { hz: 2002, level: 0.1 },
    ]),
    3,
    -60,
  );
  // A parabola through three bins of a Hann window misses by at most some 5 % of a bin, here 0.2 Hz.
  for (const [i, hz] of [1003, 441, 2002].entries()) expect(Math.abs(peaks[i]!.hz - hz)).toBeLessThan(0.3);
  expect(peaks[1]!.db - peaks[0]!.db).toBeCloseTo(-6.02, 0);
});

test("no more peaks are named than there are, and silence has none", () => {
  expect(spectrumPeaks(pointsOf([{ hz: 500, level: 1 }]), 5, -40)).toHaveLength(1);
  expect(spectrumPeaks(pointsOf([]), 5, -40)).toEqual([]);
});

test("a drawing shows the loudest point of each pixel", () => {
  const points = Array.from({ length: 1000 }, (_, hz) => ({ hz, db: hz === 503 ? 0 : -50 }));
  const seen = visiblePoints(points, frequencyScale("linear", 0, 1000), 100);
  expect(seen).toHaveLength(100);
  expect(seen.filter(({ db }) => db === 0)).toEqual([{ hz: 503, db: 0 }]);
});
