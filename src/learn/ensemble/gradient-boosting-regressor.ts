import { checkedWeights, type FitOptions } from "../base/fit-options.ts";
import type { MatrixLike } from "../base/matrix.ts";
import { unknownParam } from "../base/params.ts";
import { Regressor } from "../base/regressor.ts";
import { checkedRegression } from "../base/targets.ts";
import { checkSize } from "../tree/checked-size.ts";
import { type Boosted, type BoostingStep, boost, rawAlong } from "./boost.ts";
import { squaredLoss } from "./boosting-losses.ts";
import { type BoostingParams, boostingRules } from "./boosting-params.ts";
import { checkedCounts } from "./checked-counts.ts";

type Fitted = { cols: number; boosted: Boosted };

/**
 * Gradient boosting for numbers: in each round a small tree is added that corrects what the trees so far get wrong.
 * Features are first parted into at most `maxBins` bins, which is what makes it quick.
 *
 * It equals scikit-learn's HistGradientBoostingRegressor for the squared error without early stopping (which
 * scikit-learn turns on by itself above 10,000 rows). No chance is involved.
 *
 * For n rows, m features, R rounds: `fit` takes about R m (n d + L maxBins) steps, where d is the depth and L the
 * number of leaves of a tree; `predict` R d steps a row.
 * Friedman, Greedy function approximation, Annals of Statistics 29, 2001; Ke et al., LightGBM, NIPS 2017.
 * @example
 * const model = new GradientBoostingRegressor({maxIter: 50, minSamplesLeaf: 1});
 * model.fit([[60], [70], [120], [140]], [0.2, 0.3, 0.8, 0.9]);
 * display(model.predict([[65], [130]]));
 */
export class GradientBoostingRegressor extends Regressor<Fitted> {
  static override readonly typeName = "GradientBoostingRegressor";
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
   * @param y the number of each row
   * @param options how much each row counts
   */
  fit(X: MatrixLike, y: ArrayLike<number>, options?: FitOptions): this {
    const steps = this.fitSteps(X, y, options);
    while (!steps.next().done);
    return this;
  }

  /**
   * As `fit`, one round at a time: yields the round's number and half the mean squared error on the training rows after it.
   *
   * @param X the samples, one a row
   * @param y the number of each row
   * @param options how much each row counts
   */
  *fitSteps(X: MatrixLike, y: ArrayLike<number>, options?: FitOptions): Generator<BoostingStep, this> {
    const { matrix, target } = checkedRegression(X, y);
    checkSize(target, 1e30);
    const loss = squaredLoss(target, checkedWeights(options, matrix.rows));
    const boosted = yield* boost(matrix, loss, this);
    this.fitted = { cols: matrix.cols, boosted };
    return this;
  }

  /** How many rounds were fitted. */
  get nIter(): number {
    return this.learned.boosted.rounds.length;
  }

  /**
   * What `predict(X)` would be after each round: yields one array a round.
   *
   * @param X the samples, one a row
   */
  *stagedPredict(X: MatrixLike): Generator<number[], void> {
    const { cols, boosted } = this.learned;
    for (const raw of rawAlong(boosted, this.checkedInput(X, cols))) yield Array.from(raw);
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
  predictAlong(X: MatrixLike, param: string, values: readonly unknown[]): number[][] {
    if (!this.predictsAlong(param)) throw unknownParam("predictAlong", param, ["maxIter"]);
    const counts = checkedCounts(this, "maxIter", values, this.nIter);
    const stages = [...this.stagedPredict(X)];
    return counts.map((count) => stages[count - 1]!.slice());
  }

  /**
   * The number for each row of `X`.
   *
   * @param X the samples, one a row
   */
  predict(X: MatrixLike): number[] {
    const { cols, boosted } = this.learned;
    let last = new Float64Array(0) as Float64Array;
    for (const raw of rawAlong(boosted, this.checkedInput(X, cols))) last = raw;
    return Array.from(last);
  }
}
