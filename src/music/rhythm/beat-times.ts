import { valueAt } from "./curve-statistics.ts";

/** Frames of a peak that are looked at for the attack before it. */
const REACH = 26;
/** An attack has begun where the mean curve about the beats has risen by this share. */
const RISEN = 0.3;
/** Half of what the window and the smoothing make an attack earlier, in seconds. */
const EARLIER = 0.008;

/** The seconds of beats that come `phase` of a beat after those of a chain, moved to where the attacks begin. */
export function beatTimes(chain: number[], phase: number, sharp: Float64Array, hopSeconds: number): number[] {
  const beats = phase === 0 ? chain : betweenBeats(chain, phase);
  const shift = attackShift(sharp, beats);
  return beats.map((t) => (t + shift) * hopSeconds - EARLIER).filter((seconds) => seconds >= 0);
}

/** Places `phase` of the way from each beat to the next, the one before the first and the one after the last as well. */
function betweenBeats(chain: number[], phase: number): number[] {
  const places = chain.map((t, i) => {
    const length = i + 1 < chain.length ? chain[i + 1] - t : t - chain[i - 1];
    return t + phase * length;
  });
  return [chain[0] - (1 - phase) * (chain[1] - chain[0]), ...places];
}

/** How many frames the attack begins before (or, at most two, after) the beats, on the average over them. */
function attackShift(sharp: Float64Array, beats: number[]): number {
  const period = (beats[beats.length - 1] - beats[0]) / (beats.length - 1);
  const reach = Math.round(Math.min(REACH, 0.4 * period));
  const profile = new Float64Array(2 * reach + 1);
  for (let d = -reach; d <= reach; d++) {
    for (const beat of beats) profile[d + reach] += valueAt(sharp, beat + d) / beats.length;
  }
  let peak = reach;
  for (let i = Math.max(0, reach - 3); i <= Math.min(2 * reach, reach + 3); i++) {
    if (profile[i] > profile[peak]) peak = i;
  }
  const base = Float64Array.from(profile).sort()[profile.length >> 2];
  const risen = base + RISEN * (profile[peak] - base);
  let start = peak;
  while (start > 0 && profile[start - 1] > risen) start--;
  return Math.min(0, start - reach + 2);
}
