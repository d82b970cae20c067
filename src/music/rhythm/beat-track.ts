import type { Signal } from "../base/signal.ts";
import { beatTimes } from "./beat-times.ts";
import { plainBeats } from "./plain-beats.ts";
import { analyseTempo, type TempoAnalysis, type TempoSteps, tempoSteps } from "./tempo-analysis.ts";
import { type ResolvedTempoOptions, resolveTempoOptions, type TempoOptions } from "./tempo-options.ts";

/** A tempo and its beats. */
export type Beats = {
  /** Beats a minute; 0 where there are none. */
  bpm: number;
  /** The seconds of the beats, in order. */
  beats: number[];
};

/** What beats were found by. */
export type BeatSteps = TempoSteps & {
  /** The value of the best chain of beats up to each frame, the beat before it in that chain (−1: none), and the chain. */
  cumulative: Float64Array;
  previous: Int32Array;
  path: number[];
  /** The tempo over time: at each beat, the middle one of the distances about it. */
  tempoTimes: number[];
  tempoBpms: number[];
};

type Tracked = Beats & { cumulative: Float64Array; previous: Int32Array; path: number[] };

/** Distances on either side of a beat whose middle one is its tempo. */
const TEMPO_REACH = 3;

/**
 * The tempo of a piece and when its beats are: `{bpm, beats}`. The tempo and the metrical level are those of `tempo`;
 * the beats are the chain that falls on the most novelty and keeps its distance (Ellis, J. New Music Research 36,
 * 2007), and stand where the attacks begin. Silence, or less than four beats, give bpm 0 and no beats. Gain changes
 * nothing. With `plain`, librosa's beat.beat_track. With `steps` also the novelty, the tempogram, the sums of the
 * dynamic programming, its path and the tempo over time. Throws when an option is wrong.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 64000}, (_, i) => Math.sin(i / 3) * Math.exp(-(i % 4000) / 400)); // 8 s, 120 bpm
 * music.beatTrack(y, {sr: 8000}).beats
 */
export function beatTrack(
  y: Signal,
  options: TempoOptions & {
    /** True: give the intermediate results too, as `steps`. Default false. */
    steps?: false;
  },
): Beats;
export function beatTrack(y: Signal, options: TempoOptions & { steps: true }): Beats & { steps: BeatSteps };
export function beatTrack(
  y: Signal,
  options: TempoOptions & { steps?: boolean },
): Beats & { steps?: BeatSteps } {
  const resolved = resolveTempoOptions(y, options, "beatTrack");
  const analysis = analyseTempo(y, resolved, "median", "beatTrack");
  const { bpm, beats, cumulative, previous, path } = resolved.plain
    ? plainTrack(analysis, resolved)
    : track(analysis);
  if (options.steps !== true) return { bpm, beats };
  const { tempoTimes, tempoBpms } = tempoOverTime(beats);
  const steps = { ...tempoSteps(analysis), cumulative, previous, path, tempoTimes, tempoBpms };
  return { bpm, beats, steps };
}

function track({ hypotheses, novelty, sharp, hopSeconds }: TempoAnalysis): Tracked {
  if (hypotheses.length === 0) return nothing(novelty.length);
  const { bpm, phase, path } = hypotheses[0];
  const beats = beatTimes(path.beats, phase, sharp, hopSeconds);
  return { bpm, beats, cumulative: path.cumulative, previous: path.previous, path: path.beats };
}

function plainTrack(
  { novelty, candidates, hopSeconds }: TempoAnalysis,
  { tightness }: ResolvedTempoOptions,
): Tracked {
  if (candidates.length === 0) return nothing(novelty.length);
  const { bpm } = candidates[0];
  const period = Math.max(1, Math.round(60 / bpm / hopSeconds));
  const { beats, cumulative, previous } = plainBeats(novelty, period, tightness);
  return { bpm, beats: beats.map((t) => t * hopSeconds), cumulative, previous, path: beats };
}

function nothing(frames: number): Tracked {
  const previous = new Int32Array(frames).fill(-1);
  return { bpm: 0, beats: [], cumulative: new Float64Array(frames), previous, path: [] };
}

/** The tempo at each beat, by the distances about it. */
function tempoOverTime(beats: number[]): { tempoTimes: number[]; tempoBpms: number[] } {
  const gaps = beats.slice(1).map((beat, i) => beat - beats[i]);
  const tempoTimes = gaps.length > 0 ? [...beats] : [];
  const tempoBpms = tempoTimes.map((_, i) => {
    const near = gaps.slice(Math.max(0, i - TEMPO_REACH), i + TEMPO_REACH).sort((a, b) => a - b);
    return 60 / near[near.length >> 1];
  });
  return { tempoTimes, tempoBpms };
}
