import type { Signal } from "../base/signal.ts";
import { analyseTempo, type TempoCandidate, type TempoSteps, tempoSteps } from "./tempo-analysis.ts";
import { resolveTempoOptions, type TempoOptions } from "./tempo-options.ts";

/** A tempo, and what else it may be. */
export type TempoEstimate = {
  /** Beats a minute; 0 where nothing repeats. */
  bpm: number;
  /** The tempi that were compared, the one above first, with their shares of the odds. */
  candidates: TempoCandidate[];
};

/**
 * The tempo of a piece: `{bpm, candidates}`. Rises of the bass, the middle, the treble and the harmony are correlated
 * with themselves; tempi that agree with them, and their halves, doubles, thirds …, are tried by tracking their beats
 * (Ellis, 2007), and a small logistic model of some thirty clues (metricalClues) and a prior tell which of them one
 * would tap to. From 36 to 260 beats a minute. Sound of less than four beats, silence and what has no pulse give bpm 0
 * and no candidates; noise can give any tempo, with small shares. Gain changes nothing. With `plain`, librosa's
 * feature.rhythm.tempo: the mean tempogram of `onsetStrength` times the prior. Throws when an option is wrong.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 64000}, (_, i) => Math.sin(i / 3) * Math.exp(-(i % 4000) / 400)); // 8 s, 120 bpm
 * music.tempo(y, {sr: 8000}).bpm
 */
export function tempo(
  y: Signal,
  options: TempoOptions & {
    /** True: give the intermediate results too, as `steps`. Default false. */
    steps?: false;
  },
): TempoEstimate;
export function tempo(
  y: Signal,
  options: TempoOptions & { steps: true },
): TempoEstimate & { steps: TempoSteps };
export function tempo(
  y: Signal,
  options: TempoOptions & { steps?: boolean },
): TempoEstimate & { steps?: TempoSteps } {
  const analysis = analyseTempo(y, resolveTempoOptions(y, options, "tempo"), "mean", "tempo");
  const { candidates } = analysis;
  const answer = { bpm: candidates[0]?.bpm ?? 0, candidates };
  return options.steps === true ? { ...answer, steps: tempoSteps(analysis) } : answer;
}
