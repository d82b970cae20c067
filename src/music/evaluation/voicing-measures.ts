import type { EstimatedMelody, ReferenceMelody } from "./melody-series.ts";
import { type CentVoicingOptions, centVoicing } from "./to-cent-voicing.ts";

/**
 * Of the frames that are voiced in the reference, the part that is voiced in the estimate
 * (mir_eval.melody.voicing_recall). 1 where none is voiced, and 0 where the reference has no frames.
 *
 * Throws when times do not increase, lists differ in length, or a pitch is not finite.
 *
 * @param reference the true melody
 * @param estimated the melody found
 * @example
 * const times = [0, 0.01, 0.02, 0.03];
 * music.voicingRecall({times, f0: [440, 440, 0, 0]}, {times, f0: [440, 0, 0, 100]})
 */
export function voicingRecall(
  reference: ReferenceMelody,
  estimated: EstimatedMelody,
  options: CentVoicingOptions = {},
): number {
  const { refVoicing, estVoicing } = centVoicing("voicingRecall", reference, estimated, options);
  if (refVoicing.length === 0) return 0;
  const voiced = estVoicing.filter((_, i) => refVoicing[i] > 0);
  return voiced.length === 0 ? 1 : mean(voiced);
}

/**
 * Of the frames that are unvoiced in the reference, the part that is voiced in the estimate, so that 0 is best
 * (mir_eval.melody.voicing_false_alarm). 0 where none is unvoiced.
 *
 * Throws when times do not increase, lists differ in length, or a pitch is not finite.
 *
 * @param reference the true melody
 * @param estimated the melody found
 * @example
 * const times = [0, 0.01, 0.02, 0.03];
 * music.voicingFalseAlarm({times, f0: [440, 440, 0, 0]}, {times, f0: [440, 0, 0, 100]})
 */
export function voicingFalseAlarm(
  reference: ReferenceMelody,
  estimated: EstimatedMelody,
  options: CentVoicingOptions = {},
): number {
  const { refVoicing, estVoicing } = centVoicing("voicingFalseAlarm", reference, estimated, options);
  const unvoiced = estVoicing.filter((_, i) => refVoicing[i] === 0);
  return unvoiced.length === 0 ? 0 : mean(unvoiced);
}

function mean(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}
