import { cloned, type Learner } from "../base/learner.ts";
import { clonedParam } from "../base/parts.ts";
import { shown } from "../base/shown.ts";

/** A copy of `estimator` with some parameters set. A learner's own object may have them as plain properties. */
export function withParams<T extends Learner>(estimator: T, params: Readonly<Record<string, unknown>>): T {
  const model = cloned(estimator);
  const values = Object.entries(params).map(([name, value]) => [name, clonedParam(value)]);
  const missing = Object.keys(params).find((name) => !(name in model));
  if (model.setParams) model.setParams(Object.fromEntries(values));
  else if (missing === undefined) Object.assign(model, Object.fromEntries(values));
  else throw new TypeError(`The estimator has neither setParams nor a property ${shown(missing)}`);
  return model;
}

/** A copy of `estimator` with one parameter set. */
export function withParam<T extends Learner>(estimator: T, paramName: string, value: unknown): T {
  return withParams(estimator, { [paramName]: value });
}
