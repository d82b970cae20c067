import type { Spectrogram } from "../base/spectrogram.ts";
import type { ChordEvidence } from "./chord-evidence.ts";
import { CHORD_WEIGHTS, NO_CHORD_WEIGHTS } from "./chord-weights.ts";
import { PITCH_CLASSES } from "./pitch-class.ts";
import { REGISTER_BINS } from "./register-chroma.ts";

/** The kinds of chord that are told apart, as they stand in labels. */
export const KINDS = ["maj", "min"] as const;

/** The labels of all states: each kind from C to B, then "N". */
export const CHORD_LABELS: readonly string[] = [
  ...KINDS.flatMap((kind) => PITCH_CLASSES.map((root) => `${root}:${kind}`)),
  "N",
];

/**
 * How well each chord fits each frame: the weighted sum of the pitch classes of the three registers, counted from the
 * root, one set of weights for all roots; "N" has a sum of its own. Its softmax is the posterior of each frame by
 * itself.
 */
export function chordScores({ registers, silence }: ChordEvidence): Spectrogram {
  const bins = CHORD_LABELS.length;
  const data = new Float64Array(registers.frames * bins);
  for (let t = 0; t < registers.frames; t++) {
    const from = t * REGISTER_BINS;
    for (let q = 0; q < KINDS.length; q++) {
      const { weights, bias } = CHORD_WEIGHTS[KINDS[q]];
      for (let root = 0; root < 12; root++) {
        let sum = bias;
        for (let r = 0; r < REGISTER_BINS; r += 12) {
          for (let i = 0; i < 12; i++) sum += weights[r + i] * registers.data[from + r + ((root + i) % 12)];
        }
        data[t * bins + 12 * q + root] = sum;
      }
    }
    let none = 0;
    for (let i = 0; i < 4; i++) none += NO_CHORD_WEIGHTS[i] * silence.data[4 * t + i];
    data[t * bins + bins - 1] = none;
  }
  return { data, frames: registers.frames, bins };
}

/** The logarithm of each frame's softmax. */
export function logSoftmax({ data, frames, bins }: Spectrogram): Spectrogram {
  const out = new Float64Array(data.length);
  for (let t = 0; t < frames; t++) {
    const scores = data.subarray(t * bins, (t + 1) * bins);
    let most = -Infinity;
    for (let i = 0; i < bins; i++) most = Math.max(most, scores[i]);
    let sum = 0;
    for (let i = 0; i < bins; i++) sum += Math.exp(scores[i] - most);
    for (let i = 0; i < bins; i++) out[t * bins + i] = scores[i] - most - Math.log(sum);
  }
  return { data: out, frames, bins };
}
