import { expect, test } from "vitest";
import { loudness } from "../../../../src/stdlib/sound/loudness.ts";
import { matchLevels } from "../../../../src/stdlib/sound/match-levels.ts";
import { safePeak } from "../../../../src/stdlib/sound/safe-level.ts";
import golden from "./loudness.json" with { type: "json" };

function sound({ sr, seconds, bursts }: { sr: number; seconds: number; bursts: number[][] }) {
  const y = new Float64Array(Math.round(sr * seconds));
  for (const [from, to, hz, level] of bursts as [number, number, number, number][]) {
    for (let i = 0; i < y.length; i++) {
      if (i / sr >= from && i / sr < to) y[i]! += level * Math.sin((2 * Math.PI * hz * i) / sr);
    }
  }
  return { y, sr };
}

test.each(golden)("$name is as loud as FFmpeg says", ({ lufs, ...made }) => {
  // FFmpeg writes one decimal, and resamples to 48 kHz before it measures.
  expect(Math.abs(loudness(sound(made)) - lufs)).toBeLessThan(0.1);
});

test("matched sounds are equally loud, and none of them beyond a safe peak", () => {
  // Of a click the peak is far above its loudness: it keeps the others down.
  const click = { sr: 48_000, seconds: 1, bursts: [[0.1, 0.105, 1000, 0.9]] };
  const sounds = [golden[0]!, golden[3]!, golden[10]!, click].map(sound);
  const matched = matchLevels(sounds).map((gain, i) => {
    return { y: sounds[i]!.y.map((sample) => gain * sample), sr: sounds[i]!.sr };
  });
  const levels = matched.map(loudness);
  // Rounding; a factor moves both gates as far as what they compare.
  for (const level of levels) expect(level).toBeCloseTo(levels[3]!, 9);
  expect(levels[3]).toBeLessThan(-19);
  const peaks = matched.map(({ y }) => y.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0));
  expect(Math.max(...peaks)).toBeCloseTo(safePeak, 9);
});

test("silence has no loudness, and keeps its level beside a sound", () => {
  const silence = { y: new Float64Array(48_000), sr: 48_000 };
  expect(loudness(silence)).toBe(Number.NEGATIVE_INFINITY);
  const [ofSilence, ofTone] = matchLevels([silence, sound(golden[0]!)]);
  expect(ofSilence).toBe(1);
  expect(20 * Math.log10(ofTone!)).toBeCloseTo(-18 - golden[0]!.lufs, 0);
});

test("a sound shorter than a block of the standard has a loudness as well", () => {
  const short = sound({ sr: 48_000, seconds: 0.1, bursts: [[0, 0.1, 1000, 0.1]] });
  // −23.01 LUFS in the long run; a filter that has just begun differs by less than this.
  expect(Math.abs(loudness(short) + 23.01)).toBeLessThan(0.3);
});
