import { checkList } from "./base/check-list.ts";
import { MersenneTwister } from "./base/mersenne-twister.ts";
import { checkOptions } from "./base/options.ts";
import { checkParams, finiteNumber, seed as seedRule, wholeNumber, yesOrNo } from "./base/params.ts";
import { checkFinite, checkProbabilities } from "./base/random-arguments.ts";
import { beta, binomial, standardGamma } from "./base/random-distributions.ts";
import { shown } from "./base/shown.ts";

/** How `choice` draws. */
export type ChoiceOptions = {
  /** How many; one, not in an array, unless given. */
  size?: number | undefined;
  /** Whether one can be drawn again. */
  replace?: boolean;
  /** For each the probability; they add up to 1. */
  p?: ArrayLike<number>;
};

/** A longer list does not fit into a page's memory. */
const MOST_ITEMS = 10_000_000;

const choiceRules = { size: wholeNumber(1, 0, MOST_ITEMS), replace: yesOrNo(true) };
const binomialRules = {
  n: wholeNumber(1, 0, Number.MAX_SAFE_INTEGER),
  p: finiteNumber(0.5, { least: 0, most: 1 }),
};

/**
 * A seeded source of random numbers: the same numbers as numpy's `RandomState` of the same seed, so that
 * shuffled folds and trees equal scikit-learn's. (`normal` takes a logarithm, whose last digit may differ.)
 * @example
 * const dice = new learn.RandomState(7);
 * display([dice.integers(1, 7), dice.integers(1, 7)]);
 */
export class RandomState {
  private readonly generator: MersenneTwister;
  private spareNormal: number | null = null;

  /** @param seed a whole number from 0 to 4294967295 */
  constructor(seed: number) {
    if (!seedRule.allows(seed)) {
      throw new RangeError(`RandomState: seed must be ${seedRule.allowed}, but it is ${shown(seed)}`);
    }
    this.generator = new MersenneTwister(seed);
  }

  /**
   * A number from 0 to below 1, with 53 random bits.
   * @example
   * random.random()
   */
  random(): number {
    const high = this.generator.uint32() >>> 5;
    const low = this.generator.uint32() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /**
   * A number from `low` to below `high`.
   *
   * @param low the least it may be
   * @param high what it stays below
   * @example
   * random.uniform(60, 180) // a tempo
   */
  uniform(low = 0, high = 1): number {
    // The usual ones need no looking at.
    if (low !== 0 || high !== 1) checkFinite("uniform", { low, high });
    return low + (high - low) * this.random();
  }

  /**
   * A whole number from `low` to below `high` (numpy's `randint`). Throws when there is none.
   *
   * @param low the least it may be
   * @param high what it stays below
   * @example
   * random.integers(1, 7) // one throw of a die
   */
  integers(low: number, high: number): number {
    const range = high - 1 - low;
    if (!Number.isInteger(low) || !Number.isInteger(high) || range < 0 || range >= 2 ** 32) {
      throw new RangeError(
        `integers(low, high) needs two whole numbers, high above low by 1 to 4294967296, but they are ${shown(low)} and ${shown(high)}`,
      );
    }
    return low + this.upTo(range);
  }

  /**
   * A number from the normal distribution (polar method of Marsaglia).
   *
   * @param mean the middle
   * @param standardDeviation how far it spreads
   * @example
   * random.normal(440, 5)
   */
  normal(mean = 0, standardDeviation = 1): number {
    if (mean !== 0 || standardDeviation !== 1) checkFinite("normal", { mean, standardDeviation });
    if (this.spareNormal !== null) {
      const spare = this.spareNormal;
      this.spareNormal = null;
      return mean + standardDeviation * spare;
    }
    let a: number;
    let b: number;
    let squared: number;
    do {
      a = 2 * this.random() - 1;
      b = 2 * this.random() - 1;
      squared = a * a + b * b;
    } while (squared >= 1 || squared === 0);
    const factor = Math.sqrt((-2 * Math.log(squared)) / squared);
    this.spareNormal = factor * a;
    return mean + standardDeviation * (factor * b);
  }

  /**
   * Puts the items of `items` into a random order, in place.
   *
   * @param items an array
   * @example
   * const notes = ["C", "E", "G"];
   * random.shuffle(notes);
   * display(notes);
   */
  shuffle(items: { length: number; [index: number]: unknown }): void {
    checkList("items", items, "what is to be shuffled");
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.upTo(i);
      const item = items[i];
      items[i] = items[j];
      items[j] = item;
    }
  }

  /**
   * The whole numbers below `n` in a random order; or, of an array, a new one with its items in a random order.
   *
   * @param n how many numbers, or an array
   * @example
   * random.permutation(["C", "E", "G"])
   */
  permutation(n: number): number[];
  permutation<T>(items: ArrayLike<T>): T[];
  permutation<T>(of: number | ArrayLike<T>): (number | T)[] {
    const result = itemsOf<number | T>(of);
    this.shuffle(result);
    return result;
  }

