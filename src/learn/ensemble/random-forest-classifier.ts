import { type ClassWeight, classWeight, weightsOfClasses, weightsOfRows } from "../base/class-weight.ts";
import { Classifier, checkedTraining, firstLargest } from "../base/classifier.ts";
import { checkedWeights, type FitOptions } from "../base/fit-options.ts";
import type { Label, Labels } from "../base/labels.ts";
import type { MatrixLike } from "../base/matrix.ts";
import { anyOf, oneOf, unknownParam, wholeNumber, yesOrNo } from "../base/params.ts";
import { columnsOf, rounded } from "../tree/columns.ts";
import { DecisionTreeClassifier } from "../tree/decision-tree-classifier.ts";
import type { FlatTree } from "../tree/flat-tree.ts";
import { type GrowthParams, growthParamsOf, growthRules } from "../tree/growth-params.ts";
import type { Impurity } from "../tree/impurity.ts";
import { featureCount, type MaxFeatures, maxFeatures } from "../tree/max-features.ts";
import { TrainingColumns } from "../tree/training.ts";
import { Xorshift } from "../tree/xorshift.ts";
import { checkedCounts } from "./checked-counts.ts";
import {
  addTree,
  baggedWeights,
  bagOf,
  bagSize,
  balancedInBag,
  checkBootstrap,
  forestImportances,
  growInSteps,
  sharesOf,
  treeSeeds,
} from "./forest.ts";
import { maxSamples } from "./max-samples.ts";
import { MOST_PARTS } from "./most-parts.ts";
import { OutOfBag } from "./out-of-bag.ts";

type Fitted = {
  cols: number;
  classes: Label[];
  trees: FlatTree[];
  seeds: number[];
  outOfBagScore: number | null;
};

/**
 * A random forest: many trees, each grown from rows drawn with replacement and asking about few features drawn anew
 * for each question; the class is that of the highest mean probability over the trees.
 *
 * With the same seed the trees are those that scikit-learn grows. (With `criterion: "entropy"` a tie may, rarely, be
 * decided otherwise: the last digit of a logarithm may differ.)
 *
 * For n rows, m features, T trees: `fit` takes about T √m n log² n steps, `predict` T log n steps a row.
 * Breiman, Random Forests, Machine Learning 45, 2001.
 * @example
 * const forest = new RandomForestClassifier({nEstimators: 10});
 * forest.fit([[1, 5], [2, 4], [8, 5], [9, 1]], ["tom", "tom", "clap", "clap"]);
 * display(forest.predict([[8, 4]]));
 * display(forest.featureImportances);
 */
export class RandomForestClassifier extends Classifier<Fitted> {
  static override readonly typeName = "RandomForestClassifier";
  static override readonly params = {
    nEstimators: wholeNumber(100, 1, MOST_PARTS),
    criterion: oneOf("gini", "entropy"),
    ...growthRules,
    maxFeatures: maxFeatures("sqrt"),
    bootstrap: yesOrNo(true),
    maxSamples,
    oobScore: yesOrNo(false),
    classWeight: anyOf(classWeight, oneOf("balanced_subsample")),
  };
  declare nEstimators: number;
  declare criterion: Impurity;
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
  declare classWeight: ClassWeight | "balanced_subsample";
  declare randomState: number;

