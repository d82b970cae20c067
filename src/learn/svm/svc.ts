import { type ClassWeight, classWeight, weightsOfClasses } from "../base/class-weight.ts";
import { Classifier, checkedTraining, checkTwoClasses } from "../base/classifier.ts";
import { checkedWeights, type FitOptions } from "../base/fit-options.ts";
import type { Label, Labels } from "../base/labels.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { oneOf, seed, yesOrNo } from "../base/params.ts";
import { shown } from "../base/shown.ts";
import { RandomState } from "../random-state.ts";
import { decisionValues } from "./decision-values.ts";
import { type StepOptions, splitOptions } from "./fit-options.ts";
import { groupRows } from "./grouped-rows.ts";
import { type KernelName, kernelFor } from "./kernel.ts";
import { pairCoefficients } from "./pair-coefficients.ts";
import { confidences, pairProbabilities, votesOf } from "./pair-votes.ts";
import type { SmoState } from "./smo-steps.ts";
import { svmParams } from "./svm-params.ts";
import { type TrainedPairs, trainPairs } from "./train-pairs.ts";

type Fitted = { cols: number; classes: Label[]; pairs: TrainedPairs };

/** How the fit of an SVC stands: see `fitSteps`. */
export type SvcStep = {
  /** The two classes that it learns to tell apart. */
  classes: [Label, Label];
} & SmoState;

/** The largest seed, exclusive, that scikit-learn draws for LIBSVM. */
const MOST_SEED = 2 ** 31 - 1;
const LIKELY_LEAST = 1e-7;

/**
 * A support vector machine: for each two classes the boundary with the widest margin between them, made of the rows
 * that lie nearest to it (the support vectors). `kernel` says how alike two rows a and b are: "rbf"
 * e^(-gamma·|a - b|²), "linear" a·b, "poly" (gamma·a·b + coef0)^degree, "sigmoid" tanh(gamma·a·b + coef0). Every pair
 * of classes has a vote; of equally many the first in `classes` wins. Scale X first: the kernel adds up its columns.
 *
 * It is LIBSVM's algorithm step for step (C.-C. Chang and C.-J. Lin, LIBSVM: a library for support vector machines,
 * 2011), kernels as 32-bit numbers included, so it stops at the same α as scikit-learn and predicts the same.
 * A pair of l rows takes iterations × O(l), after O(rows² × columns) for the kernels; predict is
 * O(rows × support vectors × (columns + classes)).
 * @example
 * const svc = new SVC({kernel: "linear"});
 * svc.fit([[1, 1], [2, 1], [6, 5], [7, 7]], ["kick", "kick", "hihat", "hihat"]);
 * display(svc.predict([[3, 3], [5, 5]]));
 * display(svc.supportVectors);
 */
export class SVC extends Classifier<Fitted> {
  static override readonly typeName = "SVC";
  static override readonly params = {
    ...svmParams,
    classWeight,
    decisionFunctionShape: oneOf("ovr", "ovo"),
    breakTies: yesOrNo(false),
    probability: yesOrNo(false),
    randomState: seed,
  };
  declare kernel: KernelName;
  declare C: number;
  declare gamma: "scale" | "auto" | number;
  declare degree: number;
  declare coef0: number;
  declare tol: number;
  declare shrinking: boolean;
  declare maxIter: number | null;
  declare classWeight: ClassWeight;
  declare decisionFunctionShape: "ovr" | "ovo";
  declare breakTies: boolean;
  declare probability: boolean;
  declare randomState: number;

  constructor(
    params: {
      /** How alike two rows count as. */
      kernel?: KernelName;
      /** How much a row inside the margin costs, above 0: large ones bend the boundary to every row. */
      C?: number;
      /** How fast likeness falls with distance, above 0; "scale" is 1 / (columns × variance of X), "auto" 1 / columns. */
      gamma?: "scale" | "auto" | number;
      /** The power of the kernel "poly". */
      degree?: number;
      /** What "poly" and "sigmoid" add to the product. */
      coef0?: number;
      /** Ends when no pair of rows violates the conditions of the optimum by this much. */
      tol?: number;
      /** Whether rows that seem settled are put aside for a while: quicker on many rows. */
      shrinking?: boolean;
      /** At most so many iterations a pair of classes; null for ten million, or 100 a row if that is more. */
      maxIter?: number | null;
      /** How much each class counts: a factor of C. */
      classWeight?: ClassWeight;
      /** Whether `decisionFunction` has a column for each class ("ovr") or each pair of classes ("ovo"). */
      decisionFunctionShape?: "ovr" | "ovo";
      /** Whether equally many votes are decided by `decisionFunction` rather than by the order of classes. */
      breakTies?: boolean;
      /** Whether `predictProba` is wanted: fits six times instead of once. */
      probability?: boolean;
      /** The seed of the folds from which probabilities are learned. */
      randomState?: number;
    } = {},
  ) {
    super(params);
  }

  fit(X: MatrixLike, y: Labels, options?: FitOptions): this {
    const steps = this.fitSteps(X, y, options);
    while (!steps.next().done);
    return this;
  }

