import { Matrix } from "../base/matrix.ts";
import type { Activation } from "./activation.ts";
import { outputsOf } from "./forward.ts";
import type { TrainingHistory } from "./training-history.ts";
import type { TrainingState, TrainingTask } from "./training-steps.ts";
import type { Weights } from "./weights.ts";

/** What a network has learned, and how; plain data, so that it can be sent and kept. */
export type MLPFitted = Weights & { epoch: number; history: TrainingHistory };

/** A training that has been made ready, and what becomes of its states. */
export type MLPTraining<Fitted extends MLPFitted = MLPFitted> = {
  task: TrainingTask;
  fittedOf(state: TrainingState): Fitted;
};

/** What the trained network is, in one object. */
export function mlpFitted({ epoch, weights, history }: TrainingState): MLPFitted {
  return { ...weights, epoch, history };
}

/** The weights as tables, inputs × units, one a layer. */
export function coefMatrices({ widths, coefs }: Weights): Matrix[] {
  return coefs.map((values, l) => new Matrix(Float64Array.from(values), widths[l]!, widths[l + 1]!));
}

/** The sums of the last layer for each row of `X`. */
export function sumsFor(fitted: MLPFitted, X: Matrix, activation: Activation): Float64Array {
  return outputsOf(fitted, { data: X.data, rows: X.rows }, activation);
}
