import type { Labels } from "../base/labels.ts";
import type { MatrixLike } from "../base/matrix.ts";
import { checkOptions } from "../base/options.ts";
import { checkParams, oneOf } from "../base/params.ts";
import { shown } from "../base/shown.ts";
import { drain, inParts, type Pausing, type Step } from "../selection/steps.ts";
import type { CreateEngine } from "./engine.ts";
import { MLPClassifier } from "./mlp-classifier.ts";
import { MLPRegressor } from "./mlp-regressor.ts";
import type { NetworkFitOptions } from "./mlp-training.ts";
import { checkNamedNetworks, notBegun } from "./named-networks.ts";
import {
  type NamedNetworks,
  type NamedTraining,
  type NetworkBackend,
  type NetworkTraining,
  networkTraining,
  type SentTraining,
  type Trainable,
} from "./network-training.ts";
import { plainEngine } from "./plain-engine.ts";
import { trainingSteps } from "./training-steps.ts";

export type TrainNetworkOptions = NetworkFitOptions & {
  /**
   * Who does the arithmetic in the background: "plain" TypeScript in double precision, TensorFlow.js in single precision
   * with "wasm" (or "cpu", where WebAssembly cannot be had), or "auto": the quicker one for a network of this size. What
   * runs on the page is "plain".
   */
  backend?: "auto" | NetworkBackend;
};

const backendRules = { backend: oneOf("auto", "plain", "wasm", "cpu") };

/** From so many multiplications a step on, tensors make up for what it takes to hand them about (see `npm run bench`). */
const TENSORS_FROM = 2 ** 16;

function checkTrainable(model: unknown): void {
  if (model instanceof MLPClassifier || model instanceof MLPRegressor) return;
  throw new TypeError(
    `trainNetwork trains an MLPClassifier or an MLPRegressor, but model is ${shown(model)}`,
  );
}

/** Who is to do the arithmetic of a training; throws when the options are not those of one. */
export function wantedBackend(
  model: Trainable,
  X: { rows: number; cols: number },
  { backend = "auto" }: TrainNetworkOptions = {},
): NetworkBackend {
  checkTrainable(model);
  checkParams("trainNetwork", backendRules, { backend });
  if (backend !== "auto") return backend;
  const { hiddenLayerSizes, batchSize } = model;
  const widths = [
    X.cols,
    ...(typeof hiddenLayerSizes === "number" ? [hiddenLayerSizes] : hiddenLayerSizes),
    1,
  ];
  const weights = widths.reduce((sum, width, l) => (l === 0 ? 0 : sum + width * widths[l - 1]!), 0);
  return weights * (batchSize ?? Math.min(200, X.rows)) >= TENSORS_FROM ? "wasm" : "plain";
}

/** A training in steps, with what is to be sent of it; `createEngine` does the arithmetic. */
export function* sentSteps(
  model: Trainable,
  X: MatrixLike,
  y: Labels,
  options: TrainNetworkOptions = {},
  backend: NetworkBackend = "plain",
  createEngine: CreateEngine = plainEngine,
): Generator<Step<SentTraining>, SentTraining> {
  checkTrainable(model);
  checkOptions("trainNetwork", ["validation", "groups", "backend"], options);
  const { backend: wanted = "auto", ...samples } = options;
  checkParams("trainNetwork", backendRules, { backend: wanted });
  const { task, fittedOf } = model.training(X, y as ArrayLike<never>, samples);
  let state: unknown;
  let partial: SentTraining | undefined;
  const steps = trainingSteps(task, createEngine);
  try {
    for (;;) {
      const { done, value } = steps.next();
      if (done) return { fitted: fittedOf(value), backend };
      if (value.state !== state) partial = { fitted: fittedOf(value.state), backend };
      state = value.state;
      yield { progress: value.progress, partial: partial! };
    }
  } finally {
    // Given up half-way, the engine must hear of it.
    steps.return(undefined as never);
  }
}

/**
 * As `trainNetwork`, a batch at a time.
 *
 * @param model the network to train: it stays as it is
 * @param X the samples, one a row
 * @param y the class of each row, or the number
 * @example
 * const steps = learn.trainNetworkSteps(new MLPClassifier({maxEpochs: 3}), [[0], [1]], ["a", "b"]);
 * for (const {progress, partial} of steps) display([progress, partial.training.at(-1)]);
 */
