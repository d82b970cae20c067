import type { RandomState } from "../random-state.ts";
import type { Batch, CreateEngine, Engine, EngineTask } from "./engine.ts";
import { qualityOf } from "./output.ts";
import { divergedMessage, type TrainingHistory } from "./training-history.ts";
import { areFinite, type Weights } from "./weights.ts";

/** What a training needs to know besides what its engine does. */
export type TrainingTask = Omit<EngineTask, "start"> & {
  /** The source of all chance: the first weights, the order of the rows, and what is dropped. */
  random: RandomState;
  start: Weights;
  dropout: number;
  batchSize: number;
  maxEpochs: number;
  shuffle: boolean;
  earlyStopping: boolean;
  patience: number;
  tol: number;
};

/** Where a training stands after an epoch. */
export type TrainingState = { epoch: number; weights: Weights; history: TrainingHistory };

/** `state` stays the same object until the next epoch ends. */
export type TrainingStep = { progress: number; state: TrainingState };

/**
 * Trains a network a batch at a time: yields before the first and after each. The same seed gives the same batches
 * and the same dropped units to any engine. Whoever stops half-way calls `return()`, which disposes of the engine.
 */
export function* trainingSteps(
  task: TrainingTask,
  createEngine: CreateEngine,
): Generator<TrainingStep, TrainingState> {
  const { batchSize, maxEpochs, random, training, validation } = task;
  const rows = training.X.rows;
  const engine = createEngine(task);
  try {
    let state = begun(task);
    let best = state;
    yield { progress: 0, state };
    let order = Int32Array.from({ length: rows }, (_, row) => row);
    for (let epoch = 1; epoch <= maxEpochs; epoch++) {
      // As scikit-learn: the order of the epoch before is put into a random order.
      if (task.shuffle) order = Int32Array.from(random.permutation(rows), (at) => order[at]!);
      for (let at = 0; at < rows; at += batchSize) {
        if (at > 0) yield { progress: (epoch - 1 + at / rows) / maxEpochs, state };
        engine.step(batchOf(task, order.slice(at, at + batchSize)));
      }
      const next = afterEpoch(task, engine, state);
      if (next.history.divergedAt !== undefined) {
        return { ...next, weights: (task.earlyStopping ? best : state).weights };
      }
      state = next;
      if (validation && state.history.bestEpoch === epoch) best = state;
      if (task.earlyStopping && epoch - lastGain(state.history.validation!, task.tol) >= task.patience) {
        return restored(best, state, epoch);
      }
      if (epoch < maxEpochs) yield { progress: epoch / maxEpochs, state };
    }
    return task.earlyStopping ? restored(best, state) : state;
  } finally {
    engine.dispose();
  }
}

function begun({ start, validation }: TrainingTask): TrainingState {
  const held = validation && { validation: [], validationScore: [] };
  return { epoch: 0, weights: start, history: { training: [], trainingScore: [], ...held } };
}

function batchOf({ dropout, random, start }: TrainingTask, rows: Int32Array): Batch {
  if (dropout === 0) return { rows, masks: null };
  const kept = 1 / (1 - dropout);
  const masks = start.widths
    .slice(1, -1)
    .map((units) =>
      Float64Array.from({ length: rows.length * units }, () => (random.random() < dropout ? 0 : kept)),
    );
  return { rows, masks };
}

function afterEpoch(task: TrainingTask, engine: Engine, before: TrainingState): TrainingState {
  const { output, start, training, validation } = task;
  const epoch = before.epoch + 1;
  const width = start.widths.at(-1)!;
  const learned = qualityOf(engine.outputs("training"), training.targets, output, width);
  const weights = engine.weights();
  const { history } = before;
  const next: TrainingHistory = {
    ...history,
    training: [...history.training, learned.loss],
    trainingScore: [...history.trainingScore, learned.score],
  };
  let known = Number.isFinite(learned.loss) && areFinite(weights);
  if (validation) {
    const held = qualityOf(engine.outputs("validation"), validation.targets, output, width);
    next.validation = [...history.validation!, held.loss];
    next.validationScore = [...history.validationScore!, held.score];
    if (Number.isFinite(held.loss)) {
      const least = history.bestEpoch === undefined ? Infinity : history.validation![history.bestEpoch - 1]!;
      if (held.loss < least) next.bestEpoch = epoch;
    } else known = false;
  }
  if (!known) {
    next.divergedAt = epoch;
    next.message = divergedMessage(epoch, task.learningRate);
  }
  return { epoch, weights, history: next };
}

/** The last epoch whose loss was less by `tol` than any before. */
function lastGain(losses: readonly number[], tol: number): number {
  let least = Number.POSITIVE_INFINITY;
  let at = 0;
  for (const [i, loss] of losses.entries()) {
    if (loss < least - tol) at = i + 1;
    least = Math.min(least, loss);
  }
  return at;
}

/** The network of the best epoch, with the whole history. */
function restored(best: TrainingState, last: TrainingState, stoppedAt?: number): TrainingState {
  const ended =
    stoppedAt === undefined
      ? {}
      : {
          stoppedAt,
          message: `Stopped after epoch ${stoppedAt}, since the validation loss had not become less for a while: the network is that of epoch ${best.epoch}.`,
        };
  return { epoch: best.epoch, weights: best.weights, history: { ...last.history, ...ended } };
}
