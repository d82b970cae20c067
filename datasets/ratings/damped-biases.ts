import type { Ratings } from "../../src/learn/index.ts";

/**
 * A rating is the mean, plus how much better than the mean its item is rated, plus how much better than that its user
 * rates. Each is the sum of what is left over, divided by the number of ratings and `damping` more, so that few
 * ratings say little; with an infinite damping the mean alone is left.
 */
export class DampedBiases {
  readonly #damping: number;
  #mean = 0;
  #items = new Map<unknown, number>();
  #users = new Map<unknown, number>();

  constructor(damping: number) {
    this.#damping = damping;
  }

  fit(ratings: Ratings): void {
    const all = Array.from(ratings);
    this.#mean = all.reduce((sum, [, , rating]) => sum + rating, 0) / all.length;
    this.#items = this.#biases(all.map(([, item, rating]) => [item, rating - this.#mean]));
    this.#users = this.#biases(
      all.map(([user, item, rating]) => [user, rating - this.#mean - (this.#items.get(item) ?? 0)]),
    );
  }

  predict(pairs: Ratings): number[] {
    return Array.from(pairs, ([user, item]) => {
      return this.#mean + (this.#items.get(item) ?? 0) + (this.#users.get(user) ?? 0);
    });
  }

  #biases(left: [of: unknown, rest: number][]): Map<unknown, number> {
    const sums = new Map<unknown, { sum: number; count: number }>();
    for (const [of, rest] of left) {
      const { sum, count } = sums.get(of) ?? { sum: 0, count: 0 };
      sums.set(of, { sum: sum + rest, count: count + 1 });
    }
    return new Map([...sums].map(([of, { sum, count }]) => [of, sum / (count + this.#damping)]));
  }
}
