import { finiteNumber, seed, wholeNumber, wholeNumberOrNull } from "../base/params.ts";
import type { MaxFeatures } from "./max-features.ts";

/** The parameters of how a tree grows, which forests have too. */
export type GrowthParams = {
  /** How many questions one after the other at most; null for any number. */
  maxDepth?: number | null;
  /** A node with fewer rows than this asks no more. */
  minSamplesSplit?: number;
  /** No leaf may have fewer rows than this. */
  minSamplesLeaf?: number;
  /** No leaf may have a smaller part than this, 0 to 0.5, of the weight of all rows. */
  minWeightFractionLeaf?: number;
  /** How many features, drawn anew for each question, it chooses from: null for all, a number or a share. */
  maxFeatures?: MaxFeatures;
  /** How many leaves at most: the questions that help most are asked first; null for any number. */
  maxLeafNodes?: number | null;
  /** A question must make all rows at least this much purer. */
  minImpurityDecrease?: number;
  /** Cuts off, once the tree is grown, what makes the rows purer by no more than this for each leaf. */
  ccpAlpha?: number;
  /** The seed of all chance; in a tree it decides between equally good questions. */
  randomState?: number;
};

/** These parameters of an estimator that has more. */
export function growthParamsOf(estimator: Required<GrowthParams>): Required<GrowthParams> {
  const { maxDepth, minSamplesSplit, minSamplesLeaf, minWeightFractionLeaf } = estimator;
  const { maxFeatures, maxLeafNodes, minImpurityDecrease, ccpAlpha, randomState } = estimator;
  const least = { minSamplesSplit, minSamplesLeaf, minWeightFractionLeaf, minImpurityDecrease };
  return { maxDepth, ...least, maxFeatures, maxLeafNodes, ccpAlpha, randomState };
}

/** The rules of these parameters; that of `maxFeatures` differs. */
export const growthRules = {
  maxDepth: wholeNumberOrNull(1),
  minSamplesSplit: wholeNumber(2, 2),
  minSamplesLeaf: wholeNumber(1, 1),
  minWeightFractionLeaf: finiteNumber(0, { least: 0, most: 0.5 }),
  maxLeafNodes: wholeNumberOrNull(2),
  minImpurityDecrease: finiteNumber(0, { least: 0 }),
  ccpAlpha: finiteNumber(0, { least: 0 }),
  randomState: seed,
};
