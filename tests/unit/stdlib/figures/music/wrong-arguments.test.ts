import { expect, test } from "vitest";
import {
  melSpectrogramFigure,
  spectrogramFigure,
  spectrumFigure,
} from "../../../../../src/stdlib/figures/music/index.ts";

const nothing = undefined as never;
const cells = { data: new Float64Array(6), frames: 2, bins: 3 };

test.each([
  [
    () => spectrogramFigure(cells, nothing),
    "spectrogramFigure takes its settings by name, in braces, such as {sr: 22050}",
  ],
  [
    () => spectrogramFigure(cells, {} as never),
    "sr must be a number above 0, such as 22050, but it is undefined",
  ],
  [
    () => spectrogramFigure(5 as never, { sr: 8000 }),
    "must be what music.magnitudeSpectrogram(…) gives, but it is 5",
  ],
  [
    () => spectrogramFigure({ ...cells, bins: 4 }, { sr: 8000 }),
    "says 2 frames of 4 values, which are 8, but it has 6",
  ],
  [
    () => spectrogramFigure(cells, { sr: 8000, axis: "bark" as never }),
    'must be "linear" or "log" or "mel", but it is "bark"',
  ],
  [
    () => spectrogramFigure(cells, { sr: 8000, fmin: 0 }),
    "fmin must be a number above 0, such as 55, but it is 0",
  ],
  [
    () => spectrogramFigure(cells, { sr: 8000, fmin: 500, fmax: 400 }),
    "two numbers, from and to, such as [0, 2], but it is [500, 400]",
  ],
  [
    () => melSpectrogramFigure("mel" as never, { sr: 8000 }),
    'must be what music.melSpectrogram(…) gives, but it is "mel"',
  ],
  [
    () => melSpectrogramFigure(cells, { sr: 8000, seconds: [3, 2] }),
    "seconds must be two numbers, from and to",
  ],
  [
    () => spectrumFigure("loud" as never, { sr: 8000 }),
    "spectrum must be a list of numbers, such as music.frameOf",
  ],
  [() => spectrumFigure([1, 2], { sr: 0 }), "sr must be a number above 0"],
])("a figure of music says which argument is wrong: %#", (make, message) => {
  expect(make).toThrow(message);
});
