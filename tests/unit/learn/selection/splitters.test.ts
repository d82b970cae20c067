import fc from "fast-check";
import { expect, test } from "vitest";
import { LeaveOneGroupOut, StratifiedKFold } from "../../../../src/learn/index.ts";

const rowsOf = (y: ArrayLike<unknown>) => Array.from({ length: y.length }, () => [0]);

test("every row is tested once, never in its own training rows, and classes are spread evenly", () => {
  const labels = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 12, maxLength: 60 });
  const property = fc.property(
    labels,
    fc.integer({ min: 2, max: 4 }),
    fc.boolean(),
    fc.nat(99),
    (y, nSplits, shuffle, randomState) => {
      const folds = new StratifiedKFold({ nSplits, shuffle, randomState }).split(rowsOf(y), y);
      expect(folds).toHaveLength(nSplits);
      const tested = folds.flatMap(({ test }) => Array.from(test));
      expect(tested.sort((a, b) => a - b)).toEqual(y.map((_, i) => i));
      for (const { train, test } of folds) {
        expect([...train, ...test].sort((a, b) => a - b)).toEqual(y.map((_, i) => i));
      }
      for (const label of "abc") {
        const counts = folds.map(({ test }) => test.filter((row) => y[row] === label).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }
    },
  );
  fc.assert(property, { seed: 2, numRuns: 100 });
});

test("a class with fewer rows than folds is missing from some test sets; all classes too small is an error", () => {
  const y = ["a", "a", "a", "b"];
  expect(new StratifiedKFold({ nSplits: 3 }).split(rowsOf(y), y)).toHaveLength(3);
  expect(() => new StratifiedKFold({ nSplits: 4 }).split(rowsOf(y), y)).toThrow(
    "nSplits must be at most the number of rows of the most frequent class, which is 3, but it is 4",
  );
});

test("leaving one group out tests each group once, in sorted order", () => {
  const groups = ["rock", "jazz", "rock", "latin"];
  const folds = new LeaveOneGroupOut().split(rowsOf(groups), undefined, groups);
  expect(folds.map(({ test }) => Array.from(test))).toEqual([[1], [3], [0, 2]]);
});

test("groups that are missing, too short or all the same are refused", () => {
  const split = (groups?: string[]) => new LeaveOneGroupOut().split([[1], [2]], undefined, groups);
  expect(() => split()).toThrow("LeaveOneGroupOut needs groups");
  expect(() => split(["a"])).toThrow("X and groups must be equally long, but X has 2 and groups has 1");
  expect(() => split(["a", "a"])).toThrow("at least two groups, but groups has 1");
});
