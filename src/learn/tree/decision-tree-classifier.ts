import { type ClassWeight, classWeight, weightsOfClasses, weightsOfRows } from "../base/class-weight.ts";
import { Classifier, checkedTraining } from "../base/classifier.ts";
import { checkedWeights, type FitOptions } from "../base/fit-options.ts";
import type { Label, Labels } from "../base/labels.ts";
import type { MatrixLike } from "../base/matrix.ts";
import { oneOf } from "../base/params.ts";
import { rounded } from "./columns.ts";
import { depthsOf, type FlatTree, importancesOf, leavesOf } from "./flat-tree.ts";
import { growerOf } from "./grow-tree.ts";
import type { Grower } from "./grower.ts";
import { type GrowthParams, growthRules } from "./growth-params.ts";
import type { Impurity } from "./impurity.ts";
import { trainingColumns } from "./kept-columns.ts";
import { featureCount, type MaxFeatures, maxFeatures } from "./max-features.ts";
import { pruningSteps } from "./prune.ts";
import { nodeAt, nodesOf, type TreeNode } from "./tree-node.ts";
import { Xorshift } from "./xorshift.ts";

type Fitted = { cols: number; classes: Label[]; tree: FlatTree };

/**
 * A decision tree: asks one question about one feature at a time ("is it at most 0.3?") and predicts the class
 * that most training rows in the leaf have (the first in `classes` of equally frequent ones).
 *
 * `maxDepth` null lets it grow until every leaf is pure. Features are compared as 32-bit numbers. Where two
 * splits are equally good, `randomState` decides; with the same seed the tree is the one scikit-learn grows.
 *
 * For n rows, m features: `fit` takes about m n log n steps; `predict` one step a row and question.
 * CART: Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984.
 * @example
 * const tree = new DecisionTreeClassifier({maxDepth: 2});
 * tree.fit([[1, 5], [2, 4], [8, 5], [9, 1]], ["tom", "tom", "clap", "crash"]);
 * display(tree.predict([[8, 4]]));
 * display(tree.getDepth());
 */
export class DecisionTreeClassifier extends Classifier<Fitted> {
  static override readonly typeName = "DecisionTreeClassifier";
  static override readonly params = {
    criterion: oneOf("gini", "entropy"),
    ...growthRules,
    maxFeatures: maxFeatures(null),
    classWeight,
  };
  declare criterion: Impurity;
  declare maxDepth: number | null;
  declare minSamplesSplit: number;
  declare minSamplesLeaf: number;
  declare maxFeatures: MaxFeatures;
  declare minWeightFractionLeaf: number;
  declare maxLeafNodes: number | null;
  declare minImpurityDecrease: number;
  declare ccpAlpha: number;
  declare classWeight: ClassWeight;
  declare randomState: number;

  constructor(
    params: {
      /** How the purity of a leaf is measured. */
      criterion?: Impurity;
      /** How much each class counts: null, "balanced", or by name. */
      classWeight?: ClassWeight;
    } & GrowthParams = {},
  ) {
    super(params);
  }

  /**
   * @param X the samples, one a row
   * @param y the class of each row
   * @param options how much each row counts
   */
  fit(X: MatrixLike, y: Labels, options?: FitOptions): this {
    const { grower, classes } = this.start(X, y, options);
    while (grower.next() >= 0);
    this.fitted = { cols: grower.cols, classes, tree: grower.done() };
    return this;
  }

  /**
   * As `fit`, one node at a time: yields each node when it is decided what it asks (in the order of `nodes`, or with
   * `maxLeafNodes` the most helpful first); the tree is fitted when all are. `ccpAlpha` cuts off nodes only then.
   *
   * @param X the samples, one a row
   * @param y the class of each row
   * @param options how much each row counts
   */
  *fitSteps(X: MatrixLike, y: Labels, options?: FitOptions): Generator<TreeNode, this> {
    const { grower, classes } = this.start(X, y, options);
    for (let at = grower.next(); at >= 0; at = grower.next()) {
      yield nodeAt(grower.tree.nodes, at, grower.depth, grower.leftSize);
    }
    this.fitted = { cols: grower.cols, classes, tree: grower.done() };
    return this;
  }

  /** The nodes of the fitted tree, the root first, each left branch before the right one. */
  get nodes(): readonly TreeNode[] {
    return nodesOf(this.learned.tree);
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
   * @param y the class of each row
   * @param options how much each row counts
   */
  costComplexityPruningPath(
    X: MatrixLike,
    y: Labels,
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

  protected votes(X: MatrixLike): Float64Array {
    const { values, width } = this.learned.tree;
    const leaves = this.apply(X);
    const votes = new Float64Array(leaves.length * width);
    for (let i = 0; i < leaves.length; i++) {
      const at = leaves[i]! * width;
      for (let c = 0; c < width; c++) votes[i * width + c] = values[at + c]!;
    }
    return votes;
  }

  private start(X: MatrixLike, y: Labels, options?: FitOptions): { grower: Grower; classes: Label[] } {
    const { matrix, labels } = checkedTraining(X, y);
    const { classes, codes } = labels;
    const weights = weightsOfRows(
      checkedWeights(options, matrix.rows),
      weightsOfClasses(this.classWeight, labels),
      codes,
    );
    const maxFeatures = featureCount(this.maxFeatures, matrix.cols);
    const random = Xorshift.from(this.randomState);
    const training = trainingColumns(matrix);
    const growth = training.forClasses(codes, classes.length, weights, this.criterion, maxFeatures);
    return { grower: growerOf({ ...growth, maxFeatures, random, options: this }), classes };
  }
}
