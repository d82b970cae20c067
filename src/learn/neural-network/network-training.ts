import type { MLPClassifier } from "./mlp-classifier.ts";
import type { MLPFitted } from "./mlp-fitted.ts";
import type { MLPRegressor } from "./mlp-regressor.ts";
import { copiedHistory, type TrainingHistory } from "./training-history.ts";

/** A network that `trainNetwork` trains. */
export type Trainable = MLPClassifier | MLPRegressor;

/** Who does the arithmetic of a training. */
export type NetworkBackend = "plain" | "wasm" | "cpu";

/** How a training went, and the network that it made; while it goes on, how it stands. */
export type NetworkTraining<Network extends Trainable = Trainable> = TrainingHistory & {
  /** The network as it is now: a copy of the model, fitted. */
  network: Network;
  /** The epoch that it is of; 0 before the first. */
  epoch: number;
  /** Who did the arithmetic: "plain" TypeScript, or TensorFlow.js with "wasm" or "cpu". */
  backend: NetworkBackend;
};

/** One of several trainings, with the name that it was given. */
export type NamedTraining<Network extends Trainable = Trainable> = NetworkTraining<Network> & {
  name: string;
};

/** Networks with a name each, such as `[["rate 0.01", new MLPClassifier({learningRate: 0.01})]]`. */
export type NamedNetworks<Network extends Trainable = Trainable> = readonly (readonly [
  name: string,
  network: Network,
])[];

/** What is sent of a training: all of it but the model's class and parameters. */
export type SentTraining = { fitted: MLPFitted; backend: NetworkBackend };

/** What was sent of a training, with the model that it was of. (The class comes with the model: a page need not load it.) */
export function networkTraining<Network extends Trainable>(
  model: Network,
  { fitted, backend }: SentTraining,
): NetworkTraining<Network> {
  const Class = model.constructor as unknown as { revive(params: object, fitted: object): Network };
  const network = Class.revive(model.getParams(), fitted);
  return { ...copiedHistory(fitted.history), network, epoch: fitted.epoch, backend };
}
