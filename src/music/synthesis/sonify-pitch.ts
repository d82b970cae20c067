import { requirePositive } from "../base/signal.ts";
import { sampleCount } from "./sample-count.ts";

// So long the sine takes to come and go: quicker, it would click.
const FADE_SECONDS = 0.005;

/**
 * A pitch track made audible: a sine that follows it, gliding from frame to frame, and silent where the pitch is 0. It
 * ends with the last time. Partials at half the sample rate or above are silent, too. Throws when times do not ascend
 * from 0 on or a pitch is below 0.
 *
 * @param times the time of each frame, in seconds
 * @param f0 its pitch in Hz, 0 where there is none
 * @example
 * const times = [0, 0.1, 0.2, 0.3, 0.4];
 * play({y: music.sonifyPitch(times, [220, 247, 0, 330, 330], {sr: 8000}), sr: 8000})
 */
export function sonifyPitch(
  times: ArrayLike<number>,
  f0: ArrayLike<number>,
  {
    sr,
  }: {
    /** Samples a second. */
    sr: number;
  },
): Float64Array {
  requirePositive(sr, "sr", "sonifyPitch");
  requireTrack(times, f0);
  const out = new Float64Array(sampleCount(times[times.length - 1], sr, "sonifyPitch"));
  const fade = 1 / Math.max(1, FADE_SECONDS * sr);
  let frame = 0;
  let hz = 0;
  let phase = 0;
  let level = 0;
  for (let i = 0; i < out.length; i++) {
    const t = i / sr;
    while (frame < times.length - 2 && times[frame + 1] <= t) frame++;
    const wanted = pitchAt(t, frame, times, f0);
    const isHeard = wanted > 0 && wanted < sr / 2;
    // While it fades it stays where it was.
    if (isHeard) hz = wanted;
    level = isHeard ? Math.min(1, level + fade) : Math.max(0, level - fade);
    out[i] = level * Math.sin(phase);
    phase = (phase + (2 * Math.PI * hz) / sr) % (2 * Math.PI);
  }
  return out;
}

/** The pitch between two frames; beside one without pitch, the nearer frame's. */
function pitchAt(t: number, frame: number, times: ArrayLike<number>, f0: ArrayLike<number>): number {
  const next = Math.min(times.length - 1, frame + 1);
  const share = next === frame ? 0 : Math.max(0, (t - times[frame]) / (times[next] - times[frame]));
  if (f0[frame] > 0 && f0[next] > 0) return f0[frame] + share * (f0[next] - f0[frame]);
  return share < 0.5 ? f0[frame] : f0[next];
}

function requireTrack(times: ArrayLike<number>, f0: ArrayLike<number>): void {
  if (!(times?.length > 0) || times.length !== f0?.length) {
    throw new RangeError(
      `sonifyPitch: times has ${times?.length ?? 0} frames and f0 ${f0?.length ?? 0}; they need as many, and at least one.`,
    );
  }
  for (let i = 0; i < times.length; i++) {
    if (!(times[i] >= 0 && times[i] < Infinity && (i === 0 || times[i] > times[i - 1]))) {
      throw new RangeError(`sonifyPitch: times[${i}] is ${times[i]}; times must ascend from 0 s on.`);
    }
    if (!(f0[i] >= 0 && f0[i] < Infinity)) {
      throw new RangeError(
        `sonifyPitch: f0[${i}] is ${f0[i]}; it must be a frequency, or 0 where there is none.`,
      );
    }
  }
}
