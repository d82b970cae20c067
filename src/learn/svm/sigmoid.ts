import { exponential } from "./exponential.ts";

/** A decision value d means the probability 1 / (1 + e^(slope · d + shift)) of the first class. */
export type Sigmoid = { slope: number; shift: number };

const MOST_ITERATIONS = 100;
const LEAST_STEP = 1e-10;
/** Added to the diagonal of the Hessian, so that it is positive definite. */
const RIDGE = 1e-12;
const TOLERANCE = 1e-5;

/**
 * Platt's sigmoid for decision values, of which the first `positives` are of the first class: the likeliest one, with
 * targets slightly inside 0 and 1, by Newton's method (Lin, Lin and Weng, A note on Platt's probabilistic outputs, 2007).
 */
export function fitSigmoid(values: Float64Array, positives: number): Sigmoid {
  const negatives = values.length - positives;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (negatives + 2);
  const target = (i: number) => (i < positives ? high : low);
  let slope = 0;
  let shift = Math.log((negatives + 1) / (positives + 1));
  let loss = lossOf(values, target, slope, shift);
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    let [h11, h22, h21, g1, g2] = [RIDGE, RIDGE, 0, 0, 0];
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      const p = probability({ slope, shift }, value);
      const curvature = p * probability({ slope: -slope, shift: -shift }, value);
      h11 += value * value * curvature;
      h22 += curvature;
      h21 += value * curvature;
      const error = target(i) - p;
      g1 += value * error;
      g2 += error;
    }
    if (Math.abs(g1) < TOLERANCE && Math.abs(g2) < TOLERANCE) break;
    const determinant = h11 * h22 - h21 * h21;
    const dSlope = -(h22 * g1 - h21 * g2) / determinant;
    const dShift = -(h11 * g2 - h21 * g1) / determinant;
    const descent = g1 * dSlope + g2 * dShift;
    let step = 1;
    for (; step >= LEAST_STEP; step /= 2) {
      const [newSlope, newShift] = [slope + step * dSlope, shift + step * dShift];
      const newLoss = lossOf(values, target, newSlope, newShift);
      if (newLoss < loss + 1e-4 * step * descent) {
        [slope, shift, loss] = [newSlope, newShift, newLoss];
        break;
      }
    }
    if (step < LEAST_STEP) break;
  }
  return { slope, shift };
}

/** The probability of the first class, given a decision value. */
export function probability({ slope, shift }: Sigmoid, value: number): number {
  const z = value * slope + shift;
  return z >= 0 ? exponential(-z) / (1 + exponential(-z)) : 1 / (1 + exponential(z));
}

function lossOf(values: Float64Array, target: (i: number) => number, slope: number, shift: number): number {
  let loss = 0;
  for (let i = 0; i < values.length; i++) {
    const z = values[i]! * slope + shift;
    loss +=
      z >= 0
        ? target(i) * z + Math.log(1 + exponential(-z))
        : (target(i) - 1) * z + Math.log(1 + exponential(z));
  }
  return loss;
}
