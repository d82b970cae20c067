/** How much of the variance each component explains, and all up to it together. */
export interface ExplainedVariance {
  /** Which component, from 1. */
  component: number;
  ratio: number;
  together: number;
}

/** The shares of the variance with their running sum. */
export function explainedVariance(ratios: ArrayLike<number>): ExplainedVariance[] {
  let together = 0;
  return Array.from(ratios, (ratio, i) => {
    together += ratio;
    return { component: i + 1, ratio, together };
  });
}

/** Rounding makes the sum of all shares a little less than 1. */
const rounding = 1e-9;

/** How many components explain at least this share; undefined when all that are there do not. */
export function componentsFor(share: number, explained: readonly ExplainedVariance[]): number | undefined {
  return explained.find(({ together }) => together >= share - rounding)?.component;
}

/** How many components, from the first on, keep more than the shares that chance gives. */
export function componentsAbove(chance: ArrayLike<number>, explained: readonly ExplainedVariance[]): number {
  const first = explained.findIndex(({ ratio }, i) => i >= chance.length || ratio <= chance[i]!);
  return first < 0 ? explained.length : first;
}
