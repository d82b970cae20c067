import { requireWhole } from "../base/signal.ts";
import { sampleCount } from "./sample-count.ts";
import { requireAudible } from "./tone.ts";

/** How clicks sound. */
export type ClickOptions = {
  /** Samples a second. */
  sr: number;
  /** The frequency of a click, in Hz. Default 1000. */
  clickFreq?: number;
  /** How long a click is, in seconds; it falls by 60 dB. Default 0.1. */
  clickDuration?: number;
  /** How many samples. Default: until the last click has died away. */
  length?: number;
};

/**
 * A click at each time (librosa.clicks), to hear beats or onsets: add it to the music. Throws when a time is below 0
 * or an option is not right; without times, `length` must be given.
 *
 * @param times in seconds
 * @example
 * const y = music.clicks([0, 0.5, 1, 1.5], {sr: 22050});
 * play({y, sr: 22050})
 */
export function clicks(times: ArrayLike<number>, options: ClickOptions): Float64Array {
  const { sr, clickFreq = 1000, clickDuration = 0.1 } = options;
  const clickLength = sampleCount(clickDuration, sr, "clicks");
  requireAudible(clickFreq, "clickFreq", sr, "clicks");
  if (!(times?.length >= 0)) throw new TypeError(`clicks: times is ${times}; it must be a list of seconds.`);
  const starts = Array.from(times, (seconds, i) => {
    if (!(seconds >= 0 && seconds < Infinity)) {
      throw new RangeError(`clicks: times[${i}] is ${seconds}; it must be a time of 0 s or more.`);
    }
    return Math.floor(seconds * sr);
  });
  const latest = starts.reduce((most, start) => Math.max(most, start), -clickLength);
  const { length = latest + clickLength } = options;
  requireWhole(length, 1, "length", "clicks");
  sampleCount(length / sr, sr, "clicks");
  const click = Float64Array.from(
    { length: clickLength },
    (_, i) => 2 ** ((-10 * i) / Math.max(1, clickLength - 1)) * Math.sin((2 * Math.PI * clickFreq * i) / sr),
  );
  const out = new Float64Array(length);
  for (const start of starts) {
    for (let i = 0; i < clickLength && start + i < length; i++) out[start + i] += click[i];
  }
  return out;
}
