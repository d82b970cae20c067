import {
  finiteNumber,
  oneOf,
  type ParamRule,
  seed,
  wholeNumber,
  wholeNumberOrNull,
  yesOrNo,
} from "../base/params.ts";
import { type Activation, activationNames } from "./activation.ts";

/** More units than this in one layer are a slip of the finger. */
const MOST_UNITS = 4096;
const MOST_LAYERS = 16;

const isUnits = (value: unknown) =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MOST_UNITS;

const hiddenLayerSizes: ParamRule = {
  default: [100],
  allows: (value) =>
    isUnits(value) || (Array.isArray(value) && value.length <= MOST_LAYERS && value.every(isUnits)),
  allowed: `how many units each layer between has, such as [16] or [16, 8]: whole numbers from 1 to ${MOST_UNITS} (or [] for no such layer)`,
};

/** The parameters of a multilayer perceptron: scikit-learn's names and defaults. */
export const mlpRules = {
  hiddenLayerSizes,
  activation: oneOf(...activationNames),
  solver: oneOf("adam", "sgd"),
  alpha: finiteNumber(1e-4, { least: 0 }),
  dropout: finiteNumber(0, { least: 0, below: 1 }),
  learningRate: finiteNumber(1e-3, { above: 0 }),
  batchSize: wholeNumberOrNull(1),
  maxEpochs: wholeNumber(200, 1, 100_000),
  shuffle: yesOrNo(true),
  momentum: finiteNumber(0.9, { least: 0, below: 1 }),
  nesterovsMomentum: yesOrNo(true),
  earlyStopping: yesOrNo(false),
  validationFraction: finiteNumber(0.1, { above: 0, below: 1 }),
  patience: wholeNumber(10, 1),
  tol: finiteNumber(1e-4, { least: 0 }),
  randomState: seed,
};

/** The parameters of a multilayer perceptron. */
export type MLPParams = {
  /** How many units each layer between inputs and outputs has, such as [16] or [16, 8]; one number is one layer. */
  hiddenLayerSizes?: number | readonly number[];
  /** What a unit makes of the sum that reaches it. */
  activation?: Activation;
  /** How the weights follow the slope of the loss: "adam", or "sgd" with momentum. */
  solver?: "adam" | "sgd";
  /** What large weights cost: alpha / 2 × their squares, divided by the rows of a batch. */
  alpha?: number;
  /** The share of units that is left out at random in each step of the training. */
  dropout?: number;
  /** How far a step goes. */
  learningRate?: number;
  /** How many rows a step learns from; null for 200, or all where there are fewer. */
  batchSize?: number | null;
  /** How often all rows are gone through, at most. */
  maxEpochs?: number;
  /** Whether the rows come in another order in each epoch. */
  shuffle?: boolean;
  /** How much of its speed "sgd" keeps from step to step. */
  momentum?: number;
  /** Whether that speed is looked ahead along. */
  nesterovsMomentum?: boolean;
  /** Whether training ends when the loss on held-out samples becomes no less, and takes the best network back. */
  earlyStopping?: boolean;
  /** The share of the rows that early stopping holds out, unless `fit` is given samples for it. */
  validationFraction?: number;
  /** For how many epochs in a row that loss may become no less. */
  patience?: number;
  /** By how much it has to become less to count. */
  tol?: number;
  /** The seed of all chance: a whole number from 0. */
  randomState?: number;
};

/** The parameters as an estimator has them. */
export type MLPSettings = { [Name in keyof MLPParams]-?: Exclude<MLPParams[Name], undefined> };
