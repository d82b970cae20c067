import type { ParamRule } from "../base/params.ts";

/** How many features a tree looks at for a question: null for all, a number of them, or a share below 1. */
export type MaxFeatures = null | "sqrt" | "log2" | number;

/** A rule for `maxFeatures`. */
export function maxFeatures(initial: MaxFeatures): ParamRule {
  return {
    default: initial,
    allows: (value) =>
      value === null ||
      value === "sqrt" ||
      value === "log2" ||
      (typeof value === "number" && value > 0 && (value < 1 || Number.isInteger(value))),
    allowed:
      'null (all features), "sqrt", "log2", a whole number of at least 1, or a share of the features between 0 and 1',
  };
}

/** How many of `cols` features that is: at least 1, rounded down. */
export function featureCount(given: MaxFeatures, cols: number): number {
  if (given === null) return cols;
  if (given === "sqrt") return Math.max(1, Math.floor(Math.sqrt(cols)));
  if (given === "log2") return Math.max(1, Math.floor(Math.log2(cols)));
  return given < 1 ? Math.max(1, Math.floor(given * cols)) : Math.min(given, cols);
}
