import { Classifier, checkedTraining, firstLargest } from "../base/classifier.ts";
import { checkedWeights, type FitOptions } from "../base/fit-options.ts";
import type { Label, Labels } from "../base/labels.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { oneOf, type ParamRule, seed } from "../base/params.ts";
import { shown } from "../base/shown.ts";
import { RandomState } from "../random-state.ts";
import { drawOne } from "./draw-one.ts";

type Strategy = "prior" | "most_frequent" | "stratified" | "uniform" | "constant";
type Fitted = { classes: Label[]; classPrior: Float64Array; constant: number };

const constantLabel: ParamRule = {
  default: null,
  allows: (value) => value === null || typeof value === "string" || Number.isFinite(value),
  allowed: "null or a class: text or a number",
};

/**
 * The baseline that looks at no feature. It always predicts the most frequent class of the training rows (the first
 * in `classes` of equally frequent ones); or, as `strategy` says, a class drawn with the shares of the training rows,
 * any class, or always the same one. A model that is no better than this has learned nothing.
 *
 * `fit` and `predict` take time in proportion to rows × classes.
 * @example
 * const baseline = new DummyClassifier().fit([[0], [0], [0]], ["kick", "kick", "snare"]);
 * display(baseline.predict([[1]]));
 */
export class DummyClassifier extends Classifier<Fitted> {
  static override readonly typeName = "DummyClassifier";
  static override readonly params = {
    strategy: oneOf("prior", "most_frequent", "stratified", "uniform", "constant"),
    constant: constantLabel,
    randomState: seed,
  };
  declare strategy: Strategy;
  declare constant: Label | null;
  declare randomState: number;

  constructor(
    params: {
      /**
       * "prior" and "most_frequent" predict the commonest class, with the classes' shares or 1 as its probability;
       * "stratified" draws classes by their shares, "uniform" all alike; "constant" predicts `constant`.
       */
      strategy?: Strategy;
      /** The class that "constant" predicts; it must be one of the training rows'. */
      constant?: Label | null;
      /** The seed of what "stratified" and "uniform" draw, afresh in every call. */
      randomState?: number;
    } = {},
  ) {
    super(params);
  }

  fit(X: MatrixLike, y: Labels, options?: FitOptions): this {
    const { matrix, labels } = checkedTraining(X, y);
    const { classes, codes } = labels;
    const sampleWeight = checkedWeights(options, matrix.rows);
    const constant = this.strategy === "constant" ? classes.indexOf(this.constant as Label) : -1;
    if (this.strategy === "constant" && constant < 0) {
      const known = classes.map(shown).join(", ");
      throw new RangeError(
        `constant must be one of the classes in y, ${known}, but it is ${shown(this.constant)}`,
      );
    }
    const classPrior = new Float64Array(classes.length);
    let total = 0;
    for (let i = 0; i < codes.length; i++) {
      const weight = sampleWeight === null ? 1 : sampleWeight[i]!;
      classPrior[codes[i]!]! += weight;
      total += weight;
    }
    this.fitted = { classes, classPrior: classPrior.map((weight) => weight / total), constant };
    return this;
  }

  /** Each class's share of the training rows. */
  get classPrior(): Float64Array {
    return this.learned.classPrior.slice();
  }

  override predict(X: MatrixLike): Label[] {
    if (this.strategy !== "uniform") return super.predict(X);
    const { classes } = this.learned;
    const random = new RandomState(this.randomState);
    return Array.from({ length: Matrix.from(X).rows }, () => classes[random.integers(0, classes.length)]!);
  }

  override predictProba(X: MatrixLike): Matrix {
    const { length } = this.learned.classes;
    const shares = this.votes(X);
    return new Matrix(shares, shares.length / length, length);
  }

  protected votes(X: MatrixLike): Float64Array {
    const { classPrior } = this.learned;
    const { rows } = Matrix.from(X);
    const width = classPrior.length;
    const votes = new Float64Array(rows * width);
    const random = new RandomState(this.randomState);
    const same = this.shares();
    for (let i = 0; i < rows; i++) {
      if (same) votes.set(same, i * width);
      else votes[i * width + drawOne(random, classPrior)] = 1;
    }
    return votes;
  }

  /** The probabilities that all rows have; null if they are drawn. */
  private shares(): Float64Array | null {
    const { classPrior, constant } = this.learned;
    const { length } = classPrior;
    if (this.strategy === "prior") return classPrior;
    if (this.strategy === "stratified") return null;
    if (this.strategy === "uniform") return classPrior.map(() => 1 / length);
    const chosen = this.strategy === "constant" ? constant : firstLargest(classPrior, 0, length);
    return classPrior.map((_, c) => (c === chosen ? 1 : 0));
  }
}
