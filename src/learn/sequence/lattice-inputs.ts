import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { shown } from "../base/shown.ts";

/** The logarithms that a search through states needs, checked: `steps` × `states` of what was seen. */
export type Lattice = {
  states: number;
  steps: number;
  start: Float64Array;
  /** states × states, from row to column. */
  trans: Float64Array;
  /** steps × states. */
  seen: Float64Array;
};

/**
 * The arguments of `viterbi` and `forwardBackward`. Null for the start or the transitions: all states are equally
 * likely. A logarithm may be −Infinity, that of 0.
 */
export function checkedLattice(
  logStart: ArrayLike<number> | null,
  logTrans: MatrixLike | null,
  logLik: MatrixLike,
): Lattice {
  const seen = logarithms(logLik, "logLik");
  const { rows: steps, cols: states } = seen;
  if (steps === 0 || states === 0) {
    throw new RangeError(`logLik must have at least one row and one column, but it is ${steps} × ${states}`);
  }
  const start = logStart === null ? uniform(states, states) : logarithms([logStart], "logStart").data;
  if (start.length !== states) {
    throw new RangeError(
      `logStart must have ${states} numbers, one a column of logLik, but it has ${start.length}`,
    );
  }
  const trans =
    logTrans === null
      ? new Matrix(uniform(states * states, states), states, states)
      : logarithms(logTrans, "logTrans");
  if (trans.rows !== states || trans.cols !== states) {
    throw new RangeError(
      `logTrans must be ${states} × ${states}, from each state to each, but it is ${trans.rows} × ${trans.cols}`,
    );
  }
  return { states, steps, start, trans: trans.data, seen: seen.data };
}

function uniform(length: number, states: number): Float64Array {
  return new Float64Array(length).fill(-Math.log(states));
}

/** A table of logarithms: finite numbers or −Infinity. */
function logarithms(table: MatrixLike, name: string): Matrix {
  const isMatrix = table instanceof Matrix;
  if (table === null || typeof table !== "object") {
    throw new TypeError(`${name} must be a Matrix or an array of rows, but it is ${shown(table)}`);
  }
  const rows = isMatrix ? [] : Array.from(table, (row) => Array.from(row ?? []));
  const ragged = rows.findIndex((row) => row.length !== rows[0]!.length);
  if (ragged >= 0) {
    throw new RangeError(
      `${name}: every row must have as many values as row 0, which has ${rows[0]!.length}, but row ${ragged} has ${rows[ragged]!.length}`,
    );
  }
  const matrix = isMatrix
    ? table
    : new Matrix(Float64Array.from(rows.flat()), rows.length, rows[0]?.length ?? 0);
  const at = matrix.data.findIndex((value) => !(value < Number.POSITIVE_INFINITY));
  if (at >= 0) {
    const place = `row ${Math.floor(at / matrix.cols)}, column ${at % matrix.cols}`;
    throw new RangeError(
      `${name} must hold logarithms of probabilities (−Infinity for 0), but ${place} is ${shown(matrix.data[at])}`,
    );
  }
  return matrix;
}

/** The error for something seen that no state can explain, at `step`. */
export function impossible(step: number): RangeError {
  return new RangeError(
    `No path through the states is possible: at step ${step} every state has probability 0. Allow a little of everything`,
  );
}
