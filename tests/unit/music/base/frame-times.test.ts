import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  framesToSamples,
  framesToTime,
  samplesToFrames,
  timesLike,
  timeToFrames,
} from "../../../../src/music/index.ts";

const framing = fc.record({
  sr: fc.integer({ min: 1, max: 192000 }),
  hopLength: fc.integer({ min: 1, max: 8192 }),
});

test("a frame is found again by its time and by its sample", () => {
  fc.assert(
    fc.property(framing, fc.integer({ min: 0, max: 100000 }), (options, frame) => {
      expect(timeToFrames(framesToTime(frame, options), options)).toBe(frame);
      expect(samplesToFrames(framesToSamples(frame, options), options)).toBe(frame);
    }),
  );
});

test("what lies between two frames belongs to the first", () => {
  expect(samplesToFrames(1023)).toBe(1);
  expect(timeToFrames(1023 / 8000, { sr: 8000 })).toBe(1);
});

test("the times of a curve's points are those of its frames", () => {
  expect([...timesLike(3, { sr: 1000, hopLength: 250 })]).toEqual([0, 0.25, 0.5]);
  expect(timesLike(0, { sr: 1000 })).toHaveLength(0);
});
