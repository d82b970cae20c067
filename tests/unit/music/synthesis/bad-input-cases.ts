import * as music from "../../../../src/music/index.ts";
import type { BadInputCase } from "../bad-input.ts";

const sr = 22050;
const note = { onset: 0, offset: 0.1, midi: 60 };
/** Options that every function with a duration refuses. */
const wrongTime = (call: (options: { sr: number; duration: number }) => unknown): BadInputCase["wrong"] => [
  [() => call({ sr: 0, duration: 0.1 }), "sr is 0"],
  [() => call({ sr: Number.NaN, duration: 0.1 }), "sr is NaN"],
  [() => call({ sr, duration: 0 }), "duration is 0"],
  [() => call({ sr, duration: Number.POSITIVE_INFINITY }), "duration is Infinity"],
  [() => call({ sr, duration: 1e7 }), "duration is 10000000"],
];

export const badInput: BadInputCase[] = [
  {
    name: "additive",
    wrong: [
      ...wrongTime((options) => music.additive({ hz: 220, ...options }))!,
      [() => music.additive({ hz: 0, sr }), "hz is 0"],
      [() => music.additive({ hz: 220, sr, inharmonicity: -1 }), "inharmonicity is -1"],
      [() => music.additive({ hz: 220, sr, amplitudes: [] }), "amplitudes has 0 numbers"],
      [() => music.additive({ hz: 220, sr, amplitudes: [1, Number.NaN] }), "amplitudes[1] is NaN"],
      [() => music.additive({ hz: 220, sr, amplitudes: [1, 1], phases: [0] }), "phases has 1 numbers"],
      [() => music.additive({ hz: 220, sr, amplitudes: [1], decays: [0] }), "decays[0] is 0"],
    ],
  },
  {
    name: "adsr",
    wrong: [
      ...wrongTime(music.adsr)!,
      [() => music.adsr({ sr, attack: -1 }), "attack is -1"],
      [() => music.adsr({ sr, decay: Number.NaN }), "decay is NaN"],
      [() => music.adsr({ sr, release: Number.POSITIVE_INFINITY }), "release is Infinity"],
      [() => music.adsr({ sr, sustain: 2 }), "sustain is 2"],
    ],
  },
  {
    name: "biquad",
    wrong: [
      [() => music.biquad({ type: "lowpass", hz: 11025, sr }), "hz is 11025"],
      [() => music.biquad({ type: "lowpass", hz: 100, sr: 0 }), "sr is 0"],
      [() => music.biquad({ type: "lowpass", hz: 100, sr, q: 0 }), "q is 0"],
      [() => music.biquad({ type: "peaking", hz: 100, sr, gainDb: Number.NaN }), "gainDb is NaN"],
      [() => music.biquad({ type: "low" as never, hz: 100, sr }), 'type is "low"'],
    ],
  },
  {
    name: "biquadFilter",
    sound: (y, options) => music.biquadFilter(y, { type: "lowpass", hz: 1000, ...options }),
    positive: ["sr", "hz", "q"],
  },
  {
    name: "chirp",
    wrong: [
      ...wrongTime((options) => music.chirp(100, 200, options))!,
      [() => music.chirp(0, 200, { sr }), "fmin is 0"],
      [() => music.chirp(100, 20000, { sr }), "fmax is 20000"],
      [() => music.chirp(100, 200, { sr, phi: Number.NaN }), "phi is NaN"],
    ],
  },
  {
    name: "clicks",
    wrong: [
      [() => music.clicks([0], { sr: 0 }), "sr is 0"],
      [() => music.clicks([Number.NaN], { sr }), "times[0] is NaN"],
      [() => music.clicks([-1], { sr }), "times[0] is -1"],
      [() => music.clicks(undefined as never, { sr }), "times is undefined"],
      [() => music.clicks([], { sr }), "length is 0"],
      [() => music.clicks([0], { sr, clickFreq: 12000 }), "clickFreq is 12000"],
      [() => music.clicks([0], { sr, length: 0.5 }), "length is 0.5"],
      [() => music.clicks([1e9], { sr }), "duration is 1000000000"],
    ],
  },
  {
    name: "drum",
    wrong: [
      [() => music.drum("gong" as never, { sr }), 'name is "gong"'],
      [() => music.drum("kick", { sr: 0 }), "sr is 0"],
      [() => music.drum("kick", { sr: 100 }), "sr is 100"],
      [() => music.drum("kick", { sr, velocity: 2 }), "velocity is 2"],
      [() => music.drum("kick", { sr, seed: 0.5 }), "seed is 0.5"],
    ],
  },
  {
    name: "fm",
    wrong: [
      ...wrongTime((options) => music.fm({ hz: 220, ...options }))!,
      [() => music.fm({ hz: -1, sr }), "hz is -1"],
      [() => music.fm({ hz: 220, sr, ratio: 0 }), "ratio is 0"],
      [() => music.fm({ hz: 220, sr, index: Number.NaN }), "index is NaN"],
      [() => music.fm({ hz: 220, sr, index: Float64Array.of(1, Number.NaN) }), "index[1] is NaN"],
      [() => music.fm({ hz: 220, sr, index: [1, 2] as never }), "index must be a number or"],
      [() => music.fm({ hz: 220, sr, index: 1e5 }), "index is 100000"],
    ],
  },
  {
    name: "freqz",
    wrong: [
      [() => music.freqz([], [1], { sr }), "b is []"],
      [() => music.freqz([1], [0, 1], { sr }), "a[0] is 0"],
      [() => music.freqz([1], [Number.NaN], { sr }), "a is [NaN]"],
      [() => music.freqz([1], [1], { sr: 0 }), "sr is 0"],
      [() => music.freqz([1], [1], { sr, worN: 0 }), "worN is 0"],
      [() => music.freqz([1], [1], { sr, worN: [Number.NaN] }), "worN[0] is NaN"],
      [() => music.freqz([1], [1, -1], { sr }), "a pole at 0 Hz"],
    ],
  },
  {
    name: "karplusStrong",
    wrong: [
      ...wrongTime((options) => music.karplusStrong({ hz: 220, ...options }))!,
      [() => music.karplusStrong({ hz: 0, sr }), "hz is 0"],
      [() => music.karplusStrong({ hz: 10000, sr }), "hz is 10000"],
      [() => music.karplusStrong({ hz: 1e-9, sr }), "hz is 1e-9"],
      [() => music.karplusStrong({ hz: 220, sr, decay: 0 }), "decay is 0"],
      [() => music.karplusStrong({ hz: 220, sr, seed: -1 }), "seed is -1"],
    ],
  },
  {
    name: "lfilter",
    sound: (y) => music.lfilter([1], [1, -0.5], y),
    wrong: [
      [(y) => music.lfilter([1], [0], y), "a[0] is 0"],
      [(y) => music.lfilter([Number.NaN], [1], y), "b is [NaN]"],
      [(y) => music.lfilter([1], [1, -10], y), "is not stable"],
    ],
  },
  {
    name: "noise",
    wrong: [
      ...wrongTime(music.noise)!,
      [() => music.noise({ sr, rms: 0 }), "rms is 0"],
      [() => music.noise({ sr, color: "brown" as never }), 'color is "brown"'],
      [() => music.noise({ sr, seed: Number.NaN }), "seed is NaN"],
    ],
  },
  {
    name: "oscillator",
    wrong: [
      ...wrongTime((options) => music.oscillator({ hz: 220, ...options }))!,
      [() => music.oscillator({ hz: 11025, sr }), "hz is 11025"],
      [() => music.oscillator({ hz: 0.01, sr }), "hz is 0.01"],
      [() => music.oscillator({ hz: 220, sr, shape: "round" as never }), 'shape is "round"'],
      [() => music.oscillator({ hz: 220, sr, shape: "pulse", width: 1 }), "width is 1"],
    ],
  },
  {
    name: "playSample",
    sound: (y, options) => music.playSample(y, { semitones: 3, ...options }),
    positive: ["sr", "duration"],
    wrong: [
      [(y) => music.playSample(y, { sr, semitones: 100 }), "semitones is 100"],
      [(y) => music.playSample(y, { sr, semitones: 60, duration: 5000 }), "duration is 160000"],
      [(y) => music.playSample(y, { sr, loop: { start: 0.1, end: 0.1 } }), "loop is from 0.1 to 0.1 s"],
      [(y) => music.playSample(y, { sr, loop: { start: 0, end: 9 } }), "loop is from 0 to 9 s"],
      [(y) => music.playSample(y, { sr, loop: { start: Number.NaN, end: 9 } }), "loop is from NaN"],
    ],
  },
  {
    name: "render",
    wrong: [
      [() => music.render([], { sr }), "notes is empty"],
      [() => music.render([note], { sr: 0 }), "sr is 0"],
      [() => music.render([{ ...note, onset: -1 }], { sr }), "notes[0].onset is -1"],
      [() => music.render([note], { sr, instrument: "kazoo" as never }), 'instrument is "kazoo"'],
      [() => music.render([note], { sr, instrument: (() => 5) as never }), "must return samples"],
      [() => music.render([note], { sr, instrument: () => Float64Array.of(Number.NaN) }), "finite numbers"],
      [() => music.render([note], { sr, duration: -1 }), "duration is -1"],
      [() => music.render([note], { sr, instrument: "pluck", seed: 1.5 }), "seed is 1.5"],
      [() => music.render([{ ...note, onset: 1e7, offset: 1e7 + 1 }], { sr }), "duration is 1000000"],
    ],
  },
  {
    name: "sonifyPitch",
    wrong: [
      [() => music.sonifyPitch([], [], { sr }), "times has 0 frames"],
      [() => music.sonifyPitch([0, 1], [220], { sr }), "times has 2 frames and f0 1"],
      [() => music.sonifyPitch([1, 1], [220, 220], { sr }), "times[1] is 1"],
      [() => music.sonifyPitch([0, 1], [220, Number.NaN], { sr }), "f0[1] is NaN"],
      [() => music.sonifyPitch([0, 1], [220, 220], { sr: 0 }), "sr is 0"],
    ],
  },
  {
    name: "sonifySteps",
    wrong: [
      [() => music.sonifySteps([], { sr }), "there are no tones"],
      [() => music.sonifySteps([{ hz: [] }], { sr }), "tones[0].hz has 0 steps"],
      [() => music.sonifySteps([{ hz: [220] }, { hz: [220, 330] }], { sr }), "tones[1].hz has 2 steps"],
      [() => music.sonifySteps([{ hz: [220, 0] }], { sr }), "tones[0].hz[1] is 0"],
      [() => music.sonifySteps([{ hz: [220], level: [1, 1] }], { sr }), "tones[0].level has 2 steps"],
      [() => music.sonifySteps([{ hz: [220], level: [Number.NaN] }], { sr }), "tones[0].level[0] is NaN"],
      [() => music.sonifySteps([{ hz: [220] }], { sr: 0 }), "sr is 0"],
      [() => music.sonifySteps([{ hz: [220] }], { sr, stepSeconds: 0 }), "stepSeconds is 0"],
      [() => music.sonifySteps([{ hz: [220] }], { sr, glideSeconds: 1 }), "glideSeconds is 1"],
      [() => music.sonifySteps([{ hz: [220] }], { sr, holdSeconds: -1 }), "holdSeconds is -1"],
      [() => music.sonifySteps([{ hz: [220] }], { sr, partials: [0] }), "partials adds up to 0"],
      [() => music.sonifySteps([{ hz: [220] }], { sr, partials: [1, -1] }), "partials[1] is -1"],
    ],
  },
  {
    name: "stateVariableFilter",
    sound: (y, options) => music.stateVariableFilter(y, { cutoff: 1000, ...options }),
    positive: ["sr", "cutoff", "q"],
    wrong: [
      [(y) => music.stateVariableFilter(y, { sr, cutoff: Float64Array.of(100, 0) }), "cutoff[1] is 0"],
      [(y) => music.stateVariableFilter(y, { sr, cutoff: [100] as never }), "cutoff must be a number or"],
      [(y) => music.stateVariableFilter(y, { sr, cutoff: 100, type: "notch" as never }), 'type is "notch"'],
    ],
  },
  {
    name: "subtractive",
    wrong: [
      ...wrongTime((options) => music.subtractive({ hz: 220, ...options }))!,
      [() => music.subtractive({ hz: 20000, sr }), "hz is 20000"],
      [() => music.subtractive({ hz: 220, sr, cutoff: 0 }), "cutoff is 0"],
      [() => music.subtractive({ hz: 220, sr, q: -1 }), "q is -1"],
      [() => music.subtractive({ hz: 220, sr, octaves: Number.NaN }), "octaves is NaN"],
      [() => music.subtractive({ hz: 220, sr, envelope: { attack: -1 } }), "attack is -1"],
    ],
  },
  {
    name: "tone",
    wrong: [
      ...wrongTime((options) => music.tone(440, options))!,
      [() => music.tone(0, { sr }), "frequency is 0"],
      [() => music.tone(11025, { sr }), "frequency is 11025"],
      [() => music.tone(440, { sr, phi: Number.POSITIVE_INFINITY }), "phi is Infinity"],
    ],
  },
  {
    name: "vowel",
    wrong: [
      ...wrongTime((options) => music.vowel({ hz: 110, ...options }))!,
      [() => music.vowel({ hz: 12000, sr }), "hz is 12000"],
      [() => music.vowel({ hz: 0.01, sr }), "hz is 0.01"],
      [() => music.vowel({ hz: 110, sr, vowel: "y" as never }), 'vowel is "y"'],
    ],
  },
];