  /** As `fit`, but yields after every `everyIterations` moved pairs of α, and at the end of each pair of classes. */
  *fitSteps(X: MatrixLike, y: Labels, options?: StepOptions): Generator<SvcStep, this> {
    const { matrix, labels } = checkedTraining(X, y);
    const { every, fitOptions } = splitOptions(matrix, options);
    const { classes, codes } = labels;
    checkTwoClasses(classes, "SVC");
    const sampleWeight = checkedWeights(fitOptions, matrix.rows);
    const ofClasses = weightsOfClasses(this.classWeight, labels);
    this.checkTies();
    const zero = ofClasses?.indexOf(0) ?? -1;
    if (zero >= 0) {
      throw new RangeError(
        `SVC: the class weight of ${shown(classes[zero])} must be above 0, but it is 0: leave its rows out instead`,
      );
    }
    const upper = Float64Array.from(
      codes,
      (code, i) => (sampleWeight?.[i] ?? 1) * (this.C * (ofClasses?.[code] ?? 1)),
    );
    const rows = groupRows(matrix, codes, classes.length, sampleWeight, upper, kernelFor(this, matrix));
    const missing = classes.findIndex((_, c) => rows.starts[c] === rows.starts[c + 1]);
    if (missing >= 0) {
      throw new RangeError(
        `sampleWeight must leave a row of each class, but all of ${shown(classes[missing])} are 0`,
      );
    }
    const folds = this.probability ? new RandomState(this.randomState).integers(0, MOST_SEED) : null;
    const steps = trainPairs(rows, this, every, folds);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        this.fitted = { cols: matrix.cols, classes, pairs: step.value };
        return this;
      }
      const { pair, ...state } = step.value;
      yield { classes: [classes[pair[0]]!, classes[pair[1]]!], ...state };
    }
  }

  /**
   * How much speaks for each class, in a column each: its votes, and among equals how clearly they were won. With two
   * classes one column, above 0 for the second class; with "ovo" one for each pair, above 0 for the first of the two.
   */
  decisionFunction(X: MatrixLike): Matrix {
    const { classes } = this.learned;
    const values = this.values(X);
    const rows = values.length / this.learned.pairs.offsets.length;
    if (classes.length === 2)
      return new Matrix(
        values.map((value) => -value + 0),
        rows,
        1,
      );
    if (this.decisionFunctionShape === "ovo")
      return new Matrix(values, rows, values.length / Math.max(1, rows));
    return new Matrix(confidences(values, classes.length), rows, classes.length);
  }

  /** The probability of each class (Platt's, from five folds): the most probable is not always the predicted one. */
  override predictProba(X: MatrixLike): Matrix {
    const { classes, pairs } = this.learned;
    if (pairs.sigmoids === null) {
      throw new Error("predictProba needs an SVC that was fitted with {probability: true}");
    }
    const result = pairProbabilities(this.values(X), pairs.sigmoids, classes.length, LIKELY_LEAST);
    return new Matrix(result, result.length / classes.length, classes.length);
  }

  /** Which training rows are support vectors: those of the first class first. */
  get support(): Int32Array {
    return this.learned.pairs.support.slice();
  }

  /** The support vectors, one a row. */
  get supportVectors(): Matrix {
    const { data, rows, cols } = this.learned.pairs.vectors;
    return new Matrix(data.slice(), rows, cols);
  }

  /** How many support vectors each class has. */
  get nSupport(): Int32Array {
    return this.learned.pairs.perClass.slice();
  }

  /** The weights y·α of the support vectors against the other classes: (classes - 1) × support vectors. */
  get dualCoef(): Matrix {
    const { data, rows, cols } = this.learned.pairs.weights;
    return new Matrix(rows === 1 ? data.map((weight) => -weight) : data.slice(), rows, cols);
  }

  /** What each pair of classes adds to its decision value. */
  get intercept(): Float64Array {
    const { offsets } = this.learned.pairs;
    return offsets.length === 1 ? offsets.slice() : offsets.map((offset) => 0 - offset);
  }

  /** With the kernel "linear" the weight of each column, one row for each pair of classes. Throws with another. */
  get coef(): Matrix {
    const { pairs } = this.learned;
    if (pairs.kernel.name !== "linear") {
      throw new Error(`coef is there for the kernel "linear" only, but the kernel is "${pairs.kernel.name}"`);
    }
    return pairCoefficients(this.dualCoef, pairs.vectors, pairs.perClass);
  }

  /** How many iterations each pair of classes took. */
  get nIter(): Int32Array {
    return this.learned.pairs.iterations.slice();
  }

  /** Whether all pairs of classes were solved before `maxIter`. */
  get converged(): boolean {
    return this.learned.pairs.solved;
  }

  protected votes(X: MatrixLike): Float64Array {
    this.checkTies();
    const { classes } = this.learned;
    const values = this.values(X);
    return this.breakTies && classes.length > 2
      ? confidences(values, classes.length)
      : votesOf(values, classes.length);
  }

  private values(X: MatrixLike): Float64Array {
    const { cols, pairs } = this.learned;
    return decisionValues(pairs, this.checkedInput(X, cols));
  }

  private checkTies(): void {
    if (this.breakTies && this.decisionFunctionShape === "ovo") {
      throw new RangeError('SVC: breakTies must be false when decisionFunctionShape is "ovo"');
    }
  }
}
