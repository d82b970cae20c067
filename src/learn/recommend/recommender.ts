import { checkList } from "../base/check-list.ts";
import { Estimator } from "../base/estimator.ts";
import type { Label } from "../base/labels.ts";
import { checkOptions } from "../base/options.ts";
import { checkParams, wholeNumber, yesOrNo } from "../base/params.ts";
import { shown } from "../base/shown.ts";
import { type CodedRatings, codes, type Ratings } from "./ratings.ts";

/** An item and how well it is expected to be liked. */
export type Recommendation = { item: Label; score: number };
/** What `recommend` takes besides the user. */
export type RecommendOptions = {
  /** How many items, 10 unless given. */
  n?: number;
  /** Whether items that the user has rated may be recommended too; false unless given. */
  includeKnown?: boolean;
};

/** An estimator that learns from ratings what a user would think of an item that they have not rated. */
export abstract class Recommender<Fitted extends CodedRatings> extends Estimator<Fitted> {
  /**
   * Learns from ratings; returns this. Throws, changing nothing, if they are unfit.
   *
   * @param ratings triples [user, item, rating]
   */
  abstract fit(ratings: Ratings): this;

  /** The expected rating of item number `item` by user number `user`; -1 stands for one that was not there in `fit`. */
  protected abstract score(user: number, item: number): number;

  /**
   * The expected rating for each pair of a user and an item. For one that was not there in `fit` it is what can be
   * said without knowing it: the mean.
   *
   * @param pairs an array of [user, item]
   */
  predict(pairs: ArrayLike<readonly [user: Label, item: Label, ...rest: unknown[]]>): number[] {
    const { users, items } = this.learned;
    checkList("pairs", pairs, '[user, item] such as [["Ann", "Blue"]]');
    const list = Array.from(pairs);
    const bad = list.findIndex((pair) => !Array.isArray(pair) || pair.length < 2);
    if (bad >= 0) {
      throw new TypeError(`pairs: item ${bad} must be [user, item], but it is ${shown(list[bad])}`);
    }
    const userCodes = codes(
      list.map(([user]) => user),
      users,
    );
    const itemCodes = codes(
      list.map(([, item]) => item),
      items,
    );
    return list.map((_, i) => this.score(userCodes[i]!, itemCodes[i]!));
  }

  /**
   * The items that the user is expected to like best, best first; of equal ones the first in `items`. Throws at a
   * user who has rated nothing.
   *
   * @param user one of those who rated
   * @param options how many, and whether rated ones are among them
   */
  recommend(user: Label, options: RecommendOptions = {}): Recommendation[] {
    checkOptions("recommend", ["n", "includeKnown"], options);
    const { n = 10, includeKnown = false } = options;
    checkParams("recommend", { n: wholeNumber(10, 1), includeKnown: yesOrNo(false) }, { n, includeKnown });
    const { items, userCodes, itemCodes } = this.learned;
    const number = this.userNumber(user);
    const known = new Set(itemCodes.filter((_, i) => userCodes[i] === number));
    const open = items.map((_, item) => item).filter((item) => includeKnown || !known.has(item));
    const scored = open.map((item) => ({ item: items[item]!, score: this.score(number, item) }));
    return scored.sort((a, b) => b.score - a.score).slice(0, n);
  }

  /** The users who rated, sorted. */
  get users(): Label[] {
    return [...this.learned.users];
  }

  /** The items that were rated, sorted. */
  get items(): Label[] {
    return [...this.learned.items];
  }

  protected userNumber(user: Label): number {
    const number = this.learned.users.indexOf(user);
    if (number < 0) {
      throw new RangeError(`user must be one of those who rated in fit, but it is ${shown(user)}`);
    }
    return number;
  }
}
