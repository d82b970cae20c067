import type { Label } from "../base/labels.ts";
import { oneOf, wholeNumber, yesOrNo } from "../base/params.ts";
import { shown } from "../base/shown.ts";
import { type CodedRatings, codedRatings, grouped, meanOf, type Ratings } from "./ratings.ts";
import { Recommender } from "./recommender.ts";
import { type SparseRows, similaritiesTo } from "./similarities.ts";

type Fitted = CodedRatings & { rows: SparseRows; means: Float64Array; mean: number };
/** A neighbour in an explanation: who it is, how alike, its rating, and what that adds to the prediction. */
export type Contribution = { neighbor: Label; similarity: number; rating: number; contribution: number };
/** Why an item has its score: `prediction` is `baseline` plus all contributions. */
export type RecommendationReasons = { prediction: number; baseline: number; neighbors: Contribution[] };

/** The parameters of both recommenders by neighbours. */
export type NeighborParams = {
  /** How many neighbours are asked at most. */
  k?: number;
  /** How likeness is measured, over what both have. */
  similarity?: "cosine" | "pearson";
  /** Whether ratings are taken as differences from their row's mean. */
  centered?: boolean;
  /** In how much two must agree to be compared: the least number of common ratings. */
  minSupport?: number;
};

export const neighborRules = {
  k: wholeNumber(20, 1),
  similarity: oneOf("cosine", "pearson"),
  centered: yesOrNo(true),
  minSupport: wholeNumber(1, 1),
};

/** What the recommenders by users and by items share: a table of ratings whose rows are one or the other. */
export abstract class NeighborRecommender extends Recommender<Fitted> {
  declare k: number;
  declare similarity: "cosine" | "pearson";
  declare centered: boolean;
  declare minSupport: number;
  private last: { key: unknown[]; values: Float64Array } | null = null;

  /** Whether users are the rows. */
  protected abstract get byUser(): boolean;

  override fit(ratings: Ratings): this {
    const coded = codedRatings(ratings);
    const [of, across] = this.byUser
      ? [coded.userCodes, coded.itemCodes]
      : [coded.itemCodes, coded.userCodes];
    const { starts, order } = grouped(of, (this.byUser ? coded.users : coded.items).length);
    const rows: SparseRows = { columns: [], values: [] };
    for (let r = 0; r + 1 < starts.length; r++) {
      const its = order.slice(starts[r]!, starts[r + 1]!).sort((a, b) => across[a]! - across[b]!);
      rows.columns.push(its.map((rating) => across[rating]!));
      rows.values.push(Float64Array.from(its, (rating) => coded.values[rating]!));
    }
    const means = Float64Array.from(rows.values, meanOf);
    this.fitted = { ...coded, rows, means, mean: meanOf(coded.values) };
    return this;
  }

  /**
   * Why this user would rate this item so: what the prediction begins with, and what each neighbour adds.
   *
   * @param user one of those who rated
   * @param item one of those that were rated
   */
  explain(user: Label, item: Label): RecommendationReasons {
    const itemNumber = this.learned.items.indexOf(item);
    if (itemNumber < 0)
      throw new RangeError(`item must be one that was rated in fit, but it is ${shown(item)}`);
    const { baseline, neighbors } = this.explained(this.userNumber(user), itemNumber);
    const names = this.byUser ? this.learned.users : this.learned.items;
    return {
      prediction: neighbors.reduce((sum, { contribution }) => sum + contribution, baseline),
      baseline,
      neighbors: neighbors.map(({ row, ...rest }) => ({ neighbor: names[row]!, ...rest })),
    };
  }

  /**
   * Those most alike to `name`, most alike first, and how alike they are; of equals the first in `users` or `items`.
   *
   * @param name a user (or item) of the ratings
   */
  neighborsOf(name: Label): { neighbor: Label; similarity: number }[] {
    const names = this.byUser ? this.learned.users : this.learned.items;
    const row = names.indexOf(name);
    if (row < 0) throw new RangeError(`name must be one of the ratings in fit, but it is ${shown(name)}`);
    const similarities = this.similarities(row);
    return names
      .map((neighbor, r) => ({ neighbor, similarity: similarities[r]! }))
      .filter((_, r) => r !== row && similarities[r]! > 0)
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, this.k);
  }

  protected override score(user: number, item: number): number {
    if (user < 0 || item < 0) {
      const row = this.byUser ? user : item;
      return this.learned.means[row] ?? this.learned.mean;
    }
    const { baseline, neighbors } = this.explained(user, item);
    return neighbors.reduce((sum, { contribution }) => sum + contribution, baseline);
  }

  /** How alike each row is to row `row`; kept for the next call, as the items of one user are asked for in turn. */
  private similarities(row: number): Float64Array {
    const { rows } = this.learned;
    const key = [rows, row, this.similarity, this.minSupport];
    if (!this.last || key.some((part, i) => part !== this.last!.key[i])) {
      this.last = { key, values: similaritiesTo(rows, row, this.similarity, this.minSupport) };
    }
    return this.last.values;
  }

  private explained(user: number, item: number) {
    const { rows, means } = this.learned;
    const [row, column] = this.byUser ? [user, item] : [item, user];
    const similarities = this.similarities(row);
    const asked = rows.columns
      .map((columns, r) => ({ row: r, at: columns.indexOf(column), similarity: similarities[r]! }))
      .filter(({ row: r, at, similarity }) => r !== row && at >= 0 && similarity > 0)
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, this.k);
    const total = asked.reduce((sum, { similarity }) => sum + similarity, 0);
    const neighbors = asked.map(({ row: r, at, similarity }) => {
      const rating = rows.values[r]![at]!;
      const told = rating - (this.centered ? means[r]! : 0);
      return { row: r, similarity, rating, contribution: (similarity * told) / total };
    });
    // Where nobody can be asked, the row's own mean is all there is to say.
    return { baseline: this.centered || neighbors.length === 0 ? means[row]! : 0, neighbors };
  }
}
