import { upperEnd } from "./upper-end.ts";

/** One feature and how much it is worth. */
export interface FeatureScore {
  name: string;
  /** Missing while it is not known. */
  score?: number;
  /** Lowest and highest value that it may well have. */
  interval?: readonly [number, number];
  /** Whether it was put in to deceive: noise, or a copy. */
  planted?: boolean;
}

const isKnown = (score: number | undefined): score is number => score !== undefined && Number.isFinite(score);

/** The largest first; those that are not known yet last, in their order. */
export function sortedScores(features: readonly FeatureScore[]): FeatureScore[] {
  const value = ({ score }: FeatureScore) => (isKnown(score) ? score : Number.NEGATIVE_INFINITY);
  return features.toSorted((a, b) => (value(a) === value(b) ? 0 : value(b) - value(a)));
}

/** From 0, or a round number below the smallest, to a round number above the largest. */
export function scoresDomain(features: readonly FeatureScore[]): [number, number] {
  const values = features.flatMap(({ score, interval = [] }) => [score, ...interval]).filter(isKnown);
  const least = Math.min(0, ...values);
  return [least < 0 ? -upperEnd([-least]) : 0, upperEnd(values)];
}

/** Where zero, the bar and the interval lie, as shares of the axis from 0 to 1. */
export function barEnds(
  { score, interval }: FeatureScore,
  [low, high]: readonly [number, number],
): { zero: number; bar?: [number, number]; interval?: [number, number] } {
  const along = (value: number) => Math.min(1, Math.max(0, (value - low) / (high - low)));
  const zero = along(0);
  const at = isKnown(score) ? along(score) : undefined;
  return {
    zero,
    bar: at === undefined ? undefined : [Math.min(zero, at), Math.max(zero, at)],
    interval: interval && [along(interval[0]), along(interval[1])],
  };
}
