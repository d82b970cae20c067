import { expect, test } from "vitest";
import { requireSpectrogram } from "../../../../src/music/base/spectrogram.ts";
import { fftFrequencies, frameOf } from "../../../../src/music/index.ts";

test("a frame is a view of its values", () => {
  const spectrogram = { data: Float64Array.of(1, 2, 3, 4, 5, 6), frames: 2, bins: 3 };
  const frame = frameOf(spectrogram, 1);
  expect([...frame]).toEqual([4, 5, 6]);
  expect(frame.buffer).toBe(spectrogram.data.buffer);
});

test("the bins of a transform lie between 0 and half the sample rate, evenly", () => {
  expect([...fftFrequencies(8000, 8)]).toEqual([0, 1000, 2000, 3000, 4000]);
});

test.each([
  [undefined, "must be a spectrogram"],
  [{ data: [1], frames: 1, bins: 1 }, "must be a spectrogram"],
  [{ data: Float64Array.of(1), frames: 1.5, bins: 1 }, "must be a spectrogram"],
  [{ data: Float64Array.of(1, 2), frames: 1, bins: 1 }, "x.data has 2 values; 1 frames of 1 bins need 1"],
  [{ data: new Float64Array(0), frames: 0, bins: 5 }, "and at least one"],
  [{ data: Float64Array.of(1, Number.NaN), frames: 2, bins: 1 }, "x.data[1] is NaN"],
])("what is no spectrogram is refused: %o", (value, message) => {
  expect(() => requireSpectrogram(value as never, "x", "music")).toThrow(`music: x`);
  expect(() => requireSpectrogram(value as never, "x", "music")).toThrow(message);
});
