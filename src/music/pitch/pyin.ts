import type { Signal } from "../base/signal.ts";
import { binsOfSound } from "./bins-of-sound.ts";
import { pathOfSound } from "./path-of-sound.ts";
import { type PitchOptions, resolvePitch } from "./pitch-options.ts";
import type { PitchTrack } from "./pitch-track.ts";
import type { PyinSteps } from "./pyin-steps.ts";
import { wholeSound } from "./whole-sound.ts";

/**
 * The pitch of a sound frame by frame, by probabilistic YIN (Mauch & Dixon 2014): each frame has several candidates,
 * and a hidden Markov model finds the most probable path through them. This is the best of our pitch trackers.
 *
 * Defaults suit any instrument, in noise too: the candidates are the peaks of how like a frame is to itself, seen
 * through a short and a long window with its noise taken out; a candidate gains by likeness and by how far the frame
 * stands out from noise, and loses by every octave that it is lower; a leap costs as much as any other leap. `plain` is
 * librosa.pyin: candidates by 100 thresholds with a beta prior, and bins of a tenth of a semitone. Silence, noise and
 * what is 50 dB below the loudest before it are unvoiced. A sound no longer than frameLength is one frame, taken
 * plainly. Throws when fmin is not below fmax or fmax is above half the sample rate.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 22050}, (_, i) => Math.sin((2 * Math.PI * (i < 11025 ? 220 : 330) * i) / 22050));
 * const {times, f0} = music.pyin(y, {sr: 22050});
 * Plot.plot({height: 150, y: {label: "Hz"}, marks: [Plot.dot(times, {x: times, y: f0})]})
 */
export function pyin(
  y: Signal,
  options: PitchOptions & {
    /** True: give the intermediate results too, as `steps`. Default false. */
    steps?: false;
  },
): PitchTrack;
export function pyin(y: Signal, options: PitchOptions & { steps: true }): PitchTrack & { steps: PyinSteps };
export function pyin(
  y: Signal,
  options: PitchOptions & { steps?: boolean },
): PitchTrack & { steps?: PyinSteps } {
  const resolved = resolvePitch(y, options, "pyin");
  const { reader, count } = wholeSound(y, resolved, "halves");
  // A path of one frame has nothing before it that could tell it how to begin.
  const follow = count > 1 && resolved.plain ? binsOfSound : pathOfSound;
  return follow(reader, count, options.steps === true);
}
