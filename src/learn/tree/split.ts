/** Values of a feature that differ by no more than this count as equal. */
const SAME_VALUE = Math.fround(1e-7);

/** Where to part the rows of a node: those with `feature` ≤ `threshold` go left, `leftSize` of them. */
export type Split = { feature: number; threshold: number; leftSize: number };

/** The best split of a node so far. `proxy` is the part of its improvement that depends on the split. */
export type Best = Split & { proxy: number };

/** Whether a tree takes `next`, which is at least `value`, for equal to it. */
export function sameValue(value: number, next: number): boolean {
  return next <= Math.fround(value + SAME_VALUE);
}

/** Keeps the split between `value` and `next` as the best. */
export function keep(
  best: Best,
  feature: number,
  value: number,
  next: number,
  leftSize: number,
  proxy: number,
): void {
  best.feature = feature;
  // Both have 32 bits, so that their middle in 64 bits is none of them.
  best.threshold = value / 2 + next / 2;
  best.leftSize = leftSize;
  best.proxy = proxy;
}
