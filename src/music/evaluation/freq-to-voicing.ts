import { requireNumbers } from "./events.ts";
import { requireWeights } from "./melody-series.ts";

/** Pitch and voicing apart. */
export type PitchAndVoicing = {
  /** Pitches without sign, in Hz. */
  frequencies: Float64Array;
  /** For each how surely it is voiced, from 0 to 1. */
  voicing: Float64Array;
};

/**
 * Pitch and voicing apart: a frame is voiced (1) where its frequency is above 0; a minus sign marks a guess for a
 * frame that is thought unvoiced (mir_eval.melody.freq_to_voicing). With `voicing` given, that counts instead of the
 * sign, but a frequency of 0 is never voiced. Throws when a frequency is not finite, or a voicing not from 0 to 1.
 *
 * @param frequencies pitches in Hz
 * @param voicing for each how surely it is voiced, from 0 to 1
 * @example
 * music.freqToVoicing([440, 0, -220])
 */
export function freqToVoicing(frequencies: ArrayLike<number>, voicing?: ArrayLike<number>): PitchAndVoicing {
  requireNumbers(frequencies, "frequencies", "freqToVoicing");
  if (voicing !== undefined) requireWeights(voicing, "voicing", frequencies, "frequencies", "freqToVoicing");
  return {
    frequencies: Float64Array.from(frequencies, Math.abs),
    voicing: Float64Array.from(frequencies, (hz, i) =>
      voicing === undefined ? Number(hz > 0) : hz === 0 ? 0 : voicing[i],
    ),
  };
}
