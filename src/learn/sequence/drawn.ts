import type { RandomState } from "../random-state.ts";

/** One of the positions, each as likely as its share says; the shares add up to 1 but for rounding. */
export function drawn(shares: ArrayLike<number>, random: RandomState): number {
  const point = random.random();
  let sum = 0;
  let last = 0;
  for (let i = 0; i < shares.length; i++) {
    if (!(shares[i]! > 0)) continue;
    sum += shares[i]!;
    if (point < sum) return i;
    last = i;
  }
  return last;
}
