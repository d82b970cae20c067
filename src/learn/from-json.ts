import type { EstimatorJSON } from "./base/estimator.ts";
import type { Learner } from "./base/learner.ts";
import { shown } from "./base/shown.ts";
import { DummyClassifier } from "./dummy-classifier.ts";
import { KNeighborsClassifier } from "./neighbors/k-neighbors-classifier.ts";
import { Pipeline } from "./pipeline.ts";
import { StandardScaler } from "./preprocessing/standard-scaler.ts";
import { DecisionTreeClassifier } from "./tree/decision-tree-classifier.ts";

type Revivable = {
  typeName: string;
  revive(params: never, fitted: never, fromJSON: (json: EstimatorJSON) => Learner): Learner;
};

const classes: readonly Revivable[] = [
  DecisionTreeClassifier,
  DummyClassifier,
  KNeighborsClassifier,
  Pipeline,
  StandardScaler,
];

/**
 * The estimator that `toJSON` wrote, fitted if it was. Throws when the type is none of ours.
 *
 * @param json what `toJSON` gave
 * @example
 * const model = new KNeighborsClassifier().fit([[1], [2]], ["a", "b"]);
 * const copy = learn.fromJSON(JSON.parse(JSON.stringify(model)));
 * display(copy.getParams());
 */
export function fromJSON(json: EstimatorJSON): Learner {
  const Class = classes.find(({ typeName }) => typeName === json?.type);
  if (!Class) {
    const known = classes.map(({ typeName }) => typeName).join(", ");
    throw new TypeError(`fromJSON knows ${known}, but the type is ${shown(json?.type)}`);
  }
  return Class.revive(json.params as never, json.fitted as never, fromJSON);
}

/**
 * Whether `estimator` and all its parts are exactly of our classes (not of a learner's subclass), so that
 * `fromJSON(estimator.toJSON())` is sure to behave the same.
 *
 * @param estimator the model to ask about
 * @example
 * learn.isRevivable(new StandardScaler())
 */
export function isRevivable(estimator: unknown): estimator is Learner & { toJSON(): EstimatorJSON } {
  const Class = (estimator as object | null)?.constructor as unknown;
  if (!classes.includes(Class as Revivable)) return false;
  return !(estimator instanceof Pipeline) || estimator.steps.every(([, step]) => isRevivable(step));
}
