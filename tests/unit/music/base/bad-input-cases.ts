import * as music from "../../../../src/music/index.ts";
import type { BadInputCase } from "../bad-input.ts";

const spectrum = { data: Float64Array.of(1, 2), frames: 1, bins: 2 };
const notFinite = { data: Float64Array.of(1, Number.NaN), frames: 1, bins: 2 };

export const badInput: BadInputCase[] = [
  {
    name: "powerToDb",
    wrong: [
      [() => music.powerToDb(notFinite), "power.data[1] is NaN"],
      [() => music.powerToDb(undefined as never), "power must be a spectrogram"],
      [() => music.powerToDb(spectrum, { amin: 0 }), "amin is 0"],
      [() => music.powerToDb(spectrum, { topDb: -1 }), "topDb is -1"],
      [() => music.powerToDb(spectrum, { ref: Number.NaN }), "ref is NaN"],
    ],
  },
  {
    name: "amplitudeToDb",
    wrong: [
      [() => music.amplitudeToDb(notFinite), "amplitude.data[1] is NaN"],
      [() => music.amplitudeToDb(spectrum, { amin: Number.NaN }), "amin is NaN"],
    ],
  },
  {
    name: "dbToPower",
    wrong: [
      [() => music.dbToPower(notFinite), "levels.data[1] is NaN"],
      [() => music.dbToPower(spectrum, 0), "ref is 0"],
    ],
  },
  {
    name: "dbToAmplitude",
    wrong: [
      [() => music.dbToAmplitude(notFinite), "levels.data[1] is NaN"],
      [() => music.dbToAmplitude(spectrum, -1), "ref is -1"],
    ],
  },
  {
    name: "framesToSamples",
    wrong: [
      [() => music.framesToSamples(Number.NaN), "frame is NaN"],
      [() => music.framesToSamples(1, { hopLength: 0 }), "hopLength is 0"],
    ],
  },
  {
    name: "samplesToFrames",
    wrong: [
      [() => music.samplesToFrames(Infinity), "sample is Infinity"],
      [() => music.samplesToFrames(1, { hopLength: 1.5 }), "hopLength is 1.5"],
    ],
  },
  {
    name: "framesToTime",
    wrong: [
      [() => music.framesToTime(Number.NaN, { sr: 8000 }), "frame is NaN"],
      [() => music.framesToTime(1, { sr: 0 }), "sr is 0"],
      [() => music.framesToTime(1, { sr: 8000, hopLength: -1 }), "hopLength is -1"],
    ],
  },
  {
    name: "timeToFrames",
    wrong: [
      [() => music.timeToFrames(Number.NaN, { sr: 8000 }), "seconds is NaN"],
      [() => music.timeToFrames(1, { sr: Infinity }), "sr is Infinity"],
    ],
  },
  {
    name: "timesLike",
    wrong: [
      [() => music.timesLike(-1, { sr: 8000 }), "count is -1"],
      [() => music.timesLike(1e12, { sr: 8000 }), "count is 1000000000000; it must be at most"],
      [() => music.timesLike(3, { sr: -8000 }), "sr is -8000"],
    ],
  },
  {
    name: "fftFrequencies",
    wrong: [
      [() => music.fftFrequencies(0, 512), "sr is 0"],
      [() => music.fftFrequencies(8000, 0.5), "nFft is 0.5"],
      [() => music.fftFrequencies(8000, 1e12), "nFft is 1000000000000; it must be at most"],
    ],
  },
  {
    name: "frameOf",
    wrong: [
      [() => music.frameOf(spectrum, 1), "t is 1; frames are numbered from 0 to 0"],
      [() => music.frameOf(spectrum, 0.5), "t is 0.5"],
    ],
  },
];
