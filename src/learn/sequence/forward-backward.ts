import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { checkedLattice, impossible, type Lattice } from "./lattice-inputs.ts";
import { type LogTable, logProduct, logSum, logTable, maximum, SURE } from "./log-product.ts";

/** What is known of hidden states, all of the sequence considered. */
export type StatePosteriors = {
  /** The logarithm of the probability of what was seen, over all paths. */
  logProb: number;
  /** The probability of each state at each step: steps × states, rows adding up to 1. */
  posteriors: Matrix;
  /** How often each state is expected to be followed by each: states × states, adding up to steps − 1. */
  transitions: Matrix;
};

/**
 * How likely each hidden state is at each step, given all that is seen before, then and after: the
 * forward-backward algorithm (Baum and others, 1970). In natural logarithms, where 0 is −Infinity, so that long
 * sequences do not underflow. O(steps × states²). Throws when the shapes do not fit, a number is NaN, or no path is
 * possible.
 *
 * @param logStart how likely each state is at the first step; null if all are equally likely
 * @param logTrans states × states: how likely each (row) is followed by each (column); null if all equally
 * @param logLik steps × states: how likely what is seen at each step is, if the state is that
 * @example
 * const stay = Math.log(0.9), change = Math.log(0.1), [high, low] = [Math.log(0.7), Math.log(0.3)];
 * const seen = [[high, low], [low, high], [high, low]];
 * display(learn.forwardBackward(null, [[stay, change], [change, stay]], seen).posteriors);
 */
export function forwardBackward(
  logStart: ArrayLike<number> | null,
  logTrans: MatrixLike | null,
  logLik: MatrixLike,
): StatePosteriors {
  return posteriorsOf(checkedLattice(logStart, logTrans, logLik));
}

/** The logarithm of the probability of what was seen; −Infinity where no path is possible. */
export function logProbability(lattice: Lattice): number {
  return forward(lattice).logProb;
}

/** The posteriors in a lattice that was checked. */
export function posteriorsOf(lattice: Lattice): StatePosteriors {
  const { states, steps, trans, seen } = lattice;
  const { alphas, logProb, deadEnd } = forward(lattice);
  if (deadEnd !== null) throw impossible(deadEnd);
  const table = logTable(trans, states, true);
  const posteriors = alphas.slice();
  const transitions = new Float64Array(states * states);
  const after = new Float64Array(states);
  const beta = new Float64Array(states);
  for (let t = steps - 1; t >= 0; t--) {
    if (t < steps - 1) {
      for (let j = 0; j < states; j++) after[j] = seen[(t + 1) * states + j]! + beta[j]!;
      addTransitions(transitions, alphas.subarray(t * states, (t + 1) * states), table, after);
      logProduct(after, table, beta);
      lessTheirSum(beta);
    }
    toShares(posteriors.subarray(t * states, (t + 1) * states), beta);
  }
  return {
    logProb,
    posteriors: new Matrix(posteriors, steps, states),
    transitions: new Matrix(transitions, states, states),
  };
}

/** ln of the probability of being in each state, by what is seen up to each step: steps × states. */
type Forward = {
  alphas: Float64Array;
  logProb: number;
  /** The first step at which no state is possible. */
  deadEnd: number | null;
};

function forward({ states, steps, start, trans, seen }: Lattice): Forward {
  const alphas = new Float64Array(steps * states);
  const table = logTable(trans, states, false);
  const reached = start.slice();
  let logProb = 0;
  for (let t = 0; t < steps; t++) {
    if (t > 0) logProduct(alphas.subarray((t - 1) * states, t * states), table, reached);
    for (let j = 0; j < states; j++) reached[j]! += seen[t * states + j]!;
    const sum = lessTheirSum(reached);
    if (sum === Number.NEGATIVE_INFINITY) return { alphas, logProb: sum, deadEnd: t };
    logProb += sum;
    alphas.set(reached, t * states);
  }
  return { alphas, logProb, deadEnd: null };
}

/** Subtracts from logarithms that of their sum, which it returns: small numbers keep more digits than large ones. */
function lessTheirSum(logs: Float64Array): number {
  const sum = logSum(logs);
  for (let j = 0; j < logs.length; j++) logs[j]! -= sum;
  return sum;
}

/** Makes of ln alpha, and of ln beta, the probability of each state. */
function toShares(row: Float64Array, beta: Float64Array): void {
  for (let j = 0; j < row.length; j++) row[j]! += beta[j]!;
  lessTheirSum(row);
  for (let j = 0; j < row.length; j++) row[j] = Math.exp(row[j]!);
}

/**
 * Adds the probability of each pair of states at one step and the next; `before` and `after` are logarithms of what
 * speaks for each, and `table` is transposed. As in `logProduct`, plain numbers do where they are sure.
 */
function addTransitions(
  sums: Float64Array,
  before: Float64Array,
  table: LogTable,
  after: Float64Array,
): void {
  const { size } = table;
  const [from, to] = [relative(before), relative(after)];
  let total = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) total += from[i]! * table.weights[j * size + i]! * to[j]!;
  }
  if (table.isPlain && total > SURE) {
    for (let i = 0; i < size; i++) {
      const share = from[i]! / total;
      for (let j = 0; j < size; j++) sums[i * size + j]! += share * table.weights[j * size + i]! * to[j]!;
    }
    return;
  }
  const logs = sums.map((_, at) => {
    const [i, j] = [Math.floor(at / size), at % size];
    return before[i]! + table.logs[j * size + i]! + after[j]!;
  });
  const sum = logSum(logs);
  for (let at = 0; at < logs.length; at++) sums[at]! += Math.exp(logs[at]! - sum);
}

/** The numbers of which these are the logarithms, divided by the largest. */
function relative(logs: Float64Array): Float64Array {
  const largest = maximum(logs);
  return logs.map((value) => Math.exp(value - largest));
}
