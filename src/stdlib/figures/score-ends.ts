import { niceStep } from "./axis-ticks.ts";

/**
 * Ends of an axis of scores: those that were asked for, else 0 and 1, or further out in round steps where a score
 * lies outside. So the axis of accuracies never moves.
 */
export function scoreEnds(
  scores: Iterable<number | undefined>,
  given?: readonly [number, number],
): [number, number] {
  if (given) return [given[0], given[1]];
  let [low, high] = [0, 1];
  for (const score of scores) {
    if (score === undefined || !Number.isFinite(score)) continue;
    low = Math.min(low, score);
    high = Math.max(high, score);
  }
  const step = niceStep((high - low) / 5);
  const round = (value: number) => Number(value.toPrecision(12));
  return [round(step * Math.floor(low / step + 1e-9)), round(step * Math.ceil(high / step - 1e-9))];
}
