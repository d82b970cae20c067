import { Estimator } from "./estimator.ts";
import type { EstimatorJSON } from "./estimator-json.ts";
import type { Learner } from "./learner.ts";
import { partsOf } from "./parts.ts";

/**
 * Whether `estimator` and all its parts are exactly of our classes (not of a learner's subclass) and none of its
 * parameters is a function, so that `fromJSON(estimator.toJSON())` is sure to behave the same.
 *
 * @param estimator the model to ask about
 * @example
 * learn.isRevivable(new StandardScaler())
 */
export function isRevivable(estimator: unknown): estimator is Learner & { toJSON(): EstimatorJSON } {
  const Class: unknown = (estimator as object | null)?.constructor;
  // A subclass inherits its typeName.
  if (typeof Class !== "function" || !Object.hasOwn(Class, "typeName") || !("revive" in Class)) return false;
  const params = { ...(estimator as Record<string, unknown>) };
  if (estimator instanceof Estimator) {
    const names = Object.keys((Class as unknown as typeof Estimator).params);
    if (names.some((name) => holdsFunction(params[name]))) return false;
  }
  return [...partsOf(params).values()].every(isRevivable);
}

function holdsFunction(value: unknown): boolean {
  return typeof value === "function" || (Array.isArray(value) && value.some(holdsFunction));
}
