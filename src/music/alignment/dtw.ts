import { requirePositive } from "../base/signal.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import type { Features } from "./features.ts";
import { type Metric, pairwiseDistances } from "./pairwise-distances.ts";
import { type Step, warpingPath } from "./warping-path.ts";

/** How two sequences are warped onto each other. */
export type DtwOptions = {
  /** The cost of pairing two frames. Default "euclidean". */
  metric?: Metric;
  /** The steps a path may take, as [frames of X, frames of Y]. Default [1, 1], [0, 1], [1, 0]. */
  stepSizes?: readonly (readonly [number, number])[];
  /** Added to the cost of the pair that each step leads to. Default 0 for each. */
  weightsAdd?: readonly number[];
  /** What the cost of the pair that each step leads to is multiplied by. Default 1 for each. */
  weightsMul?: readonly number[];
  /** True: X may begin and end anywhere in Y, which must not be shorter. Default false. */
  subsequence?: boolean;
  /** Keeps the path within this share of the shorter sequence from the diagonal (Sakoe and Chiba's band). Default: no limit. */
  bandRadius?: number;
};

/** A warping of X onto Y. */
export type Warping = {
  /** The cost of pairing frame i of X (row) with frame j of Y (column). */
  costMatrix: Spectrogram;
  /** The least cost of a path that ends at each pair; Infinity where none leads, as outside the band. */
  accumulated: Spectrogram;
  /** The pairs [frame of X, frame of Y] of the best path, from the beginning to the end. */
  path: [number, number][];
  /** What the best path costs in all. */
  cost: number;
};

const DEFAULT_STEPS = [
  [1, 1],
  [0, 1],
  [1, 0],
] as const;

/**
 * Dynamic time warping: the path through both sequences, pair by pair, that costs least (librosa.sequence.dtw; of
 * equal steps the first is taken). Two performances of one piece are aligned so, or a hummed tune and a recording.
 * Throws when frames differ in size or when no path exists under the given steps and band.
 * See Müller, Fundamentals of Music Processing, §3.2.
 *
 * @param X frames, or a curve with one number a frame
 * @param Y frames of the same size
 * @example
 * const slow = [0, 0, 1, 2, 2, 3, 1], quick = [0, 1, 2, 3, 1];
 * const {path, cost} = music.dtw(slow, quick);
 * display(cost); // 0: they are the same but for their pace
 * Plot.plot({height: 200, marks: [Plot.line(path, {marker: true})]})
 */
export function dtw(X: Features, Y: Features, options: DtwOptions = {}): Warping {
  const { metric, subsequence = false, bandRadius } = options;
  const steps = checkedSteps(options);
  const costMatrix = pairwiseDistances(X, Y, metric);
  const { frames, bins } = costMatrix;
  if (subsequence && frames > bins) {
    throw new RangeError(
      `dtw: X has ${frames} frames and Y ${bins}; with subsequence, X must be the shorter of the two: swap them.`,
    );
  }
  const allowed = bandRadius === undefined ? () => true : band(frames, bins, bandRadius);
  const { accumulated, path } = warpingPath(costMatrix, steps, subsequence, allowed);
  if (path.length === 0) {
    throw new RangeError(
      `dtw: no path leads from the first to the last pair of ${frames} and ${bins} frames: allow other steps or a wider band.`,
    );
  }
  const [i, j] = path[path.length - 1];
  return { costMatrix, accumulated, path, cost: accumulated.data[i * bins + j] };
}

function checkedSteps({ stepSizes = DEFAULT_STEPS, weightsAdd, weightsMul }: DtwOptions): Step[] {
  if (stepSizes.length === 0) throw new RangeError("dtw: stepSizes is empty; it needs at least one step.");
  for (const [name, weights] of [
    ["weightsAdd", weightsAdd],
    ["weightsMul", weightsMul],
  ] as const) {
    if (weights && (weights.length !== stepSizes.length || !weights.every((w) => w >= 0 && w < Infinity))) {
      throw new RangeError(
        `dtw: ${name} is [${weights}]; it must hold a number of 0 or more for each of the ${stepSizes.length} steps.`,
      );
    }
  }
  return stepSizes.map(([rows, columns], s) => {
    const whole = Number.isInteger(rows) && Number.isInteger(columns);
    if (!whole || rows < 0 || columns < 0 || rows + columns === 0) {
      throw new RangeError(
        `dtw: a step is [${rows}, ${columns}]; both must be whole numbers of at least 0, and one above 0.`,
      );
    }
    return { rows, columns, add: weightsAdd?.[s] ?? 0, times: weightsMul?.[s] ?? 1 };
  });
}

/** Whether a pair lies in the band (librosa.util.fill_off_diagonal, which rounds halves to even). */
function band(frames: number, bins: number, bandRadius: number): (i: number, j: number) => boolean {
  requirePositive(bandRadius, "bandRadius", "dtw");
  const exact = bandRadius * Math.min(frames, bins);
  const radius = exact % 1 === 0.5 ? 2 * Math.round(exact / 2) : Math.round(exact);
  const above = radius + Math.max(0, bins - frames);
  const below = radius + Math.max(0, frames - bins);
  return (i, j) => j - i < above && i - j < below;
}
