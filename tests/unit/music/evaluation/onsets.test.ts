import * as fc from "fast-check";
import { expect, test } from "vitest";
import { beatFMeasure, onsetFMeasure, trimBeats } from "../../../../src/music/index.ts";

/** Sorted times on a grid of milliseconds. */
const times = fc
  .array(fc.integer({ min: 0, max: 20000 }), { minLength: 1, maxLength: 40 })
  .map((list) => list.map((ms) => ms / 1000).sort((a, b) => a - b));

/** No two times of the grid are this far apart, so that rounding decides nothing. */
const window = 0.0505;

test("the true onsets score 1", () => {
  fc.assert(
    fc.property(times, (onsets) => {
      expect(onsetFMeasure(onsets, onsets)).toEqual({ fMeasure: 1, precision: 1, recall: 1 });
      expect(beatFMeasure(onsets, onsets)).toBe(1);
    }),
  );
});

test("with reference and estimate exchanged F stays, and precision and recall change places", () => {
  fc.assert(
    fc.property(times, times, (a, b) => {
      const there = onsetFMeasure(a, b, { window });
      const back = onsetFMeasure(b, a, { window });
      expect(back.fMeasure).toBeCloseTo(there.fMeasure, 14);
      expect([back.precision, back.recall]).toEqual([there.recall, there.precision]);
    }),
  );
});

test("onsets that are later than the window score 0, and within it 1", () => {
  fc.assert(
    fc.property(times, (onsets) => {
      const apart = onsets.map((_, i) => i);
      const late = (seconds: number) =>
        onsetFMeasure(
          apart,
          apart.map((time) => time + seconds),
        ).fMeasure;
      expect(late(0.051)).toBe(0);
      expect(late(0.049)).toBe(1);
    }),
  );
});

test("a wider window never finds fewer", () => {
  fc.assert(
    fc.property(times, times, (a, b) => {
      const recalls = [0, 0.02, 0.05, 0.1, 1].map((width) => onsetFMeasure(a, b, { window: width }).recall);
      expect(recalls).toEqual(recalls.toSorted((x, y) => x - y));
    }),
  );
});

test("an onset said twice is right once", () => {
  expect(onsetFMeasure([1], [1, 1], { steps: true })).toEqual({
    fMeasure: 2 / 3,
    precision: 0.5,
    recall: 1,
    matching: { right: [[0, 0]], missed: [], false: [1] },
  });
});

test("an empty list scores 0, whatever the other", () => {
  const nothing = { fMeasure: 0, precision: 0, recall: 0 };
  expect(onsetFMeasure([], [])).toEqual(nothing);
  expect(onsetFMeasure([], [1])).toEqual(nothing);
  expect(onsetFMeasure([1], [], { steps: true })).toEqual({
    ...nothing,
    matching: { right: [], missed: [0], false: [] },
  });
  expect(beatFMeasure([], [])).toBe(0);
});

test("beats may be 70 ms away, onsets 50", () => {
  expect(beatFMeasure([5, 6], [5.06, 6.06])).toBe(1);
  expect(onsetFMeasure([5, 6], [5.06, 6.06]).fMeasure).toBe(0);
  expect(beatFMeasure([5, 6], [5.06, 6.2], { steps: true }).matching.right).toEqual([[0, 0]]);
});

test("a time of 30,000 s is the last that is taken", () => {
  expect(onsetFMeasure([30000], [30000]).fMeasure).toBe(1);
  expect(() => onsetFMeasure([30000.1], [1])).toThrow("30000 at most");
});

test("typed arrays are taken as lists are", () => {
  expect(onsetFMeasure(Float64Array.of(1, 2), Float32Array.of(1, 2)).fMeasure).toBe(1);
  expect(trimBeats(Float32Array.of(4.5, 5, 6))).toEqual(Float64Array.of(5, 6));
});
