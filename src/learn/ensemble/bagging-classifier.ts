import { Classifier, checkedTraining, firstLargest } from "../base/classifier.ts";
import { checkedWeights, type FitOptions } from "../base/fit-options.ts";
import { type Label, type Labels, selectLabels } from "../base/labels.ts";
import { cloned, type Learner } from "../base/learner.ts";
import type { Matrix, MatrixLike } from "../base/matrix.ts";
import { anyOf, learner, nothing, type ParamRule, seed, wholeNumber, yesOrNo } from "../base/params.ts";
import { RandomState } from "../random-state.ts";
import { DecisionTreeClassifier } from "../tree/decision-tree-classifier.ts";
import { countOf, type Draw, draw } from "./bagging-draws.ts";
import { baggedWeights, treeSeeds } from "./forest.ts";
import { maxSamples } from "./max-samples.ts";
import { MOST_PARTS } from "./most-parts.ts";
import { addTo, fitPart, probabilitiesOrVotes, seedPart, takesWeights } from "./parts.ts";

type Fitted = {
  cols: number;
  classes: Label[];
  parts: Learner[];
  features: Int32Array[];
  outOfBagScore: number | null;
};

const maxFeatures: ParamRule = {
  ...maxSamples,
  allowed: "null (all features), a whole number of at least 1, or a share of the features between 0 and 1",
};

/** One part of a bagging ensemble and what it was fitted on. */
export type BaggingStep = Draw & {
  /** How many parts there are by now. */
  iteration: number;
};

/**
 * Bagging: many copies of one classifier, each fitted on rows drawn by chance (with replacement, unless `bootstrap`
 * is false) and, if wanted, on a part of the columns. The class is that of the highest mean probability; parts
 * without `predictProba` vote. It makes steadier what depends much on single rows, such as deep trees.
 *
 * With the same seed it draws what scikit-learn draws. The time is that of `nEstimators` parts.
 * Breiman, Bagging predictors, Machine Learning 24, 1996.
 * @example
 * const model = new BaggingClassifier({estimator: new KNeighborsClassifier({nNeighbors: 1})});
 * model.fit([[1, 5], [2, 4], [8, 5], [9, 1]], ["tom", "tom", "clap", "clap"]);
 * display(model.predictProba([[8, 4]]));
 */
export class BaggingClassifier extends Classifier<Fitted> {
  static override readonly typeName = "BaggingClassifier";
  static override readonly params = {
    estimator: anyOf(nothing("a decision tree"), learner("predict", "clone")),
    nEstimators: wholeNumber(10, 1, MOST_PARTS),
    maxSamples,
    maxFeatures,
    bootstrap: yesOrNo(true),
    bootstrapFeatures: yesOrNo(false),
    oobScore: yesOrNo(false),
    randomState: seed,
  };
  declare estimator: Learner | null;
  declare nEstimators: number;
  declare maxSamples: number | null;
  declare maxFeatures: number | null;
  declare bootstrap: boolean;
  declare bootstrapFeatures: boolean;
  declare oobScore: boolean;
  declare randomState: number;

