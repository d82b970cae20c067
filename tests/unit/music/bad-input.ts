/*
 * What every function of src/music must survive. A folder lists its functions in
 * `tests/unit/music/<folder>/bad-input-cases.ts`:
 *
 *   import * as music from "../../../../src/music/index.ts";
 *   import type { BadInputCase } from "../bad-input.ts";
 *
 *   export const badInput: BadInputCase[] = [
 *     { name: "stft", sound: (y, options) => music.stft(y, options), whole: ["nFft", "hopLength"] },
 *     { name: "mfcc", sound: music.mfcc, positive: ["sr"], whole: ["nMfcc"],
 *       wrong: [[(y) => music.mfcc(y, { sr: 8000, nMels: 10 }), "more than the 10 mel bands"]] },
 *     { name: "drumFeatures", sound: music.drumFeatures, refuses: ["silence"] },
 *     { name: "hzToMel", wrong: [[() => music.hzToMel(Number.NaN), "hz is NaN"]] },
 *   ];
 *
 * and `bad-input.test.ts`, which wants one of every folder of src/music, tries each function with all sounds below.
 * Each must give an answer in which every number is finite, or, where the case says so, throw a RangeError or TypeError
 * whose message begins with the name of a function of ours and a colon. Every function that the folder's index.ts
 * exports must be in its list; constants and types need not.
 */
import type { Signal } from "../../../src/music/base/signal.ts";

export type SoundName = keyof typeof sounds;

export type BadInputCase = {
  /** The function's exported name. */
  name: string;
  /** Calls it with a sound, for those that take one. `options` has `sr`, and the one wrong option that is tried. */
  // biome-ignore lint/suspicious/noExplicitAny: functions have options of many types, some of them without sr
  sound?: (y: Signal, options: any) => unknown;
  /** The sounds (keys of `sounds`) that it refuses, in words; all others it must answer. */
  refuses?: SoundName[];
  /** Options that must be above 0: 0, −1, NaN and Infinity are tried, and must be refused. */
  positive?: string[];
  /** Options that must be whole numbers of at least 1: 0, −1, 1.5 and NaN are tried, and must be refused. */
  whole?: string[];
  /** Other calls that must be refused, and words of the message. The sound is a plain one of 3000 samples. */
  wrong?: [(y: Float64Array) => unknown, string][];
};

const SECONDS = 0.15;

const tone = (sr: number) =>
  Float64Array.from({ length: Math.round(SECONDS * sr) }, (_, i) => Math.sin((2 * Math.PI * 440 * i) / sr));

/** Sounds at the edge of what can be asked for; each comes with its sample rate. */
export const sounds = {
  "one sample": { sr: 22050, y: Float64Array.of(0.5) },
  "two samples": { sr: 22050, y: Float64Array.of(0.5, -0.5) },
  silence: { sr: 22050, y: new Float64Array(4000) },
  "silence of 32-bit numbers": { sr: 22050, y: new Float32Array(4000) },
  "a constant": { sr: 22050, y: new Float64Array(4000).fill(0.7) },
  "a clipped tone": { sr: 22050, y: tone(22050).map((x) => Math.max(-1, Math.min(1, 30 * x))) },
  "one click": { sr: 22050, y: new Float64Array(4000).fill(1, 2000, 2001) },
  "a tone, then silence": { sr: 22050, y: tone(22050).fill(0, 1000) },
  "an unheard whisper": { sr: 22050, y: tone(22050).map((x) => 1e-12 * x) },
  "a roar": { sr: 22050, y: tone(22050).map((x) => 1e6 * x) },
  "a tone at 8 kHz": { sr: 8000, y: tone(8000) },
  "a tone at 44.1 kHz": { sr: 44100, y: Float32Array.from(tone(44100)) },
  "a tone at 192 kHz": { sr: 192000, y: tone(192000) },
} satisfies Record<string, { sr: number; y: Signal }>;

/** Sounds that no function takes. */
export const noSounds: Record<string, Signal> = {
  "no samples": new Float64Array(0),
  "a sample that is NaN": Float64Array.from(tone(22050), (x, i) => (i === 100 ? Number.NaN : x)),
  "a sample that is infinite": Float64Array.from(tone(22050), (x, i) => (i === 3000 ? -Infinity : x)),
  "a sample too great to be squared": Float64Array.from(tone(22050), (x, i) => (i === 50 ? 1e200 : x)),
  "an array instead of a typed one": [0, 0.5, -0.5] as unknown as Signal,
  "something that is no sound": "sound.wav" as unknown as Signal,
};

export const notPositive = [0, -1, Number.NaN, Number.POSITIVE_INFINITY];
export const notWhole = [0, -1, 1.5, Number.NaN];
export const plain = tone(22050).slice(0, 3000);
