import { timesLike } from "../base/frame-times.ts";
import type { Signal } from "../base/signal.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import { type BeatHypothesis, beatHypotheses } from "./beat-hypotheses.ts";
import { METRICAL_CLUES } from "./metrical-clues.ts";
import { onsetStrengthOf } from "./onset-strength.ts";
import { periodicity } from "./periodicity.ts";
import { type PlainTempo, plainTempo } from "./plain-tempo.ts";
import { rhythmCurves } from "./rhythm-curves.ts";
import { tempoFrequencies } from "./tempo-frequencies.ts";
import type { ResolvedTempoOptions } from "./tempo-options.ts";
import { autocorrelationTempogram } from "./tempogram.ts";

/** A tempo that a sound may have, and its share of the odds; all shares are 1. */
export type TempoCandidate = { bpm: number; strength: number };

/** What a tempo was found by. */
export type TempoSteps = {
  /** The second of each frame's middle, and how much begins in it. */
  times: Float64Array;
  novelty: Float64Array;
  /** The autocorrelation of the novelty over 8 s, every quarter of a second: row t, column = lag in frames. */
  tempogram: Spectrogram;
  /** The second of each row, and the tempo of each column (0 for lag 0). */
  tempogramTimes: Float64Array;
  tempogramBpms: Float64Array;
  /** How well each tempo agrees with the whole novelty, without the prior; with `plain`, with it. */
  bpms: Float64Array;
  agreement: Float64Array;
  /** The beats that were compared, the likeliest first: their clues and log odds. None with `plain`. */
  hypotheses: { bpm: number; phase: number; clues: Record<string, number>; score: number }[];
};

/** The tempo of a sound, by our algorithm or by librosa's. */
export type TempoAnalysis = {
  hopSeconds: number;
  novelty: Float64Array;
  candidates: TempoCandidate[];
  bpms: Float64Array;
  agreement: Float64Array;
  /** By our algorithm: the likeliest first, and the curve whose attacks the beats are moved to. */
  hypotheses: BeatHypothesis[];
  sharp: Float64Array;
};

const MOST_CANDIDATES = 8;
const TEMPOGRAM_SECONDS = 8;
const TEMPOGRAM_STEP_SECONDS = 0.25;

export function analyseTempo(
  y: Signal,
  options: ResolvedTempoOptions,
  aggregate: "mean" | "median",
  caller: string,
): TempoAnalysis {
  const { sr, hopLength } = options;
  if (options.plain) {
    const novelty = onsetStrengthOf(y, { sr, hopLength, aggregate }, caller);
    const found = plainTempo(novelty, options);
    const { bpms, score } = found;
    const hopSeconds = hopLength / sr;
    const candidates = peaksOf(found);
    return { hopSeconds, novelty, candidates, bpms, agreement: score, hypotheses: [], sharp: novelty };
  }
  const found = periodicity(rhythmCurves(y, sr), options.smoothing);
  const { hopSeconds, novelty, sharp, lags, comb: agreement } = found;
  const hypotheses = beatHypotheses(found, options);
  const bpms = lags.map((lag) => 60 / (lag * hopSeconds));
  return { hopSeconds, novelty, candidates: sharesOf(hypotheses), bpms, agreement, hypotheses, sharp };
}

/** The analysis as a lesson opens it. */
export function tempoSteps(analysis: TempoAnalysis): TempoSteps {
  const { hopSeconds, novelty, bpms, agreement, hypotheses } = analysis;
  const frameRate = { sr: 1 / hopSeconds, hopLength: 1 };
  const winLength = Math.max(2, Math.round(TEMPOGRAM_SECONDS / hopSeconds));
  const step = Math.max(1, Math.round(TEMPOGRAM_STEP_SECONDS / hopSeconds));
  const gram = autocorrelationTempogram(novelty, winLength, step);
  return {
    times: timesLike(novelty.length, frameRate),
    novelty,
    tempogram: gram,
    tempogramTimes: timesLike(gram.frames, { ...frameRate, hopLength: step }),
    tempogramBpms: tempoFrequencies(winLength, frameRate),
    bpms,
    agreement,
    hypotheses: hypotheses.map(({ bpm, phase, clues, score }) => ({
      bpm,
      phase,
      clues: Object.fromEntries(METRICAL_CLUES.map((name, i) => [name, clues[i]])),
      score,
    })),
  };
}

/** The tempi of the hypotheses with their shares of the odds, the likeliest first. */
function sharesOf(hypotheses: BeatHypothesis[]): TempoCandidate[] {
  const shares = new Map<number, number>();
  let total = 0;
  for (const { bpm, score } of hypotheses) {
    const share = Math.exp(score - hypotheses[0].score);
    total += share;
    shares.set(bpm, (shares.get(bpm) ?? 0) + share);
  }
  // The first is the tempo of the likeliest beats, whatever the others amount to together.
  return [...shares].slice(0, MOST_CANDIDATES).map(([bpm, share]) => ({ bpm, strength: share / total }));
}

/** The tempo of the plain algorithm and the other peaks of its score, with their shares of the mean tempogram. */
function peaksOf({ bpm, bpms, mean, score }: PlainTempo): TempoCandidate[] {
  if (bpm === 0) return [];
  const lags: number[] = [];
  for (let lag = 2; lag + 1 < score.length; lag++) {
    if (mean[lag] > 0 && score[lag] >= score[lag - 1] && score[lag] > score[lag + 1]) lags.push(lag);
  }
  const others = lags.filter((lag) => bpms[lag] !== bpm).sort((a, b) => score[b] - score[a]);
  const chosen = [bpms.indexOf(bpm), ...others.slice(0, MOST_CANDIDATES - 1)];
  const total = chosen.reduce((sum, lag) => sum + mean[lag], 0);
  return chosen.map((lag) => ({ bpm: bpms[lag], strength: mean[lag] / total }));
}
