import { shown } from "./shown.ts";

/**
 * Throws when `fit` of an estimator for which all rows count the same was given more than X and y: weights would be
 * passed over in silence.
 */
export function checkNoOptions(who: string, others: readonly unknown[]): void {
  if (others.every((other) => other === undefined || other === null)) return;
  throw new TypeError(
    `${who}: fit takes X and y only, but it got ${shown(others[0])} too: all rows count the same`,
  );
}
