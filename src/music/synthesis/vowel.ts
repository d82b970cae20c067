import { harmonicWave, partialCount } from "./harmonic-wave.ts";
import { sampleCount } from "./sample-count.ts";
import { requireAudible } from "./tone.ts";

/** The vowels that can be sung. */
export type VowelName = "i" | "e" | "a" | "o" | "u";

/** How a vowel is sung. */
export type VowelOptions = {
  /** Which vowel: "i" (heed), "e" (head), "a" (hod), "o" (hawed) or "u" (who'd). Default "a". */
  vowel?: VowelName;
  /** Its pitch, in Hz. */
  hz: number;
  /** Samples a second. */
  sr: number;
  /** How long it is, in seconds. Default 1. */
  duration?: number;
};

/** The first three formants of men's voices (Peterson and Barney, Control Methods Used in a Study of the Vowels, 1952). */
const formants: Record<VowelName, number[]> = {
  i: [270, 2290, 3010],
  e: [530, 1840, 2480],
  a: [730, 1090, 2440],
  o: [570, 840, 2410],
  u: [300, 870, 2240],
};
/** Two more that differ little, and the width of each of the five. */
const HIGHER_FORMANTS = [3500, 4500];
const BANDWIDTHS = [60, 90, 120, 150, 200];

/**
 * A sung vowel: partials that fall by 6 dB an octave, as a voice gives them off, lifted where the throat and the mouth
 * resonate (formants; Fant, Acoustic Theory of Speech Production, 1960). The strongest partial has the amplitude 1.
 * Throws when an option is not right.
 *
 * @example
 * const y = music.vowel({vowel: "a", hz: 110, sr: 16000, duration: 0.4});
 * const level = music.amplitudeToDb(music.magnitudeSpectrogram(y, {nFft: 2048}), {ref: "max"});
 * Plot.plot({height: 150, y: {label: "dB"}, marks: [Plot.lineY(music.frameOf(level, 6).subarray(0, 512))]})
 */
export function vowel({ vowel = "a", hz, sr, duration = 1 }: VowelOptions): Float64Array {
  const count = sampleCount(duration, sr, "vowel");
  requireAudible(hz, "hz", sr, "vowel");
  if (!Object.hasOwn(formants, vowel)) {
    const names = Object.keys(formants).map((name) => `"${name}"`);
    throw new RangeError(`vowel: vowel is "${vowel}"; it must be one of ${names.join(", ")}.`);
  }
  const length = partialCount(hz, sr, "vowel");
  const amplitudes = Array.from({ length }, (_, i) => lift(vowel, (i + 1) * hz) / (i + 1));
  const strongest = amplitudes.reduce((most, one) => Math.max(most, one), 0);
  const partials = amplitudes.map((amplitude) => ({ amplitude: amplitude / strongest, phase: 0 }));
  return harmonicWave(partials, hz, sr, count);
}

/** What the resonances, one after the other, multiply a frequency by. */
function lift(vowel: VowelName, hz: number): number {
  return [...formants[vowel], ...HIGHER_FORMANTS].reduce((product, formant, i) => {
    const square = formant * formant;
    return (product * square) / Math.hypot(square - hz * hz, BANDWIDTHS[i] * hz);
  }, 1);
}
