import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { anyOf, finiteNumber, nothing, oneOf, seed, wholeNumber, wholeNumberOrNull } from "../base/params.ts";
import { checkedRows } from "../base/targets.ts";
import { Transformer } from "../base/transformer.ts";
import { multiply } from "../linalg/products.ts";
import { RandomState } from "../random-state.ts";
import { type BetaLoss, divergence } from "./divergence.ts";
import { coordinateDescent, multiplicativeUpdates, type SolverOptions } from "./nmf-solvers.ts";
import { type Factors, firstFactors, type NMFInit } from "./nmf-start.ts";

type Fitted = { components: Matrix; reconstructionErr: number; nIter: number };

/**
 * Non-negative matrix factorisation: X ≈ WH, none of them negative (Lee and Seung, 1999). A spectrogram, say, becomes a
 * few spectra (`components`, H) and how loud each is when (`transform`, W).
 *
 * An iteration takes O(rows × columns × components), of `fit` and of `transform`.
 * @example
 * const nmf = new NMF({nComponents: 2}).fit([[1, 0, 2], [2, 0, 4], [0, 3, 0], [1, 3, 2]]);
 * display(nmf.components.data);
 * display(nmf.reconstructionErr);
 */
export class NMF extends Transformer<Fitted> {
  static override readonly typeName = "NMF";
  static override readonly params = {
    nComponents: wholeNumberOrNull(1),
    init: anyOf(
      nothing("nndsvda where there are enough rows and columns, else random"),
      oneOf("nndsvda", "nndsvd", "random"),
    ),
    solver: oneOf("cd", "mu"),
    betaLoss: oneOf("frobenius", "kullback-leibler"),
    tol: finiteNumber(1e-4, { least: 0 }),
    maxIter: wholeNumber(200, 1),
    alphaW: finiteNumber(0, { least: 0 }),
    alphaH: anyOf(oneOf("same"), finiteNumber(null, { least: 0 })),
    l1Ratio: finiteNumber(0, { least: 0, most: 1 }),
    randomState: seed,
  };
  declare nComponents: number | null;
  declare init: NMFInit | null;
  declare solver: "cd" | "mu";
  declare betaLoss: BetaLoss;
  declare tol: number;
  declare maxIter: number;
  declare alphaW: number;
  declare alphaH: number | "same";
  declare l1Ratio: number;
  declare randomState: number;

  constructor(
    params: {
      /** How many components; null for as many as columns. */
      nComponents?: number | null;
      /** How W and H start: by singular vectors (zeros filled with the mean, or left), or random. */
      init?: NMFInit | null;
      /** Coordinate descent, or multiplicative updates. */
      solver?: "cd" | "mu";
      /** What is to be small; "kullback-leibler" needs the solver "mu". */
      betaLoss?: BetaLoss;
      /** It ends when the gradient ("cd"), or what ten iterations gain ("mu"), is this part of the first. */
      tol?: number;
      /** How many iterations at most. */
      maxIter?: number;
      /** How strongly W is held small. */
      alphaW?: number;
      /** How strongly H is held small; "same" as W. */
      alphaH?: number | "same";
      /** Which part of that is l1, which makes zeros; the rest is l2. */
      l1Ratio?: number;
      /** The seed for the start. */
      randomState?: number;
    } = {},
  ) {
    super(params);
  }

  /**
   * Finds the components of the rows of `X`; `y` is not looked at. Throws when a number is negative.
   *
   * @param X the samples, one a row, no number negative
   */
  fit(X: MatrixLike, _y?: unknown): this {
    this.fitTransform(X);
    return this;
  }

  /**
   * `fit(X)`, and the W that was found with it: rows × components.
   *
   * @param X the samples, one a row, no number negative
   */
  override fitTransform(X: MatrixLike, _y?: unknown): Matrix {
    const { matrix, factors, steps } = this.begun(X);
    let nIter = 0;
    for (const iteration of steps) nIter = iteration;
    this.keep(matrix, factors, nIter);
    return factors.W;
  }