export function* trainNetworkSteps<Network extends Trainable>(
  model: Network,
  X: MatrixLike,
  y: Labels,
  options: TrainNetworkOptions = {},
): Generator<Step<NetworkTraining<Network>>, NetworkTraining<Network>> {
  let sent: SentTraining | undefined;
  let partial: NetworkTraining<Network> | undefined;
  const steps = sentSteps(model, X, y, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return networkTraining(model, value);
    if (value.partial !== sent) partial = networkTraining(model, value.partial);
    sent = value.partial;
    yield { progress: value.progress, partial: partial! };
  }
}

/**
 * Trains a network and tells how it went, epoch by epoch. In a cell it runs in the background: another cell that reads its
 * name sees the losses and the network grow, and the cell has buttons to pause it and to go on epoch by epoch.
 *
 * A loss that is no number any more (a learning rate that is too high) ends it: `divergedAt` and `message` say so.
 *
 * Throws when the samples do not fit together, a held-out class was not learned, or an option is unknown.
 *
 * @param model the network to train: it stays as it is
 * @param X the samples, one a row
 * @param y the class of each row, or the number
 * @param options samples to hold against, and who does the arithmetic
 * @example
 * const {X, y, groups} = await datasets.load("drum-test");
 * const {XTrain, yTrain, XTest, yTest} = learn.trainTestSplit(new StandardScaler().fitTransform(X), y, {groups});
 * const model = new MLPClassifier({hiddenLayerSizes: [16], maxEpochs: 40});
 * const training = await trainNetwork(model, XTrain, yTrain, {validation: {X: XTest, y: yTest}});
 * display(lossCurveFigure(training));
 */
export function trainNetwork<Network extends Trainable>(
  model: Network,
  X: MatrixLike,
  y: Labels,
  options: TrainNetworkOptions = {},
): NetworkTraining<Network> {
  return networkTraining(model, drain(sentSteps(model, X, y, options)));
}

/**
 * As `trainNetworks`, one network after the other, a batch at a time.
 *
 * @param models networks with a name each
 * @param X the samples, one a row
 * @param y the class of each row, or the number
 * @example
 * const models = [[1, "narrow"], [8, "wide"]].map(([units, name]) => [name, new MLPClassifier({hiddenLayerSizes: [units], maxEpochs: 3})]);
 * for (const {progress} of learn.trainNetworksSteps(models, [[0], [1]], ["a", "b"])) display(progress);
 */
export function* trainNetworksSteps<Network extends Trainable>(
  models: NamedNetworks<Network>,
  X: MatrixLike,
  y: Labels,
  options: TrainNetworkOptions = {},
): Generator<Step<NamedTraining<Network>[]>, NamedTraining<Network>[]> {
  checkNamedNetworks(models);
  function* train([name, model]: NamedNetworks<Network>[number]): Pausing<NamedTraining<Network>> {
    const steps = trainNetworkSteps(model, X, y, options);
    for (;;) {
      const { done, value } = steps.next();
      if (done) return { name, ...value };
      yield;
    }
  }
  return yield* inParts(
    models.length,
    (i) => train(models[i]!),
    (done) => [...done, ...models.slice(done.length).map(notBegun)] as NamedTraining<Network>[],
  );
}

/**
 * Trains several networks on the same samples, to compare their losses: `lossCurveFigure` draws the list. In a cell they are
 * trained in the background, as many at once as there are processors, and grow together. One that diverges ends by itself
 * and says so.
 *
 * @param models networks with a name each, such as [["rate 0.01", new MLPClassifier({learningRate: 0.01})]]
 * @param X the samples, one a row
 * @param y the class of each row, or the number
 * @param options samples to hold against, and who does the arithmetic
 * @example
 * const X = Array.from({length: 60}, (_, i) => [Math.sin(i), Math.cos(2 * i)]);
 * const y = X.map(([a, b]) => (a * b > 0 ? "kick" : "snare"));
 * const models = [0.001, 0.03, 1].map((rate) => [`rate ${rate}`, new MLPClassifier({learningRate: rate, maxEpochs: 30})]);
 * display(lossCurveFigure(await trainNetworks(models, X, y)));
 */
export function trainNetworks<Network extends Trainable>(
  models: NamedNetworks<Network>,
  X: MatrixLike,
  y: Labels,
  options: TrainNetworkOptions = {},
): NamedTraining<Network>[] {
  return drain(trainNetworksSteps(models, X, y, options));
}