  constructor(
    params: {
      /** How many trees. */
      nEstimators?: number;
      /** How the purity of a leaf is measured. */
      criterion?: Impurity;
      /** Whether each tree sees rows drawn with replacement; else all see the same. */
      bootstrap?: boolean;
      /** How many rows are drawn for a tree: null for as many as there are, a number, or a share below 1. */
      maxSamples?: number | null;
      /** Whether to also find the accuracy on rows that a tree has not seen: `outOfBagScore`. Needs `bootstrap`. */
      oobScore?: boolean;
      /** How much each class counts: null, "balanced" (or that by the rows of each tree), or by name. */
      classWeight?: ClassWeight | "balanced_subsample";
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
    const steps = this.fitSteps(X, y, options);
    while (!steps.next().done);
    return this;
  }

  /**
   * As `fit`, one tree at a time: yields how many there are after each, and now and then while a large one grows.
   *
   * @param X the samples, one a row
   * @param y the class of each row
   * @param options how much each row counts
   */
  *fitSteps(X: MatrixLike, y: Labels, options?: FitOptions): Generator<{ trees: number }, this> {
    const { matrix, labels } = checkedTraining(X, y);
    const { rows, cols } = matrix;
    const { classes, codes } = labels;
    // Without drawn rows each tree's rows are all.
    const bySubsample = this.classWeight === "balanced_subsample" && this.bootstrap;
    const classWeight = this.classWeight === "balanced_subsample" ? "balanced" : this.classWeight;
    const ofClasses = bySubsample ? null : weightsOfClasses(classWeight, labels);
    const weights = weightsOfRows(checkedWeights(options, rows), ofClasses, codes);
    checkBootstrap(this);
    const size = bagSize(this.maxSamples, rows);
    const maxFeatures = featureCount(this.maxFeatures, cols);
    const training = new TrainingColumns(columnsOf(matrix));
    const outOfBag = this.oobScore ? new OutOfBag(rounded(matrix), cols, classes.length) : null;
    const seeds = treeSeeds(this.randomState, this.nEstimators);
    const trees: FlatTree[] = [];
    for (const seed of seeds) {
      const bag = this.bootstrap ? bagOf(seed, rows, size) : null;
      let counted = bag ? baggedWeights(bag, weights) : weights;
      if (bag && bySubsample) counted = balancedInBag(bag, codes, classes.length, counted!);
      const growth = training.forClasses(codes, classes.length, counted, this.criterion, maxFeatures);
      const random = Xorshift.from(seed);
      const tree = yield* growInSteps({ ...growth, maxFeatures, random, options: this }, trees.length);
      trees.push(tree);
      if (bag) outOfBag?.add(tree, sharesOf(tree), bag);
      yield { trees: trees.length };
    }
    const outOfBagScore = outOfBag ? share(outOfBag.means(), codes, classes.length) : null;
    this.fitted = { cols, classes, trees, seeds, outOfBagScore };
    return this;
  }

  /** The trees, each fitted. */
  get estimators(): DecisionTreeClassifier[] {
    const { cols, classes, trees, seeds } = this.learned;
    const params = { criterion: this.criterion, ...growthParamsOf(this) };
    return trees.map((tree, i) => {
      const fitted = structuredClone({ cols, classes, tree });
      return DecisionTreeClassifier.revive(
        { ...params, randomState: seeds[i]! },
        fitted,
      ) as DecisionTreeClassifier;
    });
  }

  /** How much each feature made the training rows purer, all together 1: the mean over the trees. */
  get featureImportances(): Float64Array {
    return forestImportances(this.learned.trees, this.learned.cols);
  }

  /** The accuracy on training rows, each by the trees that have not seen it; null unless `oobScore` asks for it. */
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
  predictAlong(X: MatrixLike, param: string, values: readonly unknown[]): Label[][] {
    if (!this.predictsAlong(param)) throw unknownParam("predictAlong", param, ["nEstimators"]);
    const { classes, trees } = this.learned;
    const counts = checkedCounts(this, "nEstimators", values, trees.length);
    const predicted = new Map<number, Label[]>();
    for (const { trees, sums } of this.sumAlong(X, Math.max(...counts))) {
      if (counts.includes(trees)) predicted.set(trees, labelsOf(sums, trees, classes));
    }
    return counts.map((count) => predicted.get(count)!.slice());
  }

  protected votes(X: MatrixLike): Float64Array {
    const count = this.learned.trees.length;
    let votes = new Float64Array(0);
    for (const { sums } of this.sumAlong(X, count)) votes = sums;
    for (let at = 0; at < votes.length; at++) votes[at] = votes[at]! / count;
    return votes;
  }

  /** The sums of the trees' probabilities, after each of the first `count` trees. */
  private *sumAlong(
    X: MatrixLike,
    count: number,
  ): Generator<{ trees: number; sums: Float64Array<ArrayBuffer> }> {
    const { cols, classes, trees } = this.learned;
    const matrix = this.checkedInput(X, cols);
    const values = rounded(matrix);
    const sums = new Float64Array(matrix.rows * classes.length);
    for (let t = 0; t < count; t++) {
      addTree(trees[t]!, sharesOf(trees[t]!), values, cols, sums);
      yield { trees: t + 1, sums };
    }
  }
}

function labelsOf(sums: Float64Array, count: number, classes: readonly Label[]): Label[] {
  const width = classes.length;
  // Divided as in `votes`: that may make two equal that were not.
  const means = sums.map((sum) => sum / count);
  return Array.from(
    { length: sums.length / width },
    (_, i) => classes[firstLargest(means, i * width, width)]!,
  );
}

/** The share of rows whose largest vote is for their class. */
function share(votes: Float64Array, codes: Int32Array, width: number): number {
  return codes.filter((code, i) => firstLargest(votes, i * width, width) === code).length / codes.length;
}
