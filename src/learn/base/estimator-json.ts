/** An estimator as plain data: its class, its parameters and, once fitted, what it has learned. */
export type EstimatorJSON = {
  /** The name of its class. */
  type: string;
  /** Its parameters by name. */
  params: Record<string, unknown>;
  /** What it has learned; null before `fit`. */
  fitted: Record<string, unknown> | null;
};
