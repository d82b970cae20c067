import type { MatrixLike } from "../base/matrix.ts";
import { checkedLattice, impossible, type Lattice } from "./lattice-inputs.ts";

/** The most likely path through hidden states. */
export type BestPath = {
  /** The state at each step, counted from 0. */
  path: Int32Array;
  /** The logarithm of the path's probability together with what was seen. */
  logProb: number;
};

/**
 * The most likely path through hidden states, given how likely each state makes what is seen at each step (Viterbi,
 * 1967). Of paths that are equally likely, the one with the smaller states, seen from the end. All in
 * natural logarithms, where 0 is −Infinity. O(steps × states²). Throws when the shapes do not fit, a number is NaN,
 * or no path is possible.
 *
 * @param logStart how likely each state is at the first step; null if all are equally likely
 * @param logTrans states × states: how likely each (row) is followed by each (column); null if all equally
 * @param logLik steps × states: how likely what is seen at each step is, if the state is that
 * @example
 * const stay = Math.log(0.9), change = Math.log(0.1), [high, low] = [Math.log(0.7), Math.log(0.3)];
 * const seen = [[high, low], [low, high], [high, low]];
 * display(learn.viterbi(null, [[stay, change], [change, stay]], seen).path);
 */
export function viterbi(
  logStart: ArrayLike<number> | null,
  logTrans: MatrixLike | null,
  logLik: MatrixLike,
): BestPath {
  return bestPath(checkedLattice(logStart, logTrans, logLik));
}

/** The most likely path through a lattice that was checked. */
export function bestPath({ states, steps, start, trans, seen }: Lattice): BestPath {
  const from = new Int32Array(steps * states);
  let scores = start.map((value, j) => value + seen[j]!);
  let next = new Float64Array(states);
  for (let t = 0; t < steps; t++) {
    if (t > 0) {
      for (let j = 0; j < states; j++) {
        let best = Number.NEGATIVE_INFINITY;
        let origin = 0;
        for (let i = 0; i < states; i++) {
          const score = scores[i]! + trans[i * states + j]!;
          if (score > best) {
            best = score;
            origin = i;
          }
        }
        next[j] = best + seen[t * states + j]!;
        from[t * states + j] = origin;
      }
      [scores, next] = [next, scores];
    }
    if (scores.every((score) => score === Number.NEGATIVE_INFINITY)) throw impossible(t);
  }
  const path = new Int32Array(steps);
  let last = 0;
  for (let j = 1; j < states; j++) if (scores[j]! > scores[last]!) last = j;
  path[steps - 1] = last;
  for (let t = steps - 1; t > 0; t--) path[t - 1] = from[t * states + path[t]!]!;
  return { path, logProb: scores[last]! };
}
