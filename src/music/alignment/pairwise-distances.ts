import type { Spectrogram } from "../base/spectrogram.ts";
import { type Features, rowsOf } from "./features.ts";

/** How far two frames lie apart: scipy's names and definitions. */
export type Metric = "euclidean" | "sqeuclidean" | "cityblock" | "cosine";

/**
 * The distance of each frame of X from each frame of Y: row i, column j for frames i and j (scipy's `cdist`). The
 * cosine distance is 1 − cos of the angle between two frames; a silent frame is at distance 1 from every other and 0
 * from a silent one. Throws when frames of X and Y differ in size, or when a value is not finite.
 *
 * @param X frames, or a curve with one number a frame
 * @param Y frames of the same size
 * @param metric "euclidean" (default), "sqeuclidean", "cityblock" or "cosine"
 * @example
 * display(music.pairwiseDistances([0, 1, 2], [0, 3]).data); // a row for 0, one for 1, one for 2
 */
export function pairwiseDistances(X: Features, Y: Features, metric: Metric = "euclidean"): Spectrogram {
  const a = rowsOf(X, "X", "pairwiseDistances");
  const b = rowsOf(Y, "Y", "pairwiseDistances");
  if (a.bins !== b.bins) {
    throw new RangeError(
      `pairwiseDistances: a frame of X has ${a.bins} values and one of Y ${b.bins}; they must be as long.`,
    );
  }
  const data = new Float64Array(a.frames * b.frames);
  fill(data, a, b, metric);
  return { data, frames: a.frames, bins: b.frames };
}

function fill(data: Float64Array, a: Spectrogram, b: Spectrogram, metric: Metric): void {
  if (metric === "cosine") fillCosine(data, a, b);
  else if (metric === "cityblock") fillCityblock(data, a, b);
  else if (metric === "sqeuclidean" || metric === "euclidean") {
    fillSquares(data, a, b);
    if (metric === "euclidean") for (let i = 0; i < data.length; i++) data[i] = Math.sqrt(data[i]);
  } else {
    throw new RangeError(
      `pairwiseDistances: metric is "${metric}"; it must be "euclidean", "sqeuclidean", "cityblock" or "cosine".`,
    );
  }
}

function fillSquares(data: Float64Array, a: Spectrogram, b: Spectrogram): void {
  const { bins } = a;
  for (let i = 0; i < a.frames; i++) {
    for (let j = 0; j < b.frames; j++) {
      let sum = 0;
      for (let k = 0; k < bins; k++) {
        const difference = a.data[i * bins + k] - b.data[j * bins + k];
        sum += difference * difference;
      }
      data[i * b.frames + j] = sum;
    }
  }
}

function fillCityblock(data: Float64Array, a: Spectrogram, b: Spectrogram): void {
  const { bins } = a;
  for (let i = 0; i < a.frames; i++) {
    for (let j = 0; j < b.frames; j++) {
      let sum = 0;
      for (let k = 0; k < bins; k++) sum += Math.abs(a.data[i * bins + k] - b.data[j * bins + k]);
      data[i * b.frames + j] = sum;
    }
  }
}

function fillCosine(data: Float64Array, a: Spectrogram, b: Spectrogram): void {
  const { bins } = a;
  const left = ofLengthOne(a);
  const right = ofLengthOne(b);
  for (let i = 0; i < a.frames; i++) {
    for (let j = 0; j < b.frames; j++) {
      let sum = 0;
      for (let k = 0; k < bins; k++) sum += left.data[i * bins + k] * right.data[j * bins + k];
      // Rounding can carry the product of two equal frames beyond 1.
      data[i * b.frames + j] = left.silent[i] && right.silent[j] ? 0 : Math.max(0, 1 - sum);
    }
  }
}

function ofLengthOne({ data, frames, bins }: Spectrogram): { data: Float64Array; silent: boolean[] } {
  const out = new Float64Array(data.length);
  const silent: boolean[] = [];
  for (let t = 0; t < frames; t++) {
    let largest = 0;
    for (let k = 0; k < bins; k++) largest = Math.max(largest, Math.abs(data[t * bins + k]));
    silent.push(largest === 0);
    if (largest === 0) continue;
    // Divided by the largest first, so that squares neither overflow nor vanish.
    let square = 0;
    for (let k = 0; k < bins; k++) square += (data[t * bins + k] / largest) ** 2;
    const length = Math.sqrt(square);
    for (let k = 0; k < bins; k++) out[t * bins + k] = data[t * bins + k] / largest / length;
  }
  return { data: out, silent };
}
