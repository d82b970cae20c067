import { expect, test } from "vitest";
import { waveEnvelope } from "../../../../src/stdlib/sound/wave-envelope.ts";

const wave = [0, 1, -1, 0.5, -0.25, 0];

test("each part has its lowest and its highest sample", () => {
  const { low, high } = waveEnvelope(wave, 0, 6, 3);
  expect([Array.from(low), Array.from(high)]).toEqual([
    [0, -1, -0.25],
    [1, 0.5, 0],
  ]);
});

test("no sample is lost between parts of unequal length", () => {
  const { low, high } = waveEnvelope(wave, 0, 6, 4);
  expect([Math.min(...low), Math.max(...high)]).toEqual([-1, 1]);
});

test("a part shorter than a sample takes the sample it lies in", () => {
  const { high } = waveEnvelope(wave, 1, 3, 4);
  expect(Array.from(high)).toEqual([1, 1, -1, -1]);
});

test("beyond the end there is silence", () => {
  const { low, high } = waveEnvelope([0.5], 0, 3, 3);
  expect([Array.from(low), Array.from(high)]).toEqual([
    [0.5, 0, 0],
    [0.5, 0, 0],
  ]);
});
