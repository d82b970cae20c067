import fc from "fast-check";
import { expect, test } from "vitest";
import { safeGain, safePeak } from "../../../../src/stdlib/sound/safe-level.ts";

const samples = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });

test("no sample of any channel is above one decibel below full scale", () => {
  fc.assert(
    fc.property(samples, samples, (left, right) => {
      const gain = safeGain([left, right]);
      // The rounding of one product.
      for (const y of [...left, ...right])
        expect(Math.abs(gain * y)).toBeLessThanOrEqual(safePeak * (1 + 1e-15));
    }),
  );
  expect(20 * Math.log10(safePeak)).toBeCloseTo(-1, 12);
});

test("what is too loud becomes as loud as may be, and what is not stays as it is", () => {
  expect(safeGain([[0.5, -4]]) * 4).toBeCloseTo(safePeak, 12);
  expect(safeGain([[0.5, -0.8]])).toBe(1);
  expect(safeGain([[]])).toBe(1);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
  "a sample of %f is refused",
  (sample) => {
    expect(() =>
      safeGain([
        [0, 0.5],
        [sample, 0.5],
      ]),
    ).toThrow("one of its samples is no finite number");
  },
);
