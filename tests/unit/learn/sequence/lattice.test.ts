import fc from "fast-check";
import { expect, test } from "vitest";
import { forwardBackward, viterbi } from "../../../../src/learn/index.ts";

/** A chance in tenths, so that 0 and ties occur. */
const chance = fc.integer({ min: 0, max: 10 }).map((tenths) => Math.log(tenths / 10));
const lattice = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 5 }))
  .chain(([states, steps]) => {
    const row = fc.array(chance, { minLength: states, maxLength: states });
    const rows = (length: number) => fc.array(row, { minLength: length, maxLength: length });
    return fc.record({ start: row, trans: rows(states), seen: rows(steps) });
  });

/** Every path with its ln probability. */
function allPaths(
  start: number[],
  trans: number[][],
  seen: number[][],
): { path: number[]; logProb: number }[] {
  let paths = start.map((value, j) => ({ path: [j], logProb: value + seen[0]![j]! }));
  for (const row of seen.slice(1)) {
    paths = paths.flatMap(({ path, logProb }) =>
      row.map((value, j) => ({ path: [...path, j], logProb: logProb + trans[path.at(-1)!]![j]! + value })),
    );
  }
  return paths;
}

test("the best path is the best of all paths", () => {
  fc.assert(
    fc.property(lattice, ({ start, trans, seen }) => {
      const paths = allPaths(start, trans, seen);
      const best = Math.max(...paths.map(({ logProb }) => logProb));
      fc.pre(best > Number.NEGATIVE_INFINITY);
      const { path, logProb } = viterbi(start, trans, seen);
      expect(logProb).toBeCloseTo(best, 10);
      const same = paths.find((each) => each.path.join() === Array.from(path).join())!;
      expect(same.logProb).toBeCloseTo(best, 10);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("posteriors, transitions and the whole are sums over all paths", () => {
  fc.assert(
    fc.property(lattice, ({ start, trans, seen }) => {
      const paths = allPaths(start, trans, seen).map(({ path, logProb }) => ({
        path,
        prob: Math.exp(logProb),
      }));
      const total = paths.reduce((sum, { prob }) => sum + prob, 0);
      fc.pre(total > 0);
      const { logProb, posteriors, transitions } = forwardBackward(start, trans, seen);
      expect(logProb).toBeCloseTo(Math.log(total), 10);
      const share = (holds: (path: number[]) => number) =>
        paths.reduce((sum, { path, prob }) => sum + prob * holds(path), 0) / total;
      for (const [t] of seen.entries()) {
        for (const [j] of start.entries()) {
          expect(posteriors.row(t)[j]).toBeCloseTo(
            share((path) => Number(path[t] === j)),
            10,
          );
        }
      }
      for (const [i] of start.entries()) {
        for (const [j] of start.entries()) {
          const often = share(
            (path) => path.filter((state, t) => t > 0 && path[t - 1] === i && state === j).length,
          );
          expect(transitions.row(i)[j]).toBeCloseTo(often, 10);
        }
      }
    }),
    { seed: 2, numRuns: 300 },
  );
});

test("nothing underflows, in thousands of steps or where a state falls far behind", () => {
  const seen = Array.from({ length: 5000 }, () => [-2000, -2001]);
  const { logProb, posteriors } = forwardBackward(null, null, seen);
  expect(posteriors.row(2500)[0]).toBeCloseTo(1 / (1 + Math.exp(-1)), 12);
  expect(logProb).toBeCloseTo(5000 * (-2000 + Math.log(1 + Math.exp(-1)) - Math.log(2)), 4);
  // State 1 seems hopeless until the last step, which only it can explain.
  const never = Number.NEGATIVE_INFINITY;
  const stay = [
    [0, never],
    [never, 0],
  ];
  const late = forwardBackward([0, 0], stay, [
    [0, -900],
    [0, -900],
    [never, 0],
  ]);
  expect(Array.from(late.posteriors.data)).toEqual([0, 1, 0, 1, 0, 1]);
  expect(late.logProb).toBeCloseTo(-1800, 9);
});

test("without start and transitions each step stands for itself, the first of equal states before the others", () => {
  expect(
    Array.from(
      viterbi(null, null, [
        [-1, -1],
        [-2, -1],
        [-1, -2],
      ]).path,
    ),
  ).toEqual([0, 1, 0]);
});

const never = Number.NEGATIVE_INFINITY;
test.each([
  [
    "NaN",
    () => viterbi(null, null, [[0, Number.NaN]]),
    "logLik must hold logarithms of probabilities (−Infinity for 0), but row 0, column 1 is NaN",
  ],
  ["a start of another length", () => viterbi([0], null, [[0, 0]]), "logStart must have 2 numbers"],
  ["transitions of another shape", () => forwardBackward(null, [[0]], [[0, 0]]), "logTrans must be 2 × 2"],
  ["nothing seen", () => viterbi(null, null, []), "it is 0 × 0"],
  ["rows of different length", () => viterbi(null, null, [[0, 0], [0]]), "row 1"],
  ["no table", () => viterbi(null, null, [1, 2] as never), "logLik"],
  [
    "a path that cannot be",
    () =>
      viterbi(null, null, [
        [0, 0],
        [never, never],
      ]),
    "at step 1 every state",
  ],
  [
    "a sum of nothing",
    () =>
      forwardBackward(null, null, [
        [0, 0],
        [never, never],
      ]),
    "at step 1 every state",
  ],
])("%s is refused", (_, call, message) => {
  expect(call).toThrow(message);
});
