import type { ParamRule } from "../base/params.ts";
import { finiteNumber, wholeNumber, wholeNumberOrNull } from "../base/params.ts";
import { MOST_PARTS } from "./most-parts.ts";

/** The parameters of boosted trees. */
export type BoostingParams = {
  /** How much of each tree's correction is added. */
  learningRate?: number;
  /** How many rounds. */
  maxIter?: number;
  /** How many leaves a tree has at most; null for any number. */
  maxLeafNodes?: number | null;
  /** How many questions one after the other a tree has at most; null for any number. */
  maxDepth?: number | null;
  /** No leaf may have fewer rows than this: with few rows, less than 20 is wanted. */
  minSamplesLeaf?: number;
  /** How much large values of leaves are held back. */
  l2Regularization?: number;
  /** Into how many bins each feature is parted at most, 2 to 255. */
  maxBins?: number;
};

const binCount: ParamRule = {
  default: 255,
  allows: (value) => Number.isInteger(value) && (value as number) >= 2 && (value as number) <= 255,
  allowed: "a whole number from 2 to 255",
};

const leafCount: ParamRule = { ...wholeNumberOrNull(2), default: 31 };

/** The rules of the parameters of boosted trees. */
export const boostingRules = {
  learningRate: finiteNumber(0.1, { above: 0 }),
  maxIter: wholeNumber(100, 1, MOST_PARTS),
  maxLeafNodes: leafCount,
  maxDepth: wholeNumberOrNull(1),
  minSamplesLeaf: wholeNumber(20, 1),
  l2Regularization: finiteNumber(0, { least: 0 }),
  maxBins: binCount,
};
