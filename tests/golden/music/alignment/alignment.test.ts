import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  type CrossSimilarityOptions,
  checkerboardNovelty,
  crossSimilarity,
  type DtwOptions,
  dtw,
  type RecurrenceOptions,
  recurrenceMatrix,
  recurrenceToLag,
  type Spectrogram,
  selfSimilarity,
} from "../../../../src/music/index.ts";

type WarpingCase = {
  name: string;
  x: number[];
  y: number[];
  bins: number;
  options: DtwOptions;
  costMatrix: number[];
  accumulated: (number | null)[];
  path: [number, number][];
  cost: number;
};
type Golden = {
  dtw: WarpingCase[];
  features: { x: number[]; z: number[]; bins: number };
  recurrences: { options: RecurrenceOptions; matrix: number[]; lagPadded: number[]; lagRound: number[] }[];
  crosses: { options: CrossSimilarityOptions; matrix: number[] }[];
  selfSimilarity: number[];
  novelty: { radius: number; values: number[] }[];
};

const golden: Golden = JSON.parse(readFileSync(join(import.meta.dirname, "alignment.json"), "utf8"));

/** The expected figures have eleven digits. */
const TOLERANCE = 1e-9;

const frames = (values: number[], bins: number): Spectrogram => ({
  data: Float64Array.from(values),
  frames: values.length / bins,
  bins,
});

/** null stands for what cannot be reached. */
function expectClose(actual: ArrayLike<number>, expected: (number | null)[]): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => {
    if (value === null) expect(actual[i]).toBe(Infinity);
    else expect(Math.abs(actual[i]! - value)).toBeLessThan(TOLERANCE);
  });
}

describe.each(golden.dtw)("dtw, $name", ({ x, y, bins, options, ...numpy }) => {
  test("has numpy's costs, accumulated costs and path", () => {
    const warping = dtw(frames(x, bins), frames(y, bins), options);
    expectClose(warping.costMatrix.data, numpy.costMatrix);
    expectClose(warping.accumulated.data, numpy.accumulated);
    expect(warping.path).toEqual(numpy.path);
    expectClose([warping.cost], [numpy.cost]);
  });
});

const { bins } = golden.features;
const x = frames(golden.features.x, bins);

test.each(golden.recurrences)("a recurrence matrix and its lags are numpy's: $options", (numpy) => {
  const matrix = recurrenceMatrix(x, numpy.options);
  expectClose(matrix.data, numpy.matrix);
  expectClose(recurrenceToLag(matrix).data, numpy.lagPadded);
  expectClose(recurrenceToLag(matrix, { pad: false }).data, numpy.lagRound);
});

test.each(golden.crosses)("a cross-similarity matrix is numpy's: $options", (numpy) => {
  expectClose(crossSimilarity(frames(golden.features.z, bins), x, numpy.options).data, numpy.matrix);
});

test("self-similarity is one minus scipy's cosine distance, and its novelty numpy's sum under the kernel", () => {
  const similarity = selfSimilarity(x);
  expectClose(similarity.data, golden.selfSimilarity);
  for (const { radius, values } of golden.novelty) {
    expectClose(checkerboardNovelty(similarity, { radius }), values);
  }
});
