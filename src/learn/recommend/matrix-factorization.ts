import { checkRoom } from "../base/check-room.ts";
import { Matrix } from "../base/matrix.ts";
import { finiteNumber, oneOf, seed, wholeNumber, yesOrNo } from "../base/params.ts";
import { RandomState } from "../random-state.ts";
import { drain } from "../selection/steps.ts";
import { dot, type Factors, halfStep, lossOf, sidesOf } from "./alternating-least-squares.ts";
import { type CodedRatings, codedRatings, meanOf, type Ratings } from "./ratings.ts";
import { Recommender } from "./recommender.ts";
import { type Biases, epoch } from "./stochastic-gradient-descent.ts";

/** How well the factors fit after an iteration: what is made small, and the root of the mean squared error. */
export type FactorizationStep = { iteration: number; loss: number; rmse: number };
type Fitted = CodedRatings & {
  factors: Factors;
  biases: Biases;
  mean: number;
  history: FactorizationStep[];
  converged: boolean;
};

/** How far from 0 the factors begin. */
const INITIAL_SPREAD = 0.1;

/**
 * Finds a few numbers ("factors") for each user and each item, so that their products give the ratings: what was
 * not rated is predicted from them.
 *
 * `solver: "als"` solves for all users' factors and all items' in turn; its loss never rises. Ratings less their
 * mean are fitted, the regularization counting for each rating (Zhou et al., 2008); with `implicit` a rating is how
 * often something was heard, and all pairs count (Hu, Koren and Volinsky, 2008): 1 + alpha · rating for one with a
 * rating, which should give 1, and 1 for one without, which should give 0. `solver: "sgd"` moves factors and biases
 * rating by rating (Funk, 2006).
 *
 * Time of an iteration: ratings × factors² and (users + items) × factors³ for "als", ratings × factors for "sgd".
 * @example
 * const ratings = [["Ann", "Blue", 5], ["Ann", "Hurt", 1], ["Bob", "Blue", 4], ["Cid", "Hurt", 5], ["Cid", "Numb", 4]];
 * const model = new MatrixFactorization({nFactors: 2}).fit(ratings);
 * display(model.recommend("Ann", {n: 1}));
 */
export class MatrixFactorization extends Recommender<Fitted> {
  static override readonly typeName = "MatrixFactorization";
  static override readonly params = {
    nFactors: wholeNumber(10, 1),
    solver: oneOf("als", "sgd"),
    implicit: yesOrNo(false),
    alpha: finiteNumber(40, { least: 0 }),
    regularization: finiteNumber(0.1, { least: 0 }),
    learningRate: finiteNumber(0.01, { above: 0 }),
    maxIter: wholeNumber(30, 1),
    tol: finiteNumber(1e-4, { least: 0 }),
    randomState: seed,
  };
  declare nFactors: number;
  declare solver: "als" | "sgd";
  declare implicit: boolean;
  declare alpha: number;
  declare regularization: number;
  declare learningRate: number;
  declare maxIter: number;
  declare tol: number;
  declare randomState: number;

  constructor(
    params: {
      /** How many numbers describe a user or an item. */
      nFactors?: number;
      /** How they are found. */
      solver?: "als" | "sgd";
      /** Whether ratings count how often, rather than tell how good; with "als" only. */
      implicit?: boolean;
      /** With `implicit`, how much more a rating of 1 is trusted than none. */
      alpha?: number;
      /** How strongly factors are held near 0. */
      regularization?: number;
      /** With "sgd", how far a rating moves the factors. */
      learningRate?: number;
      /** How many iterations at most. */
      maxIter?: number;
      /** It stops when the loss falls by less than this part of it; 0 for never. */
      tol?: number;
      /** The seed of the first factors and of the order of the ratings. */
      randomState?: number;
    } = {},
  ) {
    super(params);
  }

  override fit(ratings: Ratings): this {
    return drain(this.fitSteps(ratings));
  }

