import {
  requireNotNegative,
  requirePositive,
  requireSignal,
  requireWhole,
  type Signal,
} from "../base/signal.ts";
import { PRIOR_BPM, PRIOR_OCTAVES } from "./metrical-weights.ts";

/** How a tempo and its beats are looked for. */
export type TempoOptions = {
  /** Samples a second. */
  sr: number;
  /**
   * The tempo that is likeliest before anything is heard, in beats a minute. Default 168 (clues of their own speak
   * against what is above 190 or below 78); with `plain` 120.
   */
  startBpm?: number;
  /** How many octaves from it a tempo is 0.6 times as likely. Default 0.767; with `plain` 1. */
  stdBpm?: number;
  /** How strictly beats keep their distance: the weight of ln²(distance / period). Default 100. */
  tightness?: number;
  /** The seconds over which novelty is smoothed (a Gaussian's deviation); without `plain`. Default 0.0174. */
  smoothing?: number;
  /** Samples from one frame to the next; with `plain` only. Default 512. */
  hopLength?: number;
  /** True: librosa's algorithm, on one onset curve and with the prior alone to choose the level. Default false. */
  plain?: boolean;
};

/** The options with their defaults filled in. */
export type ResolvedTempoOptions = Required<TempoOptions>;

/** Checks a sound and the options, and fills in the rest. */
export function resolveTempoOptions(y: Signal, options: TempoOptions, caller: string): ResolvedTempoOptions {
  requireSignal(y, caller);
  const { sr, plain = false, tightness = 100, smoothing = 0.0174, hopLength = 512 } = options;
  const { startBpm = plain ? 120 : PRIOR_BPM, stdBpm = plain ? 1 : PRIOR_OCTAVES } = options;
  requirePositive(sr, "sr", caller);
  requirePositive(startBpm, "startBpm", caller);
  requirePositive(stdBpm, "stdBpm", caller);
  requirePositive(tightness, "tightness", caller);
  requireNotNegative(smoothing, "smoothing", caller);
  requireWhole(hopLength, 1, "hopLength", caller);
  return { sr, startBpm, stdBpm, tightness, smoothing, hopLength, plain };
}
