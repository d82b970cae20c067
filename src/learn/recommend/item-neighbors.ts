import { type NeighborParams, NeighborRecommender, neighborRules } from "./neighbor-recommender.ts";

/**
 * Recommends what is like the things that the user rated well: a rating is predicted as the item's mean plus what
 * the user thinks of the `k` most similar items that they rated, weighted by their likeness.
 *
 * Only those with a likeness above 0 are asked; without `centered` the prediction is the weighted mean itself.
 * Source: Herlocker, Konstan, Borchers and Riedl (1999); Sarwar et al. (2001). Time of `fit`: ratings; of one
 * prediction: ratings.
 * @example
 * const ratings = [["Ann", "Blue", 5], ["Ann", "Hurt", 1], ["Bob", "Blue", 4], ["Bob", "Hurt", 2], ["Bob", "Numb", 5]];
 * const model = new ItemNeighbors({k: 2}).fit(ratings);
 * display(model.explain("Ann", "Numb"));
 */
export class ItemNeighbors extends NeighborRecommender {
  static override readonly typeName = "ItemNeighbors";
  static override readonly params = neighborRules;
  protected override get byUser(): boolean {
    return false;
  }

  constructor(params: NeighborParams = {}) {
    super(params);
  }
}