  /** As `fit`, in steps: yields after each iteration its number, from 1, and the error. */
  *fitSteps(X: MatrixLike, _y?: unknown): Generator<{ iteration: number; error: number }, this> {
    const { matrix, factors, steps } = this.begun(X);
    let nIter = 0;
    for (const iteration of steps) {
      nIter = iteration;
      yield { iteration, error: divergence(matrix, factors, this.betaLoss) };
    }
    return this.keep(matrix, factors, nIter);
  }

  private begun(X: MatrixLike): { matrix: Matrix; factors: Factors; steps: Generator<number> } {
    const matrix = checkedNonNegative(X);
    if (this.solver === "cd" && this.betaLoss !== "frobenius") {
      throw new RangeError(
        `NMF: betaLoss "${this.betaLoss}" needs the solver "mu", but it is "${this.solver}"`,
      );
    }
    const k = this.nComponents ?? matrix.cols;
    const most = Math.min(matrix.rows, matrix.cols);
    const init = this.init ?? (k <= most ? "nndsvda" : "random");
    if (init !== "random" && k > most) {
      throw new RangeError(
        `NMF: nComponents must be at most ${most}, the smaller of the rows and columns of X, for the init "${init}", but it is ${k}`,
      );
    }
    const factors = firstFactors(matrix, k, init, new RandomState(this.randomState));
    return { matrix, factors, steps: this.solved(matrix, factors, true) };
  }

  private solved(X: Matrix, factors: Factors, updateH: boolean): Generator<number> {
    const { maxIter, tol, betaLoss, alphaW, l1Ratio } = this;
    const alphaH = this.alphaH === "same" ? alphaW : this.alphaH;
    const penalties = {
      l1W: X.cols * alphaW * l1Ratio,
      l2W: X.cols * alphaW * (1 - l1Ratio),
      l1H: X.rows * alphaH * l1Ratio,
      l2H: X.rows * alphaH * (1 - l1Ratio),
    };
    const options: SolverOptions = { maxIter, tol, betaLoss, penalties, updateH };
    return (this.solver === "cd" ? coordinateDescent : multiplicativeUpdates)(X, factors, options);
  }

  private keep(X: Matrix, factors: Factors, nIter: number): this {
    const { data, rows, cols } = factors.H;
    const reconstructionErr = divergence(X, factors, this.betaLoss);
    this.fitted = { components: new Matrix(data.slice(), rows, cols), reconstructionErr, nIter };
    return this;
  }

  /**
   * How much of each component is in each row of `X`, found anew with the components as they are: rows × components.
   *
   * @param X the samples, one a row, no number negative
   */
  transform(X: MatrixLike): Matrix {
    const { components: H } = this.learned;
    const matrix = checkedNonNegative(this.checkedInput(X, H.cols));
    const mean = matrix.data.reduce((sum, value) => sum + value, 0) / matrix.data.length;
    const start = this.solver === "mu" ? Math.sqrt(mean / H.rows) : 0;
    const W = new Matrix(new Float64Array(matrix.rows * H.rows).fill(start), matrix.rows, H.rows);
    const steps = this.solved(matrix, { W, H }, false);
    while (!steps.next().done);
    return W;
  }

  /**
   * WH: the rows that are made of these parts of the components.
   *
   * @param X W as `transform` gives it, one row a sample
   */
  inverseTransform(X: MatrixLike): Matrix {
    const { components } = this.learned;
    return multiply(this.checkedInput(X, components.rows), components);
  }

  /** The components, one a row: components × columns. */
  get components(): Matrix {
    const { data, rows, cols } = this.learned.components;
    return new Matrix(data.slice(), rows, cols);
  }

  /** The square root of twice the divergence of WH from the fitted rows: for "frobenius" the length of X − WH. */
  get reconstructionErr(): number {
    return this.learned.reconstructionErr;
  }

  /** How many iterations it took. */
  get nIter(): number {
    return this.learned.nIter;
  }
}

function checkedNonNegative(X: MatrixLike): Matrix {
  const matrix = checkedRows(X, 1, "NMF");
  const at = matrix.data.findIndex((value) => value < 0);
  if (at < 0) return matrix;
  throw new RangeError(
    `NMF: X must hold numbers from 0 up, but row ${Math.floor(at / matrix.cols)}, column ${at % matrix.cols} is ${matrix.data[at]}`,
  );
}
