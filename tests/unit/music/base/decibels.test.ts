import * as fc from "fast-check";
import { expect, test } from "vitest";
import { amplitudeToDb, dbToAmplitude, dbToPower, powerToDb } from "../../../../src/music/index.ts";

const row = (...values: number[]) => ({ data: Float64Array.from(values), frames: 1, bins: values.length });

test("decibels are ten times the logarithm of power, cut off below the loudest", () => {
  const power = row(1, 0.1, 1e-30);
  expect([...powerToDb(power).data]).toEqual([0, -10, -80]);
  expect([...powerToDb(power, { topDb: null }).data]).toEqual([0, -10, -100]);
  expect([...powerToDb(power, { ref: 0.1, topDb: 15 }).data].map(Math.round)).toEqual([10, 0, -5]);
});

test("the greatest can be 0 dB, whatever its power", () => {
  expect([...powerToDb(row(1e3, 1e2, 1e5), { ref: "max" }).data].map(Math.round)).toEqual([-20, -30, 0]);
});

test("an amplitude has the level of its square, whatever its sign", () => {
  const amplitudes = row(-1, 0.5, 1e-3, 0);
  const powers = row(1, 0.25, 1e-6, 0);
  const levels = amplitudeToDb(amplitudes, { ref: 0.5 }).data;
  // One logarithm is of a square and the other is not.
  powerToDb(powers, { ref: 0.25 }).data.forEach((db, i) => {
    expect(levels[i]).toBeCloseTo(db, 10);
  });
});

test("levels become what they were taken of", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-4, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-4, max: 1e4, noNaN: true }),
      (value, ref) => {
        const options = { ref, topDb: null };
        expect(dbToPower(powerToDb(row(value), options), ref).data[0]! / value).toBeCloseTo(1, 10);
        expect(dbToAmplitude(amplitudeToDb(row(value), options), ref).data[0]! / value).toBeCloseTo(1, 10);
      },
    ),
  );
});

test("silence is as low as the least power that counts", () => {
  expect([...powerToDb(row(0, 0)).data]).toEqual([-100, -100]);
  expect([...powerToDb(row(0, 0), { ref: "max" }).data]).toEqual([0, 0]);
});
