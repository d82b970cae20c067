import { requireList, requireNotNegative } from "./events.ts";
import type { FiguresOnly, MaybeSteps, WithSteps } from "./steps.ts";

/** How tempi are compared. */
export type TempoDetectionOptions = {
  /** The largest deviation, as a part of the reference tempo, from 0 to 1. Default 0.08. */
  tol?: number;
};

/** How well two tempi were found. */
export type TempoDetection = {
  /** The weights of the reference tempi that were met, from 0 to 1. */
  pScore: number;
  /** Whether at least one was met. */
  oneCorrect: boolean;
  /** Whether both were met. */
  bothCorrect: boolean;
};

/**
 * How well the two tempi that listeners tap to were found (mir_eval.tempo.detection; MIREX audio tempo estimation): a
 * reference tempo is met when either estimate is within 8 % of it. A reference tempo of 0 stands for none, and is not
 * met. With `steps`, also `hits`, one for each reference tempo.
 *
 * Throws when there are not two tempi each, one is below 0, both reference tempi are 0, or the weight is not from 0
 * to 1.
 *
 * @param referenceTempi the two true tempi in beats a minute, slower first
 * @param referenceWeight how much the first counts, from 0 to 1; the second counts the rest
 * @param estimatedTempi the two tempi found, in beats a minute
 * @example
 * music.tempoDetection([60, 120], 0.3, [121, 90])
 */
export function tempoDetection(
  referenceTempi: ArrayLike<number>,
  referenceWeight: number,
  estimatedTempi: ArrayLike<number>,
  options?: TempoDetectionOptions & FiguresOnly,
): TempoDetection;
export function tempoDetection(
  referenceTempi: ArrayLike<number>,
  referenceWeight: number,
  estimatedTempi: ArrayLike<number>,
  options: TempoDetectionOptions & WithSteps,
): TempoDetection & { hits: boolean[] };
export function tempoDetection(
  referenceTempi: ArrayLike<number>,
  referenceWeight: number,
  estimatedTempi: ArrayLike<number>,
  options: TempoDetectionOptions & MaybeSteps = {},
): TempoDetection & { hits?: boolean[] } {
  const { tol = 0.08, steps = false } = options;
  requireTwoTempi(referenceTempi, "referenceTempi");
  requireTwoTempi(estimatedTempi, "estimatedTempi");
  if (referenceTempi[0] === 0 && referenceTempi[1] === 0) {
    throw new RangeError("tempoDetection: referenceTempi are both 0; one must be above 0.");
  }
  requireFraction(referenceWeight, "referenceWeight");
  requireFraction(tol, "tol");
  const hits = Array.from(referenceTempi, (tempo) => {
    const errors = Array.from(estimatedTempi, (estimate) => Math.abs(tempo - estimate) / tempo);
    return tempo > 0 && Math.min(...errors) <= tol;
  });
  const figures = {
    pScore: referenceWeight * Number(hits[0]) + (1 - referenceWeight) * Number(hits[1]),
    oneCorrect: hits[0] || hits[1],
    bothCorrect: hits[0] && hits[1],
  };
  return steps ? { ...figures, hits } : figures;
}

function requireTwoTempi(tempi: ArrayLike<number>, name: string): void {
  requireList(tempi, name, "tempoDetection");
  if (tempi.length !== 2) {
    throw new RangeError(`tempoDetection: ${name} has ${tempi.length} values; it must have two.`);
  }
  for (let i = 0; i < 2; i++) requireNotNegative(tempi[i], `${name}[${i}]`, "tempoDetection");
}

function requireFraction(value: number, name: string): void {
  if (!(value >= 0 && value <= 1)) {
    throw new RangeError(`tempoDetection: ${name} is ${value}; it must be from 0 to 1.`);
  }
}
