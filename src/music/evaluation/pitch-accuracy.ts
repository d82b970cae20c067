import { requirePositive } from "../base/signal.ts";
import type { EstimatedMelody, ReferenceMelody } from "./melody-series.ts";
import type { FiguresOnly, MaybeSteps, WithSteps } from "./steps.ts";
import { type CentVoicing, type CentVoicingOptions, centVoicing } from "./to-cent-voicing.ts";

/** How melodies are compared. */
export type PitchAccuracyOptions = CentVoicingOptions & {
  /** The deviation in cents below which a pitch is right. Default 50. */
  centTolerance?: number;
};

/** An accuracy, and what it comes from. */
export type PitchAccuracySteps = CentVoicing & {
  /** The accuracy, from 0 to 1. */
  accuracy: number;
  /** Whether each frame is right. */
  right: boolean[];
};

/**
 * Raw pitch accuracy: of the frames that are voiced in the reference, the part whose estimated pitch is less than
 * `centTolerance` away (mir_eval.melody.raw_pitch_accuracy; Poliner et al., IEEE Trans. Audio, Speech and Language
 * Processing 15, 2007). Whether the estimate takes a frame for voiced does not matter: a guess with a minus sign
 * counts. 0 where nothing is voiced in the reference. See toCentVoicing for how frames are matched.
 *
 * Throws when times do not increase, lists differ in length, or a pitch is not finite.
 *
 * @param reference the true melody
 * @param estimated the melody found
 * @example
 * const times = [0, 0.01, 0.02, 0.03];
 * music.rawPitchAccuracy({times, f0: [440, 440, 440, 0]}, {times, f0: [441, 880, 0, 0]})
 */
export function rawPitchAccuracy(
  reference: ReferenceMelody,
  estimated: EstimatedMelody,
  options?: PitchAccuracyOptions & FiguresOnly,
): number;
export function rawPitchAccuracy(
  reference: ReferenceMelody,
  estimated: EstimatedMelody,
  options: PitchAccuracyOptions & WithSteps,
): PitchAccuracySteps;
export function rawPitchAccuracy(
  reference: ReferenceMelody,
  estimated: EstimatedMelody,
  options: PitchAccuracyOptions & MaybeSteps = {},
): number | PitchAccuracySteps {
  const frames = comparedFrames("rawPitchAccuracy", reference, estimated, options, Math.abs);
  return rawAccuracy(frames, options);
}

/**
 * Raw chroma accuracy: as raw pitch accuracy, but a pitch that is octaves away counts as right
 * (mir_eval.melody.raw_chroma_accuracy). 0 where nothing is voiced in the reference.
 *
 * Throws when times do not increase, lists differ in length, or a pitch is not finite.
 *
 * @param reference the true melody
 * @param estimated the melody found
 * @example
 * const times = [0, 0.01, 0.02, 0.03];
 * music.rawChromaAccuracy({times, f0: [440, 440, 440, 0]}, {times, f0: [441, 880, 0, 0]})
 */
export function rawChromaAccuracy(
  reference: ReferenceMelody,
  estimated: EstimatedMelody,
  options?: PitchAccuracyOptions & FiguresOnly,
): number;
export function rawChromaAccuracy(
  reference: ReferenceMelody,
  estimated: EstimatedMelody,
  options: PitchAccuracyOptions & WithSteps,
): PitchAccuracySteps;
export function rawChromaAccuracy(
  reference: ReferenceMelody,
  estimated: EstimatedMelody,
  options: PitchAccuracyOptions & MaybeSteps = {},
): number | PitchAccuracySteps {
  const distance = (cents: number) => {
    const whole = Math.abs(cents);
    return Math.abs(whole - 1200 * Math.floor(whole / 1200 + 0.5));
  };
  const frames = comparedFrames("rawChromaAccuracy", reference, estimated, options, distance);
  return rawAccuracy(frames, options);
}

/**
 * Overall accuracy: of all frames, the part that is right, which is voiced in both with the pitch less than
 * `centTolerance` away, or unvoiced in both (mir_eval.melody.overall_accuracy; with `voicing` or `reward` given, the
 * generalised measure of Bittner and Bosch, ISMIR 2019). 0 where there are no frames.
 *
 * Throws when times do not increase, lists differ in length, or a pitch is not finite.
 *
 * @param reference the true melody
 * @param estimated the melody found
 * @example
 * const times = [0, 0.01, 0.02, 0.03];
 * music.overallAccuracy({times, f0: [440, 440, 440, 0]}, {times, f0: [441, 880, 0, 0]})
 */
export function overallAccuracy(
  reference: ReferenceMelody,
  estimated: EstimatedMelody,
  options?: PitchAccuracyOptions & FiguresOnly,
): number;
export function overallAccuracy(
  reference: ReferenceMelody,
  estimated: EstimatedMelody,
  options: PitchAccuracyOptions & WithSteps,
): PitchAccuracySteps;
export function overallAccuracy(
  reference: ReferenceMelody,
  estimated: EstimatedMelody,
  options: PitchAccuracyOptions & MaybeSteps = {},
): number | PitchAccuracySteps {
  const frames = comparedFrames("overallAccuracy", reference, estimated, options, Math.abs);
  const { refVoicing, estVoicing, near } = frames;
  const voiced = refVoicing.filter((weight) => weight > 0).length;
  const total = sum(refVoicing);
  const ratio = total === 0 ? 0 : voiced / total;
  let pitched = 0;
  let silent = 0;
  for (const [i, weight] of refVoicing.entries()) {
    if (near[i]) pitched += weight * estVoicing[i];
    if (weight === 0) silent += 1 - estVoicing[i];
  }
  const accuracy = near.length === 0 ? 0 : (ratio * pitched + silent) / near.length;
  const right = near.map((isNear, i) =>
    refVoicing[i] > 0 ? isNear && estVoicing[i] > 0 : estVoicing[i] === 0,
  );
  return options.steps ? stepsOf(frames, accuracy, right) : accuracy;
}

type ComparedFrames = CentVoicing & { near: boolean[] };

/** Both melodies in the same frames, and where both have a pitch and the distance of the two is small. */
function comparedFrames(
  caller: string,
  reference: ReferenceMelody,
  estimated: EstimatedMelody,
  options: PitchAccuracyOptions,
  distance: (cents: number) => number,
): ComparedFrames {
  const { centTolerance = 50 } = options;
  requirePositive(centTolerance, "centTolerance", caller);
  const frames = centVoicing(caller, reference, estimated, options);
  const { refCent, estCent } = frames;
  const near = Array.from(
    refCent,
    (cents, i) => cents !== 0 && estCent[i] !== 0 && distance(cents - estCent[i]) < centTolerance,
  );
  return { ...frames, near };
}

/** Of what counts in the reference, the part that is near. */
function rawAccuracy(frames: ComparedFrames, { steps = false }: MaybeSteps): number | PitchAccuracySteps {
  const { refVoicing, near } = frames;
  const total = sum(refVoicing);
  const accuracy = total === 0 ? 0 : sum(refVoicing.filter((_, i) => near[i])) / total;
  const right = near.map((isNear, i) => isNear && refVoicing[i] > 0);
  return steps ? stepsOf(frames, accuracy, right) : accuracy;
}

function stepsOf(
  { near: _, ...frames }: ComparedFrames,
  accuracy: number,
  right: boolean[],
): PitchAccuracySteps {
  return { ...frames, accuracy, right };
}

function sum(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0);
}
