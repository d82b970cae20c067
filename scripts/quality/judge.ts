import {
  beatFMeasure,
  chordWeightedAccuracy,
  continuity,
  keyWeightedScore,
  noteF,
  onsetFMeasure,
  overallAccuracy,
  rawChromaAccuracy,
  rawPitchAccuracy,
  tempoAccuracy1,
  tempoAccuracy2,
  trimBeats,
  voicingFalseAlarm,
  voicingRecall,
} from "../../src/music/evaluation/index.ts";
import type { Estimates, TaskName } from "./methods/method.ts";
import { nearestFrames } from "./nearest-frames.ts";
import type { Truth } from "./truth.ts";

/** Figures by name; null where there is nothing to measure. */
export type Figures = Record<string, number | null>;

/** How right an estimate is, by mir_eval's definitions. */
export function judge(task: TaskName, truth: Truth, estimate: Estimates[TaskName]): Figures {
  return JUDGES[task](truth as Required<Truth>, estimate as never);
}

const JUDGES: { [T in TaskName]: (truth: Required<Truth>, estimate: Estimates[T]) => Figures } = {
  pitch(truth, estimate) {
    // Only frames whose truth is certain, at the times of the truth.
    const scored = truth.times.flatMap((time, i) =>
      truth.f0[i] === null ? [] : [{ time, hz: truth.f0[i] }],
    );
    const times = scored.map(({ time }) => time);
    const reference = { times, f0: scored.map(({ hz }) => hz) };
    const found = { times, f0: signedPitches(estimate, times) };
    return {
      RPA: rawPitchAccuracy(reference, found),
      RCA: rawChromaAccuracy(reference, found),
      "voicing recall": voicingRecall(reference, found),
      "voicing false alarm": reference.f0.includes(0) ? voicingFalseAlarm(reference, found) : null,
      OA: overallAccuracy(reference, found),
    };
  },
  tempo(truth, { bpm, beats }) {
    const figures: Figures = { acc1: tempoAccuracy1(truth.bpm, bpm), acc2: tempoAccuracy2(truth.bpm, bpm) };
    if (beats === undefined) return figures;
    // As mir_eval does: nobody has found the beat in the first five seconds.
    const reference = trimBeats(truth.beats);
    const found = trimBeats([...beats].sort((a, b) => a - b));
    const { cmlt, amlt } = continuity(reference, found);
    return { ...figures, "beat F": beatFMeasure(reference, found), CMLt: cmlt, AMLt: amlt };
  },
  chords(truth, estimate) {
    const accuracy = (comparison: "majmin" | "root" | "sevenths") =>
      chordWeightedAccuracy(truth.chords, estimate, { comparison });
    return { majmin: accuracy("majmin"), root: accuracy("root"), sevenths: accuracy("sevenths") };
  },
  key(truth, estimate) {
    const weighted = keyWeightedScore(truth.key, estimate);
    return { key: Number(weighted === 1), weighted };
  },
  onsets(truth, estimate) {
    const found = estimate.map((time) => Math.max(0, time)).sort((a, b) => a - b);
    const { fMeasure, precision, recall } = onsetFMeasure(truth.onsets, found, { steps: true });
    return { F: fMeasure, precision, recall };
  },
  notes(truth, estimate) {
    const { fMeasure, precision, recall } = noteF(truth.notes, estimate, { offsetRatio: null });
    const withOffset = noteF(truth.notes, estimate).fMeasure;
    return { F: fMeasure, "F with offset": withOffset, precision, recall };
  },
};

/** Pitches at the times of the truth; a guess where the method hears nothing has a minus sign before it. */
function signedPitches({ times, f0, guess }: Estimates["pitch"], at: number[]): number[] {
  return nearestFrames(times, at).map((i) => (f0[i] > 0 ? f0[i] : -Math.abs(guess?.[i] ?? 0)));
}
