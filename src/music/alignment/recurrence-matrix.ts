import { requireWhole } from "../base/signal.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import { type Features, rowsOf } from "./features.ts";
import { type LinkMode, linkMatrix, nearest, requireLinkMode } from "./neighbours.ts";
import { type Metric, pairwiseDistances } from "./pairwise-distances.ts";

/** How frames are linked to those that resemble them. */
export type RecurrenceOptions = {
  /** How many neighbours each frame has. Default 2⌈√(frames − 2 width + 1)⌉. */
  k?: number;
  /** Frames nearer in time than this are never linked; 1 (default) leaves out the frame itself. */
  width?: number;
  /** The distance of two frames. Default "euclidean". */
  metric?: Metric;
  /** True: only frames that are neighbours of each other are linked. Default false. */
  sym?: boolean;
  /** What a link is worth. Default "connectivity": 1. */
  mode?: LinkMode;
};

/**
 * Which frames return later: the value in row i, column j is not 0 where frame i is one of the k nearest neighbours of
 * frame j (librosa.segment.recurrence_matrix). Repeated passages show as stripes beside the diagonal. "affinity" is
 * exp(−distance / b), b the median distance of the k-th neighbours. Throws when width is not below half the frames.
 *
 * @param features frames, such as a chromagram, or a curve
 * @example
 * const tune = Array.from({length: 40}, (_, i) => i % 10); // ten notes, four times
 * const R = music.recurrenceMatrix(tune, {k: 3});
 * display(music.frameOf(R, 0)); // frame 0 comes back at 10, 20 and 30
 */
export function recurrenceMatrix(features: Features, options: RecurrenceOptions = {}): Spectrogram {
  const { width = 1, metric, sym = false, mode = "connectivity" } = options;
  const X = rowsOf(features, "features", "recurrenceMatrix");
  requireWhole(width, 1, "width", "recurrenceMatrix");
  requireLinkMode(mode, "recurrenceMatrix");
  if (width >= Math.floor((X.frames - 1) / 2)) {
    throw new RangeError(
      `recurrenceMatrix: width is ${width} and there are ${X.frames} frames; it must be below half of the frames.`,
    );
  }
  const k = options.k ?? 2 * Math.ceil(Math.sqrt(X.frames - 2 * width + 1));
  requireWhole(k, 1, "k", "recurrenceMatrix");
  const distances = pairwiseDistances(X, X, metric);
  const links = nearest(distances, k, (i, j) => Math.abs(i - j) >= width);
  return linkMatrix(distances, sym ? mutual(links) : links, mode);
}

function mutual(links: readonly number[][]): number[][] {
  const sets = links.map((row) => new Set(row));
  return links.map((row, i) => row.filter((j) => sets[j].has(i)));
}
