import { requireWhole } from "../base/signal.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import { type Features, rowsOf } from "./features.ts";
import { type LinkMode, linkMatrix, nearest, requireLinkMode } from "./neighbours.ts";
import { type Metric, pairwiseDistances } from "./pairwise-distances.ts";

/** How frames of one sequence are linked to those of another. */
export type CrossSimilarityOptions = {
  /** How many neighbours each frame has. Default 2⌈√frames of the reference⌉, at most all of them. */
  k?: number;
  /** The distance of two frames. Default "euclidean". */
  metric?: Metric;
  /** What a link is worth. Default "connectivity": 1. */
  mode?: LinkMode;
};

/**
 * Where one recording resembles another: the value in row i, column j is not 0 where frame i of the reference is one of
 * the k nearest neighbours of frame j of X (librosa.segment.cross_similarity). A cover version shows as a stripe.
 *
 * @param X frames, or a curve
 * @param reference frames of the same size, or a curve
 * @example
 * const S = music.crossSimilarity([2, 3], [0, 1, 2, 3, 4], {k: 1});
 * display(music.frameOf(S, 2)); // frame 2 of the reference resembles frame 0
 */
export function crossSimilarity(
  X: Features,
  reference: Features,
  options: CrossSimilarityOptions = {},
): Spectrogram {
  const { metric, mode = "connectivity" } = options;
  const a = rowsOf(X, "X", "crossSimilarity");
  const b = rowsOf(reference, "reference", "crossSimilarity");
  requireLinkMode(mode, "crossSimilarity");
  const k = options.k ?? Math.min(b.frames, 2 * Math.ceil(Math.sqrt(b.frames)));
  requireWhole(k, 1, "k", "crossSimilarity");
  const distances = pairwiseDistances(a, b, metric);
  const links = nearest(distances, k, () => true);
  return linkMatrix(distances, links, mode);
}
