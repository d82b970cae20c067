import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  checkerboardNovelty,
  crossSimilarity,
  dtw,
  frameOf,
  pairwiseDistances,
  recurrenceMatrix,
  recurrenceToLag,
  selfSimilarity,
} from "../../../../src/music/index.ts";

const curve = (least: number, most: number) =>
  fc.array(fc.integer({ min: -9, max: 9 }), { minLength: least, maxLength: most });

const pairs = (count: number) => Array.from({ length: count }, (_, i) => [i, i]);

/** The cost of the cheapest of all paths, by trying every one. */
function cheapest(costs: { data: Float64Array; frames: number; bins: number }, steps: number[][]): number {
  const { data, frames, bins } = costs;
  let best = Infinity;
  const walk = (i: number, j: number, sum: number) => {
    if (i >= frames || j >= bins) return;
    const total = sum + data[i * bins + j]!;
    if (i === frames - 1 && j === bins - 1) best = Math.min(best, total);
    for (const [a, b] of steps) walk(i + a!, j + b!, total);
  };
  walk(0, 0, 0);
  return best;
}

test("no path is cheaper than the one that dtw finds, and its pairs cost what it says", () => {
  const slopes: [number, number][] = [
    [1, 1],
    [1, 2],
    [2, 1],
  ];
  fc.assert(
    fc.property(curve(1, 6), curve(1, 6), fc.boolean(), (x, y, steep) => {
      const costs = pairwiseDistances(x, y);
      const steps: [number, number][] = steep
        ? slopes
        : [
            [1, 1],
            [0, 1],
            [1, 0],
          ];
      const expected = cheapest(costs, steps);
      if (expected === Infinity) {
        expect(() => dtw(x, y, { stepSizes: steps })).toThrow("no path");
        return;
      }
      const { cost, path } = dtw(x, y, { stepSizes: steps });
      expect(cost).toBe(expected);
      expect(path.reduce((sum, [i, j]) => sum + costs.data[i * costs.bins + j]!, 0)).toBe(cost);
      path.slice(1).forEach(([i, j], n) => {
        expect(steps).toContainEqual([i - path[n]![0], j - path[n]![1]]);
      });
      expect([path[0], path.at(-1)]).toEqual([
        [0, 0],
        [x.length - 1, y.length - 1],
      ]);
    }),
  );
});

test("warping costs nothing for equal sequences, whatever their pace, and as much either way round", () => {
  fc.assert(
    fc.property(
      curve(1, 20),
      curve(1, 20),
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 20 }),
      (x, y, pace) => {
        const slower = x.flatMap((value, i) => Array(pace[i]).fill(value));
        expect(dtw(x, slower).cost).toBe(0);
        expect(dtw(x, y).cost).toBe(dtw(y, x).cost);
      },
    ),
  );
});

test("of steps that cost the same, the first is taken", () => {
  expect(dtw([0, 0, 0], [0, 0, 0]).path).toEqual(pairs(3));
  expect(
    dtw([0, 0], [0, 0], {
      stepSizes: [
        [0, 1],
        [1, 0],
        [1, 1],
      ],
    }).path,
  ).toHaveLength(3);
});

test("a passage is found where it stands in a longer sequence", () => {
  const long = Array.from({ length: 60 }, (_, i) => (i * 37) % 23);
  const { path, cost } = dtw(long.slice(20, 30), long, { subsequence: true });
  expect(cost).toBe(0);
  expect(path).toEqual(Array.from({ length: 10 }, (_, i) => [i, 20 + i]));
});

test("a band keeps the path by the diagonal, and a wide one changes nothing", () => {
  const x = Array.from({ length: 30 }, (_, i) => Math.sin(i / 3));
  const y = Array.from({ length: 30 }, (_, i) => Math.sin(i / 3 - 2));
  expect(dtw(x, y, { bandRadius: 0.1 }).path.every(([i, j]) => Math.abs(i - j) < 3)).toBe(true);
  expect(dtw(x, y, { bandRadius: 0.1 }).cost).toBeGreaterThan(dtw(x, y).cost);
  expect(dtw(x, y, { bandRadius: 2 }).path).toEqual(dtw(x, y).path);
});

test("silent frames are alike, and like no others", () => {
  const frames = { data: Float64Array.of(0, 0, 0, 0, 3, 4), frames: 3, bins: 2 };
  expect([...pairwiseDistances(frames, frames, "cosine").data]).toEqual([0, 0, 1, 0, 0, 1, 1, 1, 0]);
});

test("self-similarity is symmetric, 1 on the diagonal, and does not change with gain", () => {
  fc.assert(
    fc.property(curve(3, 30), fc.constantFrom("cosine", "euclidean", "cityblock"), (values, metric) => {
      const frames = (gain: number) => ({
        data: Float64Array.from(values.slice(0, 3 * Math.floor(values.length / 3)), (value) => gain * value),
        frames: Math.floor(values.length / 3),
        bins: 3,
      });
      const { data, bins: n } = selfSimilarity(frames(1), { metric });
      const louder = selfSimilarity(frames(8), { metric });
      for (let i = 0; i < n; i++) {
        expect(data[i * n + i]).toBe(1);
        for (let j = 0; j < n; j++) {
          expect(data[i * n + j]).toBe(data[j * n + i]);
          // Rounding of the lengths that frames are divided by.
          expect(Math.abs(louder.data[i * n + j]! - data[i * n + j]!)).toBeLessThan(1e-12);
        }
      }
    }),
  );
});

test("what comes back after ten frames is a level line in row ten of the lags", () => {
  const tune = Array.from({ length: 40 }, (_, i) => (i % 10) ** 2);
  const matrix = recurrenceMatrix(tune, { k: 3 });
  const lag = recurrenceToLag(matrix);
  expect([...frameOf(lag, 10)]).toEqual(Array.from({ length: 40 }, (_, j) => (j < 30 ? 1 : 0)));
  // 70 of 80 rows is ten frames earlier.
  expect([...frameOf(lag, 70)]).toEqual(Array.from({ length: 40 }, (_, j) => (j < 10 ? 0 : 1)));
  expect([...frameOf(recurrenceToLag(matrix, { pad: false }), 10)]).toEqual(Array(40).fill(1));
});

test("frames that are the same have the affinity 1, also when all neighbours are", () => {
  const tune = Array.from({ length: 40 }, (_, i) => i % 10);
  expect([...new Set(recurrenceMatrix(tune, { k: 3, mode: "affinity" }).data)].sort()).toEqual([0, 1]);
  expect([...crossSimilarity([5], [5, 6], { k: 2, mode: "affinity" }).data]).toEqual([1, Math.exp(-1)]);
});

test("novelty is highest where one part ends and another begins, and nothing where nothing changes", () => {
  const parts = [...Array(25).fill(0), ...Array(40).fill(5), ...Array(30).fill(2)];
  const novelty = checkerboardNovelty(selfSimilarity(parts, { metric: "cityblock" }), { radius: 8 });
  expect(novelty.indexOf(Math.max(...novelty))).toBe(25);
  expect(novelty[65]).toBeGreaterThan(Math.max(novelty[63]!, novelty[67]!));
  for (const t of [0, 10, 45, 94]) expect(Math.abs(novelty[t]!)).toBeLessThan(1e-12);
});

test("five hundred frames are warped onto as many in a blink", () => {
  const x = { data: Float64Array.from({ length: 6000 }, (_, i) => Math.sin(i * i)), frames: 500, bins: 12 };
  const began = performance.now();
  expect(dtw(x, x).cost).toBe(0);
  // 20 ms on a machine that is not busy.
  expect(performance.now() - began).toBeLessThan(1000);
});
