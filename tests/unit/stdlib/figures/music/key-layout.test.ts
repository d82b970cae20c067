import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBlackKey, keyLayout, nextKey } from "../../../../../src/stdlib/figures/music/key-layout.ts";

describe("the keys of a piano", () => {
  const octave = keyLayout(60, 72);

  test("are eight white and five black ones from C to C, the black between their neighbours", () => {
    expect(octave.filter(({ black }) => !black).map(({ midi }) => midi)).toEqual([
      60, 62, 64, 65, 67, 69, 71, 72,
    ]);
    for (const { midi, black, left, width } of octave) {
      if (!black) continue;
      const border = octave.find((key) => key.midi === midi + 1)!.left;
      expect(left).toBeLessThan(border);
      expect(left + width).toBeGreaterThan(border);
    }
  });

  test("fill the whole width and begin and end with white ones, whatever was asked for", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 27 }), (from, count) => {
        const keys = keyLayout(from, from + count);
        const whites = keys.filter(({ black }) => !black);
        expect(whites.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1, 9);
        expect([keys[0]!.black, keys.at(-1)!.black]).toEqual([false, false]);
        for (const { left, width } of keys) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left + width).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});

test("arrow keys go a semitone or an octave, and stay where they would leave the keyboard", () => {
  expect(nextKey(60, "ArrowRight", 60, 72)).toBe(61);
  expect(nextKey(60, "ArrowUp", 60, 72)).toBe(72);
  expect(nextKey(60, "ArrowLeft", 60, 72)).toBe(60);
  expect(nextKey(65, "End", 60, 72)).toBe(72);
  expect(nextKey(65, "x", 60, 72)).toBeUndefined();
  expect([61, 64, 66, 71, -2].map(isBlackKey)).toEqual([true, false, true, false, true]);
});
