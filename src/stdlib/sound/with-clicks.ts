import { shown } from "../../learn/base/shown.ts";
import { clicks } from "../../music/synthesis/clicks.ts";
import type { Samples } from "./clip.ts";

/**
 * The greatest samples of the music and of the clicks: the same for any music, so that clicks are always heard and the
 * two together stay below `safePeak`.
 */
const musicPeak = 0.5;
const clickPeak = 0.38;

/** Music with a click at each time: the music at a peak of 0.5, the clicks at 0.38. What is after its end is left out. */
export function withClicks({ y, sr }: Samples, times: ArrayLike<number>): Samples {
  if (!(Object(times).length >= 0) || typeof times === "string") {
    throw new TypeError(
      `withClicks: times must be a list of seconds such as beats, but it is ${shown(times)}.`,
    );
  }
  const seconds = y.length / sr;
  const all = Array.from(times);
  const wrong = all.findIndex((time) => !(time >= 0));
  if (wrong >= 0) {
    throw new RangeError(
      `withClicks: times[${wrong}] is ${shown(all[wrong])}; it must be a time of 0 s or more.`,
    );
  }
  const heard = all.filter((time) => Math.floor(time * sr) < y.length && time < seconds);
  const click = clicks(heard, { sr, length: y.length });
  const peakOf = (samples: ArrayLike<number>) => {
    let peak = 0;
    for (let i = 0; i < samples.length; i++) peak = Math.max(peak, Math.abs(samples[i]!));
    return peak || 1;
  };
  const [music, beat] = [musicPeak / peakOf(y), clickPeak / peakOf(click)];
  return { y: Float32Array.from(y, (sample, i) => music * sample + beat * click[i]!), sr };
}
