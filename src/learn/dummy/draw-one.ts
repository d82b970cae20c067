import type { RandomState } from "../random-state.ts";

/**
 * The position of one item that is drawn with these probabilities, as numpy's `multinomial(1, probabilities)` draws
 * it: each in turn is taken or not, by its share of what is left, and the last if none before it was.
 */
export function drawOne(random: RandomState, probabilities: Float64Array): number {
  let left = 1;
  const last = probabilities.length - 1;
  for (let i = 0; i < last; i++) {
    if (isTaken(random, probabilities[i]! / left)) return i;
    left -= probabilities[i]!;
  }
  return last;
}

/** Whether one trial with this probability succeeds, as numpy's `binomial(1, probability)` decides. */
function isTaken(random: RandomState, probability: number): boolean {
  if (probability === 0) return false;
  if (probability > 0.5) return !inverted(random, 1 - probability);
  return inverted(random, probability);
}

function inverted(random: RandomState, probability: number): boolean {
  const never = Math.exp(Math.log(1 - probability));
  for (;;) {
    const drawn = random.random();
    if (drawn <= never) return false;
    // Rounding can leave a sliver that belongs to neither outcome: then it is drawn again.
    if (drawn - never <= (never * probability) / (1 - probability)) return true;
  }
}
