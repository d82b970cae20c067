import { cloned, type Learner } from "./learner.ts";

/** Whether `value` can be used as a part of an estimator: it has `fit`. */
function isLearner(value: unknown): value is Learner {
  return value !== null && typeof value === "object" && typeof (value as Learner).fit === "function";
}

function isNamed(value: unknown): value is [string, Learner, ...unknown[]] {
  return Array.isArray(value) && value.length >= 2 && typeof value[0] === "string" && isLearner(value[1]);
}

/**
 * The estimators among the values of parameters, by the name under which their own parameters are set: that of the
 * parameter, or in a list such as `[["knn", new KNeighborsClassifier()]]` the one given there.
 */
export function partsOf(params: Readonly<Record<string, unknown>>): Map<string, Learner> {
  const parts = new Map<string, Learner>();
  for (const [name, value] of Object.entries(params)) {
    if (isLearner(value)) parts.set(name, value);
    else if (Array.isArray(value)) for (const item of value) if (isNamed(item)) parts.set(item[0], item[1]);
  }
  return parts;
}

/** A parameter's value for another estimator: estimators are copied, unfitted; anything else is shared. */
export function clonedParam(value: unknown): unknown {
  if (isLearner(value)) return cloned(value);
  if (Array.isArray(value) && value.some(isNamed)) {
    return value.map((item) => (isNamed(item) ? [item[0], cloned(item[1]), ...item.slice(2)] : item));
  }
  return value;
}

/** A name such as `knn__nNeighbors` taken apart: the part, and the parameter of it; undefined where there is no "__". */
export function splitParam(param: string): [part: string, param: string | undefined] {
  const at = param.indexOf("__");
  return at < 0 ? [param, undefined] : [param.slice(0, at), param.slice(at + 2)];
}
