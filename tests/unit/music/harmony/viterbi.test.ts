import * as fc from "fast-check";
import { expect, test } from "vitest";
import { viterbi } from "../../../../src/music/harmony/viterbi.ts";

/** The greatest sum of all paths, by trying every one. */
function bestOfAll(scores: number[][], transition: number[][]): number {
  const walk = (t: number, state: number): number => {
    if (t === scores.length - 1) return scores[t]![state]!;
    const onwards = scores[t]!.map((_, next) => Math.log(transition[state]![next]!) + walk(t + 1, next));
    return scores[t]![state]! + Math.max(...onwards);
  };
  return Math.max(...scores[0]!.map((_, state) => walk(0, state)));
}

const matrix = (rows: number[][]) => ({
  data: Float64Array.from(rows.flat()),
  frames: rows.length,
  bins: rows[0]!.length,
});

test("no path scores more than Viterbi's", () => {
  const states = fc.integer({ min: 1, max: 4 });
  const cases = fc.tuple(states, fc.integer({ min: 1, max: 5 })).chain(([n, frames]) => {
    const rows = (count: number, low: number, high: number) =>
      fc.array(fc.array(fc.double({ min: low, max: high, noNaN: true }), { minLength: n, maxLength: n }), {
        minLength: count,
        maxLength: count,
      });
    return fc.tuple(rows(frames, -5, 0), rows(n, 0.01, 1));
  });
  fc.assert(
    fc.property(cases, ([scores, transition]) => {
      const path = viterbi(matrix(scores), matrix(transition));
      let sum = 0;
      for (let t = 0; t < path.length; t++) {
        sum += scores[t]![path[t]!]!;
        if (t > 0) sum += Math.log(transition[path[t - 1]!]![path[t]!]!);
      }
      // Sums of a few numbers of this size.
      expect(Math.abs(sum - bestOfAll(scores, transition))).toBeLessThan(1e-12);
    }),
  );
});

test("of paths that score the same, it takes the one of the lower states", () => {
  expect([
    ...viterbi(
      matrix([
        [0, 0, 0],
        [0, 0, 0],
      ]),
      matrix(Array(3).fill([0.3, 0.3, 0.3])),
    ),
  ]).toEqual([0, 0]);
});
