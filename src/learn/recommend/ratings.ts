import { checkList } from "../base/check-list.ts";
import { type Label, uniqueLabels } from "../base/labels.ts";
import { LARGEST } from "../base/matrix.ts";
import { shown } from "../base/shown.ts";

/** Who rated what, and how: one triple a rating. */
export type Ratings = ArrayLike<readonly [user: Label, item: Label, rating: number]>;

/** Ratings with users and items as positions in their sorted lists, in the order in which they were given. */
export type CodedRatings = {
  users: Label[];
  items: Label[];
  userCodes: Int32Array;
  itemCodes: Int32Array;
  values: Float64Array;
};

/**
 * The ratings, checked and coded. Throws when there is none, an item of the list is no triple, a rating is no
 * number, or a user has rated an item twice.
 */
export function codedRatings(ratings: Ratings): CodedRatings {
  checkList("ratings", ratings, '[user, item, rating] such as [["Ann", "Blue", 5]]');
  if (ratings.length === 0) throw new RangeError("fit needs at least one rating, but there is none");
  const values = new Float64Array(ratings.length);
  for (let i = 0; i < ratings.length; i++) {
    const triple: unknown = ratings[i];
    if (!Array.isArray(triple) || triple.length !== 3) {
      throw new TypeError(`ratings: item ${i} must be [user, item, rating], but it is ${shown(triple)}`);
    }
    const rating: unknown = triple[2];
    if (typeof rating !== "number" || !(Math.abs(rating) <= LARGEST)) {
      throw new RangeError(
        `ratings: the rating of item ${i} must be a number from -${LARGEST} to ${LARGEST}, but it is ${shown(rating)}`,
      );
    }
    values[i] = rating;
  }
  const column = (at: 0 | 1) => Array.from({ length: ratings.length }, (_, i) => ratings[i]![at]);
  const users = uniqueLabels(column(0), "the users of ratings");
  const items = uniqueLabels(column(1), "the items of ratings");
  const userCodes = codes(column(0), users);
  const itemCodes = codes(column(1), items);
  const seen = new Set<number>();
  for (let i = 0; i < values.length; i++) {
    const pair = userCodes[i]! * items.length + itemCodes[i]!;
    if (seen.has(pair)) {
      throw new RangeError(
        `ratings: item ${i} rates ${shown(ratings[i]![1])} by ${shown(ratings[i]![0])} a second time`,
      );
    }
    seen.add(pair);
  }
  return { users, items, userCodes, itemCodes, values };
}

/** The position of each label in `among`; -1 where it is not there. */
export function codes(labels: ArrayLike<Label>, among: readonly Label[]): Int32Array {
  const position = new Map(among.map((label, code) => [label, code]));
  return Int32Array.from({ length: labels.length }, (_, i) => position.get(labels[i]!) ?? -1);
}

/** The ratings of each of `length` users (or items) together: those of number `u` are `order[starts[u]]` and on. */
export type Grouped = { starts: Int32Array; order: Int32Array };

export function grouped(by: Int32Array, length: number): Grouped {
  const starts = new Int32Array(length + 1);
  for (const code of by) starts[code + 1]!++;
  for (let u = 0; u < length; u++) starts[u + 1]! += starts[u]!;
  const next = starts.slice();
  const order = new Int32Array(by.length);
  for (let i = 0; i < by.length; i++) order[next[by[i]!]!++] = i;
  return { starts, order };
}

/** The mean, adjusted value by value, so that equal ratings have exactly themselves as their mean. */
export function meanOf(values: Float64Array): number {
  return values.reduce((mean, value, i) => mean + (value - mean) / (i + 1), 0);
}
