import { checkList } from "../base/check-list.ts";
import type { Label } from "../base/labels.ts";
import { shown } from "../base/shown.ts";

/** Lists of recommended items, one for each user. */
export type RecommendationLists = ArrayLike<ArrayLike<Label>>;

/**
 * Which part of all items is recommended to anyone: 0 to 1.
 *
 * @param lists the items recommended to each user
 * @param catalogue all items there are
 * @example
 * learn.catalogueCoverage([["Blue", "Hurt"], ["Blue", "Numb"]], ["Blue", "Hurt", "Numb", "Jolene"])
 */
export function catalogueCoverage(lists: RecommendationLists, catalogue: ArrayLike<Label>): number {
  const counts = countsOf(lists, catalogue);
  return counts.filter((count) => count > 0).length / counts.length;
}

/**
 * How unequally recommendations fall on the items (Gini's coefficient): 0 if each is recommended equally often,
 * near 1 if it is always the same one.
 *
 * @param lists the items recommended to each user
 * @param catalogue all items there are
 * @example
 * learn.recommendationGini([["Blue", "Hurt"], ["Blue", "Numb"]], ["Blue", "Hurt", "Numb", "Jolene"])
 */
export function recommendationGini(lists: RecommendationLists, catalogue: ArrayLike<Label>): number {
  const counts = countsOf(lists, catalogue).sort((a, b) => a - b);
  const n = counts.length;
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) throw new RangeError("lists must recommend at least one item");
  return counts.reduce((sum, count, i) => sum + (2 * (i + 1) - n - 1) * count, 0) / (n * total);
}

/**
 * How different the items of one list are from each other: the mean of 1 less the likeness of all pairs; 0 for a
 * list of fewer than two.
 *
 * @param list the recommended items
 * @param similarity a function that tells how alike two items are, 1 for the same
 * @example
 * learn.listDiversity([60, 64, 72], (a, b) => a % 12 === b % 12 ? 1 : 0)
 */
export function listDiversity<Item extends Label>(
  list: ArrayLike<Item>,
  similarity: (a: Item, b: Item) => number,
): number {
  if (typeof similarity !== "function") {
    throw new TypeError(`similarity must be a function of two items, but it is ${shown(similarity)}`);
  }
  checkList("list", list, "items");
  const items = Array.from(list);
  let sum = 0;
  let pairs = 0;
  for (let i = 0; i < items.length; i++) {
    for (let j = 0; j < i; j++, pairs++) {
      const alike = similarity(items[j]!, items[i]!);
      if (!Number.isFinite(alike)) {
        throw new RangeError(
          `similarity must return finite numbers, but for ${shown(items[j])} and ${shown(items[i])} it is ${shown(alike)}`,
        );
      }
      sum += 1 - alike;
    }
  }
  return pairs === 0 ? 0 : sum / pairs;
}

/** How often each item of the catalogue is in the lists. Throws at one that is not in the catalogue. */
function countsOf(lists: RecommendationLists, catalogue: ArrayLike<Label>): number[] {
  checkList("catalogue", catalogue, "all items");
  checkList("lists", lists, "lists of items, one for each user");
  for (let i = 0; i < lists.length; i++) checkList(`lists[${i}]`, lists[i], "items");
  const counts = new Map(Array.from(catalogue, (item) => [item, 0]));
  if (counts.size === 0) throw new RangeError("catalogue must have at least one item");
  for (const item of Array.from(lists).flatMap((list) => Array.from(list))) {
    const count = counts.get(item);
    if (count === undefined)
      throw new RangeError(`lists recommend ${shown(item)}, which is not in the catalogue`);
    counts.set(item, count + 1);
  }
  return [...counts.values()];
}
