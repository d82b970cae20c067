import type { Labels } from "../base/labels.ts";
import type { Matrix, MatrixLike } from "../base/matrix.ts";
import { Regressor } from "../base/regressor.ts";
import { checkedNumbers, checkedRegression } from "../base/targets.ts";
import type { Activation } from "./activation.ts";
import { coefMatrices, type MLPFitted, type MLPTraining, mlpFitted, sumsFor } from "./mlp-fitted.ts";
import { type MLPParams, type MLPSettings, mlpRules } from "./mlp-params.ts";
import { type NetworkFitOptions, trainingTask } from "./mlp-training.ts";
import { plainEngine } from "./plain-engine.ts";
import { copiedHistory, type TrainingHistory } from "./training-history.ts";
import { type TrainingStep, trainingSteps } from "./training-steps.ts";

/**
 * A network of layers (a multilayer perceptron) that predicts a number: as `MLPClassifier`, but the last layer is one unit
 * that says its sum as it is, and the loss is the mean squared error.
 *
 * Scale the features first, and the numbers to predict too where they are large. The same seed gives the same network as
 * scikit-learn's MLPRegressor, but for rounding, where neither stops early and nothing is dropped.
 * @example
 * const X = Array.from({length: 40}, (_, i) => [i / 20 - 1]);
 * const y = X.map(([t]) => Math.sin(3 * t));
 * const model = new MLPRegressor({hiddenLayerSizes: [16], activation: "tanh", learningRate: 0.02, batchSize: 10});
 * display(model.fit(X, y).score(X, y));
 */
export class MLPRegressor extends Regressor<MLPFitted> {
  static override readonly typeName = "MLPRegressor";
  static override readonly params = mlpRules;
  declare hiddenLayerSizes: number | readonly number[];
  declare activation: Activation;
  declare solver: "adam" | "sgd";
  declare alpha: number;
  declare dropout: number;
  declare learningRate: number;
  declare batchSize: number | null;
  declare maxEpochs: number;
  declare shuffle: boolean;
  declare momentum: number;
  declare nesterovsMomentum: boolean;
  declare earlyStopping: boolean;
  declare validationFraction: number;
  declare patience: number;
  declare tol: number;
  declare randomState: number;

  constructor(params: MLPParams = {}) {
    super(params);
  }

  /**
   * @param X the samples, one a row
   * @param y the number to predict for each row
   * @param options samples to hold against, or the groups of the rows
   */
  fit(X: MatrixLike, y: ArrayLike<number>, options?: NetworkFitOptions): this {
    const steps = this.fitSteps(X, y, options);
    while (!steps.next().done);
    return this;
  }

  /**
   * As `fit`, a batch at a time: yields how far it is, and where it stands after the last whole epoch.
   *
   * @param X the samples, one a row
   * @param y the number to predict for each row
   * @param options samples to hold against, or the groups of the rows
   */
  *fitSteps(X: MatrixLike, y: ArrayLike<number>, options?: NetworkFitOptions): Generator<TrainingStep, this> {
    const { task, fittedOf } = this.training(X, y, options);
    this.fitted = fittedOf(yield* trainingSteps(task, plainEngine));
    return this;
  }

  /** A training of this network on these samples, ready to begin; nothing of the model changes. */
  training(X: MatrixLike, y: Labels, options?: NetworkFitOptions): MLPTraining {
    const { matrix } = checkedRegression(X, y as ArrayLike<number>);
    const targetsOf = (some: Labels) =>
      checkedNumbers(some as ArrayLike<number>, some === options?.validation?.y ? "validation.y" : "y");
    const prepared = { matrix, output: "identity" as const, width: 1, targetsOf };
    const settings = this.getParams() as MLPSettings;
    const task = trainingTask(MLPRegressor.typeName, settings, prepared, y, options);
    return { task, fittedOf: mlpFitted };
  }

  /** The weights of each layer, inputs × units. */
  get coefs(): Matrix[] {
    return coefMatrices(this.learned);
  }

  /** The constant of each unit, layer by layer. */
  get intercepts(): Float64Array[] {
    return this.learned.intercepts.map((values) => Float64Array.from(values));
  }

  /** How the training went, epoch by epoch: `lossCurveFigure` draws it. */
  get history(): TrainingHistory {
    return copiedHistory(this.learned.history);
  }

  /** The epoch that the weights are of: the last one, unless early stopping took an earlier one back. */
  get epoch(): number {
    return this.learned.epoch;
  }

  predict(X: MatrixLike): number[] {
    const matrix = this.checkedInput(X, this.learned.widths[0]!);
    return Array.from(sumsFor(this.learned, matrix, this.activation));
  }
}
