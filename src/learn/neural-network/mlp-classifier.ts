import { Classifier, checkedTraining, checkTwoClasses } from "../base/classifier.ts";
import { decided, likelihoods } from "../base/decisions.ts";
import type { Label, Labels } from "../base/labels.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import type { Activation } from "./activation.ts";
import { coefMatrices, type MLPFitted, type MLPTraining, mlpFitted, sumsFor } from "./mlp-fitted.ts";
import { type MLPParams, type MLPSettings, mlpRules } from "./mlp-params.ts";
import { checkKnown, type NetworkFitOptions, trainingTask } from "./mlp-training.ts";
import { classTargets } from "./output.ts";
import { plainEngine } from "./plain-engine.ts";
import { copiedHistory, type TrainingHistory } from "./training-history.ts";
import { type TrainingStep, trainingSteps } from "./training-steps.ts";

type Fitted = MLPFitted & { classes: Label[] };

/**
 * A network of layers (a multilayer perceptron) that tells classes apart: each unit adds up what the layer before says,
 * times its weights, and passes on what its activation makes of the sum; the last layer's sums become probabilities. The
 * weights follow the slope of the log loss downhill, a batch of rows at a time.
 *
 * Scale the features first. `fit` takes maxEpochs × rows × weights steps, `predict` rows × weights. The same seed gives the
 * same network as scikit-learn's MLPClassifier, but for rounding, where neither stops early and nothing is dropped; only
 * this one has dropout, and goes on to `maxEpochs` unless `earlyStopping` is asked for. A loss that is no number any more
 * ends the training, and `history` says so.
 *
 * Rumelhart, Hinton and Williams, Learning representations by back-propagating errors, Nature 323, 1986; Srivastava et al.,
 * Dropout, Journal of Machine Learning Research 15, 2014.
 * @example
 * const X = [[0, 0], [0, 1], [1, 0], [1, 1]];
 * const model = new MLPClassifier({hiddenLayerSizes: [8], learningRate: 0.05, randomState: 1});
 * model.fit(X, ["same", "other", "other", "same"]);
 * display(model.predict(X));
 * display(lossCurveFigure(model.history));
 */
export class MLPClassifier extends Classifier<Fitted> {
  static override readonly typeName = "MLPClassifier";
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
   * @param y the class of each row
   * @param options samples to hold against, or the groups of the rows
   */
  fit(X: MatrixLike, y: Labels, options?: NetworkFitOptions): this {
    const steps = this.fitSteps(X, y, options);
    while (!steps.next().done);
    return this;
  }

  /**
   * As `fit`, a batch at a time: yields how far it is, and where it stands after the last whole epoch.
   *
   * @param X the samples, one a row
   * @param y the class of each row
   * @param options samples to hold against, or the groups of the rows
   */
  *fitSteps(X: MatrixLike, y: Labels, options?: NetworkFitOptions): Generator<TrainingStep, this> {
    const { task, fittedOf } = this.training(X, y, options);
    this.fitted = fittedOf(yield* trainingSteps(task, plainEngine));
    return this;
  }

  /** A training of this network on these samples, ready to begin; nothing of the model changes. */
  training(X: MatrixLike, y: Labels, options?: NetworkFitOptions): MLPTraining<Fitted> {
    const who = MLPClassifier.typeName;
    const { matrix, labels } = checkedTraining(X, y);
    const { classes } = labels;
    checkTwoClasses(classes, who);
    const prepared = {
      matrix,
      output: classes.length === 2 ? ("logistic" as const) : ("softmax" as const),
      width: classes.length === 2 ? 1 : classes.length,
      targetsOf: (some: Labels) => {
        checkKnown(who, some, classes);
        return classTargets(some, classes);
      },
    };
    const settings = this.getParams() as MLPSettings;
    const task = trainingTask(who, settings, prepared, y, options);
    return { task, fittedOf: (state) => ({ ...mlpFitted(state), classes }) };
  }

  /** The weights of each layer, inputs × units; of two classes the last layer has one unit, for the second. */
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

  /**
   * How much speaks for each class, before it is made a probability: rows × classes; for two classes one column, above 0 for the
   * second.
   *
   * @param X the samples, one a row
   */
  decisionFunction(X: MatrixLike): Matrix {
    const { widths } = this.learned;
    const matrix = this.checkedInput(X, widths[0]!);
    const sums = sumsFor(this.learned, matrix, this.activation);
    return new Matrix(sums, matrix.rows, widths.at(-1)!);
  }

  override predict(X: MatrixLike): Label[] {
    return decided(this.decisionFunction(X), this.learned.classes);
  }

  protected votes(X: MatrixLike): Float64Array {
    return likelihoods(this.decisionFunction(X));
  }
}
