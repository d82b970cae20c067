import fc from "fast-check";
import { expect, test } from "vitest";
import { averagePrecision, rocAuc } from "../../../../src/learn/metrics/index.ts";
import {
  placeOf,
  precisionRecallOfScores,
  rocOfScores,
} from "../../../../src/stdlib/figures/binary-curves.ts";
import { histogram, thresholdCounts } from "../../../../src/stdlib/figures/threshold-counts.ts";

/** Rows of both classes with scores that often tie. */
const rows = fc
  .array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 10 })), { minLength: 2, maxLength: 40 })
  .filter((all) => new Set(all.map(([sought]) => sought)).size === 2)
  .map((all) => ({
    yTrue: all.map(([sought]) => (sought ? "clap" : "other")),
    yScore: all.map(([, score]) => score / 10),
    posLabel: "clap",
  }));

test("the areas are those of the metrics", () => {
  fc.assert(
    fc.property(rows, ({ yTrue, yScore, posLabel }) => {
      const scored = { yTrue, yScore, posLabel };
      expect(rocOfScores(scored).area).toBeCloseTo(
        rocAuc(
          yTrue.map((label) => (label === posLabel ? 1 : 0)),
          yScore,
        ),
        10,
      );
      expect(precisionRecallOfScores(scored).area).toBeCloseTo(
        averagePrecision(yTrue, yScore, { posLabel }),
        10,
      );
    }),
  );
});

test("the mark of a threshold stands where counting puts it, on both curves", () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: -2, max: 22 }), (scored, twentieths) => {
      const threshold = twentieths / 20;
      const positive = scored.yTrue.map((label) => label === "clap");
      const { hits, misses, falseAlarms, leftAlone } = thresholdCounts(positive, scored.yScore, threshold);
      const roc = rocOfScores(scored);
      const place = placeOf(roc, threshold);
      expect(roc.x[place]).toBeCloseTo(falseAlarms / (falseAlarms + leftAlone), 12);
      expect(roc.y[place]).toBeCloseTo(hits / (hits + misses), 12);
      const pr = precisionRecallOfScores(scored);
      const there = placeOf(pr, threshold);
      expect(pr.x[there]).toBeCloseTo(hits / (hits + misses), 12);
      if (hits + falseAlarms > 0) expect(pr.y[there]).toBeCloseTo(hits / (hits + falseAlarms), 12);
    }),
  );
});

test("a threshold far above every score has its mark at the start of both curves", () => {
  const scored = { yTrue: [0, 1], yScore: [0, 0] };
  for (const curve of [rocOfScores(scored), precisionRecallOfScores(scored)])
    expect(placeOf(curve, 1.05)).toBe(0);
});

test("at the lowest threshold precision is the share of the class sought", () => {
  const { y } = precisionRecallOfScores({ yTrue: [1, 0, 0, 0], yScore: [0.2, 0.9, 0.1, 0.5] });
  expect(y.at(-1)).toBe(0.25);
});

test("every value between the ends is in one bar, the upper end in the last", () => {
  const bars = histogram([0, 0.24, 0.25, 0.99, 1], [0, 1], 4);
  expect(bars.map(({ count }) => count)).toEqual([2, 1, 0, 2]);
  expect(bars.map(({ from, to }) => [from, to])[1]).toEqual([0.25, 0.5]);
  expect(bars[0]!.share).toBe(0.4);
  expect(histogram([], [0, 1], 2).map(({ share }) => share)).toEqual([0, 0]);
});
