import { type BeatPath, beatPath } from "./beat-path.ts";
import { beatProfiles, metricalClues } from "./metrical-clues.ts";
import { METRICAL_WEIGHTS } from "./metrical-weights.ts";
import type { Periodicity } from "./periodicity.ts";
import { tempoCandidates } from "./tempo-candidates.ts";

/** Beats that a sound may have. */
export type BeatHypothesis = {
  bpm: number;
  /** Frames from beat to beat. */
  lag: number;
  /** Which part of a beat the beats come after those of the path. */
  phase: number;
  path: BeatPath;
  clues: Float64Array;
  /** How likely it is, in log odds: the clues with their weights and the prior. */
  score: number;
};

/** What the choice of a tempo depends on. */
export type TempoPrior = { startBpm: number; stdBpm: number; tightness: number };

const LEAST_BEATS = 4;
/** A chain of beats can have caught what comes between them. */
const PHASES = [0, 1 / 2, 1 / 3, 2 / 3, 1 / 4, 3 / 4];

/** All that the beats may be, the likeliest first. */
export function beatHypotheses(found: Periodicity, prior: TempoPrior): BeatHypothesis[] {
  const hypotheses: BeatHypothesis[] = [];
  for (const lag of tempoCandidates(found)) {
    const path = beatPath(found.novelty, lag, prior.tightness);
    if (path.beats.length < LEAST_BEATS) continue;
    const bpm = 60 / (lag * found.hopSeconds);
    const octaves = Math.log2(bpm / prior.startBpm) / prior.stdBpm;
    const profiles = {
      one: beatProfiles(found.bands, path.beats, 1),
      two: beatProfiles(found.bands, path.beats, 2),
      three: beatProfiles(found.bands, path.beats, 3),
      four: beatProfiles(found.bands, path.beats, 4),
    };
    const novelty = path.cumulative[path.beats.at(-1)!];
    for (const phase of PHASES) {
      const clues = metricalClues(found, profiles, lag, phase, novelty / path.beats.length);
      const score = clues.reduce((sum, clue, i) => sum + METRICAL_WEIGHTS[i] * clue, -0.5 * octaves ** 2);
      hypotheses.push({ bpm, lag, phase, path, clues, score });
    }
  }
  return hypotheses.sort((a, b) => b.score - a.score);
}
