import { checkedWeights, type FitOptions } from "../base/fit-options.ts";
import type { MatrixLike } from "../base/matrix.ts";
import { Regressor } from "../base/regressor.ts";
import { checkedRegression } from "../base/targets.ts";
import { checkSize } from "./checked-size.ts";
import { columnsOf, rounded } from "./columns.ts";
import { depthsOf, type FlatTree, importancesOf, leavesOf } from "./flat-tree.ts";
import { growerOf } from "./grow-tree.ts";
import type { Grower } from "./grower.ts";
import { type GrowthParams, growthRules } from "./growth-params.ts";
import { featureCount, type MaxFeatures, maxFeatures } from "./max-features.ts";
import { pruningSteps } from "./prune.ts";
import { TrainingColumns } from "./training.ts";
import { type RegressionNode, regressionNodeAt, regressionNodesOf } from "./tree-node.ts";
import { Xorshift } from "./xorshift.ts";

type Fitted = { cols: number; tree: FlatTree };

/**
 * A decision tree for numbers: asks one question about one feature at a time ("is it at most 0.3?") and predicts the
 * mean of the training rows in the leaf.
 *
 * `maxDepth` null lets it grow until every leaf has one value. Features are compared as 32-bit numbers. Where two
 * splits are equally good, `randomState` decides; with the same seed the tree is the one scikit-learn grows.
 *
 * For n rows, m features: `fit` takes about m n log n steps for each level; `predict` one step a row and question.
 * CART: Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984.
 * @example
 * const tree = new DecisionTreeRegressor({maxDepth: 1});
 * tree.fit([[60], [70], [120], [140]], [0.2, 0.3, 0.8, 0.9]);
 * display(tree.predict([[65], [130]]));
 */
export class DecisionTreeRegressor extends Regressor<Fitted> {
  static override readonly typeName = "DecisionTreeRegressor";
  static override readonly params = {
    ...growthRules,
    maxFeatures: maxFeatures(null),
  };
  declare maxDepth: number | null;
  declare minSamplesSplit: number;
  declare minSamplesLeaf: number;
  declare maxFeatures: MaxFeatures;
  declare minWeightFractionLeaf: number;
  declare maxLeafNodes: number | null;
  declare minImpurityDecrease: number;
  declare ccpAlpha: number;
  declare randomState: number;

  constructor(params: GrowthParams = {}) {
    super(params);
  }

  /**
   * @param X the samples, one a row
   * @param y the number of each row
   * @param options how much each row counts
   */
  fit(X: MatrixLike, y: ArrayLike<number>, options?: FitOptions): this {
    const grower = this.grower(X, y, options);
    while (grower.next() >= 0);
    this.fitted = { cols: grower.cols, tree: grower.done() };
    return this;
  }

  /**
   * As `fit`, one node at a time: yields each node when it is decided what it asks (in the order of `nodes`, or with
   * `maxLeafNodes` the most helpful first); the tree is fitted when all are. `ccpAlpha` cuts off nodes only then.
   *
   * @param X the samples, one a row
   * @param y the number of each row
   * @param options how much each row counts
   */
  *fitSteps(X: MatrixLike, y: ArrayLike<number>, options?: FitOptions): Generator<RegressionNode, this> {
    const grower = this.grower(X, y, options);
    for (let at = grower.next(); at >= 0; at = grower.next()) {
      yield regressionNodeAt(grower.tree.nodes, at, grower.depth, grower.leftSize);
    }
    this.fitted = { cols: grower.cols, tree: grower.done() };
    return this;
  }

  /** The nodes of the fitted tree, the root first, each left branch before the right one. */
  get nodes(): readonly RegressionNode[] {
    return regressionNodesOf(this.learned.tree);
  }

  /** How much each feature made the training rows purer, all together 1 (all 0 where nothing is asked). */
  get featureImportances(): Float64Array {
    return importancesOf(this.learned.tree, this.learned.cols);
  }

  /** How many questions the longest way from the root to a leaf has. */
  getDepth(): number {
    return depthsOf(this.learned.tree).reduce((deepest, depth) => Math.max(deepest, depth), 0);
  }

  /** How many leaves the tree has. */
  getNLeaves(): number {
    return this.learned.tree.feature.filter((feature) => feature < 0).length;
  }

  /**
   * The values of `ccpAlpha` at which more of the tree is cut off, ascending, and from each on how impure the leaves
   * are together. The tree is grown for that with these parameters; this estimator stays as it is.
   *
   * @param X the samples, one a row
   * @param y the number of each row
   * @param options how much each row counts
   */
  costComplexityPruningPath(
    X: MatrixLike,
    y: ArrayLike<number>,
    options?: FitOptions,
  ): { ccpAlphas: number[]; impurities: number[] } {
    const whole = this.clone().setParams({ ccpAlpha: 0 }).fit(X, y, options);
    const steps = pruningSteps(whole.learned.tree);
    return { ccpAlphas: steps.map(({ alpha }) => alpha), impurities: steps.map(({ impurity }) => impurity) };
  }

  /**
   * The leaf that each row of `X` comes to: its position in `nodes`.
   *
   * @param X the samples, one a row
   */
  apply(X: MatrixLike): Int32Array {
    const { cols, tree } = this.learned;
    const matrix = this.checkedInput(X, cols);
    const leaves = new Int32Array(matrix.rows);
    leavesOf(tree, rounded(matrix), cols, leaves);
    return leaves;
  }

  /**
   * The number for each row of `X`.
   *
   * @param X the samples, one a row
   */
  predict(X: MatrixLike): number[] {
    const { values } = this.learned.tree;
    return Array.from(this.apply(X), (leaf) => values[leaf]!);
  }

  private grower(X: MatrixLike, y: ArrayLike<number>, options?: FitOptions): Grower {
    const { matrix, target } = checkedRegression(X, y);
    checkSize(target, 1e140);
    const weights = checkedWeights(options, matrix.rows);
    const maxFeatures = featureCount(this.maxFeatures, matrix.cols);
    const columns = columnsOf(matrix);
    const random = Xorshift.from(this.randomState);
    const growth = new TrainingColumns(columns).forNumbers(target, weights, maxFeatures);
    return growerOf({ ...growth, maxFeatures, random, options: this });
  }
}
