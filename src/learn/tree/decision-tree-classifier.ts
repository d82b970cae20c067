import { Classifier, checkedTraining } from "../base/classifier.ts";
import type { Label, Labels } from "../base/labels.ts";
import type { MatrixLike } from "../base/matrix.ts";
import { oneOf, seed, wholeNumber, wholeNumberOrNull } from "../base/params.ts";
import { growTree, type TreeNode } from "./grow-tree.ts";
import type { Criterion } from "./impurity.ts";

type Fitted = { cols: number; classes: Label[]; nodes: TreeNode[] };

/**
 * A decision tree: asks one question about one feature at a time ("is it at most 0.3?") and predicts the class
 * that most training rows in the leaf have (the first in `classes` of equally frequent ones).
 *
 * `maxDepth` null lets it grow until every leaf is pure. Features are compared as 32-bit numbers. Where two
 * splits are equally good, `randomState` decides; with the same seed the tree is the one scikit-learn grows.
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
    maxDepth: wholeNumberOrNull(1),
    minSamplesSplit: wholeNumber(2, 2),
    minSamplesLeaf: wholeNumber(1, 1),
    randomState: seed,
  };
  declare criterion: Criterion;
  declare maxDepth: number | null;
  declare minSamplesSplit: number;
  declare minSamplesLeaf: number;
  declare randomState: number;

  constructor(
    params: {
      /** How the purity of a leaf is measured. */
      criterion?: Criterion;
      /** How many questions one after the other at most. */
      maxDepth?: number | null;
      /** A node with fewer rows than this asks no more. */
      minSamplesSplit?: number;
      /** No leaf may have fewer rows than this. */
      minSamplesLeaf?: number;
      /** The seed that decides between equally good questions. */
      randomState?: number;
    } = {},
  ) {
    super(params);
  }

  fit(X: MatrixLike, y: Labels): this {
    const steps = this.fitSteps(X, y);
    while (!steps.next().done);
    return this;
  }

  /** As `fit`, one node at a time: yields each node as it is made; the tree is fitted when all are. */
  *fitSteps(X: MatrixLike, y: Labels): Generator<TreeNode, this> {
    const { matrix, labels } = checkedTraining(X, y);
    const nodes = yield* growTree(matrix, labels, this);
    this.fitted = { cols: matrix.cols, classes: labels.classes, nodes };
    return this;
  }

  /** The nodes of the fitted tree, the root first, each left branch before the right one. */
  get nodes(): readonly TreeNode[] {
    return structuredClone(this.learned.nodes);
  }

  /** How many questions the longest way from the root to a leaf has. */
  getDepth(): number {
    return this.learned.nodes.reduce((deepest, { depth }) => Math.max(deepest, depth), 0);
  }

  /** How many leaves the tree has. */
  getNLeaves(): number {
    return this.learned.nodes.filter(({ split }) => split === null).length;
  }

  protected votes(X: MatrixLike): Float64Array {
    const { cols, classes, nodes } = this.learned;
    const { data, rows } = this.checkedInput(X, cols);
    const votes = new Float64Array(rows * classes.length);
    for (let i = 0; i < rows; i++) {
      let node = nodes[0]!;
      while (node.split !== null) {
        const value = Math.fround(data[i * cols + node.split.feature]!);
        node = nodes[value <= node.split.threshold ? node.left : node.right]!;
      }
      votes.set(node.counts, i * classes.length);
    }
    return votes;
  }
}
