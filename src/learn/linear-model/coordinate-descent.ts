import { gramOfColumns } from "../linalg/products.ts";
import { addAt, type Columns, dotAt, errorsOf, timesColumns } from "./column-products.ts";

/** A centred regression; `penalty` is what the size of a coefficient costs, against half the sum of squared errors. */
export type LassoProblem = Columns & { y: Float64Array; penalty: number };

/** Where a coordinate descent is. */
export type LassoStep = {
  /** How many times all coefficients were looked at. */
  iteration: number;
  /** The coefficients. */
  coef: Float64Array;
  /** The largest change of a coefficient this time. */
  largestChange: number;
};

/** The solution: how far from the least loss it may be at most (`gap`), and whether that was near enough. */
export type LassoEnd = { coef: Float64Array; gap: number; nIter: number; converged: boolean };

const ROUNDING = 4 * Number.EPSILON;

/**
 * Looks at one coefficient after the other and sets it to what is best if the others stay as they are. Stops when
 * the largest change is below `tol` times the largest coefficient and the duality gap below `tol` times the squares of y.
 *
 * Friedman, Hastie and Tibshirani, Regularization paths for generalized linear models via coordinate descent,
 * 2010; the rules for the end are scikit-learn's.
 */
export function* coordinateDescent(
  problem: LassoProblem,
  { tol, maxIter }: { tol: number; maxIter: number },
): Generator<LassoStep, LassoEnd> {
  const { y, rows, cols, penalty } = problem;
  const coef = new Float64Array(cols);
  const slopes = rows > cols ? new SlopesByProducts(problem) : new SlopesByErrors(problem);
  const enough = tol * dotAt(y, 0, y, 0, rows);
  for (let nIter = 1; ; nIter++) {
    let largest = 0;
    let largestChange = 0;
    for (let j = 0; j < cols; j++) {
      const square = slopes.squares[j]!;
      if (square === 0) continue;
      const former = coef[j]!;
      const now = shrunk(slopes.at(j) + former * square, penalty) / square;
      if (now === former) continue;
      slopes.change(j, now - former);
      coef[j] = now;
      largestChange = Math.max(largestChange, Math.abs(now - former));
    }
    for (let j = 0; j < cols; j++) largest = Math.max(largest, Math.abs(coef[j]!));
    yield { iteration: nIter, coef: coef.slice(), largestChange };
    const atRest = largest === 0 || largestChange / largest < tol;
    // What moves by no more than rounding will not get nearer, however many iterations it may take.
    const isStuck = largestChange <= ROUNDING * largest;
    if (!atRest && !isStuck && nIter < maxIter) continue;
    const gap = dualityGap(problem, coef, slopes.all());
    if (gap < enough || isStuck || nIter >= maxIter) return { coef, gap, nIter, converged: gap < enough };
  }
}

/** How much each column still says about the errors, kept as the coefficients change. */
type Slopes = {
  squares: Float64Array;
  at(j: number): number;
  change(j: number, by: number): void;
  all(): Float64Array;
};

/** From the errors themselves, which is quicker for few rows. */
class SlopesByErrors implements Slopes {
  readonly squares: Float64Array;
  private readonly problem: LassoProblem;
  private readonly errors: Float64Array;

  constructor(problem: LassoProblem) {
    const { columns, rows, cols } = problem;
    this.problem = problem;
    this.errors = problem.y.slice();
    this.squares = Float64Array.from({ length: cols }, (_, j) =>
      dotAt(columns, j * rows, columns, j * rows, rows),
    );
  }

  at(j: number): number {
    const { columns, rows } = this.problem;
    return dotAt(columns, j * rows, this.errors, 0, rows);
  }

  change(j: number, by: number): void {
    addAt(this.errors, this.problem.columns, j * this.problem.rows, -by);
  }

  all(): Float64Array {
    return timesColumns(this.problem, this.errors);
  }
}

/** From the products of all columns with each other, which is quicker for many rows. */
class SlopesByProducts implements Slopes {
  readonly squares: Float64Array;
  private readonly products: Float64Array;
  private readonly slopes: Float64Array;

  constructor(problem: LassoProblem) {
    const { columns, rows, cols, y } = problem;
    const products = gramOfColumns(columns, rows, cols);
    this.products = products;
    this.slopes = timesColumns(problem, y);
    this.squares = Float64Array.from({ length: cols }, (_, j) => products[j * cols + j]!);
  }

  at(j: number): number {
    return this.slopes[j]!;
  }

  change(j: number, by: number): void {
    addAt(this.slopes, this.products, j * this.slopes.length, -by);
  }

  all(): Float64Array {
    return this.slopes;
  }
}

/** `value` moved towards 0 by `by`, and no further. */
function shrunk(value: number, by: number): number {
  return Math.sign(value) * Math.max(Math.abs(value) - by, 0);
}

/** How far the loss is above a bound from below that a feasible point of the dual problem gives. */
function dualityGap(problem: LassoProblem, coef: Float64Array, slopes: Float64Array): number {
  const { y, rows, penalty } = problem;
  const errors = errorsOf(problem, y, coef);
  const most = slopes.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const size = coef.reduce((sum, value) => sum + Math.abs(value), 0);
  const scale = most > penalty ? penalty / most : 1;
  const squared = dotAt(errors, 0, errors, 0, rows);
  return 0.5 * squared * (1 + scale * scale) + penalty * size - scale * dotAt(errors, 0, y, 0, rows);
}