  /** As `fit`, one iteration at a time: yields the loss and the error after each. */
  *fitSteps(ratings: Ratings): Generator<FactorizationStep, this> {
    if (this.implicit && this.solver === "sgd") {
      throw new RangeError('MatrixFactorization: implicit needs solver "als"');
    }
    const coded = codedRatings(ratings);
    if (this.implicit && coded.values.some((value) => value < 0)) {
      throw new RangeError("MatrixFactorization: with implicit, ratings must be at least 0");
    }
    const random = new RandomState(this.randomState);
    const k = this.nFactors;
    const most = Math.max(coded.users.length + coded.items.length, k);
    checkRoom("MatrixFactorization", most, k, "choose a smaller nFactors");
    const start = (rows: number) =>
      Float64Array.from({ length: rows * k }, () => random.normal(0, INITIAL_SPREAD));
    const factors = { k, users: start(coded.users.length), items: start(coded.items.length) };
    const biases = {
      users: new Float64Array(coded.users.length),
      items: new Float64Array(coded.items.length),
    };
    const mean = this.implicit ? 0 : meanOf(coded.values);
    const iterate =
      this.solver === "als"
        ? this.leastSquares(coded, mean, factors)
        : () => epoch(coded, mean, factors, biases, this, random);
    const history: FactorizationStep[] = [];
    let converged = false;
    for (let iteration = 1; iteration <= this.maxIter && !converged; iteration++) {
      const step = { iteration, ...iterate() };
      if (!Number.isFinite(step.loss)) {
        throw new RangeError(
          this.solver === "sgd"
            ? "MatrixFactorization: the factors grow without end: choose a smaller learningRate, or scale the ratings"
            : "MatrixFactorization: the ratings are too large: scale them first",
        );
      }
      const fall = history.length > 0 ? history.at(-1)!.loss - step.loss : Number.POSITIVE_INFINITY;
      converged = this.tol > 0 && Math.abs(fall) <= this.tol * Math.abs(step.loss);
      history.push(step);
      yield { ...step };
    }
    this.fitted = { ...coded, factors, biases, mean, history, converged };
    return this;
  }

  /** The users' factors: users × factors. */
  get userFactors(): Matrix {
    const { factors, users } = this.learned;
    return new Matrix(factors.users.slice(), users.length, factors.k);
  }

  /** The items' factors: items × factors. */
  get itemFactors(): Matrix {
    const { factors, items } = this.learned;
    return new Matrix(factors.items.slice(), items.length, factors.k);
  }

  /** How much more than the mean each user gives; 0 with "als". */
  get userBiases(): Float64Array {
    return this.learned.biases.users.slice();
  }

  /** How much more than the mean each item gets; 0 with "als". */
  get itemBiases(): Float64Array {
    return this.learned.biases.items.slice();
  }

  /** The loss and the error after each iteration. */
  get history(): FactorizationStep[] {
    return this.learned.history.map((step) => ({ ...step }));
  }

  /** How many iterations were made. */
  get nIter(): number {
    return this.learned.history.length;
  }

  /** Whether it stopped because the loss hardly fell any more. */
  get converged(): boolean {
    return this.learned.converged;
  }

  protected override score(user: number, item: number): number {
    const { mean, biases, factors } = this.learned;
    const known = mean + (biases.users[user] ?? 0) + (biases.items[item] ?? 0);
    if (user < 0 || item < 0) return known;
    return known + dot(factors.users, user * factors.k, factors.items, item * factors.k, factors.k);
  }

  private leastSquares(
    coded: CodedRatings,
    mean: number,
    factors: Factors,
  ): () => { loss: number; rmse: number } {
    const how = { regularization: this.regularization, alpha: this.implicit ? this.alpha : null };
    const [byUser, byItem] = sidesOf(
      coded,
      coded.values.map((value) => value - mean),
    );
    return () => {
      halfStep(factors.users, factors.items, factors.k, byUser, how);
      halfStep(factors.items, factors.users, factors.k, byItem, how);
      return lossOf(factors, byUser, byItem, how);
    };
  }
}
