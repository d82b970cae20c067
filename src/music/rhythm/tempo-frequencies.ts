import { requirePositive, requireWhole } from "../base/signal.ts";

/**
 * The tempi, in beats a minute, that the lags 0 … count − 1 of a tempogram stand for (librosa.tempo_frequencies): the
 * first is Infinity in librosa, and 0 here, since no tempo repeats at once.
 *
 * @param count how many lags
 * @example
 * music.tempoFrequencies(50, {sr: 22050})
 */
export function tempoFrequencies(
  count: number,
  {
    sr,
    hopLength = 512,
  }: {
    /** Samples a second. */
    sr: number;
    /** Samples from one value of the novelty to the next. Default 512. */
    hopLength?: number;
  },
): Float64Array {
  requireWhole(count, 1, "count", "tempoFrequencies");
  requirePositive(sr, "sr", "tempoFrequencies");
  requireWhole(hopLength, 1, "hopLength", "tempoFrequencies");
  return Float64Array.from({ length: count }, (_, lag) => (lag === 0 ? 0 : (60 * sr) / (hopLength * lag)));
}
