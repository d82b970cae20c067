import * as music from "../../../../src/music/index.ts";
import type { BadInputCase } from "../bad-input.ts";

const sr = 22050;
const transforms = ["nFft", "hopLength", "winLength"];
const shape = { positive: ["sr"], whole: transforms };
const rows = { data: new Float64Array(20), frames: 10, bins: 2 };
const negative = { data: Float64Array.of(1, -1), frames: 1, bins: 2 };
const levels = (y: Float64Array) => music.envelope(y, { sr });
const notAnEnvelope = { levels: Float64Array.of(1, Number.NaN), hopSeconds: 0.001 };

export const badInput: BadInputCase[] = [
  {
    name: "audioFeatures",
    sound: music.audioFeatures,
    positive: ["sr"],
    whole: ["nFft", "hopLength"],
    wrong: [[(y) => music.audioFeatures(y, { sr, nFft: 1000 }), "nFft is 1000; it must be a power of two"]],
  },
  {
    name: "drumFeatures",
    sound: music.drumFeatures,
    refuses: ["silence", "silence of 32-bit numbers"],
    positive: ["sr"],
    wrong: [[() => music.drumFeatures(new Float64Array(100), { sr }), "the sound is silent"]],
  },
  { name: "trackFeatures", sound: music.trackFeatures, positive: ["sr"] },
  { name: "onsetSample", sound: music.onsetSample },
  { name: "envelope", sound: music.envelope, positive: ["sr"] },
  {
    name: "levelAt",
    sound: (y, options) => music.levelAt(music.envelope(y, options), 0.1),
    wrong: [
      [(y) => music.levelAt(levels(y), Number.NaN), "seconds is NaN"],
      [(y) => music.levelAt(levels(y), -1), "seconds is -1"],
      [() => music.levelAt(notAnEnvelope, 0), "levels[1] is NaN"],
    ],
  },
  {
    name: "attackTime",
    sound: (y, options) => music.attackTime(music.envelope(y, options)),
    wrong: [[() => music.attackTime({ levels: new Float64Array(0), hopSeconds: 1 }), "levels is empty"]],
  },
  {
    name: "decayTime",
    sound: (y, options) => music.decayTime(music.envelope(y, options)),
    wrong: [
      [(y) => music.decayTime(levels(y), 0), "dropDb is 0"],
      [() => music.decayTime({ levels: Float64Array.of(1), hopSeconds: 0 }), "hopSeconds is 0"],
    ],
  },
  {
    name: "temporalCentroid",
    sound: (y, options) => music.temporalCentroid(music.envelope(y, options)),
    wrong: [[() => music.temporalCentroid(undefined as never), "envelope must be what envelope gives"]],
  },
  {
    name: "mfcc",
    sound: music.mfcc,
    positive: ["sr"],
    whole: [...transforms, "nMels", "nMfcc"],
    wrong: [
      [(y) => music.mfcc(y, { sr, nMels: 10 }), "nMfcc is 20, more than the 10 mel bands there are"],
      [(y) => music.mfcc(y, { sr, lifter: -1 }), "lifter is -1"],
      [(y) => music.mfcc(y, { sr, fmin: 500, fmax: 400 }), "mfcc: fmin is 500 and fmax is 400"],
    ],
  },
  {
    name: "delta",
    wrong: [
      [() => music.delta(rows, { width: 8 }), "width is 8; it must be odd"],
      [() => music.delta(rows, { width: 11 }), "width is 11; it must not be above the number of frames, 10"],
      [() => music.delta(rows, { width: 1 }), "width is 1"],
      [() => music.delta(rows, { order: 0 }), "order is 0"],
      [() => music.delta(rows, { width: 3, order: 3 }), "order is 3; it must be below width"],
      [() => music.delta([1, 2, 3] as never), "features must be a spectrogram"],
    ],
  },
  {
    name: "rms",
    sound: music.rms,
    whole: ["frameLength", "hopLength"],
    wrong: [[(y) => music.rms(y, { frameLength: 1e12 }), "frameLength is 1000000000000; it must be at most"]],
  },
  {
    name: "zeroCrossingRate",
    sound: music.zeroCrossingRate,
    whole: ["frameLength", "hopLength"],
    wrong: [
      [(y) => music.zeroCrossingRate(y, { frameLength: 1e12 }), "frameLength is 1000000000000; it must be"],
    ],
  },
  {
    name: "spectralCentroid",
    sound: music.spectralCentroid,
    ...shape,
    wrong: [
      [() => music.spectralCentroid(negative, { sr }), "input.data[1] is -1; magnitudes are not below 0"],
    ],
  },
  { name: "spectralBandwidth", sound: music.spectralBandwidth, ...shape },
  {
    name: "spectralRolloff",
    sound: music.spectralRolloff,
    ...shape,
    wrong: [
      [
        (y) => music.spectralRolloff(y, { sr, rollPercent: 85 }),
        "rollPercent is 85; it must lie between 0 and 1",
      ],
    ],
  },
  { name: "spectralFlatness", sound: music.spectralFlatness, whole: transforms },
  { name: "spectralFlux", sound: music.spectralFlux, whole: transforms },
  {
    name: "spectralContrast",
    sound: music.spectralContrast,
    refuses: ["a tone at 8 kHz"],
    ...shape,
    wrong: [
      [
        (y) => music.spectralContrast(y, { sr: 8000 }),
        "nBands is 6; with fmin 200 one band would begin at 6400 Hz",
      ],
      [(y) => music.spectralContrast(y, { sr, nFft: 32 }), "nFft is 32; no bin lies between 200 and 400 Hz"],
      [(y) => music.spectralContrast(y, { sr, quantile: 0 }), "quantile is 0"],
      [(y) => music.spectralContrast(y, { sr, fmin: 0 }), "fmin is 0"],
      [(y) => music.spectralContrast(y, { sr, nBands: 0 }), "nBands is 0"],
    ],
  },
];