  /**
   * One of the whole numbers below `n`, or of the items of an array; with `size` an array of as many. Throws when
   * there are not as many to draw without replacement.
   *
   * @param of how many numbers, or an array
   * @param options how it is drawn: `size` how many, `replace` whether one can be drawn again (true unless given),
   *   `p` for each its probability (all the same unless given)
   * @example
   * display(random.choice(["kick", "snare", "hat"]));
   * display(random.choice(["kick", "snare", "hat"], {size: 4, p: [0.5, 0.2, 0.3]}));
   */
  choice(of: number, options?: ChoiceOptions & { size?: undefined }): number;
  choice(of: number, options: ChoiceOptions & { size: number }): number[];
  choice<T>(of: ArrayLike<T>, options?: ChoiceOptions & { size?: undefined }): T;
  choice<T>(of: ArrayLike<T>, options: ChoiceOptions & { size: number }): T[];
  choice<T>(of: number | ArrayLike<T>, options: ChoiceOptions = {}): number | T | (number | T)[] {
    checkOptions("choice", ["size", "replace", "p"], options);
    const items = itemsOf<number | T>(of);
    const { size, replace = true, p } = options;
    checkParams("choice", choiceRules, { size: size ?? 1, replace });
    const least = size === 0 ? 0 : 1;
    const available = p === undefined ? items.length : checkProbabilities(p, items.length);
    if (items.length < least || (!replace && (size ?? 1) > available)) {
      throw new RangeError(`choice: there are only ${available} to draw ${size ?? 1} from`);
    }
    const drawn = replace
      ? this.withReplacement(items.length, size ?? 1, p)
      : this.without(items.length, size ?? 1, p);
    return size === undefined ? items[drawn[0]!]! : drawn.map((at) => items[at]!);
  }

  /**
   * A number from the exponential distribution: how long until something happens that happens once in `scale`.
   *
   * @param scale the mean
   * @example
   * random.exponential(0.5) // seconds until the next note
   */
  exponential(scale = 1): number {
    checkFinite("exponential", { scale }, 0);
    return -scale * Math.log(1 - this.random());
  }

  /**
   * A number from the gamma distribution (Marsaglia and Tsang, 2000; below shape 1 Ahrens and Dieter, 1974).
   *
   * @param shape how often must happen what `exponential` waits for
   * @param scale what the number is multiplied by
   * @example
   * random.gamma(4, 0.5) // seconds until the fourth note
   */
  gamma(shape: number, scale = 1): number {
    checkFinite("gamma", { shape, scale }, 0);
    return scale * standardGamma(this, shape);
  }

  /**
   * A number from the beta distribution, between 0 and 1: what the chance of a success may be, after `a` − 1
   * successes and `b` − 1 failures.
   *
   * @param a at least 1e-100
   * @param b at least 1e-100
   * @example
   * random.beta(8, 4) // liked seven times of ten
   */
  beta(a: number, b: number): number {
    checkFinite("beta", { a, b }, 1e-100);
    return beta(this, a, b);
  }

  /**
   * How many of `n` tries succeed, each with probability `p`: with n = 1 a coin that gives 0 or 1.
   *
   * @param n how many tries
   * @param p the probability of each to succeed
   * @example
   * random.binomial(1, 0.3) // a hit in three of ten steps
   */
  binomial(n: number, p: number): number {
    checkParams("binomial", binomialRules, { n, p });
    return binomial(this, n, p);
  }

  private withReplacement(n: number, size: number, p: ArrayLike<number> | undefined): number[] {
    if (p === undefined) return Array.from({ length: size }, () => this.integers(0, n));
    const sums = cumulated(p);
    return Array.from({ length: size }, () => firstAbove(sums, this.random()));
  }

  private without(n: number, size: number, p: ArrayLike<number> | undefined): number[] {
    if (p === undefined) return this.permutation(n).slice(0, size);
    const left = Float64Array.from(p);
    const drawn = new Set<number>();
    // As numpy draws: as many as are missing at once, leaving out what comes again.
    while (drawn.size < size) {
      const numbers = Array.from({ length: size - drawn.size }, () => this.random());
      for (const at of drawn) left[at] = 0;
      const sums = cumulated(left);
      for (const number of numbers) drawn.add(firstAbove(sums, number));
    }
    return [...drawn];
  }

  /** A whole number from 0 to `max`, both included: draws as many bits as `max` has until they fit. */
  private upTo(max: number): number {
    if (max === 0) return 0;
    const mask = 0xffffffff >>> Math.clz32(max);
    let value: number;
    do value = (this.generator.uint32() & mask) >>> 0;
    while (value > max);
    return value;
  }
}

/** The items of an array, or the whole numbers below a number. */
function itemsOf<T>(of: number | ArrayLike<T>): T[] {
  if (typeof of !== "number") {
    checkList("what is drawn from", of, "items, or a whole number");
    return Array.from(of);
  }
  if (!Number.isInteger(of) || of < 0 || of > MOST_ITEMS) {
    throw new RangeError(`n must be a whole number from 0 to ${MOST_ITEMS}, or an array, but it is ${of}`);
  }
  return Array.from({ length: of }, (_, i) => i as T);
}

/** The sums of the first, the first two and so on, the last being 1. */
function cumulated(p: ArrayLike<number>): Float64Array {
  let sum = 0;
  const sums = Float64Array.from(p, (part) => {
    sum += part;
    return sum;
  });
  return sums.map((value) => value / sum);
}

/** Where the first of the rising `sums` above `value` is. */
function firstAbove(sums: Float64Array, value: number): number {
  let from = 0;
  let to = sums.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sums[middle]! <= value) from = middle + 1;
    else to = middle;
  }
  return from;
}
