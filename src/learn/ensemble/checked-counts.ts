import type { Estimator } from "../base/estimator.ts";

/** The values of a parameter that counts parts, of which `fitted` were fitted. Throws when one is not allowed or larger. */
export function checkedCounts(
  estimator: Estimator,
  param: string,
  values: readonly unknown[],
  fitted: number,
): number[] {
  for (const value of values) {
    estimator.clone().setParams({ [param]: value });
    if ((value as number) > fitted) {
      throw new RangeError(`predictAlong: ${param} must be at most ${fitted}, as fitted, but it is ${value}`);
    }
  }
  return values as number[];
}
