import { type NeighborParams, NeighborRecommender, neighborRules } from "./neighbor-recommender.ts";

/**
 * Recommends what people of like taste rated well: a rating is predicted as the user's mean plus what the `k` most
 * similar users who rated the item think of it, weighted by their likeness.
 *
 * Only those with a likeness above 0 are asked; without `centered` the prediction is the weighted mean itself.
 * Source: Herlocker, Konstan, Borchers and Riedl (1999); Sarwar et al. (2001). Time of `fit`: ratings; of one
 * prediction: ratings.
 * @example
 * const ratings = [["Ann", "Blue", 5], ["Ann", "Hurt", 1], ["Bob", "Blue", 4], ["Bob", "Hurt", 2], ["Bob", "Numb", 5]];
 * const model = new UserNeighbors({k: 2}).fit(ratings);
 * display(model.explain("Ann", "Numb"));
 */
export class UserNeighbors extends NeighborRecommender {
  static override readonly typeName = "UserNeighbors";
  static override readonly params = neighborRules;
  protected override get byUser(): boolean {
    return true;
  }

  constructor(params: NeighborParams = {}) {
    super(params);
  }
}
