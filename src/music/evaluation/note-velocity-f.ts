import { requirePositive } from "../base/signal.ts";
import { requireNotNegative } from "./events.ts";
import type { Matching } from "./matching.ts";
import { type NoteF, type NoteFOptions, noteFigures, noteMatching } from "./note-f.ts";
import type { EvaluatedNote } from "./notes.ts";
import type { FiguresOnly, MaybeSteps, WithSteps } from "./steps.ts";

/** How notes with their velocities are compared. */
export type NoteVelocityFOptions = NoteFOptions & {
  /** How far a velocity may be from the reference's, as a part of the reference's range; less than this. Default 0.1. */
  velocityTolerance?: number;
};

/**
 * As noteF, but a note is right only when its velocity is right as well
 * (mir_eval.transcription_velocity.precision_recall_f1_overlap; Hawthorne et al., ISMIR 2018). The reference's
 * velocities are scaled to 0 … 1, and the matched estimates are brought near them by the straight line that fits best,
 * so that the scale of the estimate does not matter; one is right when it is then less than 0.1 away. Where either list
 * is empty, all are 0. With `steps`, also `matching`.
 *
 * Throws as noteF does, and when a velocity is missing or below 0.
 *
 * @param reference the true notes with MIDI velocities from 0 to 127, in any order
 * @param estimated the notes found, in any order
 * @example
 * const reference = [40, 60, 80].map((velocity, i) => ({onset: i, offset: i + 1, midi: 60, velocity}));
 * const estimated = [0.2, 0.35, 0.7].map((velocity, i) => ({onset: i, offset: i + 1, midi: 60, velocity}));
 * music.noteVelocityF(reference, estimated)
 */
export function noteVelocityF(
  reference: readonly EvaluatedNote[],
  estimated: readonly EvaluatedNote[],
  options?: NoteVelocityFOptions & FiguresOnly,
): NoteF;
export function noteVelocityF(
  reference: readonly EvaluatedNote[],
  estimated: readonly EvaluatedNote[],
  options: NoteVelocityFOptions & WithSteps,
): NoteF & { matching: Matching };
export function noteVelocityF(
  reference: readonly EvaluatedNote[],
  estimated: readonly EvaluatedNote[],
  options: NoteVelocityFOptions & MaybeSteps = {},
): NoteF & { matching?: Matching } {
  const { velocityTolerance = 0.1, beta = 1, steps = false } = options;
  requireNotNegative(velocityTolerance, "velocityTolerance", "noteVelocityF");
  requirePositive(beta, "beta", "noteVelocityF");
  const byTimeAndPitch = noteMatching("noteVelocityF", reference, estimated, options);
  const wanted = scaled(velocities(reference, "reference"));
  const found = velocities(estimated, "estimated");
  const { right } = byTimeAndPitch;
  const brought = fitted(
    right.map(([, j]) => found[j]),
    right.map(([i]) => wanted[i]),
  );
  const agrees = right.map(([i], k) => Math.abs(brought[k] - wanted[i]) < velocityTolerance);
  const rejected = right.filter((_, k) => !agrees[k]);
  const matching = {
    right: right.filter((_, k) => agrees[k]),
    missed: [...byTimeAndPitch.missed, ...rejected.map(([i]) => i)].sort((a, b) => a - b),
    false: [...byTimeAndPitch.false, ...rejected.map(([, j]) => j)].sort((a, b) => a - b),
  };
  const figures = noteFigures(reference, estimated, matching, beta);
  return steps ? { ...figures, matching } : figures;
}

function velocities(notes: readonly EvaluatedNote[], name: string): number[] {
  return notes.map(({ velocity }, i) => {
    if (velocity === undefined) {
      throw new RangeError(`noteVelocityF: ${name}[${i}] has no velocity; it needs one of 0 or more.`);
    }
    requireNotNegative(velocity, `${name}[${i}].velocity`, "noteVelocityF");
    return velocity;
  });
}

/** The values from 0 to 1; a range below 1 is left as wide as it is. */
function scaled(values: number[]): number[] {
  const [least, most] = [
    values.reduce((a, b) => Math.min(a, b), Infinity),
    values.reduce((a, b) => Math.max(a, b), 0),
  ];
  return values.map((value) => (value - least) / Math.max(1, most - least));
}

/** What the straight line through (x, y) that has the least squares gives for each x. */
function fitted(x: number[], y: number[]): number[] {
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  const spread = x.reduce((sum, value) => sum + (value - meanX) ** 2, 0);
  const slope =
    spread === 0 ? 0 : x.reduce((sum, value, k) => sum + (value - meanX) * (y[k] - meanY), 0) / spread;
  return x.map((value) => meanY + slope * (value - meanX));
}
