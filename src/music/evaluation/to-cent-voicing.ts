import { requirePositive } from "../base/signal.ts";
import { freqToVoicing } from "./freq-to-voicing.ts";
import { hz2cents } from "./hz2cents.ts";
import {
  type EstimatedMelody,
  type MelodySeries,
  type ReferenceMelody,
  requireMelody,
  requireWeights,
} from "./melody-series.ts";
import { type CentSeries, resampleMelodySeries } from "./resample-melody-series.ts";
import { roundTo10Decimals } from "./round.ts";

/** How two melodies are brought to the same frames. */
export type CentVoicingOptions = {
  /** What is 0 cents, in Hz. Default 10. */
  baseFrequency?: number;
  /** Seconds from one frame to the next; null for the reference's own frames. Default null. */
  hop?: number | null;
};

/** Two melodies, frame by frame. */
export type CentVoicing = {
  /** The time of each frame in seconds. */
  times: Float64Array;
  /** The reference's voicing, or how much its frames count, from 0 to 1. */
  refVoicing: Float64Array;
  /** The reference's pitch in cents; 0 where there is none. */
  refCent: Float64Array;
  /** The estimate's voicing, from 0 to 1. */
  estVoicing: Float64Array;
  /** The estimate's pitch in cents; 0 where there is none. */
  estCent: Float64Array;
};

/**
 * Two melodies at the same times, in cents, with their voicing (mir_eval.melody.to_cent_voicing): the estimate is
 * resampled to the reference's frames, or both to one frame each `hop` seconds. A series that begins after 0 gets a
 * frame at 0 like its first. After its last frame an estimate is unvoiced, and so is one without any frames.
 *
 * Throws when times do not increase, lists differ in length, or a pitch is not finite.
 *
 * @param reference the true melody
 * @param estimated the melody found
 * @example
 * const reference = {times: [0, 0.01, 0.02], f0: [440, 440, 0]};
 * const estimated = {times: [0, 0.02], f0: [440, 466]};
 * music.toCentVoicing(reference, estimated)
 */
export function toCentVoicing(
  reference: ReferenceMelody,
  estimated: EstimatedMelody,
  options: CentVoicingOptions = {},
): CentVoicing {
  return centVoicing("toCentVoicing", reference, estimated, options);
}

/** The same, for `caller`. */
export function centVoicing(
  caller: string,
  reference: ReferenceMelody,
  estimated: EstimatedMelody,
  { baseFrequency = 10, hop = null }: CentVoicingOptions,
): CentVoicing {
  requireMelody(reference, "reference", caller);
  requireMelody(estimated, "estimated", caller);
  const { reward } = reference;
  const { voicing } = estimated;
  if (reward !== undefined)
    requireWeights(reward, "reference.reward", reference.times, "reference.times", caller);
  if (voicing !== undefined)
    requireWeights(voicing, "estimated.voicing", estimated.times, "estimated.times", caller);
  requirePositive(baseFrequency, "baseFrequency", caller);
  if (hop !== null) requirePositive(hop, "hop", caller);

  const ref = fromZero(reference, reward, baseFrequency);
  const est = fromZero(estimated, voicing, baseFrequency);
  const times = hop === null ? ref.times : hopTimes(hop, ref.times);
  const refSeries = hop === null ? ref : resampled(ref, times);
  // mir_eval ends the estimate's own frames where it ends, and fills up with silence.
  const estTimes = hop === null ? times : hopTimes(hop, est.times);
  const estSeries = resampled(est, estTimes);
  const fitted = (values: Float64Array) => {
    const out = new Float64Array(times.length);
    out.set(values.subarray(0, times.length));
    return out;
  };
  return {
    times,
    refVoicing: refSeries.voicing,
    refCent: refSeries.cents,
    estVoicing: fitted(estSeries.voicing),
    estCent: fitted(estSeries.cents),
  };
}

type TimedSeries = CentSeries & { times: Float64Array };

/** The series in cents, with a frame at 0 like the first where it begins later. */
function fromZero(
  { times, f0 }: MelodySeries,
  weights: ArrayLike<number> | undefined,
  baseFrequency: number,
): TimedSeries {
  const lead = times.length > 0 && times[0] > 0;
  const led = (values: ArrayLike<number>, first: number) =>
    Float64Array.from(lead ? [first, ...Array.from(values)] : values);
  const { frequencies, voicing } = freqToVoicing(led(f0, f0[0]), weights && led(weights, weights[0]));
  return { times: led(times, 0), cents: hz2cents(frequencies, baseFrequency), voicing };
}

function resampled(series: TimedSeries, times: Float64Array): CentSeries {
  if (series.times.length === 0 || times.length === 0) {
    return { cents: new Float64Array(times.length), voicing: new Float64Array(times.length) };
  }
  return resampleMelodySeries(series.times, series, times);
}

/** Times from 0 to the last one, `hop` apart (mir_eval's constant_hop_timebase). */
function hopTimes(hop: number, times: Float64Array): Float64Array {
  if (times.length === 0) return times;
  const count = Math.floor(roundTo10Decimals(times[times.length - 1]) / hop);
  const step = count === 0 ? 0 : (hop * count) / count;
  return Float64Array.from({ length: count + 1 }, (_, i) =>
    roundTo10Decimals(i === count ? hop * count : i * step),
  );
}