  constructor(
    params: {
      /** What is copied; null for a decision tree. */
      estimator?: Learner | null;
      /** How many copies. */
      nEstimators?: number;
      /** How many rows are drawn for each: null for as many as there are, a number, or a share below 1. */
      maxSamples?: number | null;
      /** How many columns are drawn for each: null for all, a number, or a share below 1. */
      maxFeatures?: number | null;
      /** Whether a row may be drawn more than once. */
      bootstrap?: boolean;
      /** Whether a column may be drawn more than once. */
      bootstrapFeatures?: boolean;
      /** Whether to also find the accuracy on rows that a part has not seen: `outOfBagScore`. Needs `bootstrap`. */
      oobScore?: boolean;
      /** The seed of all chance. */
      randomState?: number;
    } = {},
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
   * As `fit`, one part at a time: yields which rows and columns it was fitted on.
   *
   * @param X the samples, one a row
   * @param y the class of each row
   * @param options how much each row counts
   */
  *fitSteps(X: MatrixLike, y: Labels, options?: FitOptions): Generator<BaggingStep, this> {
    const { matrix, labels } = checkedTraining(X, y);
    const { rows, cols } = matrix;
    const { classes, codes } = labels;
    const weights = checkedWeights(options, rows);
    const { bootstrap, bootstrapFeatures } = this;
    if (this.oobScore && !bootstrap) {
      throw new RangeError("oobScore needs bootstrap to be true: without it each part sees all rows");
    }
    const sampleCount = countOf(this.maxSamples, rows, "maxSamples", "rows");
    const featureCount = countOf(this.maxFeatures, cols, "maxFeatures", "columns");
    const base = this.estimator ?? new DecisionTreeClassifier();
    const parts: Learner[] = [];
    const features: Int32Array[] = [];
    const outOfBag = this.oobScore ? new Float64Array(rows * classes.length) : null;
    for (const seed of treeSeeds(this.randomState, this.nEstimators)) {
      const part = cloned(base);
      seedPart(part, new RandomState(seed));
      const drawn = draw(seed, { cols, featureCount, bootstrapFeatures, rows, sampleCount, bootstrap });
      fitDrawn(part, matrix.selectCols(drawn.features), Array.from(y), weights, drawn.samples);
      if (outOfBag) judge(part, matrix, classes, drawn, outOfBag);
      parts.push(part);
      features.push(drawn.features);
      yield { iteration: parts.length, ...drawn };
    }
    const outOfBagScore = outOfBag && shareRight(outOfBag, codes, classes.length);
    this.fitted = { cols, classes, parts, features, outOfBagScore };
    return this;
  }

  /** The fitted parts. */
  get estimators(): Learner[] {
    return [...this.learned.parts];
  }

  /** For each part the columns that it was fitted on, in the order that it knows them by. */
  get estimatorsFeatures(): Int32Array[] {
    return this.learned.features.map((columns) => columns.slice());
  }

  /** The accuracy on training rows, each by the parts that have not seen it; null unless `oobScore` asks for it. */
  get outOfBagScore(): number | null {
    return this.learned.outOfBagScore;
  }

  protected votes(X: MatrixLike): Float64Array {
    const { cols, classes, parts, features } = this.learned;
    const matrix = this.checkedInput(X, cols);
    const sums = new Float64Array(matrix.rows * classes.length);
    for (const [p, part] of parts.entries()) {
      addTo(sums, probabilitiesOrVotes(part, matrix.selectCols(features[p]!), classes));
    }
    return sums.map((sum) => sum / parts.length);
  }
}

/** Fits a part on the drawn rows: by counting them as weights if it takes weights, else on copies of them. */
function fitDrawn(
  part: Learner,
  X: Matrix,
  y: Label[],
  weights: Float64Array | null,
  samples: Int32Array,
): void {
  if (weights === null && !takesWeights(part)) {
    part.fit(X.selectRows(samples), selectLabels(y, samples));
    return;
  }
  const counts = new Float64Array(X.rows);
  for (const row of samples) counts[row] = counts[row]! + 1;
  fitPart(part, X, y, baggedWeights(counts, weights), "BaggingClassifier");
}

/** Adds to `sums` what a part says of the rows that it has not seen. */
function judge(
  part: Learner,
  matrix: Matrix,
  classes: readonly Label[],
  { features, samples }: Draw,
  sums: Float64Array,
): void {
  const seen = new Set(samples);
  const unseen = Int32Array.from({ length: matrix.rows }, (_, row) => row).filter((row) => !seen.has(row));
  const said = probabilitiesOrVotes(part, matrix.selectRows(unseen).selectCols(features), classes);
  for (const [i, row] of unseen.entries()) {
    for (let c = 0; c < said.cols; c++) {
      const at = row * said.cols + c;
      sums[at] = sums[at]! + said.data[i * said.cols + c]!;
    }
  }
}

function shareRight(sums: Float64Array, codes: Int32Array, width: number): number {
  let right = 0;
  for (let i = 0; i < codes.length; i++) if (firstLargest(sums, i * width, width) === codes[i]) right++;
  return right / codes.length;
}
