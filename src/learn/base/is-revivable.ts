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
  // A parameter that is a function, or a method of its own.
  const { fitted: _, ...own } = estimator as Record<string, unknown>;
  if (Object.values(own).some(holdsFunction)) return false;
  return [...partsOf(own).values()].every(isRevivable);
}

function holdsFunction(value: unknown): boolean {
  if (typeof value === "function") return true;
  if (value === null || typeof value !== "object") return false;
  // What has a class of its own (an estimator, a typed array) is asked elsewhere, or holds none.
  if (Array.isArray(value)) return value.some(holdsFunction);
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).some(holdsFunction);
}
