import type { EstimatorJSON, Fold, Label } from "../../learn/index.ts";

/** The functions of `learn` that have a twin. */
export const twinNames = [
  "biasVariance",
  "bootstrap",
  "bootstrapScore",
  "crossValidate",
  "crossValPredict",
  "fitSearch",
  "learningCurve",
  "nestedCrossValidate",
  "permutationImportance",
  "permutationTestScore",
  "validationCurve",
] as const;
export type TwinName = (typeof twinNames)[number];

/** Rows and labels, and a key that tells them from others by what is in them. */
export type JobData = { key: string; X: { data: Float64Array; rows: number; cols: number }; y: Label[] };

/** A call of a slow function as data that can be sent to a worker. */
export type Job = {
  name: TwinName;
  estimator: EstimatorJSON;
  data: JobData;
  /** The options, as `encode` of learn/base/json.ts writes them; without `cv`. */
  options: Record<string, unknown>;
  /** The splitter, if it is one of ours and not the usual one. */
  cv?: { splitter: string; params: Record<string, unknown> };
  /** The folds that a splitter of the learner's own has made. */
  folds?: Fold[];
};

/** A job as a worker gets it: without the rows and labels if it has them already. */
export type SentJob = Omit<Job, "data"> & { data: JobData | { key: string } };
