import type { EstimatorJSON } from "../base/estimator-json.ts";
import { encode } from "../base/json.ts";
import type { Label, Labels } from "../base/labels.ts";
import { cloned, type Learner } from "../base/learner.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { unknownParam } from "../base/params.ts";
import { splitParam } from "../base/parts.ts";
import { shown } from "../base/shown.ts";
import { accuracy } from "../metrics/accuracy.ts";
import { r2 } from "../metrics/r2.ts";
import { drain } from "../selection/steps.ts";
import { isActive, type Samples, type Step } from "./step.ts";

/** A step with its name; "passthrough" hands on what it gets. */
export type NamedStep = readonly [name: string, step: Step];
/** A step that does something. */
type ActiveStep = readonly [name: string, step: Learner];

/**
 * Steps used as one estimator: each step but the last transforms `X` for the next. What a transformer learns it
 * learns from the rows given to `fit` alone, so that cross-validating a pipeline leaks nothing.
 *
 * `fit` fits copies: the objects that were given stay as they are. A step's parameter is named `step__param`. The
 * rows of `X` may be anything that the first step takes, such as texts. Time: that of the steps.
 * @example
 * const model = new Pipeline([["scale", new StandardScaler()], ["knn", new KNeighborsClassifier({nNeighbors: 1})]]);
 * model.fit([[1, 1000], [2, 3000]], ["kick", "snare"]);
 * display(model.predict([[1, 1200]]));
 */
export class Pipeline {
  static readonly typeName = "Pipeline";
  private given: readonly NamedStep[];
  private fitted: readonly NamedStep[] | null = null;

  /** @param steps each with a name, in order: `[["scale", new StandardScaler()], ["knn", new KNeighborsClassifier()]]` */
  constructor(steps: readonly NamedStep[]) {
    this.given = checkedSteps(steps);
  }

  /** The steps that were given, each with its name. */
  get steps(): readonly NamedStep[] {
    return this.given.map(([name, step]) => [name, step]);
  }

  /** Fits a copy of each step, on what the steps before it make of `X`; returns this. */
  fit(X: Samples, y: Labels): this {
    return drain(this.fitSteps(X, y));
  }

  /** As `fit`: yields what the last step yields while it learns, if it learns in steps. */
  *fitSteps(X: Samples, y: Labels): Generator<unknown, this> {
    const copies = this.given.map(([name, step]): NamedStep => [name, isActive(step) ? cloned(step) : step]);
    let input = X as MatrixLike;
    for (const [i, [, step]] of copies.entries()) {
      if (!isActive(step)) continue;
      if (i < copies.length - 1) {
        step.fit(input, y);
        input = step.transform!(input);
      } else if (step.fitSteps) {
        const steps = step.fitSteps(input, y);
        for (let next = steps.next(); !next.done; next = steps.next()) yield next.value;
      } else step.fit(input, y);
    }
    this.fitted = copies;
    return this;
  }

  /** `fit(X, y)`, then `transform(X)`. */
  fitTransform(X: Samples, y: Labels): Matrix {
    return this.fit(X, y).transform(X);
  }

  /** `fit(X, y)`, then `predict(X)`; or the `labels` that the last step found, if it is a clustering without `predict`. */
  fitPredict(X: Samples, y: Labels): Label[] {
    this.fit(X, y);
    const last = this.fittedSteps.at(-1)![1] as { predict?: unknown; labels?: ArrayLike<Label> };
    return last.predict === undefined && last.labels ? Array.from(last.labels) : this.predict(X);
  }

  /** `X` as all steps transform it. Throws when the last step has no `transform`. */
  transform(X: Samples): Matrix {
    const transformed = this.transformed(X);
    return isActive(this.fittedSteps.at(-1)![1])
      ? this.last("transform").transform!(transformed)
      : Matrix.from(transformed);
  }

  /** What the last step predicts. */
  predict(X: Samples): Label[] {
    return Array.from(this.last("predict").predict!(this.transformed(X)));
  }

  /** The probabilities that the last step gives: rows × classes. */
  predictProba(X: Samples): Matrix {
    return this.last("predictProba").predictProba!(this.transformed(X));
  }

  /** What the last step's `decisionFunction` gives: rows × classes, or one column for two classes. */
  decisionFunction(X: Samples): Matrix {
    return this.last("decisionFunction").decisionFunction!(this.transformed(X));
  }

  /** What kind of estimator the last step is: "classifier", "regressor" or another. */
  get estimatorType(): string | undefined {
    const last = this.given.at(-1)![1];
    return isActive(last) ? last.estimatorType : undefined;
  }

  /** How good `predict(X)` is against `y`: R² for a regressor, else the accuracy. */
  score(X: Samples, y: Labels): number {
    const predicted = this.predict(X);
    return this.estimatorType === "regressor"
      ? r2(y as number[], predicted as number[])
      : accuracy(y, predicted);
  }

  /** The classes that the last step has seen. */
  get classes(): Label[] | undefined {
    const last = this.fittedSteps.at(-1)![1];
    return isActive(last) ? last.classes : undefined;
  }

  /** The steps by name: the fitted ones after `fit`, else those that were given. */
  get namedSteps(): Record<string, Learner> {
    return Object.fromEntries((this.fitted ?? this.given) as readonly ActiveStep[]);
  }

  /** Whether `predictAlong` can do this parameter: one of the last step that the step can do. */
  predictsAlong(param: string): boolean {
    const [name, step] = this.given.at(-1)!;
    const [owner, own] = splitParam(param);
    return isActive(step) && owner === name && own !== undefined && (step.predictsAlong?.(own) ?? false);
  }

