import type { RandomState } from "../random-state.ts";
import { dot, type Factors } from "./alternating-least-squares.ts";
import type { CodedRatings } from "./ratings.ts";

/** How much more each user and each item is rated than the mean. */
export type Biases = { users: Float64Array; items: Float64Array };

/**
 * Once through all ratings in a random order, each moving its user's and item's bias and factors a little towards
 * the rating (Funk, 2006; Koren, 2008). Changes `factors` and `biases`, and returns the loss and error afterwards.
 */
export function epoch(
  ratings: CodedRatings,
  mean: number,
  { k, users, items }: Factors,
  biases: Biases,
  { learningRate, regularization }: { learningRate: number; regularization: number },
  random: RandomState,
): { loss: number; rmse: number } {
  const { userCodes, itemCodes, values } = ratings;
  const error = (i: number) => {
    const u = userCodes[i]!;
    const v = itemCodes[i]!;
    return values[i]! - (mean + biases.users[u]! + biases.items[v]! + dot(users, u * k, items, v * k, k));
  };
  for (const i of random.permutation(values.length)) {
    const e = error(i);
    const u = userCodes[i]!;
    const v = itemCodes[i]!;
    biases.users[u]! += learningRate * (e - regularization * biases.users[u]!);
    biases.items[v]! += learningRate * (e - regularization * biases.items[v]!);
    for (let f = 0; f < k; f++) {
      const ofUser = users[u * k + f]!;
      const ofItem = items[v * k + f]!;
      users[u * k + f] = ofUser + learningRate * (e * ofItem - regularization * ofUser);
      items[v * k + f] = ofItem + learningRate * (e * ofUser - regularization * ofItem);
    }
  }
  let squares = 0;
  let sizes = 0;
  for (let i = 0; i < values.length; i++) {
    const u = userCodes[i]!;
    const v = itemCodes[i]!;
    squares += error(i) ** 2;
    sizes += biases.users[u]! ** 2 + biases.items[v]! ** 2;
    sizes += dot(users, u * k, users, u * k, k) + dot(items, v * k, items, v * k, k);
  }
  return { loss: squares + regularization * sizes, rmse: Math.sqrt(squares / values.length) };
}
