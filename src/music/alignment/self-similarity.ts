import type { Spectrogram } from "../base/spectrogram.ts";
import { type Features, rowsOf } from "./features.ts";
import { type Metric, pairwiseDistances } from "./pairwise-distances.ts";

/** How alike two frames are. */
export type SelfSimilarityOptions = {
  /** The distance that is turned into a likeness. Default "cosine". */
  metric?: Metric;
};

/**
 * How much each frame resembles each other one: a square matrix, symmetric, 1 on the diagonal. For the cosine it is
 * 1 − distance (1 the same direction, 0 nothing in common); for the other metrics 1 − distance / greatest distance.
 * Parts that sound alike are bright squares on the diagonal, repeated ones bright stripes beside it (Foote 1999).
 *
 * @param features frames, such as a chromagram, or a curve
 * @example
 * const parts = [...Array(10).fill(0), ...Array(10).fill(1), ...Array(10).fill(0)]; // A B A
 * const S = music.selfSimilarity(parts, {metric: "cityblock"});
 * Plot.plot({height: 150, marks: [Plot.lineY(music.frameOf(S, 0))]}) // frame 0 against all
 */
export function selfSimilarity(features: Features, options: SelfSimilarityOptions = {}): Spectrogram {
  const { metric = "cosine" } = options;
  const X = rowsOf(features, "features", "selfSimilarity");
  const distances = pairwiseDistances(X, X, metric);
  const greatest = metric === "cosine" ? 1 : distances.data.reduce((a, b) => Math.max(a, b), 0);
  const data = distances.data.map((distance) => (greatest > 0 ? 1 - distance / greatest : 1));
  // The cosine of a frame with itself is 1, whatever rounding says.
  for (let i = 0; i < X.frames; i++) data[i * X.frames + i] = 1;
  return { ...distances, data };
}
