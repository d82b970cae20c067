import { CurvatureMemory, dot } from "./curvature-memory.ts";
import { StepSearch } from "./step-search.ts";

/** Writes the gradient at `x` into `gradient` and returns the loss there. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

/** Where a minimisation is. */
export type Descent = {
  /** How many iterations are done. */
  iteration: number;
  /** The loss that is minimised, penalty included. */
  loss: number;
  /** The largest part of the gradient, without its sign; it is 0 at the minimum. */
  gradientNorm: number;
};

/** When a minimisation ends: at a gradient of `tol`, or after `maxIter` iterations. */
export type DescentLimits = { tol: number; maxIter: number };

/** How a minimisation ended: after how many iterations, and whether it had come to rest. */
export type DescentEnd = { nIter: number; converged: boolean };

/** How many former steps describe the curvature. */
export const MEMORY = 10;
/** A loss that falls by no more than this share is at rest: scipy's default, which scikit-learn leaves as it is. */
const LEAST_FALL = 2.220446049250313e-9;
const MOST_TRIALS = 20;

/**
 * Minimises a smooth function by L-BFGS, from `x` on and in place, and yields after each iteration.
 *
 * Nocedal, Updating quasi-Newton matrices with limited storage, 1980. The rules for the step and for the end are
 * those of L-BFGS-B as scipy calls it, so that it stops where scikit-learn stops.
 */
export function* lbfgs(
  objective: Objective,
  x: Float64Array,
  { tol, maxIter }: DescentLimits,
): Generator<Descent, DescentEnd> {
  const { length } = x;
  const memory = new CurvatureMemory(length, MEMORY);
  const direction = new Float64Array(length);
  const formerX = new Float64Array(length);
  const formerGradient = new Float64Array(length);
  const gradient = new Float64Array(length);
  let loss = objective(x, gradient);
  checkStart(loss, gradient);
  if (largest(gradient) <= tol) return { nIter: 0, converged: true };

  for (let nIter = 0; ; ) {
    formerX.set(x);
    formerGradient.set(gradient);
    const formerLoss = loss;
    memory.descend(gradient, direction);
    const formerSlope = dot(gradient, direction);
    let slope = formerSlope;
    const search = new StepSearch(loss, slope, nIter === 0 ? 1 / Math.sqrt(dot(direction, direction)) : 1);
    let step = 0;
    let accepted = false;
    for (
      let trial = 0;
      formerSlope < 0 && !accepted && trial < MOST_TRIALS && Number.isFinite(loss);
      trial++
    ) {
      step = search.step;
      for (let i = 0; i < length; i++) x[i] = formerX[i]! + step * direction[i]!;
      loss = objective(x, gradient);
      slope = dot(gradient, direction);
      accepted = search.accepts(loss, slope);
    }
    if (!accepted || !Number.isFinite(loss)) {
      // Rounding leaves no lower point along this direction: forget the curvature and try straight down, once.
      x.set(formerX);
      gradient.set(formerGradient);
      loss = formerLoss;
      if (memory.isEmpty) return { nIter, converged: false };
      memory.clear();
      continue;
    }
    nIter++;
    const gradientNorm = largest(gradient);
    yield { iteration: nIter, loss, gradientNorm };
    if (nIter >= maxIter) return { nIter, converged: false };
    const rest = LEAST_FALL * Math.max(Math.abs(formerLoss), Math.abs(loss), 1);
    if (gradientNorm <= tol || formerLoss - loss <= rest) return { nIter, converged: true };
    const product = (slope - formerSlope) * step;
    if (product > Number.EPSILON * -formerSlope * step) {
      memory.remember(formerX, x, formerGradient, gradient, product);
    }
  }
}

/** Throws when the loss or its gradient is too large a number to go on from. */
export function checkStart(loss: number, gradient: Float64Array): void {
  if (Number.isFinite(loss) && Number.isFinite(dot(gradient, gradient))) return;
  throw new RangeError("The loss is too large a number to minimise: scale X, or make sampleWeight smaller");
}

/** The largest of the values without their signs. */
export function largest(values: Float64Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]!);
    if (!(size <= most)) most = size;
  }
  return most;
}
