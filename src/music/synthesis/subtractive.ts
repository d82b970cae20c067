import { requirePositive } from "../base/signal.ts";
import { type AdsrTimes, envelopeOf } from "./adsr.ts";
import { type OscillatorOptions, wave } from "./oscillator.ts";
import { stateVariableFilter } from "./state-variable-filter.ts";

/** A voice of an analogue synthesiser. */
export type SubtractiveOptions = OscillatorOptions & {
  /** The corner of the low pass where its envelope is 0, in Hz. Default 500. */
  cutoff?: number;
  /** How many octaves the envelope lifts the corner at its highest. Default 3. */
  octaves?: number;
  /** How sharp the corner is: the level there is 20 log₁₀ q. Default 1. */
  q?: number;
  /** The envelope of the level. Default attack 0.01, decay 0.1, sustain 0.7, release 0.2. */
  envelope?: AdsrTimes;
  /** The envelope of the corner. Default: that of the level. */
  filterEnvelope?: AdsrTimes;
};

/**
 * Subtractive synthesis: a wave rich in partials, of which a low pass takes away what is high, both shaped by
 * envelopes. `duration` is how long the key is held; the release comes on top. Throws when an option is not right.
 *
 * @example
 * const y = music.subtractive({shape: "saw", hz: 110, sr: 22050, duration: 0.4, cutoff: 200, octaves: 4, q: 3});
 * play({y, sr: 22050})
 */
export function subtractive(options: SubtractiveOptions): Float64Array {
  const { sr, duration = 1, cutoff = 500, octaves = 3, q = 1, envelope = {}, filterEnvelope } = options;
  requirePositive(cutoff, "cutoff", "subtractive");
  requirePositive(q, "q", "subtractive");
  if (!(Math.abs(octaves) <= 20)) {
    throw new RangeError(`subtractive: octaves is ${octaves}; it must be a number of octaves, such as 3.`);
  }
  const level = envelopeOf({ ...envelope, duration, sr }, "subtractive");
  const { release = 0.2 } = envelope;
  const opening = envelopeOf({ ...(filterEnvelope ?? envelope), duration, sr }, "subtractive");
  const y = wave({ ...options, duration: duration + release }, "subtractive");
  const sweep = opening.map((open) => cutoff * 2 ** (octaves * open));
  const filtered = stateVariableFilter(y, { sr, cutoff: sweep, q });
  return filtered.map((sample, i) => sample * level[i]);
}
