import * as music from "../../../../src/music/index.ts";
import type { BadInputCase } from "../bad-input.ts";

const transforms = ["nFft", "hopLength", "winLength"];
const sr = 22050;
const square = (value: number) => ({ data: new Float64Array(6).fill(value), frames: 2, bins: 3 });

export const badInput: BadInputCase[] = [
  {
    name: "hpss",
    sound: music.hpss,
    whole: [...transforms, "kernelSize"],
    wrong: [
      [(y) => music.hpss(y, { margin: 0.5 }), "hpss: margin is 0.5; it must be a number of at least 1"],
      [(y) => music.hpss(y, { margin: [2, Number.NaN] }), "margin is NaN"],
      [(y) => music.hpss(y, { power: 0 }), "power is 0"],
    ],
  },
  {
    name: "hpssMasks",
    wrong: [
      [() => music.hpssMasks(square(-1)), "magnitudes.data[0] is -1; magnitudes are not below 0"],
      [() => music.hpssMasks(undefined as never), "magnitudes must be a spectrogram"],
      [() => music.hpssMasks(square(1), { kernelSize: [3, 0] }), "kernelSize is 0"],
      [
        () => music.hpssMasks(square(1), { kernelSize: 1e12 }),
        "kernelSize is 1000000000000; it must be at most",
      ],
    ],
  },
  {
    name: "phaseVocoder",
    wrong: [
      [() => music.phaseVocoder(undefined as never, { rate: 1 }), "spectra must be what stft gives"],
      [(y) => music.phaseVocoder(music.stft(y), { rate: 0 }), "rate is 0"],
      [(y) => music.phaseVocoder(music.stft(y), { rate: 1e-9 }), "rate is 1e-9; the result would have"],
    ],
  },
  {
    name: "timeStretch",
    sound: (y, options) => music.timeStretch(y, { rate: 0.8, ...options }),
    positive: ["rate"],
    whole: transforms,
    wrong: [[(y) => music.timeStretch(y, { rate: 1e-9 }), "timeStretch: rate is 1e-9"]],
  },
  {
    name: "pitchShift",
    sound: (y, options) => music.pitchShift(y, { nSteps: 3, ...options }),
    positive: ["sr", "binsPerOctave"],
    whole: transforms,
    wrong: [
      [(y) => music.pitchShift(y, { sr, nSteps: Number.NaN }), "nSteps is NaN"],
      [(y) => music.pitchShift(y, { sr, nSteps: 1000 }), "nSteps is 1000; it must be at most five octaves"],
    ],
  },
  {
    name: "resample",
    sound: (y, options) => music.resample(y, { origSr: options.sr, targetSr: 16000, ...options }),
    positive: ["origSr", "targetSr"],
    wrong: [
      [
        (y) => music.resample(y, { origSr: sr, targetSr: 1e12 }),
        "targetSr is 1000000000000, too far from origSr",
      ],
      [(y) => music.resample(y, { origSr: sr, targetSr: 1 }), "targetSr is 1, too far from origSr"],
    ],
  },
  {
    name: "trim",
    sound: music.trim,
    positive: ["topDb"],
    whole: ["frameLength", "hopLength"],
  },
  { name: "split", sound: music.split, positive: ["topDb"], whole: ["frameLength", "hopLength"] },
  { name: "normalize", sound: music.normalize, positive: ["peak"] },
  {
    name: "fade",
    sound: music.fade,
    positive: ["sr"],
    wrong: [
      [(y) => music.fade(y, { sr, fadeIn: -1 }), "fadeIn is -1"],
      [(y) => music.fade(y, { sr, fadeOut: Number.NaN }), "fadeOut is NaN"],
    ],
  },
  {
    name: "preemphasis",
    sound: music.preemphasis,
    wrong: [[(y) => music.preemphasis(y, { coef: 1.5 }), "coef is 1.5; it must lie between 0 and 1"]],
  },
  {
    name: "deemphasis",
    sound: music.deemphasis,
    wrong: [[(y) => music.deemphasis(y, { coef: Number.NaN }), "coef is NaN"]],
  },
  {
    name: "toMono",
    sound: (y) => music.toMono([y, y]),
    wrong: [
      [() => music.toMono([]), "channels must be an array of signals, at least one"],
      [(y) => music.toMono(y as never), "channels must be an array"],
      [(y) => music.toMono([y, y.subarray(1)]), "channels have 3000 and 2999 samples; they must agree"],
    ],
  },
];
