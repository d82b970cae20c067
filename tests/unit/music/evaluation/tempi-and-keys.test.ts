import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  keyWeightedScore,
  tempoAccuracy1,
  tempoAccuracy2,
  tempoDetection,
} from "../../../../src/music/index.ts";

const bpm = fc.double({ min: 30, max: 300, noNaN: true });

test("a tempo within 4 % is accurate, and one just beyond is not", () => {
  expect([96, 104, 95.9, 104.1].map((found) => tempoAccuracy1(100, found))).toEqual([1, 1, 0, 0]);
  expect(tempoAccuracy1(100, 104.1, { tolerance: 0.05 })).toBe(1);
  expect(tempoAccuracy1(100, 0)).toBe(0);
});

test("accuracy 2 forgives the double, the triple, the half and the third, and says which", () => {
  fc.assert(
    fc.property(bpm, fc.constantFrom(1, 2, 3, 1 / 2, 1 / 3), (tempo, factor) => {
      expect(tempoAccuracy2(tempo, tempo * factor * 1.03, { steps: true })).toEqual({ accuracy: 1, factor });
    }),
  );
  expect(tempoAccuracy2(100, 150, { steps: true })).toEqual({ accuracy: 0, factor: null });
  expect(tempoAccuracy2(100, 0)).toBe(0);
});

test("what is accurate by 1 is accurate by 2", () => {
  fc.assert(
    fc.property(bpm, bpm, (a, b) => {
      expect(tempoAccuracy1(a, b)).toBeLessThanOrEqual(tempoAccuracy2(a, b));
    }),
  );
});

test("of two tempi those that were met count by their weight", () => {
  const both = { pScore: 1, oneCorrect: true, bothCorrect: true };
  expect(tempoDetection([60, 120], 0.3, [120, 60])).toEqual(both);
  expect(tempoDetection([60, 120], 0.3, [60, 90], { steps: true })).toEqual({
    pScore: 0.3,
    oneCorrect: true,
    bothCorrect: false,
    hits: [true, false],
  });
  expect(tempoDetection([60, 120], 0.3, [0, 0])).toEqual({
    pScore: 0,
    oneCorrect: false,
    bothCorrect: false,
  });
});

test("keys score by how near they are", () => {
  const near = ["G major", "A minor", "C minor", "F major", "D major", "X"];
  expect(near.map((key) => keyWeightedScore("C major", key))).toEqual([0.5, 0.3, 0.2, 0, 0, 0]);
  expect(keyWeightedScore("C# major", "db major")).toBe(1);
  expect(keyWeightedScore("X", "X")).toBe(1);
});

test("keys moved together score the same", () => {
  const tonics = "C C# D Eb E F F# G Ab A Bb B".split(" ");
  const place = fc.integer({ min: 0, max: 11 });
  const mode = fc.constantFrom("major", "minor", "other");
  fc.assert(
    fc.property(place, place, place, mode, mode, (a, b, up, modeA, modeB) => {
      const score = (by: number) =>
        keyWeightedScore(`${tonics[(a + by) % 12]} ${modeA}`, `${tonics[(b + by) % 12]} ${modeB}`);
      expect(score(up)).toBe(score(0));
    }),
  );
});
