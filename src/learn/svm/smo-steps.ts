import { Smo } from "./smo.ts";
import type { SmoProblem } from "./smo-problem.ts";

/** How a search for the best α stands: a small object to draw. */
export type SmoState = {
  /** How many pairs were moved so far. */
  iteration: number;
  /** What is minimised: ½ Σ yᵢyⱼKᵢⱼαᵢαⱼ + Σ linearᵢαᵢ. */
  objective: number;
  /** By how much the worst pair violates the conditions of the optimum; it ends below `tol`. */
  violation: number;
  /** How many rows have α = 0: they do not matter. */
  atZero: number;
  /** How many rows have α between: they lie on the margin. */
  free: number;
  /** How many rows have the largest α allowed: they lie inside the margin or on the wrong side. */
  atBound: number;
};

/** What a problem comes to. */
export type SmoSolution = { alpha: Float64Array; offset: number; iterations: number; solved: boolean };

/** Without another limit, a problem ends after so many iterations, or a hundred for each variable if that is more. */
const MOST_ITERATIONS = 10_000_000;

/** The limit of iterations that the parameter `maxIter` means for so many variables. */
export function iterationLimit(maxIter: number | null, size: number): number {
  return maxIter ?? Math.max(MOST_ITERATIONS, 100 * size);
}

/** Solves a problem and yields how it stands after every `every` iterations, and at the end. */
export function* solveInSteps(problem: SmoProblem, every: number): Generator<SmoState, SmoSolution> {
  const smo = new Smo(problem);
  for (let ended = false; !ended; ) {
    ended = smo.iterate(every);
    const [objective, violation] = [smo.objective(), smo.violation()];
    yield { iteration: smo.iterations, objective, violation, ...smo.counts() };
  }
  const solution = {
    alpha: smo.solution(),
    offset: smo.offset(),
    iterations: smo.iterations,
    solved: smo.solved,
  };
  if (!Number.isFinite(solution.offset) || !solution.alpha.every(Number.isFinite)) {
    throw new RangeError(
      "The numbers in X, C or the weights are so large that fit overflows: scale X, or lower C",
    );
  }
  return solution;
}
