import { requireWhole } from "../base/signal.ts";
import { requireEvents } from "./events.ts";
import { nearestEvent } from "./nearest.ts";

/** How finely errors are told apart. */
export type InformationGainOptions = {
  /** Bins of the histogram of errors; odd, so that one is centred on no error. Default 41. */
  bins?: number;
};

/**
 * How much the errors of the estimated beats tell about the reference, from 0 (spread evenly over the beat) to 1 (all
 * alike): log₂(bins) less the entropy of their histogram, as a part of log₂(bins), of the worse direction
 * (mir_eval.beat.information_gain; Davies, Degara and Plumbley, IEEE Signal Processing Letters 18, 2011). Beats that
 * are always late by the same part of a beat score 1, but for the first: before it there is no interval to measure by,
 * and mir_eval takes the whole piece. Where either list has fewer than two beats, or all of one fall together, it is 0.
 *
 * Throws when times are not in increasing order or above 30,000 s.
 *
 * @param reference the true beats, in seconds
 * @param estimated the beats found, in seconds
 * @example
 * const beats = Array.from({length: 40}, (_, i) => 5 + i / 2);
 * display(music.informationGain(beats, beats.map((beat) => beat + 0.05)));
 * display(music.informationGain(beats, beats.map((beat, i) => beat + 0.01 * (i % 20))));
 */
export function informationGain(
  reference: ArrayLike<number>,
  estimated: ArrayLike<number>,
  options: InformationGainOptions = {},
): number {
  const { bins = 41 } = options;
  requireEvents(reference, "reference", "informationGain");
  requireEvents(estimated, "estimated", "informationGain");
  requireWhole(bins, 2, "bins", "informationGain");
  if (reference.length < 2 || estimated.length < 2) return 0;
  const forward = entropyOfErrors(reference, estimated, bins);
  const backward = entropyOfErrors(estimated, reference, bins);
  if (backward === null) return 0;
  const most = Math.log2(bins);
  return (most - Math.max(forward ?? 0, backward)) / most;
}

/** The entropy of the histogram of errors, in bits; null where no beat has an error that can be told. */
function entropyOfErrors(
  reference: ArrayLike<number>,
  estimated: ArrayLike<number>,
  bins: number,
): number | null {
  const edges = Float64Array.from({ length: bins + 1 }, (_, i) => (i === bins ? 0.5 : i * (1 / bins) - 0.5));
  const counts = new Float64Array(bins);
  let total = 0;
  for (let n = 0; n < estimated.length; n++) {
    const error = beatError(reference, estimated[n]);
    // Beats at one time have no interval to measure by.
    if (Number.isNaN(error)) continue;
    counts[binOf(edges, error)]++;
    total++;
  }
  if (total === 0) return null;
  return -counts.reduce(
    (sum, count) => sum + (count === 0 ? 0 : (count / total) * Math.log2(count / total)),
    0,
  );
}

/** How far the beat is from the nearest reference beat, as a part of the interval there, between −0.5 and 0.5. */
function beatError(reference: ArrayLike<number>, beat: number): number {
  const last = reference.length - 1;
  const nearest = nearestEvent(reference, beat);
  const distance = beat - reference[nearest];
  let interval: number;
  if (nearest === last) {
    interval = reference[last] - reference[last - 1];
  } else if (distance < 0) {
    // Before the first beat mir_eval goes round to the last one, and so do we, to tell the same.
    interval = reference[nearest] - reference[nearest === 0 ? last : nearest - 1];
  } else {
    interval = reference[nearest + 1] - reference[nearest];
  }
  const error = (0.5 * distance) / (0.5 * interval);
  const turned = (error + 0.5) % -1;
  return (turned > 0 ? turned - 1 : turned) + 0.5;
}

/** The bin that `value` falls in; the last one has both its ends. */
function binOf(edges: Float64Array, value: number): number {
  let bin = Math.min(edges.length - 2, Math.floor((value + 0.5) * (edges.length - 1)));
  // The edges as numpy rounds them decide.
  while (bin > 0 && value < edges[bin]) bin--;
  while (bin < edges.length - 2 && value >= edges[bin + 1]) bin++;
  return bin;
}
