import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  onsetDetect,
  onsetFMeasure,
  onsetStream,
  onsetStreamEnd,
  onsetStreamNext,
  onsetStrength,
} from "../../../../src/music/index.ts";

const sr = 8000;

/** Strokes at these times. */
function strokesAt(times: number[], seconds: number): Float64Array {
  const y = new Float64Array(seconds * sr);
  for (const time of times) {
    for (let k = 0; k < 1200; k++) {
      const at = Math.round(time * sr) + k;
      if (at < y.length) y[at] += Math.sin(0.5 * k) * Math.exp(-k / 250);
    }
  }
  return y;
}

const times = [0.25, 0.6, 1.1, 1.35, 2.2];
const y = strokesAt(times, 3);

describe("onsetDetect", () => {
  test("finds every stroke and nothing else", () => {
    expect(onsetFMeasure(times, [...onsetDetect(y, { sr })]).fMeasure).toBe(1);
  });

  test("gain changes nothing", () => {
    expect(
      onsetDetect(
        y.map((x) => x / 256),
        { sr },
      ),
    ).toEqual(onsetDetect(y, { sr }));
  });

  test("silence has none", () => {
    expect(onsetDetect(new Float64Array(sr), { sr }).length).toBe(0);
  });

  test("backtracking moves an onset to where its rise begins, never later", () => {
    const peaks = onsetDetect(y, { sr });
    const starts = onsetDetect(y, { sr, backtrack: true });
    starts.forEach((start, i) => {
      expect(start).toBeLessThanOrEqual(peaks[i]!);
    });
  });

  test("steps open the same answer", () => {
    const { onsets, novelty, threshold, peaks } = onsetDetect(y, { sr, steps: true });
    expect(onsets).toEqual(onsetDetect(y, { sr }));
    for (const t of peaks) expect(novelty[t]!).toBeGreaterThanOrEqual(threshold[t]!);
  });
});

describe("onsetStream", () => {
  test("finds what onsetDetect finds online, however the sound is cut", () => {
    const whole = onsetDetect(y, { sr, online: true, steps: true });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 40 }), (sizes) => {
        const stream = onsetStream({ sr });
        const onsets: number[] = [];
        const novelty: number[] = [];
        let from = 0;
        for (let i = 0; from < y.length; i++) {
          const size = i < sizes.length ? sizes[i]! : y.length;
          const news = onsetStreamNext(stream, y.subarray(from, from + size));
          onsets.push(...news.onsets);
          novelty.push(...news.novelty);
          from += size;
        }
        const end = onsetStreamEnd(stream);
        onsets.push(...end.onsets);
        novelty.push(...end.novelty);
        expect(onsets).toEqual([...whole.onsets]);
        expect(novelty).toEqual([...whole.novelty]);
      }),
      { numRuns: 15 },
    );
  });

  test("an empty stream has nothing to tell", () => {
    expect(onsetStreamEnd(onsetStream({ sr })).onsets).toEqual([]);
  });
});

describe("onsetStrength", () => {
  test("is 0 in silence, and greatest where a stroke begins", () => {
    expect(Math.max(...onsetStrength(new Float64Array(4000), { sr }))).toBe(0);
    const one = onsetStrength(strokesAt([1], 2), { sr, hopLength: 64, nFft: 512, nMels: 40 });
    const greatest = one.indexOf(Math.max(...one));
    // Half a frame of 64 ms either way.
    expect(Math.abs((greatest * 64) / sr - 1)).toBeLessThan(0.033);
  });

  test("superflux hears less in vibrato than plain flux", () => {
    const vibrato = Float64Array.from({ length: sr }, (_, i) =>
      Math.sin(0.4 * i + 8 * Math.sin((2 * Math.PI * 6 * i) / sr)),
    );
    const sum = (maxSize: number) =>
      onsetStrength(vibrato, { sr, hopLength: 80, nFft: 1024, lag: 2, maxSize })
        .subarray(20, 80)
        .reduce((a, b) => a + b);
    expect(sum(3)).toBeLessThan(0.8 * sum(1));
  });
});
