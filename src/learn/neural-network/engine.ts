import type { Matrix } from "../base/matrix.ts";
import type { Activation } from "./activation.ts";
import type { Output } from "./output.ts";
import type { Weights } from "./weights.ts";

/** How weights follow their gradient. */
export type SolverSettings = {
  solver: "sgd" | "adam";
  learningRate: number;
  momentum: number;
  nesterovsMomentum: boolean;
};

/** Samples with what is to be said of each: rows × outputs. */
export type Samples = { X: Matrix; targets: Float64Array };

/** A network to be trained, and on what. */
export type EngineTask = SolverSettings & {
  start: Weights;
  activation: Activation;
  output: Output;
  alpha: number;
  training: Samples;
  validation?: Samples | undefined;
};

/**
 * Rows to learn from in one step. Dropout is drawn by whoever trains, so that every engine drops the same units:
 * `masks` has, for each layer between, rows × units, 0 for a unit that is left out.
 */
export type Batch = { rows: Int32Array; masks: Float64Array[] | null };

/** The slope of the loss along every weight. */
export type Gradient = Pick<Weights, "coefs" | "intercepts">;

/** What does the arithmetic of a training. The order of what happens is that of `trainingSteps`, whatever the engine. */
export type Engine = {
  /** The slope of a batch's loss: a mean over its rows, with alpha / 2 × the squares of the weights / rows as penalty. */
  gradient(batch: Batch): Gradient;
  /** Moves the weights one step against that slope. */
  step(batch: Batch): void;
  /** The sums of the last layer for each row, nothing dropped. */
  outputs(of: "training" | "validation"): Float64Array;
  /** The weights as they are now, as numbers of their own. */
  weights(): Weights;
  /** Gives back what it holds. */
  dispose(): void;
};

export type CreateEngine = (task: EngineTask) => Engine;
