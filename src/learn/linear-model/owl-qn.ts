import { CurvatureMemory } from "./curvature-memory.ts";
import {
  checkStart,
  type Descent,
  type DescentEnd,
  type DescentLimits,
  largest,
  MEMORY,
  type Objective,
} from "./lbfgs.ts";

/** A step is good when the loss falls by at least this share of what the slope promises. */
const SUFFICIENT_DECREASE = 1e-4;
/** Near the minimum the loss falls by less than its last digit shows. */
const ROUNDING = 4 * Number.EPSILON;
const MOST_HALVINGS = 40;

/**
 * Minimises a smooth function plus `penalties[i]` times the size of each `x[i]`, from `x` on and in place. What is
 * best at 0 becomes exactly 0. The gradient that is reported, and compared with `tol`, is that of the sum: where
 * an `x[i]` is 0, only what is left of it after the penalty.
 *
 * OWL-QN: Andrew and Gao, Scalable training of L1-regularized log-linear models, 2007.
 */
export function* owlQn(
  objective: Objective,
  x: Float64Array,
  penalties: Float64Array,
  { tol, maxIter }: DescentLimits,
): Generator<Descent, DescentEnd> {
  const { length } = x;
  const memory = new CurvatureMemory(length, MEMORY);
  const slopes = new Float64Array(length);
  const direction = new Float64Array(length);
  const formerX = new Float64Array(length);
  const formerGradient = new Float64Array(length);
  const gradient = new Float64Array(length);
  let loss = objective(x, gradient) + penalty(x, penalties);
  checkStart(loss, gradient);
  steepest(x, gradient, penalties, slopes);

  let nIter = 0;
  while (largest(slopes) > tol) {
    if (nIter === maxIter) return { nIter, converged: false };
    formerX.set(x);
    formerGradient.set(gradient);
    memory.descend(slopes, direction);
    // The curvature must not send a coefficient up where the slope goes down.
    for (let i = 0; i < length; i++) if (direction[i]! * slopes[i]! >= 0) direction[i] = 0;
    let step = memory.isEmpty ? 1 / Math.max(1, Math.sqrt(squaredSize(direction))) : 1;
    let fell = false;
    for (let trial = 0; trial < MOST_HALVINGS && !fell; trial++) {
      let promised = 0;
      for (let i = 0; i < length; i++) {
        x[i] = moved(formerX[i]!, step * direction[i]!, slopes[i]!, penalties[i]!);
        promised += slopes[i]! * (x[i]! - formerX[i]!);
      }
      const tried = objective(x, gradient) + penalty(x, penalties);
      fell = tried <= loss + SUFFICIENT_DECREASE * promised + ROUNDING * Math.abs(loss);
      if (fell) loss = tried;
      else step /= 2;
    }
    if (!fell) {
      x.set(formerX);
      gradient.set(formerGradient);
      if (memory.isEmpty) return { nIter, converged: false };
      memory.clear();
      continue;
    }
    steepest(x, gradient, penalties, slopes);
    yield { iteration: ++nIter, loss, gradientNorm: largest(slopes) };
    let product = 0;
    let size = 0;
    for (let i = 0; i < length; i++) {
      const change = gradient[i]! - formerGradient[i]!;
      product += (x[i]! - formerX[i]!) * change;
      size += change * change;
    }
    if (product > Number.EPSILON * size) memory.remember(formerX, x, formerGradient, gradient, product);
  }
  return { nIter, converged: true };
}

/** Where `x` gets to, but no further than 0: on the other side the penalty has another slope. */
function moved(x: number, by: number, slope: number, penalty: number): number {
  const to = x + by;
  if (penalty === 0) return to;
  const side = x === 0 ? -slope : x;
  return to * side > 0 ? to : 0;
}

/** Writes into `slopes` the gradient of the sum; at 0, where it has two, the smaller one or 0 in between. */
function steepest(
  x: Float64Array,
  gradient: Float64Array,
  penalties: Float64Array,
  slopes: Float64Array,
): void {
  for (let i = 0; i < x.length; i++) {
    const penalty = penalties[i]!;
    const slope = gradient[i]!;
    if (x[i] !== 0) slopes[i] = slope + penalty * Math.sign(x[i]!);
    else slopes[i] = Math.sign(slope) * Math.max(0, Math.abs(slope) - penalty);
  }
}

function penalty(x: Float64Array, penalties: Float64Array): number {
  let total = 0;
  for (let i = 0; i < x.length; i++) total += penalties[i]! * Math.abs(x[i]!);
  return total;
}

function squaredSize(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]! * values[i]!;
  return total;
}
