import { requireWhole } from "../base/signal.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import { requireSquare } from "./features.ts";

/** The kernel that is moved along the diagonal. */
export type CheckerboardOptions = {
  /** Frames that it looks back, and ahead. Default 16. */
  radius?: number;
};

/**
 * How much changes at each frame: high where what comes resembles itself, what went resembled itself, and the two do
 * not resemble each other. A checkerboard of radius frames before and after, faded by a Gaussian (its standard
 * deviation is half the radius), moves along the diagonal; its weights add up to 0, their amounts to 1. The value of
 * frame t is about the change from frame t − 1 to t. Beyond the ends the first and last frames are held.
 * Foote, Automatic audio segmentation using a measure of audio novelty, ICME 2000.
 *
 * @param similarity a self-similarity matrix
 * @example
 * const parts = [...Array(30).fill(0), ...Array(30).fill(1)];
 * const novelty = music.checkerboardNovelty(music.selfSimilarity(parts, {metric: "cityblock"}));
 * Plot.plot({height: 150, marks: [Plot.lineY(novelty)]}) // highest at frame 30
 */
export function checkerboardNovelty(
  similarity: Spectrogram,
  options: CheckerboardOptions = {},
): Float64Array {
  const { radius = 16 } = options;
  requireSquare(similarity, "similarity", "checkerboardNovelty");
  requireWhole(radius, 1, "radius", "checkerboardNovelty");
  const n = similarity.frames;
  const weights = taper(radius);
  const novelty = new Float64Array(n);
  const held = (index: number) => Math.min(n - 1, Math.max(0, index));
  for (let t = 0; t < n; t++) {
    let sum = 0;
    for (let a = 0; a < 2 * radius; a++) {
      const row = held(t + a - radius) * n;
      for (let b = 0; b < 2 * radius; b++) {
        const weight = weights[a] * weights[b] * similarity.data[row + held(t + b - radius)];
        sum += a < radius === b < radius ? weight : -weight;
      }
    }
    novelty[t] = sum;
  }
  return novelty;
}

/** A Gaussian over 2 × radius places, centred between the middle two, that adds up to one. */
function taper(radius: number): Float64Array {
  const bell = Float64Array.from({ length: 2 * radius }, (_, i) =>
    Math.exp(-0.5 * ((i + 0.5 - radius) / (radius / 2)) ** 2),
  );
  const sum = bell.reduce((a, b) => a + b, 0);
  return bell.map((value) => value / sum);
}
