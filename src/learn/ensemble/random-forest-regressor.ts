import { checkedWeights, type FitOptions } from "../base/fit-options.ts";
import type { MatrixLike } from "../base/matrix.ts";
import { unknownParam, wholeNumber, yesOrNo } from "../base/params.ts";
import { Regressor } from "../base/regressor.ts";
import { checkedRegression } from "../base/targets.ts";
import { r2 } from "../metrics/r2.ts";
import { checkSize } from "../tree/checked-size.ts";
import { columnsOf, rounded } from "../tree/columns.ts";
import { DecisionTreeRegressor } from "../tree/decision-tree-regressor.ts";
import type { FlatTree } from "../tree/flat-tree.ts";
import { type GrowthParams, growthParamsOf, growthRules } from "../tree/growth-params.ts";
import { featureCount, type MaxFeatures, maxFeatures } from "../tree/max-features.ts";
import { TrainingColumns } from "../tree/training.ts";
import { Xorshift } from "../tree/xorshift.ts";
import { checkedCounts } from "./checked-counts.ts";
import {
  addTree,
  baggedWeights,
  bagOf,
  bagSize,
  checkBootstrap,
  forestImportances,
  growInSteps,
  treeSeeds,
} from "./forest.ts";
import { maxSamples } from "./max-samples.ts";
import { MOST_PARTS } from "./most-parts.ts";
import { OutOfBag } from "./out-of-bag.ts";

type Fitted = { cols: number; trees: FlatTree[]; seeds: number[]; outOfBagScore: number | null };

/**
 * A random forest for numbers: many trees, each grown from rows drawn with replacement; the number is the mean of what
 * the trees say. With the same seed the trees are those that scikit-learn grows.
 *
 * For n rows, m features, T trees: `fit` takes about T m n log² n steps, `predict` T log n steps a row.
 * Breiman, Random Forests, Machine Learning 45, 2001.
 * @example
 * const forest = new RandomForestRegressor({nEstimators: 20});
 * forest.fit([[60], [70], [120], [140]], [0.2, 0.3, 0.8, 0.9]);
 * display(forest.predict([[65], [130]]));
 */
export class RandomForestRegressor extends Regressor<Fitted> {
  static override readonly typeName = "RandomForestRegressor";
  static override readonly params = {
    nEstimators: wholeNumber(100, 1, MOST_PARTS),
    ...growthRules,
    maxFeatures: maxFeatures(null),
    bootstrap: yesOrNo(true),
    maxSamples,
    oobScore: yesOrNo(false),
  };
  declare nEstimators: number;
  declare maxDepth: number | null;
  declare minSamplesSplit: number;
  declare minSamplesLeaf: number;
  declare maxFeatures: MaxFeatures;
  declare minWeightFractionLeaf: number;
  declare maxLeafNodes: number | null;
  declare minImpurityDecrease: number;
  declare ccpAlpha: number;
  declare bootstrap: boolean;
  declare maxSamples: number | null;
  declare oobScore: boolean;
  declare randomState: number;

