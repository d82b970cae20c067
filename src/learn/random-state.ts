import { MersenneTwister } from "./base/mersenne-twister.ts";
import { seed as seedRule } from "./base/params.ts";
import { shown } from "./base/shown.ts";

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
    const result = typeof of === "number" ? Array.from({ length: of }, (_, i) => i) : Array.from(of);
    this.shuffle(result);
    return result;
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
