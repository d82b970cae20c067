import { requireAtMost, requireNotNegative, requireWhole } from "../base/signal.ts";

// Slaney's Auditory Toolbox (1998), librosa's default: linear below 1 kHz, logarithmic above.
const HZ_PER_LINEAR_MEL = 200 / 3;
const KNEE_HZ = 1000;
const KNEE_MEL = KNEE_HZ / HZ_PER_LINEAR_MEL;
const LOG_STEP = Math.log(6.4) / 27;

/** So many bands are narrower than anybody hears. */
export const MOST_MELS = 10000;

/**
 * A frequency in Hz as mels on Slaney's scale (librosa.hz_to_mel). Throws when it is below 0.
 *
 * @param hz a frequency in Hz
 * @example
 * music.hzToMel(440)
 */
export function hzToMel(hz: number): number {
  requireNotNegative(hz, "hz", "hzToMel");
  return hz < KNEE_HZ ? hz / HZ_PER_LINEAR_MEL : KNEE_MEL + Math.log(hz / KNEE_HZ) / LOG_STEP;
}

/**
 * Mels on Slaney's scale as a frequency in Hz (librosa.mel_to_hz). Throws when there are fewer than none.
 *
 * @param mel a place on the scale
 * @example
 * music.melToHz(15)
 */
export function melToHz(mel: number): number {
  requireNotNegative(mel, "mel", "melToHz");
  return mel < KNEE_MEL ? mel * HZ_PER_LINEAR_MEL : KNEE_HZ * Math.exp(LOG_STEP * (mel - KNEE_MEL));
}

/**
 * `nMels` frequencies in Hz, as far from one to the next on Slaney's scale, the first and the last included
 * (librosa.mel_frequencies). Throws when fmax is not above fmin.
 *
 * @param nMels how many
 * @example
 * music.melFrequencies(10, {fmin: 100, fmax: 8000})
 */
export function melFrequencies(
  nMels: number,
  {
    fmin = 0,
    fmax = 11025,
  }: {
    /** The first, in Hz. Default 0. */
    fmin?: number;
    /** The last, in Hz. Default 11025. */
    fmax?: number;
  } = {},
): Float64Array {
  requireWhole(nMels, 1, "nMels", "melFrequencies");
  requireAtMost(nMels, MOST_MELS, "nMels", "melFrequencies");
  requireMelRange(fmin, fmax, "melFrequencies");
  const low = hzToMel(fmin);
  const step = (hzToMel(fmax) - low) / Math.max(1, nMels - 1);
  return Float64Array.from({ length: nMels }, (_, i) => melToHz(low + i * step));
}

/** Throws unless 0 ≤ fmin < fmax. */
export function requireMelRange(fmin: number, fmax: number, caller: string): void {
  if (!(fmin >= 0 && fmax > fmin && fmax < Infinity)) {
    throw new RangeError(
      `${caller}: fmin is ${fmin} and fmax is ${fmax}; fmax must be above fmin, fmin not below 0.`,
    );
  }
}