  constructor(
    params: {
      /** How many trees. */
      nEstimators?: number;
      /** Whether each tree sees rows drawn with replacement; else all see the same. */
      bootstrap?: boolean;
      /** How many rows are drawn for a tree: null for as many as there are, a number, or a share below 1. */
      maxSamples?: number | null;
      /** Whether to also find R² on rows that a tree has not seen: `outOfBagScore`. Needs `bootstrap`. */
      oobScore?: boolean;
    } & GrowthParams = {},
  ) {
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
   * As `fit`, one tree at a time: yields how many there are after each, and now and then while a large one grows.
   *
   * @param X the samples, one a row
   * @param y the number of each row
   * @param options how much each row counts
   */
  *fitSteps(X: MatrixLike, y: ArrayLike<number>, options?: FitOptions): Generator<{ trees: number }, this> {
    const { matrix, target } = checkedRegression(X, y);
    checkSize(target, 1e140);
    const { rows, cols } = matrix;
    const weights = checkedWeights(options, rows);
    checkBootstrap(this);
    const size = bagSize(this.maxSamples, rows);
    const maxFeatures = featureCount(this.maxFeatures, cols);
    const training = new TrainingColumns(columnsOf(matrix));
    const outOfBag = this.oobScore ? new OutOfBag(rounded(matrix), cols, 1) : null;
    const seeds = treeSeeds(this.randomState, this.nEstimators);
    const trees: FlatTree[] = [];
    for (const seed of seeds) {
      const bag = this.bootstrap ? bagOf(seed, rows, size) : null;
      const counted = bag ? baggedWeights(bag, weights) : weights;
      const growth = training.forNumbers(target, counted, maxFeatures);
      const random = Xorshift.from(seed);
      const tree = yield* growInSteps({ ...growth, maxFeatures, random, options: this }, trees.length);
      trees.push(tree);
      if (bag) outOfBag?.add(tree, tree.values, bag);
      yield { trees: trees.length };
    }
    const outOfBagScore = outOfBag ? r2(target, outOfBag.means()) : null;
    this.fitted = { cols, trees, seeds, outOfBagScore };
    return this;
  }

  /** The trees, each fitted. */
  get estimators(): DecisionTreeRegressor[] {
    const { cols, trees, seeds } = this.learned;
    const params = growthParamsOf(this);
    return trees.map((tree, i) => {
      const fitted = structuredClone({ cols, tree });
      return DecisionTreeRegressor.revive(
        { ...params, randomState: seeds[i]! },
        fitted,
      ) as DecisionTreeRegressor;
    });
  }

  /** How much each feature made the training rows purer, all together 1: the mean over the trees. */
  get featureImportances(): Float64Array {
    return forestImportances(this.learned.trees, this.learned.cols);
  }

  /** R² on training rows, each by the trees that have not seen it; null unless `oobScore` asks for it. */
  get outOfBagScore(): number | null {
    return this.learned.outOfBagScore;
  }

  /**
   * Whether `predictAlong` can do this parameter.
   *
   * @param param the name of a parameter
   */
  predictsAlong(param: string): boolean {
    return param === "nEstimators";
  }

  /**
   * What `predict(X)` would be for each of several values of `nEstimators`, from the first trees of this forest. Throws
   * when another parameter is meant, a value is not allowed, or there are fewer trees.
   *
   * @param X the samples, one a row
   * @param param "nEstimators"
   * @param values how many trees
   */
  predictAlong(X: MatrixLike, param: string, values: readonly unknown[]): number[][] {
    if (!this.predictsAlong(param)) throw unknownParam("predictAlong", param, ["nEstimators"]);
    const counts = checkedCounts(this, "nEstimators", values, this.learned.trees.length);
    const predicted = new Map<number, number[]>();
    for (const { trees, sums } of this.sumAlong(X, Math.max(...counts))) {
      if (counts.includes(trees)) predicted.set(trees, meansOf(sums, trees));
    }
    return counts.map((count) => predicted.get(count)!.slice());
  }

  /**
   * The number for each row of `X`.
   *
   * @param X the samples, one a row
   */
  predict(X: MatrixLike): number[] {
    const count = this.learned.trees.length;
    let all = new Float64Array(0);
    for (const { sums } of this.sumAlong(X, count)) all = sums;
    return meansOf(all, count);
  }

  /** The sums of what the trees say, after each of the first `count` trees. */
  private *sumAlong(
    X: MatrixLike,
    count: number,
  ): Generator<{ trees: number; sums: Float64Array<ArrayBuffer> }> {
    const { cols, trees } = this.learned;
    const matrix = this.checkedInput(X, cols);
    const values = rounded(matrix);
    const sums = new Float64Array(matrix.rows);
    for (let t = 0; t < count; t++) {
      addTree(trees[t]!, trees[t]!.values, values, cols, sums);
      yield { trees: t + 1, sums };
    }
  }
}

function meansOf(sums: Float64Array, count: number): number[] {
  return Array.from(sums, (sum) => sum / count);
}
