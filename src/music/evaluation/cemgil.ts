import { requirePositive } from "../base/signal.ts";
import { beatVariations, metricVariations } from "./beat-variations.ts";
import { requireEvents } from "./events.ts";
import { nearestEvent } from "./nearest.ts";

/** How forgiving the comparison is. */
export type CemgilOptions = {
  /** The standard deviation of the Gaussian curve about each reference beat, in seconds. Default 0.04. */
  cemgilSigma?: number;
};

/** Cemgil's accuracy, from 0 to 1. */
export type Cemgil = {
  /** Against the reference beats as they are. */
  cemgilScore: number;
  /** Against the best of five levels of the metre. */
  cemgilMax: number;
};

/**
 * Cemgil's accuracy: each reference beat counts by a Gaussian curve of its distance from the nearest estimated beat,
 * and the sum is divided by the mean number of beats (mir_eval.beat.cemgil; Cemgil et al., Journal of New Music
 * Research 29, 2000). `cemgilMax` is the best for the beats as they are, off the beat, twice as many, and every
 * second one. Where either list is empty, both are 0.
 *
 * Throws when times are not in increasing order or above 30,000 s.
 *
 * @param reference the true beats, in seconds
 * @param estimated the beats found, in seconds
 * @example
 * music.cemgil([5, 5.5, 6, 6.5], [5.02, 5.6, 6.01, 6.5])
 */
export function cemgil(
  reference: ArrayLike<number>,
  estimated: ArrayLike<number>,
  options: CemgilOptions = {},
): Cemgil {
  const { cemgilSigma = 0.04 } = options;
  requireEvents(reference, "reference", "cemgil");
  requireEvents(estimated, "estimated", "cemgil");
  requirePositive(cemgilSigma, "cemgilSigma", "cemgil");
  if (reference.length === 0 || estimated.length === 0) return { cemgilScore: 0, cemgilMax: 0 };
  const variations = beatVariations(reference);
  const accuracies = metricVariations.map((name) => {
    const beats = variations[name];
    const sum = beats.reduce((total, beat) => {
      const distance = beat - estimated[nearestEvent(estimated, beat)];
      return total + Math.exp(-(distance ** 2) / (2 * cemgilSigma ** 2));
    }, 0);
    return sum / (0.5 * (estimated.length + beats.length));
  });
  return { cemgilScore: accuracies[0], cemgilMax: Math.max(...accuracies) };
}
