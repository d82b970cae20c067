import {
  anytimeCurveFigure,
  parallelCoordinatesFigure,
  type SearchLike,
  type SearchResult,
  searchHeatMapFigure,
} from "../../../src/stdlib/figures/index.ts";
import type { Example } from "./example.ts";
import { generator } from "./made-up-drums.ts";

const C = [0.01, 0.1, 1, 10, 100];
const gamma = [0.001, 0.01, 0.1, 1, 10, 100];
const space = { C, gamma };

/** A hill of scores over C and gamma, with a little noise. */
function score(c: number, g: number, noise: number): number {
  const [u, v] = [Math.log10(c) - 1.2, Math.log10(g) + 1];
  return 0.3 + 0.5 * Math.exp(-0.16 * (u * u + 0.8 * u * v + v * v)) + 0.02 * noise;
}

function result(params: Record<string, number>, noise: number): SearchResult {
  const meanTestScore = score(params.C!, params.gamma!, noise);
  return { params, meanTestScore, stdTestScore: 0.03, testScores: [0, 0, 0, 0, 0] };
}

/** A grid search of which the first candidates are through. */
export function madeUpGrid(known = C.length * gamma.length): SearchLike {
  const random = generator(5);
  const rows = C.flatMap((c) => gamma.map((g) => result({ C: c, gamma: g }, random())));
  return { cvResults: rows.slice(0, known), paramGrid: space };
}

/** A randomized search over the same ranges. */
export function madeUpDraws(count = 40): SearchLike {
  const random = generator(11);
  const cvResults = Array.from({ length: count }, () => {
    return result({ C: 10 ** (4 * random() - 2), gamma: 10 ** (5 * random() - 3) }, random());
  });
  return {
    cvResults,
    paramDistributions: { C: { logUniform: [0.01, 100] }, gamma: { logUniform: [0.001, 100] } },
  };
}

/** Successive halving over the same grid: fewer rows score lower. */
function madeUpHalving(): SearchLike {
  let left = madeUpGrid().cvResults;
  const all: SearchResult[] = [];
  for (const [iteration, nResources] of [40, 120, 360].entries()) {
    const rows = left.map((row) => {
      const loss = 0.08 * (2 - iteration);
      return { ...row, meanTestScore: row.meanTestScore - loss, iteration, nResources };
    });
    all.push(...rows);
    const best = rows.toSorted((a, b) => b.meanTestScore - a.meanTestScore);
    left = best
      .slice(0, Math.ceil(rows.length / 3))
      .map((row) => ({ ...row, meanTestScore: row.meanTestScore + 0.08 * (2 - iteration) }));
  }
  return { cvResults: all };
}

/** A search over five parameters, of which two matter. */
function madeUpForest(): SearchLike {
  const random = generator(41);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const cvResults = Array.from({ length: 60 }, (): SearchResult => {
    const params = {
      maxDepth: pick([2, 4, 8, 16]),
      learningRate: 10 ** (3 * random() - 3),
      criterion: pick(["gini", "entropy"]),
      minSamplesLeaf: pick([1, 2, 5, 10, 20]),
    };
    const off =
      Math.abs(Math.log10(params.learningRate) + 1.2) + 0.2 * Math.abs(Math.log2(params.maxDepth) - 3);
    return { params, meanTestScore: 0.78 - 0.12 * off + 0.03 * random(), stdTestScore: 0.02 };
  });
  const maxDepth = [2, 4, 8, 16];
  const minSamplesLeaf = [1, 2, 5, 10, 20];
  const paramDistributions = {
    maxDepth,
    learningRate: { logUniform: [0.001, 1] as const },
    criterion: ["gini", "entropy"],
    minSamplesLeaf,
  };
  return { cvResults, paramDistributions };
}

/** Figures of searches for parameters. */
export const searchExamples: readonly Example[] = [
  ["search", () => [searchHeatMapFigure(madeUpGrid(), { scoreName: "accuracy" })]],
  ["search filling in", () => [searchHeatMapFigure(madeUpGrid(13), { scoreName: "accuracy", space })]],
  ["search empty", () => [searchHeatMapFigure(undefined)]],
  ["search drawn", () => [searchHeatMapFigure(madeUpDraws(), { scoreName: "accuracy" })]],
  ["parallel", () => [parallelCoordinatesFigure(madeUpForest(), { scoreName: "accuracy" })]],
  ["parallel empty", () => [parallelCoordinatesFigure(undefined)]],
  [
    "anytime",
    () => {
      const searches = { grid: madeUpGrid(), random: madeUpDraws(), halving: madeUpHalving() };
      return [anytimeCurveFigure(searches, { scoreName: "accuracy", cost: "rows" })];
    },
  ],
  ["anytime empty", () => [anytimeCurveFigure({ grid: undefined, random: undefined })]],
];
