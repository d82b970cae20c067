export { MLPClassifier } from "./mlp-classifier.ts";
export type { MLPParams } from "./mlp-params.ts";
export { MLPRegressor } from "./mlp-regressor.ts";
export type { NetworkFitOptions, ValidationSamples } from "./mlp-training.ts";
export type {
  NamedNetworks,
  NamedTraining,
  NetworkBackend,
  NetworkTraining,
  Trainable,
} from "./network-training.ts";
export {
  type TrainNetworkOptions,
  trainNetwork,
  trainNetworkSteps,
  trainNetworks,
  trainNetworksSteps,
} from "./train-network.ts";
export type { TrainingHistory } from "./training-history.ts";
export type { TrainingStep } from "./training-steps.ts";
