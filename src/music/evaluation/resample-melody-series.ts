import { roundTo10Decimals } from "./round.ts";

/** Cents and voicing of each frame. */
export type CentSeries = { cents: Float64Array; voicing: Float64Array };

/**
 * The series as it is at `newTimes` (mir_eval.melody.resample_melody_series): pitch runs in a straight line from frame
 * to frame, but a frame that is 0 stays 0 until the next one, and the pitch before it is held. Voicing holds until
 * the next frame; where it is not only 0 and 1 it runs in a straight line too. After the last frame nothing is
 * voiced. Times increase from 0 on.
 */
export function resampleMelodySeries(
  times: Float64Array,
  { cents, voicing }: CentSeries,
  newTimes: Float64Array,
): CentSeries {
  if (times.length === newTimes.length && newTimes.every((time, i) => isClose(times[i], time))) {
    return { cents, voicing };
  }
  const last = Math.max(...[times, newTimes].map((list) => roundTo10Decimals(list[list.length - 1])));
  const longer = last > roundTo10Decimals(times[times.length - 1]);
  const extended = (values: Float64Array, more: number) =>
    longer ? Float64Array.from([...values, more]) : values;
  const from = extended(times.map(roundTo10Decimals), last);
  const at = newTimes.map(roundTo10Decimals);
  const pitch = extended(cents, 0);
  const voiced = extended(voicing, 0);

  const held = pitch.slice();
  for (let i = 1; i < held.length; i++) if (held[i] === 0) held[i] = held[i - 1];
  const steps = framesBefore(from, at);
  const isBinary = voiced.every((value) => value === 0 || value === 1);
  return {
    cents: steps.map((frame, i) => (pitch[frame] === 0 ? 0 : between(from, held, frame, at[i]))),
    voicing: steps.map((frame, i) => (isBinary ? voiced[frame] : between(from, voiced, frame, at[i]))),
  };
}

/** For each new time the last frame that is not after it. */
function framesBefore(times: Float64Array, newTimes: Float64Array): Float64Array {
  let frame = 0;
  return newTimes.map((time) => {
    while (frame + 1 < times.length && times[frame + 1] <= time) frame++;
    return frame;
  });
}

/** The value at `time` on the line from `frame` to the next. */
function between(times: Float64Array, values: Float64Array, frame: number, time: number): number {
  if (frame + 1 === times.length) return values[frame];
  const slope = (values[frame + 1] - values[frame]) / (times[frame + 1] - times[frame]);
  return slope * (time - times[frame]) + values[frame];
}

/** numpy's allclose: series whose times differ by less are not resampled. */
function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-8 + 1e-5 * Math.abs(b);
}
