import type { Signal } from "../base/signal.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import { chromaOf } from "./chroma.ts";
import { KEY_PROFILES, type KeyProfileName } from "./key-profiles.ts";
import { PITCH_CLASSES } from "./pitch-class.ts";
import { requireChroma } from "./require-chroma.ts";

/** How a key is found. */
export type KeyOptions = {
  /** Which profile keys are compared with: "krumhansl", "temperley" or "albrecht" (default). */
  profile?: KeyProfileName;
};

/** A key and what spoke for it. */
export type KeyEstimate = {
  /** The likeliest key, such as "C major" or "A# minor"; "X" when there are no notes at all. */
  key: string;
  /** All 24 keys, C major to B major and C minor to B minor, with the correlation of each, from −1 to 1. */
  scores: { key: string; score: number }[];
  /** How much there is of each pitch class, from C; in all 1, or 0 when there is nothing. */
  profile: Float64Array;
};

/**
 * The key of a sound or of a chromagram: the major or minor key whose profile is most like how much of each pitch class
 * there is (Krumhansl, Cognitive Foundations of Musical Pitch, 1990). A sound's pitch classes are those of
 * {@link chroma}. Modes other than major and minor, and changes of key, are not told.
 *
 * @param input the samples, with `sr`; or a chromagram
 * @example
 * const tone = (midi, i) => Math.sin((2 * Math.PI * 440 * 2 ** ((midi - 69) / 12) * i) / 8000);
 * const tune = [60, 62, 64, 65, 67, 67, 64, 60]; // a tune in C major
 * const y = Float32Array.from({length: 16000}, (_, i) => tone(tune[Math.floor(i / 2000)], i) / 2);
 * display(music.keyEstimate(y, {sr: 8000}).key);
 */
export function keyEstimate(
  input: Signal,
  options: KeyOptions & {
    /** Samples a second; needed for a sound. */
    sr: number;
  },
): KeyEstimate;
export function keyEstimate(input: Spectrogram, options?: KeyOptions): KeyEstimate;
export function keyEstimate(
  input: Signal | Spectrogram,
  options: KeyOptions & { sr?: number } = {},
): KeyEstimate {
  const given = isChromagram(input);
  if (given) requireChroma(input, "keyEstimate");
  const { data, frames } = given ? input : soundChroma(input, options.sr);
  const sums = new Float64Array(12);
  for (let t = 0; t < frames; t++) for (let p = 0; p < 12; p++) sums[p] += data[12 * t + p];
  return bestKey(sums, options.profile, "keyEstimate");
}

/**
 * The key of notes: as {@link keyEstimate}, by how long each pitch class lasts.
 *
 * @param notes with onset and offset in seconds, and midi
 * @example
 * const tune = [69, 71, 72, 74, 76, 76, 72, 69].map((midi, i) => ({midi, onset: i, offset: i + 1}));
 * display(music.keyOfNotes(tune).key); // A minor
 */
export function keyOfNotes(
  notes: readonly {
    /** In seconds. */
    onset: number;
    /** In seconds. */
    offset: number;
    /** A MIDI number; fractions are rounded. */
    midi: number;
  }[],
  options: KeyOptions = {},
): KeyEstimate {
  const sums = new Float64Array(12);
  for (const [i, { onset, offset, midi }] of notes.entries()) {
    if (!Number.isFinite(midi)) {
      throw new RangeError(`keyOfNotes: notes[${i}].midi is ${midi}; it must be a MIDI number, such as 60.`);
    }
    if (!(offset - onset >= 0 && offset - onset < Infinity)) {
      throw new RangeError(
        `keyOfNotes: notes[${i}].offset is ${offset}; it must be a time not before its onset, ${onset}.`,
      );
    }
    sums[((Math.round(midi) % 12) + 12) % 12] += offset - onset;
  }
  return bestKey(sums, options.profile, "keyOfNotes");
}

function isChromagram(input: Signal | Spectrogram): input is Spectrogram {
  return typeof input === "object" && input !== null && "bins" in input;
}

function soundChroma(y: Signal, sr: number | undefined): Spectrogram {
  // What is wrong with a missing rate is said there.
  return chromaOf(y, { sr: sr as number, norm: null }, "keyEstimate");
}

function bestKey(sums: Float64Array, name: KeyProfileName = "albrecht", caller: string): KeyEstimate {
  if (!Object.hasOwn(KEY_PROFILES, name)) {
    throw new RangeError(
      `${caller}: profile is "${name}"; it must be one of ${Object.keys(KEY_PROFILES).join(", ")}.`,
    );
  }
  const { major, minor } = KEY_PROFILES[name];
  const total = sums.reduce((a, b) => a + b, 0);
  const profile = sums.map((sum) => (total > 0 ? sum / total : 0));
  const scores = [
    ...PITCH_CLASSES.map((tonic, t) => ({ key: `${tonic} major`, score: correlation(profile, major, t) })),
    ...PITCH_CLASSES.map((tonic, t) => ({ key: `${tonic} minor`, score: correlation(profile, minor, t) })),
  ];
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return { key: total > 0 ? best.key : "X", scores, profile };
}

/** Pearson's, with the profile turned so that its first number is for the tonic; 0 when nothing varies. */
function correlation(amounts: Float64Array, profile: readonly number[], tonic: number): number {
  const mean = amounts.reduce((a, b) => a + b, 0) / 12;
  const profileMean = profile.reduce((a, b) => a + b, 0) / 12;
  let product = 0;
  let square = 0;
  let profileSquare = 0;
  for (let p = 0; p < 12; p++) {
    const a = amounts[(tonic + p) % 12] - mean;
    const b = profile[p] - profileMean;
    product += a * b;
    square += a * a;
    profileSquare += b * b;
  }
  return square > 0 ? product / Math.sqrt(square * profileSquare) : 0;
}
