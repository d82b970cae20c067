import { requireNotNegative } from "../base/signal.ts";
import { sampleCount } from "./sample-count.ts";

/** The four stages of a note's level. */
export type AdsrTimes = {
  /** Seconds from silence to full level. Default 0.01. */
  attack?: number;
  /** Seconds from there to the level that is held. Default 0.1. */
  decay?: number;
  /** The level that is held, from 0 to 1. Default 0.7. */
  sustain?: number;
  /** Seconds from the end of the note to silence. Default 0.2. */
  release?: number;
};

/** An envelope of a note. */
export type AdsrOptions = AdsrTimes & {
  /** How long the note is held, in seconds; the release comes on top. Default 1. */
  duration?: number;
  /** Samples a second. */
  sr: number;
};

/**
 * The envelope of a note: its level rises to 1 (attack), falls to what is held (decay, sustain), and when the note
 * ends falls to 0 from where it is (release), all in straight lines. It lasts duration + release seconds; multiply a
 * sound by it, or a filter's corner. Throws when an option is not right.
 *
 * @example
 * const level = music.adsr({attack: 0.05, decay: 0.1, sustain: 0.6, release: 0.2, duration: 0.3, sr: 1000});
 * Plot.plot({height: 120, marks: [Plot.lineY(level)]})
 */
export function adsr(options: AdsrOptions): Float64Array {
  return envelopeOf(options, "adsr");
}

/** {@link adsr}, for a caller whose name the errors bear. */
export function envelopeOf(options: AdsrOptions, caller: string): Float64Array {
  const { attack = 0.01, decay = 0.1, sustain = 0.7, release = 0.2, duration = 1, sr } = options;
  for (const [name, seconds] of Object.entries({ attack, decay, release })) {
    requireNotNegative(seconds, name, caller);
  }
  if (!(sustain >= 0 && sustain <= 1)) {
    throw new RangeError(`${caller}: sustain is ${sustain}; it must be a level from 0 to 1.`);
  }
  sampleCount(duration, sr, caller);
  const held = (t: number) => {
    if (t < attack) return t / attack;
    return t < attack + decay ? 1 - ((1 - sustain) * (t - attack)) / decay : sustain;
  };
  const atEnd = held(duration);
  return Float64Array.from({ length: sampleCount(duration + release, sr, caller) }, (_, i) => {
    const t = i / sr;
    return t < duration ? held(t) : atEnd * Math.max(0, 1 - (t - duration) / release);
  });
}
