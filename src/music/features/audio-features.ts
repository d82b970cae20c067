import { decibels } from "../base/decibels.ts";
import { timesLike } from "../base/frame-times.ts";
import { requirePositive, requireSignal, type Signal } from "../base/signal.ts";
import { audioFeatureColumns } from "./audio-feature-columns.ts";
import { curvesOf } from "./audio-feature-curves.ts";
import type { FeatureDescription } from "./feature-description.ts";

/** How the sound is cut into frames. */
export type AudioFeatureOptions = {
  /** Samples a second. */
  sr: number;
  /** Samples in a frame; a power of two. Default 2048. */
  nFft?: number;
  /** Samples from one frame to the next. Default 512. */
  hopLength?: number;
};

/** A sound as one row of a table. */
export type AudioFeatures = {
  /** The names of the values. */
  names: string[];
  /** One finite number for each name. */
  values: Float64Array;
  /** What each says, and its unit: `music.audioFeatureColumns`. */
  descriptions: readonly FeatureDescription[];
};

/** What the means and deviations are of. */
export type AudioFeatureSteps = {
  /** When each frame is centred, in seconds. */
  times: Float64Array;
  /** One number a frame for everything measured, by name. */
  curves: Record<string, Float64Array>;
};

const SILENT_DB = -100;

/**
 * Fifty features of a sound, in the order of {@link audioFeatureColumns}: what a first model of timbre needs. They are
 * means and deviations of librosa's features over frames of 2048 samples (hop 512), taken of the sound with its greatest
 * sample at 1, so that only `levelMean` depends on how loud the recording is. A silent sound has the level −100 dB.
 * Octaves of contrast above sr / 2 are 0: compare sounds of one sample rate. With `steps`, also `steps`: the curves.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin(i / 2) * Math.exp(-i / 800)); // a stroke
 * const {values, descriptions} = music.audioFeatures(y, {sr: 8000});
 * display(descriptions.map(({label, unit}, i) => ({label, value: values[i], unit})));
 */
export function audioFeatures(
  y: Signal,
  options: AudioFeatureOptions & {
    /** True to get `steps` as well. Default false. */
    steps?: false;
  },
): AudioFeatures;
export function audioFeatures(
  y: Signal,
  options: AudioFeatureOptions & { steps: true },
): AudioFeatures & { steps: AudioFeatureSteps };
export function audioFeatures(
  y: Signal,
  options: AudioFeatureOptions & { steps?: boolean },
): AudioFeatures & { steps?: AudioFeatureSteps } {
  const { sr, nFft = 2048, hopLength = 512, steps = false } = options;
  requireSignal(y, "audioFeatures");
  requirePositive(sr, "sr", "audioFeatures");
  const { sound, peak } = withPeakOne(y);
  const { curves, bassShare, rms } = curvesOf(sound, sr, nFft, hopLength);
  curves.level = levelsDb(rms, peak);
  const whole: Record<string, number> = {
    crest: peak === 0 ? 0 : -10 * Math.log10(meanSquare(sound)),
    quietFrames: 100 * shareBelow(rms, meanOf(rms)),
    bassShare,
  };
  const values = Float64Array.from(audioFeatureColumns, ({ name }) => {
    if (name in whole) return whole[name];
    if (name.endsWith("Sd")) return deviationOf(curves[name.slice(0, -"Sd".length)]);
    return meanOf(curves[name.replace(/Mean$/, "")]);
  });
  const features = {
    names: audioFeatureColumns.map(({ name }) => name),
    values,
    descriptions: audioFeatureColumns,
  };
  if (!steps) return features;
  return { ...features, steps: { times: timesLike(rms.length, { sr, hopLength }), curves } };
}

/** The sound with its greatest sample at ±1, and how great that was. */
function withPeakOne(y: Signal): { sound: Float64Array; peak: number } {
  let peak = 0;
  for (let i = 0; i < y.length; i++) peak = Math.max(peak, Math.abs(y[i]));
  const sound = new Float64Array(y.length);
  if (peak > 0) for (let i = 0; i < y.length; i++) sound[i] = y[i] / peak;
  return { sound, peak };
}

/** The level of each frame of a sound whose greatest sample was `peak`. */
function levelsDb(rms: Float64Array, peak: number): Float64Array {
  if (peak === 0) return new Float64Array(rms.length).fill(SILENT_DB);
  const { data } = decibels({ data: rms, frames: rms.length, bins: 1 }, {}, 20, "audioFeatures");
  return data.map((db) => db + 20 * Math.log10(peak));
}

function shareBelow(values: Float64Array, limit: number): number {
  let below = 0;
  for (const value of values) if (value < limit) below++;
  return below / values.length;
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

function meanSquare(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] * values[i];
  return sum / values.length;
}

function deviationOf(values: Float64Array): number {
  const mean = meanOf(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] - mean) ** 2;
  return Math.sqrt(sum / values.length);
}