  /** What `predict(X)` would be for each of several values of a parameter of the last step, from one fit. */
  predictAlong(X: Samples, param: string, values: readonly unknown[]): Label[][] {
    return this.last("predictAlong").predictAlong!(this.transformed(X), splitParam(param)[1]!, values);
  }

  /** All steps' parameters, as `step__param`. */
  getParams(): Record<string, unknown> {
    return Object.fromEntries(
      active(this.given).flatMap(([name, step]) =>
        Object.entries(step.getParams?.() ?? {}).map(([param, value]) => [`${name}__${param}`, value]),
      ),
    );
  }

  /**
   * Changes parameters, named `step__param`, or puts another estimator or "passthrough" in a step's place, named
   * as the step, for the next `fit`. Throws, changing nothing, if one is unknown or not allowed.
   *
   * @param params the parameters to change, by name
   */
  setParams(params: Readonly<Record<string, unknown>>): this {
    if (params === null || typeof params !== "object" || Array.isArray(params)) {
      throw new TypeError(
        `Pipeline takes its parameters by name, in braces, such as {step__param: 1}, but it got ${shown(params)}`,
      );
    }
    const steps = new Map(this.given);
    const byStep = new Map<string, Record<string, unknown>>();
    const known = () => [...Object.keys(this.getParams()), ...steps.keys()];
    for (const [param, value] of Object.entries(params)) {
      const [name, own] = splitParam(param);
      if (own !== undefined) byStep.set(name, { ...byStep.get(name), [own]: value });
      else if (steps.has(name)) steps.set(name, value as Step);
      else throw unknownParam("Pipeline", param, known());
    }
    const given = checkedSteps([...steps]);
    for (const [name, own] of byStep) {
      const step = steps.get(name);
      if (!isActive(step) || !step?.setParams) {
        throw unknownParam("Pipeline", `${name}__${Object.keys(own)[0]}`, known());
      }
      if (step.clone) cloned(step).setParams!(own);
    }
    const kept = active(this.fitted ?? []).filter(([name]) => this.isSame(name, given));
    for (const [name, step] of [...active(given), ...kept]) {
      if (byStep.has(name)) step.setParams!(byStep.get(name)!);
    }
    this.given = given;
    return this;
  }

  /** A new pipeline of copies of the steps, not fitted. */
  clone(): Pipeline {
    return new Pipeline(this.given.map(([name, step]) => [name, isActive(step) ? cloned(step) : step]));
  }

  /** This pipeline as plain data, from which `fromJSON` makes an equal one. */
  toJSON(): EstimatorJSON {
    for (const [name, step] of active(this.given)) {
      if (!step.toJSON) throw new TypeError(`Pipeline: step ${shown(name)} has no toJSON`);
    }
    const fitted = this.fitted && { steps: encode(this.fitted) };
    return { type: Pipeline.typeName, params: { steps: encode(this.given) }, fitted };
  }

  /** Puts back what `toJSON` wrote; used by `fromJSON`. */
  static revive({ steps }: { steps: NamedStep[] }, fitted: { steps: NamedStep[] } | null): Pipeline {
    const revived = new Pipeline(steps);
    if (fitted) revived.fitted = checkedSteps(fitted.steps);
    return revived;
  }

  private get fittedSteps(): readonly NamedStep[] {
    if (this.fitted === null) throw new Error("Pipeline has not been fitted: call fit(X, y) first");
    return this.fitted;
  }

  /** Whether the step of this name is the one that was given before, and so the fitted one's original. */
  private isSame(name: string, given: readonly NamedStep[]): boolean {
    return new Map(given).get(name) === new Map(this.given).get(name);
  }

  private transformed(X: Samples): MatrixLike {
    return active(this.fittedSteps.slice(0, -1)).reduce(
      (input, [, step]) => step.transform!(input),
      X as MatrixLike,
    );
  }

  private last(
    method: "transform" | "predict" | "predictProba" | "predictAlong" | "decisionFunction",
  ): Learner {
    const [name, step] = this.fittedSteps.at(-1)!;
    if (!isActive(step) || !step[method]) {
      throw new TypeError(`Pipeline: its last step, ${shown(name)}, has no ${method}`);
    }
    return step;
  }
}

function active(steps: readonly NamedStep[]): ActiveStep[] {
  return steps.filter((named): named is ActiveStep => isActive(named[1]));
}

function checkedSteps(steps: readonly NamedStep[]): readonly NamedStep[] {
  if (!Array.isArray(steps) || steps.length === 0) {
    throw new TypeError(
      'Pipeline: steps must be an array such as [["scale", new StandardScaler()], ["knn", …]]',
    );
  }
  const names = new Set<string>();
  for (const [i, named] of steps.entries()) {
    const [name, step] = Array.isArray(named) ? named : [];
    if (typeof name !== "string" || (isActive(step) && typeof step?.fit !== "function")) {
      throw new TypeError(
        `Pipeline: step ${i} must be [name, estimator] or [name, "passthrough"], but it is ${shown(named)}`,
      );
    }
    if (names.has(name) || name === "" || name.includes("__")) {
      throw new RangeError(
        `Pipeline: names of steps must differ and have no "__" in them, but step ${i} is named ${shown(name)}`,
      );
    }
    names.add(name);
    if (i < steps.length - 1 && isActive(step) && typeof step.transform !== "function") {
      throw new TypeError(`Pipeline: every step but the last needs transform, but ${shown(name)} has none`);
    }
  }
  return steps.map(([name, step]) => [name, step]);
}
