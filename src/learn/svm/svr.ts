import { checkedWeights, type FitOptions } from "../base/fit-options.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { finiteNumber } from "../base/params.ts";
import { Regressor } from "../base/regressor.ts";
import { checkedRegression } from "../base/targets.ts";
import { kernelSums } from "./decision-values.ts";
import { type StepOptions, splitOptions } from "./fit-options.ts";
import { type Kernel, type KernelName, kernelFor } from "./kernel.ts";
import { KernelMemory, KernelRows } from "./kernel-rows.ts";
import { kernelSource } from "./kernel-source.ts";
import { weighted } from "./pair-coefficients.ts";
import { inFours } from "./products.ts";
import type { SmoProblem } from "./smo-problem.ts";
import { iterationLimit, type SmoState, solveInSteps } from "./smo-steps.ts";
import { svmParams } from "./svm-params.ts";

type Fitted = {
  kernel: Kernel;
  support: Int32Array;
  vectors: Matrix;
  weights: Float64Array;
  offset: number;
  iterations: number;
  solved: boolean;
};

/**
 * Support vector regression: a curve as flat as possible, from which a row may be `epsilon` away at no cost; what is
 * further costs `C` times its distance. Only the rows at the edge of that tube or outside it matter (the support
 * vectors). The kernels are those of SVC; scale X first.
 *
 * LIBSVM's algorithm step for step (C.-C. Chang and C.-J. Lin, LIBSVM: a library for support vector machines, 2011,
 * §2.4), kernels as 32-bit numbers included: scikit-learn's predictions. Takes iterations × O(rows) after at most
 * O(rows² × columns) for the kernels; predict is O(rows × support vectors × columns).
 * @example
 * const svr = new SVR({C: 10});
 * svr.fit([[1], [2], [3], [4], [5]], [1, 4, 9, 16, 25]);
 * display(svr.predict([[2.5], [4.5]]));
 */
export class SVR extends Regressor<Fitted> {
  static override readonly typeName = "SVR";
  static override readonly params = { ...svmParams, epsilon: finiteNumber(0.1, { least: 0 }) };
  declare kernel: KernelName;
  declare C: number;
  declare gamma: "scale" | "auto" | number;
  declare degree: number;
  declare coef0: number;
  declare tol: number;
  declare shrinking: boolean;
  declare maxIter: number | null;
  declare epsilon: number;

  constructor(
    params: {
      /** How alike two rows count as: see SVC. */
      kernel?: KernelName;
      /** What a distance of 1 beyond `epsilon` costs, above 0: with a large one the curve follows every row. */
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
      /** At most so many iterations; null for ten million, or 200 a row if that is more. */
      maxIter?: number | null;
      /** How far a row may be from the curve at no cost, in the unit of y. */
      epsilon?: number;
    } = {},
  ) {
    super(params);
  }

  fit(X: MatrixLike, y: ArrayLike<number>, options?: FitOptions): this {
    const steps = this.fitSteps(X, y, options);
    while (!steps.next().done);
    return this;
  }

  /** As `fit`, but yields after every `everyIterations` moved pairs of α, of which each row has two, and at the end. */
  *fitSteps(X: MatrixLike, y: ArrayLike<number>, options?: StepOptions): Generator<SmoState, this> {
    const { matrix, target } = checkedRegression(X, y);
    const { every, fitOptions } = splitOptions(matrix, options);
    const weights = checkedWeights(fitOptions, matrix.rows);
    const kernel = kernelFor(this, matrix);
    const order = Int32Array.from(target.keys()).filter((i) => weights?.[i] !== 0);
    const size = order.length;
    // Each row has two variables, of which one draws the curve up and one down: α and α*.
    const both = Int32Array.from({ length: 2 * size }, (_, k) => k % size);
    const problem: SmoProblem = {
      rows: new KernelRows(kernelSource(kernel, inFours(matrix, order)), both, new KernelMemory()),
      y: new Int8Array(2 * size).fill(1).fill(-1, size),
      linear: Float64Array.from(both, (row, k) => this.epsilon - (k < size ? 1 : -1) * target[order[row]!]!),
      upper: Float64Array.from(both, (row) => (weights?.[order[row]!] ?? 1) * this.C),
      tol: this.tol,
      shrinking: this.shrinking,
      maxIter: iterationLimit(this.maxIter, 2 * size),
    };
    const { alpha, offset, iterations, solved } = yield* solveInSteps(problem, every);
    const used = both.subarray(0, size).filter((row) => alpha[row] !== alpha[row + size]);
    const support = used.map((row) => order[row]!);
    this.fitted = {
      kernel,
      support,
      vectors: matrix.selectRows(support),
      weights: Float64Array.from(used, (row) => alpha[row]! - alpha[row + size]!),
      offset,
      iterations,
      solved,
    };
    return this;
  }

  predict(X: MatrixLike): number[] {
    const { kernel, vectors, weights, offset } = this.learned;
    return Array.from(kernelSums(kernel, vectors, weights, offset, this.checkedInput(X, vectors.cols)));
  }

  /** Which training rows are support vectors. */
  get support(): Int32Array {
    return this.learned.support.slice();
  }

  /** The support vectors, one a row. */
  get supportVectors(): Matrix {
    const { data, rows, cols } = this.learned.vectors;
    return new Matrix(data.slice(), rows, cols);
  }

  /** How many support vectors there are. */
  get nSupport(): number {
    return this.learned.support.length;
  }

  /** The weight α - α* of each support vector: 1 × support vectors. */
  get dualCoef(): Matrix {
    const { weights } = this.learned;
    return new Matrix(weights.slice(), 1, weights.length);
  }

  /** What is added to the weighted kernels. */
  get intercept(): number {
    return 0 - this.learned.offset;
  }

  /** With the kernel "linear" the weight of each column. Throws with another. */
  get coef(): Float64Array {
    const { kernel, weights, vectors } = this.learned;
    if (kernel.name !== "linear") {
      throw new Error(`coef is there for the kernel "linear" only, but the kernel is "${kernel.name}"`);
    }
    return weighted(weights, vectors, 0, vectors.rows);
  }

  /** How many iterations it took. */
  get nIter(): number {
    return this.learned.iterations;
  }

  /** Whether it was solved before `maxIter`. */
  get converged(): boolean {
    return this.learned.solved;
  }
}
