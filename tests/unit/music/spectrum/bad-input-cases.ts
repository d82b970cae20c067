import * as music from "../../../../src/music/index.ts";
import type { BadInputCase } from "../bad-input.ts";

const spectra = () => ({ re: new Float64Array(10), im: new Float64Array(10), frames: 2, bins: 5 });
const magnitudes = (value: number) => ({ data: new Float64Array(10).fill(value), frames: 2, bins: 5 });
const transforms: Pick<BadInputCase, "whole"> = { whole: ["nFft", "hopLength", "winLength"] };

export const badInput: BadInputCase[] = [
  {
    name: "stft",
    sound: music.stft,
    ...transforms,
    wrong: [
      [(y) => music.stft(y, { nFft: 2 ** 30 }), "nFft is 1073741824; it must be at most"],
      [(y) => music.stft(y, { nFft: 1000 }), "nFft is 1000; it must be a power of two"],
      [(y) => music.stft(y, { nFft: 512, winLength: 600 }), "winLength is 600; it must not be above nFft"],
      [(y) => music.stft(y, { window: "triangle" as never }), 'window is "triangle"'],
      [
        (y) => music.stft(y.subarray(0, 100), { center: false }),
        "the signal has 100 samples, fewer than one frame of 2048",
      ],
    ],
  },
  { name: "magnitudeSpectrogram", sound: music.magnitudeSpectrogram, ...transforms },
  { name: "powerSpectrogram", sound: music.powerSpectrogram, ...transforms },
  {
    name: "griffinLim",
    sound: (y) => music.griffinLim(music.magnitudeSpectrogram(y, { nFft: 256 }), { nIter: 3 }),
    wrong: [
      [() => music.griffinLim(undefined as never), "magnitudes must be a spectrogram"],
      [() => music.griffinLim(magnitudes(-1)), "magnitudes.data[0] is -1; magnitudes are not below 0"],
      [
        () => music.griffinLim({ ...magnitudes(1), frames: 1, bins: 10 }),
        "bins is 10; it must be 1 + a power",
      ],
      [() => music.griffinLim(magnitudes(1), { nIter: -1 }), "nIter is -1"],
      [() => music.griffinLim(magnitudes(1), { momentum: -0.5 }), "momentum is -0.5"],
      [() => music.griffinLim(magnitudes(1), { seed: 0.5 }), "seed is 0.5"],
      [
        () => music.griffinLim(magnitudes(1), { length: 4 }),
        "length is 4; 2 frames are those of 2 to 3 samples",
      ],
      [() => music.griffinLim(magnitudes(1), { hopLength: 0 }), "hopLength is 0"],
    ],
  },
  {
    name: "istft",
    wrong: [
      [() => music.istft(undefined as never), "spectra must be what stft gives"],
      [() => music.istft({ ...spectra(), im: new Float64Array(9) }), "spectra.im.data has 9 values"],
      [
        () => music.istft({ ...spectra(), re: new Float64Array(10).fill(Number.NaN) }),
        "spectra.re.data[0] is NaN",
      ],
      [() => music.istft({ ...spectra(), frames: 1, bins: 10 }), "bins is 10; it must be 1 + a power of two"],
      [() => music.istft(spectra(), { hopLength: 0 }), "hopLength is 0"],
      [() => music.istft(spectra(), { length: -1 }), "length is -1"],
      [
        () => music.istft(spectra(), { winLength: 100 }),
        "winLength is 100; it must not be above nFft, which is 8",
      ],
    ],
  },
  {
    name: "melFilterbank",
    wrong: [
      [() => music.melFilterbank({ sr: 0 }), "sr is 0"],
      [() => music.melFilterbank({ sr: 8000, nMels: 0 }), "nMels is 0"],
      [() => music.melFilterbank({ sr: 8000, nMels: 1e6 }), "nMels is 1000000; it must be at most"],
      [() => music.melFilterbank({ sr: 8000, nFft: 2.5 }), "nFft is 2.5"],
      [() => music.melFilterbank({ sr: 8000, fmin: 9000, fmax: 100 }), "fmax must be above fmin"],
      [() => music.melFilterbank({ sr: 8000, fmin: -5 }), "fmin is -5"],
      [() => music.melFilterbank({ sr: 8000, fmax: Number.NaN }), "fmax is NaN"],
    ],
  },
  {
    name: "melSpectrogram",
    sound: music.melSpectrogram,
    positive: ["sr"],
    whole: ["nFft", "hopLength", "winLength", "nMels"],
    wrong: [[(y) => music.melSpectrogram(y, { sr: 8000, fmin: 5000 }), "fmin is 5000 and fmax is 4000"]],
  },
  {
    name: "hzToMel",
    wrong: [
      [() => music.hzToMel(Number.NaN), "hz is NaN"],
      [() => music.hzToMel(-1), "hz is -1"],
    ],
  },
  { name: "melToHz", wrong: [[() => music.melToHz(Infinity), "mel is Infinity"]] },
  {
    name: "melFrequencies",
    wrong: [
      [() => music.melFrequencies(0), "nMels is 0"],
      [() => music.melFrequencies(1e9), "nMels is 1000000000; it must be at most"],
      [() => music.melFrequencies(5, { fmin: 100, fmax: 100 }), "fmax must be above fmin"],
    ],
  },
];
