import type { EstimatorJSON, Fold, Label } from "../../learn/index.ts";

/** The functions of `learn` that have a twin. */
export const learnTwinNames = [
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
  "trainNetwork",
  "trainNetworks",
  "validationCurve",
] as const;
export type LearnTwinName = (typeof learnTwinNames)[number];

/** The functions of `music` that have a twin: of a long recording they take seconds. */
export const musicTwinNames = ["audioFeatures", "hpss", "pyin", "trackFeatures", "transcribe"] as const;
export type MusicTwinName = (typeof musicTwinNames)[number];

/** All functions that have a twin. */
export const twinNames = [...learnTwinNames, ...musicTwinNames] as const;
export type TwinName = LearnTwinName | MusicTwinName;

/** Rows and labels, and a key that tells them from others by what is in them. */
export type JobData = { key: string; X: { data: Float64Array; rows: number; cols: number }; y: Label[] };

/** A call of a slow function of `learn` as data that can be sent to a worker. */
export type LearnJob = {
  name: LearnTwinName;
  estimator: EstimatorJSON;
  data: JobData;
  /** The options, as `encode` of learn/base/json.ts writes them; without `cv`. */
  options: Record<string, unknown>;
  /** The splitter, if it is one of ours and not the usual one. */
  cv?: { splitter: string; params: Record<string, unknown> };
  /** The folds that a splitter of the learner's own has made. */
  folds?: Fold[];
};

/** The function that trains networks: its worker fetches what does the arithmetic. */
export const networkTwinName = "trainNetwork";
/** The function that trains several: a job each. */
export const networksTwinName = "trainNetworks";

/** A call of a slow function of `music`: the samples, and the options as they are. */
export type MusicJob = {
  name: MusicTwinName;
  sound: Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;
  options: Record<string, unknown>;
};

/** A call of a slow function as data that can be sent to a worker. */
export type Job = LearnJob | MusicJob;

/** A job as a worker gets it: without the rows and labels if it has them already. */
export type SentJob = MusicJob | (Omit<LearnJob, "data"> & { data: JobData | { key: string } });

/** Whether it is a job of `music`. */
export function isMusicJob(job: Job | SentJob): job is MusicJob {
  return "sound" in job;
}
