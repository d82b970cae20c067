import { Classifier, checkedTraining, checkTwoClasses, firstLargest } from "../base/classifier.ts";
import { checkedWeights, type FitOptions } from "../base/fit-options.ts";
import type { Label, Labels } from "../base/labels.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { unknownParam } from "../base/params.ts";
import { type Boosted, type BoostingStep, boost, rawAlong } from "./boost.ts";
import { binaryLoss, multiclassLoss } from "./boosting-losses.ts";
import { type BoostingParams, boostingRules } from "./boosting-params.ts";
import { checkedCounts } from "./checked-counts.ts";

type Fitted = { cols: number; classes: Label[]; boosted: Boosted };

/**
 * Gradient boosting: in each round small trees are added that correct what the trees so far get wrong, one tree for
 * each class (a single one for two classes). Features are first parted into at most `maxBins` bins, which is what
 * makes it quick.
 *
 * It equals scikit-learn's HistGradientBoostingClassifier without early stopping (which scikit-learn turns on by
 * itself above 10,000 rows). No chance is involved.
 *
 * For n rows, m features, c classes, R rounds: `fit` takes about R c m (n d + L maxBins) steps, where d is the depth
 * and L the number of leaves of a tree; `predict` R c d steps a row.
 * Friedman, Greedy function approximation, Annals of Statistics 29, 2001; Ke et al., LightGBM, NIPS 2017.
 * @example
 * const model = new GradientBoostingClassifier({maxIter: 10, minSamplesLeaf: 1});
 * model.fit([[1, 5], [2, 4], [8, 5], [9, 1]], ["tom", "tom", "clap", "clap"]);
 * display(model.predict([[8, 4]]));
 */
export class GradientBoostingClassifier extends Classifier<Fitted> {
  static override readonly typeName = "GradientBoostingClassifier";
  static override readonly params = boostingRules;
  declare learningRate: number;
  declare maxIter: number;
  declare maxLeafNodes: number | null;
  declare maxDepth: number | null;
  declare minSamplesLeaf: number;
  declare l2Regularization: number;
  declare maxBins: number;

  constructor(params: BoostingParams = {}) {
    super(params);
  }

  /**
   * @param X the samples, one a row
   * @param y the class of each row
   * @param options how much each row counts
   */
  fit(X: MatrixLike, y: Labels, options?: FitOptions): this {
    const steps = this.fitSteps(X, y, options);
    while (!steps.next().done);
    return this;
  }

  /**
   * As `fit`, one round at a time: yields the round's number and the mean log loss on the training rows after it; where
   * X is large that of the last round (0 before the first) after each tree of the next too.
   *
   * @param X the samples, one a row
   * @param y the class of each row
   * @param options how much each row counts
   */
  *fitSteps(X: MatrixLike, y: Labels, options?: FitOptions): Generator<BoostingStep, this> {
    const { matrix, labels } = checkedTraining(X, y);
    const { classes, codes } = labels;
    checkTwoClasses(classes, "GradientBoostingClassifier");
    const weights = checkedWeights(options, matrix.rows);
    const loss =
      classes.length === 2 ? binaryLoss(codes, weights) : multiclassLoss(codes, classes.length, weights);
    const boosted = yield* boost(matrix, loss, this);
    this.fitted = { cols: matrix.cols, classes, boosted };
    return this;
  }

  /** How many rounds were fitted. */
  get nIter(): number {
    return this.learned.boosted.rounds.length;
  }

  /**
   * For each row of `X` how much speaks for each class before it is made a probability: rows × classes, or rows × 1
   * for two classes, above 0 where the second is more probable.
   *
   * @param X the samples, one a row
   */
  decisionFunction(X: MatrixLike): Matrix {
    const matrix = this.checkedInput(X, this.learned.cols);
    const { boosted } = this.learned;
    let last = new Float64Array(0) as Float64Array;
    for (const raw of rawAlong(boosted, matrix)) last = raw;
    return new Matrix(last as Float64Array<ArrayBuffer>, matrix.rows, boosted.baseline.length);
  }

  /**
   * What `predictProba(X)` would be after each round: yields one Matrix of rows × classes a round.
   *
   * @param X the samples, one a row
   */
  *stagedPredictProba(X: MatrixLike): Generator<Matrix, void> {
    const { cols, classes, boosted } = this.learned;
    const matrix = this.checkedInput(X, cols);
    for (const raw of rawAlong(boosted, matrix)) {
      yield new Matrix(probabilities(raw, classes.length), matrix.rows, classes.length);
    }
  }

  /**
   * What `predict(X)` would be after each round: yields one array a round.
   *
   * @param X the samples, one a row
   */
  *stagedPredict(X: MatrixLike): Generator<Label[], void> {
    const { classes } = this.learned;
    for (const { data, rows, cols } of this.stagedPredictProba(X)) {
      yield Array.from({ length: rows }, (_, i) => classes[firstLargest(data, i * cols, cols)]!);
    }
  }

  /**
   * Whether `predictAlong` can do this parameter.
   *
   * @param param the name of a parameter
   */
  predictsAlong(param: string): boolean {
    return param === "maxIter";
  }

  /**
   * What `predict(X)` would be for each of several values of `maxIter`, from the first rounds of this model. Throws
   * when another parameter is meant, a value is not allowed, or fewer rounds were fitted.
   *
   * @param X the samples, one a row
   * @param param "maxIter"
   * @param values how many rounds
   */
  predictAlong(X: MatrixLike, param: string, values: readonly unknown[]): Label[][] {
    if (!this.predictsAlong(param)) throw unknownParam("predictAlong", param, ["maxIter"]);
    const counts = checkedCounts(this, "maxIter", values, this.nIter);
    const stages = [...this.stagedPredict(X)];
    return counts.map((count) => stages[count - 1]!.slice());
  }

  protected votes(X: MatrixLike): Float64Array {
    const { data } = this.decisionFunction(X);
    return probabilities(data, this.learned.classes.length);
  }
}

/** The probabilities of `width` classes by the logistic function for two, by softmax for more. */
function probabilities(raw: Float64Array, width: number): Float64Array<ArrayBuffer> {
  if (width === 2) {
    const shares = new Float64Array(2 * raw.length);
    for (let i = 0; i < raw.length; i++) {
      const second = 1 / (1 + Math.exp(-raw[i]!));
      shares[2 * i] = 1 - second;
      shares[2 * i + 1] = second;
    }
    return shares;
  }
  const shares = Float64Array.from(raw);
  for (let at = 0; at < raw.length; at += width) {
    const largest = raw[at + firstLargest(raw, at, width)]!;
    let sum = 0;
    for (let c = at; c < at + width; c++) {
      shares[c] = Math.exp(raw[c]! - largest);
      sum += shares[c]!;
    }
    for (let c = at; c < at + width; c++) shares[c] = shares[c]! / sum;
  }
  return shares;
}
