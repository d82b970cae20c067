import { checkedWeights, type FitOptions } from "../base/fit-options.ts";
import type { MatrixLike } from "../base/matrix.ts";
import { finiteNumber, seed, wholeNumber, wholeNumberOrNull } from "../base/params.ts";
import { Regressor } from "../base/regressor.ts";
import { checkedRegression } from "../base/targets.ts";
import { checkSize } from "./checked-size.ts";
import { columnsOf, rounded } from "./columns.ts";
import { depthsOf, type FlatTree, importancesOf, leavesOf } from "./flat-tree.ts";
import { Grower } from "./grow-tree.ts";
import { featureCount, type MaxFeatures, maxFeatures } from "./max-features.ts";
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
    maxDepth: wholeNumberOrNull(1),
    minSamplesSplit: wholeNumber(2, 2),
    minSamplesLeaf: wholeNumber(1, 1),
    maxFeatures: maxFeatures(null),
    minImpurityDecrease: finiteNumber(0, { least: 0 }),
    randomState: seed,
  };
  declare maxDepth: number | null;
  declare minSamplesSplit: number;
  declare minSamplesLeaf: number;
  declare maxFeatures: MaxFeatures;
  declare minImpurityDecrease: number;
  declare randomState: number;

  constructor(
    params: {
      /** How many questions one after the other at most. */
      maxDepth?: number | null;
      /** A node with fewer rows than this asks no more. */
      minSamplesSplit?: number;
      /** No leaf may have fewer rows than this. */
      minSamplesLeaf?: number;
      /** How many features, drawn anew for each question, it chooses from: null for all, a number or a share. */
      maxFeatures?: MaxFeatures;
      /** A question must make all rows at least this much purer. */
      minImpurityDecrease?: number;
      /** The seed that decides between equally good questions. */
      randomState?: number;
    } = {},
  ) {
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
    this.fitted = { cols: grower.cols, tree: grower.tree.done() };
    return this;
  }

  /**
   * As `fit`, one node at a time: yields each node as it is made; the tree is fitted when all are.
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
    this.fitted = { cols: grower.cols, tree: grower.tree.done() };
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
    return new Grower({ ...growth, maxFeatures, random, options: this });
  }
}
