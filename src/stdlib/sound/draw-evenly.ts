import { RandomState } from "../../learn/random-state.ts";

/**
 * Draws `n` rows, about as many of each class: one of each class in turn, until there are enough. Their order is
 * mixed. The same seed draws the same rows.
 *
 * @param labels the class of each row
 * @param allowed the rows that may be drawn
 */
export function drawEvenly(
  labels: readonly string[],
  allowed: readonly number[],
  n: number,
  seed: number,
): number[] {
  const random = new RandomState(seed);
  const classes = random.permutation([...new Set(allowed.map((row) => labels[row]!))].sort());
  const left = classes.map((name) => random.permutation(allowed.filter((row) => labels[row] === name)));
  const drawn: number[] = [];
  while (drawn.length < n && left.some((rows) => rows.length > 0)) {
    for (const rows of left) {
      const row = drawn.length < n ? rows.pop() : undefined;
      if (row !== undefined) drawn.push(row);
    }
  }
  return random.permutation(drawn);
}
