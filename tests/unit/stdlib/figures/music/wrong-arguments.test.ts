import { expect, test } from "vitest";
import {
  chordLanesFigure,
  chromagramFigure,
  differenceFigure,
  dtwFigure,
  f0Figure,
  keyboardFigure,
  melSpectrogramFigure,
  noveltyFigure,
  pianoRollFigure,
  selfSimilarityFigure,
  spectrogramFigure,
  spectrumFigure,
  staffFigure,
  tempogramFigure,
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
  [
    () => chromagramFigure(cells, { sr: 8000 }),
    "chroma must have 12 values a frame, one for each pitch class, but it has 3",
  ],
  [
    () => chromagramFigure({ data: [], frames: 1 } as never),
    "must be what music.chroma(…) gives, but it is an object",
  ],
  [
    () => f0Figure([440] as never),
    "track must be {times, f0}, as music.pyin(…) gives it, but it is an array of 1",
  ],
  [() => f0Figure({ times: [0], f0: [440] }, { unit: "semitones" as never }), 'unit must be "Hz" or "cents"'],
  [
    () => f0Figure({ times: [0], f0: [440] }, { spectrogram: cells }),
    "f0Figure: sr must be a number above 0",
  ],
  [() => differenceFigure({ f0: [] } as never), "with its steps, but it is an object"],
  [() => noveltyFigure("loud" as never), "novelty must be what music.onsetStrength(…)"],
  [() => noveltyFigure([1, 2, 3]), "noveltyFigure: sr must be a number above 0"],
  [
    () => noveltyFigure([1, 2, 3], { sr: 8000, truth: 5 as never }),
    "truth must be a list of numbers, such as [0.5, 1, 1.5], but it is 5",
  ],
  [() => tempogramFigure([1] as never), "tempogram must be what music.tempogram(…)"],
  [
    () => tempogramFigure(cells, { sr: 8000, minBpm: 200, maxBpm: 100 }),
    "minBpm and maxBpm must be two numbers",
  ],
  [() => selfSimilarityFigure(cells), "similarity must be square, but it has 2 rows and 3 columns"],
  [
    () => selfSimilarityFigure({ ...cells, data: new Float64Array(4), bins: 2 }, { labels: ["a"] }),
    "labels has 1 names, but there are 2 rows",
  ],
  [() => dtwFigure({ cost: 3 } as never), "warping must be what music.dtw(…) gives, but it is an object"],
  [
    () => pianoRollFigure({} as never),
    "notes must be an array such as [{onset: 0, offset: 0.5, midi: 60}], but it is an object",
  ],
  [
    () => pianoRollFigure([{ onset: 0, offset: 1 }]),
    "pianoRollFigure: notes[0] has no pitch; it needs midi or hz",
  ],
  [
    () => chordLanesFigure(["C"] as never),
    'chords[0] must be a chord such as {start: 0, end: 2, label: "C:maj"}, but it is "C"',
  ],
  [() => staffFigure(5 as never), "tune must be text in ABC notation, or a list of notes, but it is 5"],
  [
    () => staffFigure([{ onset: 0, offset: 1, midi: 60 }], { key: "H major" }),
    'writeAbc: "H major" is no key',
  ],
  [() => keyboardFigure({ marked: ["H4"] }), 'keyboardFigure: "H4" is no note'],
  [() => keyboardFigure({ from: 60.5 }), 'from must be a note such as "C4" or 60, but it is 60.5'],
  [() => keyboardFigure({ from: "C5", to: "C4" }), "the keyboard goes from C5 to C4; to must be above from"],
])("a figure of music says which argument is wrong: %#", (make, message) => {
  expect(make).toThrow(message);
});
