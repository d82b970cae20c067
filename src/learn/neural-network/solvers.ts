import type { SolverSettings } from "./engine.ts";

/** Moves weights by their slopes; one for each list of weights, since it remembers what came before. */
export type Solver = (weights: Float64Array, slopes: Float64Array) => void;

export const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/** Steps against the slope that keep some of their speed; Nesterov's look ahead (Sutskever et al., 2013). */
function gradientDescent(
  { learningRate, momentum, nesterovsMomentum }: SolverSettings,
  size: number,
): Solver {
  const speeds = new Float64Array(size);
  return (weights, slopes) => {
    for (let i = 0; i < size; i++) {
      const push = learningRate * slopes[i]!;
      const speed = momentum * speeds[i]! - push;
      speeds[i] = speed;
      weights[i] = weights[i]! + (nesterovsMomentum ? momentum * speed - push : speed);
    }
  };
}

/** Each weight has a step of its own, by the mean of its slopes and of their squares (Kingma and Ba, 2015). */
function adam({ learningRate }: SolverSettings, size: number): Solver {
  const { beta1, beta2, epsilon } = ADAM;
  const means = new Float64Array(size);
  const squares = new Float64Array(size);
  let steps = 0;
  return (weights, slopes) => {
    steps++;
    const rate = (learningRate * Math.sqrt(1 - beta2 ** steps)) / (1 - beta1 ** steps);
    for (let i = 0; i < size; i++) {
      const slope = slopes[i]!;
      means[i] = beta1 * means[i]! + (1 - beta1) * slope;
      squares[i] = beta2 * squares[i]! + (1 - beta2) * slope * slope;
      weights[i] = weights[i]! - (rate * means[i]!) / (Math.sqrt(squares[i]!) + epsilon);
    }
  };
}

/** The solver that is asked for, for as many weights. */
export function createSolver(settings: SolverSettings, size: number): Solver {
  return settings.solver === "adam" ? adam(settings, size) : gradientDescent(settings, size);
}
