import type { ParamRule } from "../base/params.ts";

/** A rule for how many rows are drawn for one part of an ensemble. */
export const maxSamples: ParamRule = {
  default: null,
  allows: (value) =>
    value === null || (typeof value === "number" && value > 0 && (value < 1 || Number.isInteger(value))),
  allowed:
    "null (as many as there are rows), a whole number of at least 1, or a share of the rows between 0 and 1",
};
