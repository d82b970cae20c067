import { requirePositive, requireSignal, type Signal } from "../base/signal.ts";
import { resampled } from "../effects/resample.ts";
import { sampleCount } from "./sample-count.ts";

/** How a recorded sound is played. */
export type PlaySampleOptions = {
  /** Samples a second, of the clip and of the result. */
  sr: number;
  /** How much higher it is played, in semitones; lower below 0. Default 0. */
  semitones?: number;
  /** How long the result is, in seconds. Default: as long as the clip lasts at that pitch. */
  duration?: number;
  /** From where to where the clip is gone round while the result lasts, in seconds of the clip. Default: not at all. */
  loop?: { start: number; end: number };
};

const MOST_SEMITONES = 60;
/** Samples that the filter looks ahead at most, to either side, at the pitch of the clip. */
const MARGIN = 160;

/**
 * A clip at another pitch, as a sampler plays it: faster for a higher pitch, slower for a lower one, by the same filter
 * as `resample`. With a loop it goes on for as long as it is asked to; without one it is followed by silence. Throws when
 * an option is not right or the loop lies outside the clip.
 *
 * @param y the clip's samples
 * @example
 * const clip = music.karplusStrong({hz: 220, sr: 22050, duration: 0.4});
 * const fifth = music.playSample(clip, {sr: 22050, semitones: 7});
 * display(`${clip.length} samples have become ${fifth.length}`);
 */
export function playSample(y: Signal, options: PlaySampleOptions): Float64Array {
  const { sr, semitones = 0, loop } = options;
  requireSignal(y, "playSample");
  requirePositive(sr, "sr", "playSample");
  if (!(Math.abs(semitones) <= MOST_SEMITONES)) {
    throw new RangeError(
      `playSample: semitones is ${semitones}; it must be between -${MOST_SEMITONES} and ${MOST_SEMITONES}.`,
    );
  }
  const rate = 2 ** (semitones / 12);
  const { duration = y.length / sr / rate } = options;
  const count = sampleCount(duration, sr, "playSample");
  sampleCount(duration * rate, sr, "playSample");
  const needed = Math.ceil(count * rate + MARGIN * Math.max(1, rate));
  const played = resampled(unrolled(y, needed, sr, loop), rate, 1, "playSample");
  return played.slice(0, count);
}

/** As many samples of a clip as are needed, going round its loop, or silence behind its end. */
function unrolled(y: Signal, needed: number, sr: number, loop: PlaySampleOptions["loop"]): Float64Array {
  const out = new Float64Array(needed);
  out.set(y.subarray(0, needed));
  if (!loop) return out;
  const start = Math.round(loop.start * sr);
  const end = Math.round(loop.end * sr);
  if (!(start >= 0 && end > start && end <= y.length)) {
    throw new RangeError(
      `playSample: loop is from ${loop.start} to ${loop.end} s; it must lie in the clip, from 0 to ${y.length / sr} s, and have a length.`,
    );
  }
  for (let i = end; i < needed; i++) out[i] = out[i - (end - start)];
  return out;
}
