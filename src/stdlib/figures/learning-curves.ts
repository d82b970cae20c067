import type { ValidationPoint } from "./best-setting.ts";

/** Scores of a model by the number of rows that it learned from. While it fills in, points are fewer than sizes. */
export interface LearningCurveLike {
  /** All numbers of rows that will be tried: they fix the axis. */
  trainSizes: readonly number[];
  points: readonly (
    | { trainSize: number; trainScore?: number; validationScore?: number; foldScores?: readonly number[] }
    | undefined
  )[];
}

/** A learning curve that is ready to draw; one that stands alone has no name. */
export interface NamedLearningCurve {
  name?: string;
  trainSizes: readonly number[];
  /** By rising number of rows, which is their value. */
  points: ValidationPoint[];
}

function isCurve(value: unknown): value is LearningCurveLike {
  const { trainSizes, points } = (value ?? {}) as Partial<LearningCurveLike>;
  return Array.isArray(trainSizes) && Array.isArray(points);
}

function toDraw({ trainSizes, points }: LearningCurveLike, name?: string): NamedLearningCurve {
  const known = points.filter((point) => point !== undefined);
  const values = known.map((point) => ({ ...point, value: point.trainSize }));
  return { name, trainSizes, points: values.sort((a, b) => a.value - b.value) };
}

/**
 * The curves of a figure, from one curve, several by name, or undefined for one that has not begun.
 * @returns undefined when it is none of these
 */
export function learningCurves(given: unknown): NamedLearningCurve[] | undefined {
  if (given === undefined) return [{ trainSizes: [], points: [] }];
  if (isCurve(given)) return [toDraw(given)];
  if (given === null || typeof given !== "object" || Array.isArray(given)) return undefined;
  const named = Object.entries(given);
  if (named.some(([, curve]) => curve !== undefined && !isCurve(curve))) return undefined;
  return named.map(([name, curve]) => (curve ? toDraw(curve, name) : { name, trainSizes: [], points: [] }));
}
