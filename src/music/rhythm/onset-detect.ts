import { requireSignal, type Signal } from "../base/signal.ts";
import { fluxMeter } from "./flux-meter.ts";
import { onsetBacktrack } from "./onset-backtrack.ts";
import { type OnsetOptions, type OnsetSettings, onsetSettings, onsetTime } from "./onset-settings.ts";
import { pickPeaks } from "./pick-peaks.ts";

/** How onsets are found in a whole sound. */
export type OnsetDetectOptions = OnsetOptions & {
  /** True: each onset is put at the low point before its peak, where the sound begins to rise. Default false. */
  backtrack?: boolean;
  /** True: as an `onsetStream` does it, which knows neither how loud the whole will be nor what follows. Default false. */
  online?: boolean;
  /** True: novelty, threshold and peaks come along. Default false. */
  steps?: boolean;
};

/** How onsets were found. */
export type OnsetSteps = {
  /** The onsets in seconds. */
  onsets: Float64Array;
  /** The times of the values of `novelty` and `threshold`, in seconds. */
  times: Float64Array;
  /** How much was new: superflux. */
  novelty: Float64Array;
  /** What a peak had to reach. */
  threshold: Float64Array;
  /** Which values are the peaks. */
  peaks: number[];
};

// A piece with little in it has a low threshold; a dense one, with much that is not meant as an onset, a higher one.
const SHARE_OF_MEAN = 0.1;

/**
 * The times in seconds at which something is struck, plucked, bowed or sung: peaks of superflux (Böck and Widmer,
 * DAFx 2013; frames of 93 ms every 10 ms, quarter-tone bands, the sound scaled to a peak of 1) that stand out from
 * their surroundings (Böck, Krebs and Schedl, ISMIR 2012). Silence has none, and
 * what sounds from the first sample on does not begin. With `steps`, also novelty, threshold
 * and peaks.
 *
 * Throws when y is empty or not finite, or an option is wrong.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin(i / 2) * Math.exp(-((i + 1500) % 2000) / 300)); // four strokes
 * const {onsets, times, novelty, threshold} = music.onsetDetect(y, {sr: 8000, steps: true});
 * Plot.plot({height: 150, marks: [
 *   Plot.line(times, {x: (t) => t, y: novelty}),
 *   Plot.line(times, {x: (t) => t, y: threshold, strokeDasharray: 3}),
 *   Plot.ruleX(onsets, {stroke: "red"}),
 * ]})
 */
export function onsetDetect(y: Signal, options: OnsetDetectOptions & { steps: true }): OnsetSteps;
export function onsetDetect(y: Signal, options: OnsetDetectOptions): Float64Array;
export function onsetDetect(y: Signal, options: OnsetDetectOptions): Float64Array | OnsetSteps {
  const { backtrack = false, online = false, steps = false } = options;
  const settings = onsetSettings(options, online, "onsetDetect");
  requireSignal(y, "onsetDetect");
  const novelty = superFlux(y, settings, online ? 1 : loudness(y));
  const threshold = new Float64Array(novelty.length);
  const mean = novelty.reduce((sum, value) => sum + value, 0) / novelty.length;
  const delta = settings.peaks.delta + (online ? 0 : SHARE_OF_MEAN * mean);
  const found = pickPeaks(novelty, { ...settings.peaks, delta }, threshold);
  const peaks = backtrack ? onsetBacktrack(found, novelty) : found;
  const onsets = Float64Array.from(peaks, (t) => onsetTime(t, settings.flux));
  if (!steps) return onsets;
  return { onsets, times: novelty.map((_, t) => onsetTime(t, settings.flux)), novelty, threshold, peaks };
}

function loudness(y: Signal): number {
  let peak = 0;
  for (const sample of y) peak = Math.max(peak, Math.abs(sample));
  return peak > 0 ? peak : 1;
}

function superFlux(y: Signal, { flux }: OnsetSettings, peak: number): Float64Array {
  const { nFft, hopLength } = flux;
  const meter = fluxMeter(flux);
  const frame = new Float64Array(nFft);
  const out = new Float64Array(1 + Math.floor(y.length / hopLength));
  for (let t = 0; t < out.length; t++) {
    const start = t * hopLength - nFft / 2;
    const from = Math.max(0, -start);
    const to = Math.max(from, Math.min(nFft, y.length - start));
    frame.fill(0, 0, from);
    for (let i = from; i < to; i++) frame[i] = y[start + i] / peak;
    frame.fill(0, to);
    out[t] = meter.next(frame);
  }
  return out;
}
