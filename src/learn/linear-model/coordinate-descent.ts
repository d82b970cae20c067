/** Columns of a regression with its target; see `centered`. */
export type LassoProblem = {
  /** Column after column. */
  columns: Float64Array;
  y: Float64Array;
  rows: number;
  cols: number;
  /** What the size of a coefficient costs, against half the sum of the squared errors. */
  penalty: number;
};

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
  const { columns, y, rows, cols, penalty } = problem;
  const coef = new Float64Array(cols);
  const errors = y.slice();
  const squares = Float64Array.from({ length: cols }, (_, j) =>
    dot(columns, j * rows, columns, j * rows, rows),
  );
  const enough = tol * dot(y, 0, y, 0, rows);
  for (let nIter = 1; ; nIter++) {
    let largest = 0;
    let largestChange = 0;
    for (let j = 0; j < cols; j++) {
      const square = squares[j]!;
      if (square === 0) continue;
      const former = coef[j]!;
      const pull = dot(columns, j * rows, errors, 0, rows) + former * square;
      const now = shrunk(pull, penalty) / square;
      if (now !== former) addColumn(errors, columns, j * rows, former - now);
      coef[j] = now;
      largest = Math.max(largest, Math.abs(now));
      largestChange = Math.max(largestChange, Math.abs(now - former));
    }
    yield { iteration: nIter, coef: coef.slice(), largestChange };
    const atRest = largest === 0 || largestChange / largest < tol;
    if (!atRest && nIter < maxIter) continue;
    const gap = dualityGap(problem, coef, errors);
    if (gap < enough || nIter >= maxIter) return { coef, gap, nIter, converged: gap < enough };
  }
}

/** `value` moved towards 0 by `by`, and no further. */
function shrunk(value: number, by: number): number {
  return Math.sign(value) * Math.max(Math.abs(value) - by, 0);
}

/** How far the loss is above a bound from below that a feasible point of the dual problem gives. */
function dualityGap(
  { columns, y, rows, cols, penalty }: LassoProblem,
  coef: Float64Array,
  errors: Float64Array,
): number {
  let most = 0;
  let size = 0;
  for (let j = 0; j < cols; j++) {
    most = Math.max(most, Math.abs(dot(columns, j * rows, errors, 0, rows)));
    size += Math.abs(coef[j]!);
  }
  const squared = dot(errors, 0, errors, 0, rows);
  const scale = most > penalty ? penalty / most : 1;
  return 0.5 * squared * (1 + scale * scale) + penalty * size - scale * dot(errors, 0, y, 0, rows);
}

function addColumn(to: Float64Array, columns: Float64Array, from: number, times: number): void {
  for (let i = 0; i < to.length; i++) to[i] = to[i]! + times * columns[from + i]!;
}

function dot(a: Float64Array, aFrom: number, b: Float64Array, bFrom: number, length: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    s0 += a[aFrom + i]! * b[bFrom + i]!;
    s1 += a[aFrom + i + 1]! * b[bFrom + i + 1]!;
    s2 += a[aFrom + i + 2]! * b[bFrom + i + 2]!;
    s3 += a[aFrom + i + 3]! * b[bFrom + i + 3]!;
  }
  for (; i < length; i++) s0 += a[aFrom + i]! * b[bFrom + i]!;
  return s0 + s1 + s2 + s3;
}
