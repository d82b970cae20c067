import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cemgil, continuity, goto, informationGain, pScore } from "../../../../src/music/index.ts";

const period = 0.5;
const beats = Array.from({ length: 40 }, (_, i) => 5 + period * i);
const late = (seconds: number) => beats.map((beat) => beat + seconds);
const double = Array.from({ length: 79 }, (_, i) => 5 + (period / 2) * i);
const half = beats.filter((_, i) => i % 2 === 0);

const someBeats = fc
  .array(fc.integer({ min: 5000, max: 25000 }), { minLength: 2, maxLength: 40 })
  .map((list) => list.map((ms) => ms / 1000).sort((a, b) => a - b));

describe("continuity", () => {
  test("the true beats score 1 on every count", () => {
    expect(continuity(beats, beats)).toEqual({ cmlc: 1, cmlt: 1, amlc: 1, amlt: 1 });
  });

  test("a tracker at another level of the metre scores at any level only", () => {
    for (const found of [double, half]) {
      const { cmlt, amlc, amlt } = continuity(beats, found);
      expect(cmlt).toBeLessThan(0.1);
      expect([amlc, amlt]).toEqual([1, 1]);
    }
    const between = late(period / 2).slice(0, -1);
    expect(continuity(beats, between)).toEqual({ cmlc: 0, cmlt: 0, amlc: 1, amlt: 1 });
  });

  test("one slip in the middle halves the longest run but costs little in all", () => {
    const slipped = beats.map((beat, i) => (i === 20 ? beat + 0.2 : beat));
    const { cmlc, cmlt, right } = continuity(beats, slipped, { steps: true });
    // The beat itself is wrong, and so is the next, whose interval is too short.
    expect(right.original.flatMap((isRight, i) => (isRight ? [] : [i]))).toEqual([20, 21]);
    expect([cmlc, cmlt]).toEqual([20 / 40, 38 / 40]);
  });

  test("a run is no longer than the total, and one level no better than any", () => {
    fc.assert(
      fc.property(someBeats, someBeats, (a, b) => {
        const { cmlc, cmlt, amlc, amlt } = continuity(a, b);
        expect(cmlc).toBeGreaterThanOrEqual(0);
        expect(cmlc).toBeLessThanOrEqual(cmlt);
        expect(amlc).toBeLessThanOrEqual(amlt);
        expect(cmlt).toBeLessThanOrEqual(amlt);
        expect(cmlc).toBeLessThanOrEqual(amlc);
        expect(amlt).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("beats moved in time together score the same", () => {
    fc.assert(
      fc.property(someBeats, someBeats, fc.integer({ min: 1, max: 100 }), (a, b, seconds) => {
        // Only sums of powers of two are exact, so that no threshold is crossed by rounding.
        const exact = (list: number[]) => list.map((time) => Math.round(time * 64) / 64);
        const moved = (list: number[]) => exact(list).map((time) => time + seconds);
        expect(continuity(moved(a), moved(b))).toEqual(continuity(exact(a), exact(b)));
      }),
    );
  });
});

describe("cemgil", () => {
  test("beats that are all late by d score exp(−d² / 2σ²)", () => {
    for (const d of [0, 0.01, 0.04, 0.08]) {
      const want = Math.exp(-(d ** 2) / (2 * 0.04 ** 2));
      // Times near 5 are rounded in the 16th digit, and so are their differences.
      expect(cemgil(beats, late(d)).cemgilScore).toBeCloseTo(want, 10);
    }
  });

  test("half the beats score two thirds as they are, and 1 at their own level", () => {
    const { cemgilScore, cemgilMax } = cemgil(beats, half);
    expect(cemgilScore).toBeCloseTo(20 / 30, 12);
    expect(cemgilMax).toBeCloseTo(1, 12);
  });
});

describe("goto", () => {
  test("beats that are late by a little score 1, by a quarter of half a beat 0", () => {
    expect(goto(beats, late(0.04))).toBe(1);
    expect(goto(beats, late(0.0625))).toBe(0);
  });

  test("a piece of fewer than five beats has no scatter to tell by, and scores 0", () => {
    expect(goto(beats.slice(0, 4), beats.slice(0, 4))).toBe(0);
    expect(goto(beats.slice(0, 5), beats.slice(0, 5))).toBe(1);
  });
});

describe("pScore", () => {
  test("beats within a fifth of the interval score 1, beyond it 0", () => {
    // Beats that lie on hundredths, lest rounding up to the next one decides.
    const whole = Array.from({ length: 20 }, (_, i) => i);
    expect(pScore(whole, whole)).toBe(1);
    expect(
      pScore(
        whole,
        whole.map((beat) => beat + 0.19),
      ),
    ).toBe(1);
    expect(
      pScore(
        whole,
        whole.map((beat) => beat + 0.22),
      ),
    ).toBe(0);
  });

  test("twice as many beats score a half", () => {
    expect(pScore(beats, double)).toBeCloseTo(40 / 79, 12);
  });
});

describe("informationGain", () => {
  test("beats that are always late by the same score 1, but for the first, which has no interval before it", () => {
    expect(informationGain(beats, beats)).toBe(1);
    // 39 errors in one bin and one in another: in bits, of log₂ 41.
    const entropy = -(39 / 40) * Math.log2(39 / 40) - (1 / 40) * Math.log2(1 / 40);
    for (const seconds of [0.05, 0.2])
      expect(informationGain(beats, late(seconds))).toBeCloseTo(1 - entropy / Math.log2(41), 12);
  });

  test("beats whose errors are spread evenly score nearly 0", () => {
    // 41 errors, one in the middle of each bin.
    const long = Array.from({ length: 43 }, (_, i) => 5 + i);
    const spread = Array.from({ length: 41 }, (_, i) => 6 + i + (i - 20) / 41);
    expect(informationGain(long, spread)).toBeLessThan(0.05);
  });

  test("it lies between 0 and 1", () => {
    fc.assert(
      fc.property(someBeats, someBeats, (a, b) => {
        expect(informationGain(a, b)).toBeGreaterThanOrEqual(-1e-12);
        expect(informationGain(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test("fewer than two beats have no interval, and score 0", () => {
  const none = { cmlc: 0, cmlt: 0, amlc: 0, amlt: 0 };
  for (const few of [[], [6]]) {
    for (const [a, b] of [
      [few, beats],
      [beats, few],
      [few, few],
    ] as const) {
      expect(continuity(a, b)).toEqual(none);
      expect([goto(a, b), pScore(a, b), informationGain(a, b)]).toEqual([0, 0, 0]);
    }
  }
  expect(cemgil([], beats)).toEqual({ cemgilScore: 0, cemgilMax: 0 });
});

test("beats that all fall together give finite answers", () => {
  const together = [6, 6, 6];
  for (const [a, b] of [
    [together, together],
    [together, beats],
    [beats, together],
  ] as const) {
    const scores = [goto(a, b), pScore(a, b), informationGain(a, b), ...Object.values(continuity(a, b))];
    for (const score of [...scores, ...Object.values(cemgil(a, b))]) expect(score).toBeGreaterThanOrEqual(0);
  }
});
