import { requirePositive } from "../base/signal.ts";
import { requireNumbers } from "./events.ts";

/**
 * Frequencies in cents above `baseFrequency`, which is 10 Hz unless given: 1200 an octave, 100 a semitone
 * (mir_eval.melody.hz2cents). 0 stays 0, and a minus sign is dropped. Throws when a frequency is not finite or the
 * base not above 0.
 *
 * @param freqHz frequencies in Hz
 * @param baseFrequency what is 0 cents, in Hz
 * @example
 * music.hz2cents([440, 880, 0], 440)
 */
export function hz2cents(freqHz: ArrayLike<number>, baseFrequency = 10): Float64Array {
  requireNumbers(freqHz, "freqHz", "hz2cents");
  requirePositive(baseFrequency, "baseFrequency", "hz2cents");
  return Float64Array.from(freqHz, (hz) => (hz === 0 ? 0 : 1200 * Math.log2(Math.abs(hz) / baseFrequency)));
}
