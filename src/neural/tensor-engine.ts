import * as tf from "@tensorflow/tfjs-core";
import type { Activation } from "../learn/neural-network/activation.ts";
import type { Batch, CreateEngine, EngineTask, SolverSettings } from "../learn/neural-network/engine.ts";
import type { Output } from "../learn/neural-network/output.ts";
import { ADAM } from "../learn/neural-network/solvers.ts";

/** What the units of a layer say of the rows of a batch: rows × units. */
type Table = tf.Tensor2D;

/** The arithmetic of a training on tensors of tfjs, in single precision, on the backend that is in use. */
export const tensorEngine: CreateEngine = (task) => {
  const { activation, alpha, output, start } = task;
  const { widths } = start;
  const layers = widths.length - 1;
  const held: tf.Tensor[] = [];
  const hold = <T extends tf.Tensor>(tensor: T): T => {
    held.push(tensor);
    return tensor;
  };
  const tables = heldTables(task, hold);
  const coefs = start.coefs.map((values, l) => variable(values, [widths[l]!, widths[l + 1]!]));
  const intercepts = start.intercepts.map((values) => variable(values, [values.length]));
  const variables: tf.Variable[] = [...coefs, ...intercepts];
  const optimizer = optimizerFor(task);

  /** What each layer says, the rows themselves first; the last one its sums. */
  function forward(X: Table, masks: Table[] | null): Table[] {
    const said = [X];
    for (let l = 0; l < layers; l++) {
      const sums = tf.add(tf.matMul(said[l]!, coefs[l] as unknown as Table), intercepts[l]!) as Table;
      const active = l < layers - 1 ? activated(sums, activation) : sums;
      const mask = masks?.[l];
      said.push(mask ? tf.mul(active, mask) : active);
    }
    return said;
  }

  /** The slope along each variable, in their order. */
  function slopesOf({ rows, masks }: Batch): tf.Tensor[] {
    return tf.tidy(() => {
      const chosen = tf.tensor1d(rows, "int32");
      const kept =
        masks?.map((mask, l) => tf.tensor2d(Float32Array.from(mask), [rows.length, widths[l + 1]!])) ?? null;
      const said = forward(tf.gather(tables.training, chosen), kept);
      const answers = answered(said[layers]!, output);
      let slopes = tf.div(tf.sub(answers, tf.gather(tables.targets, chosen)), rows.length) as Table;
      const found: tf.Tensor[] = new Array(2 * layers);
      for (let l = layers - 1; l >= 0; l--) {
        const ofWeights = tf.matMul(said[l]!, slopes, true);
        found[l] = alpha > 0 ? tf.add(ofWeights, tf.mul(coefs[l]!, alpha / rows.length)) : ofWeights;
        found[layers + l] = tf.sum(slopes, 0);
        if (l === 0) break;
        const back = tf.matMul(slopes, coefs[l] as unknown as Table, false, true);
        slopes = tf.mul(back, steepness(said[l]!, activation, kept?.[l - 1])) as Table;
      }
      return found;
    });
  }

  return {
    gradient: (batch) => {
      const slopes = slopesOf(batch);
      const numbers = slopes.map(numbersOf);
      tf.dispose(slopes);
      return { coefs: numbers.slice(0, layers), intercepts: numbers.slice(layers) };
    },
    step: (batch) => {
      const slopes = slopesOf(batch);
      optimizer.applyGradients(slopes.map((tensor, i) => ({ name: variables[i]!.name, tensor })));
      tf.dispose(slopes);
    },
    outputs: (of) => {
      const sums = tf.tidy(() => forward(tables[of]!, null)[layers]!);
      const numbers = numbersOf(sums);
      sums.dispose();
      return numbers;
    },
    weights: () => ({
      widths: [...widths],
      coefs: coefs.map(numbersOf),
      intercepts: intercepts.map(numbersOf),
    }),
    dispose: () => {
      disposeOptimizer(optimizer);
      tf.dispose([...held, ...variables]);
    },
  };
};

/** Weights that change. The tensor that they begin as would be left behind, but for `tidy`. */
function variable(values: Float64Array, shape: number[]): tf.Variable {
  return tf.tidy(() => tf.variable(tf.tensor(Float32Array.from(values), shape)));
}

function heldTables(
  { training, validation, start }: EngineTask,
  hold: <T extends tf.Tensor>(tensor: T) => T,
) {
  const table = (data: Float64Array, width: number): Table =>
    hold(tf.tensor2d(Float32Array.from(data), [data.length / width, width]));
  const [inputs, outputs] = [start.widths[0]!, start.widths.at(-1)!];
  return {
    training: table(training.X.data, inputs),
    targets: table(training.targets, outputs),
    validation: validation && table(validation.X.data, inputs),
  };
}

function numbersOf(tensor: tf.Tensor): Float64Array {
  return Float64Array.from(tensor.dataSync());
}

function optimizerFor({ solver, learningRate, momentum, nesterovsMomentum }: SolverSettings): tf.Optimizer {
  if (solver === "adam") return tf.train.adam(learningRate, ADAM.beta1, ADAM.beta2, ADAM.epsilon);
  return momentum > 0
    ? tf.train.momentum(learningRate, momentum, nesterovsMomentum)
    : tf.train.sgd(learningRate);
}

/** Its own `dispose` forgets the rate of one with momentum. */
function disposeOptimizer(optimizer: tf.Optimizer): void {
  optimizer.dispose();
  for (const value of Object.values(optimizer)) {
    if (value instanceof tf.Tensor && !value.isDisposed) value.dispose();
  }
}

function activated(sums: Table, activation: Activation): Table {
  if (activation === "relu") return tf.relu(sums);
  if (activation === "tanh") return tf.tanh(sums);
  return activation === "logistic" ? tf.sigmoid(sums) : sums;
}

function answered(sums: Table, output: Output): Table {
  if (output === "softmax") return tf.softmax(sums);
  return output === "logistic" ? tf.sigmoid(sums) : sums;
}

/** How steep the activation is where the units say this, 0 for those that were left out. */
function steepness(masked: Table, activation: Activation, mask: Table | undefined): tf.Tensor {
  if (activation === "relu") {
    const open = tf.cast(tf.greater(masked, 0), "float32");
    return mask ? tf.mul(open, mask) : open;
  }
  const said = mask ? tf.divNoNan(masked, mask) : masked;
  let steep: tf.Tensor = tf.onesLike(said);
  if (activation === "tanh") steep = tf.sub(1, tf.square(said));
  if (activation === "logistic") steep = tf.mul(said, tf.sub(1, said));
  return mask ? tf.mul(steep, mask) : steep;
}
