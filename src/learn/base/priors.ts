import type { Label } from "./labels.ts";
import type { ParamRule } from "./params.ts";

/** A rule for how probable the classes are beforehand: null, the default, or one number of at least 0 a class. */
export const priorsRule: ParamRule = {
  default: null,
  allows: (value) =>
    value === null ||
    (Array.isArray(value) &&
      value.length > 0 &&
      value.every((share) => Number.isFinite(share) && share >= 0)),
  allowed:
    "null (the classes' shares of the training rows) or a list with a number of at least 0 for each class",
};

/** Throws unless there is one prior for each class, and at least one is above 0. */
export function checkPriors(priors: readonly number[], classes: readonly Label[], name: string): void {
  if (priors.length !== classes.length) {
    throw new RangeError(
      `${name} must have one number for each class: there are ${classes.length} classes, but it has ${priors.length} numbers`,
    );
  }
  if (!priors.some((share) => share > 0)) throw new RangeError(`${name} must not be 0 for every class`);
}

/** Throws unless the priors, which must be probabilities, add up to 1. */
export function checkPriorsSum(priors: readonly number[], name: string): void {
  const total = priors.reduce((sum, share) => sum + share, 0);
  if (Math.abs(total - 1) > 1e-5) throw new RangeError(`${name} must add up to 1, but the sum is ${total}`);
}
