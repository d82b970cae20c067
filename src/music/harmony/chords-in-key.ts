import type { Spectrogram } from "../base/spectrogram.ts";
import { KINDS } from "./chord-model.ts";
import { PITCH_CLASSES } from "./pitch-class.ts";

// The chords of a major key and of its relative minor, which has a major dominant too: semitones above the major
// tonic, and the kind.
const DEGREES = [
  [0, "maj"],
  [2, "min"],
  [4, "min"],
  [4, "maj"],
  [5, "maj"],
  [7, "maj"],
  [9, "min"],
] as const;

/** A pair of relative keys, and the places of its chords among the labels. */
export type ChordsInKey = { keys: string; states: number[] };

const RELATIVE_KEYS: readonly ChordsInKey[] = PITCH_CLASSES.map((name, tonic) => ({
  keys: `${name} major, ${PITCH_CLASSES[(tonic + 9) % 12]} minor`,
  states: DEGREES.map(([above, kind]) => 12 * KINDS.indexOf(kind) + ((tonic + above) % 12)),
}));

/** The pair of relative keys whose chords together are likeliest in all frames. */
export function likeliestKeys({ data, frames, bins }: Spectrogram): ChordsInKey {
  const sums = new Float64Array(bins);
  for (let t = 0; t < frames; t++) for (let s = 0; s < bins; s++) sums[s] += data[t * bins + s];
  const total = ({ states }: ChordsInKey) => states.reduce((sum, s) => sum + sums[s], 0);
  return RELATIVE_KEYS.reduce((best, pair) => (total(pair) > total(best) ? pair : best));
}
