import type { EstimatorJSON } from "../base/estimator-json.ts";
import { encode } from "../base/json.ts";
import type { Label, Labels } from "../base/labels.ts";
import { cloned, type Learner } from "../base/learner.ts";
import type { Matrix, MatrixLike } from "../base/matrix.ts";
import { unknownParam } from "../base/params.ts";
import { splitParam } from "../base/parts.ts";
import { shown } from "../base/shown.ts";
import { accuracy } from "../metrics/accuracy.ts";
import { r2 } from "../metrics/r2.ts";

export type NamedStep = readonly [name: string, step: Learner];

/**
 * Steps used as one estimator: each step but the last transforms `X` for the next. What a transformer learns it
 * learns from the rows given to `fit` alone, so that cross-validating a pipeline leaks nothing.
 *
 * `fit` fits copies: the objects that were given stay as they are. A step's parameter is named `step__param`.
 * @example
 * const model = new Pipeline([["scale", new StandardScaler()], ["knn", new KNeighborsClassifier({nNeighbors: 1})]]);
 * model.fit([[1, 1000], [2, 3000]], ["kick", "snare"]);
 * display(model.predict([[1, 1200]]));
 */
export class Pipeline {
  static readonly typeName = "Pipeline";
  readonly steps: readonly NamedStep[];
  private fitted: readonly NamedStep[] | null = null;

  /** @param steps each with a name, in order: `[["scale", new StandardScaler()], ["knn", new KNeighborsClassifier()]]` */
  constructor(steps: readonly NamedStep[]) {
    this.steps = checkedSteps(steps);
  }

  /** Fits a copy of each step, on what the steps before it make of `X`; returns this. */
  fit(X: MatrixLike, y: Labels): this {
    const copies = this.steps.map(([name, step]): NamedStep => [name, cloned(step)]);
    let input = X;
    for (const [i, [, step]] of copies.entries()) {
      step.fit(input, y);
      if (i < copies.length - 1) input = step.transform!(input);
    }
    this.fitted = copies;
    return this;
  }

  /** `X` as all steps transform it. Throws when the last step has no `transform`. */
  transform(X: MatrixLike): Matrix {
    return this.last("transform").transform!(this.transformed(X));
  }

  /** What the last step predicts. */
  predict(X: MatrixLike): Label[] {
    return Array.from(this.last("predict").predict!(this.transformed(X)));
  }

  /** The probabilities that the last step gives: rows × classes. */
  predictProba(X: MatrixLike): Matrix {
    return this.last("predictProba").predictProba!(this.transformed(X));
  }

  /** What the last step's `decisionFunction` gives: rows × classes, or one column for two classes. */
  decisionFunction(X: MatrixLike): Matrix {
    return this.last("decisionFunction").decisionFunction!(this.transformed(X));
  }

  /** What kind of estimator the last step is: "classifier", "regressor" or another. */
  get estimatorType(): string | undefined {
    return this.steps.at(-1)![1].estimatorType;
  }

  /** How good `predict(X)` is against `y`: R² for a regressor, else the accuracy. */
  score(X: MatrixLike, y: Labels): number {
    const predicted = this.predict(X);
    return this.estimatorType === "regressor"
      ? r2(y as number[], predicted as number[])
      : accuracy(y, predicted);
  }

  /** The classes that the last step has seen. */
  get classes(): Label[] | undefined {
    return this.fittedSteps.at(-1)![1].classes;
  }

  /** The steps by name: the fitted ones after `fit`, else those that were given. */
  get namedSteps(): Record<string, Learner> {
    return Object.fromEntries(this.fitted ?? this.steps);
  }

  /** Whether `predictAlong` can do this parameter: one of the last step that the step can do. */
  predictsAlong(param: string): boolean {
    const [name, step] = this.steps.at(-1)!;
    const [owner, own] = splitParam(param);
    return owner === name && own !== undefined && (step.predictsAlong?.(own) ?? false);
  }

  /** What `predict(X)` would be for each of several values of a parameter of the last step, from one fit. */
  predictAlong(X: MatrixLike, param: string, values: readonly unknown[]): Label[][] {
    return this.last("predictAlong").predictAlong!(this.transformed(X), splitParam(param)[1]!, values);
  }

  /** All steps' parameters, as `step__param`. */
  getParams(): Record<string, unknown> {
    return Object.fromEntries(
      this.steps.flatMap(([name, step]) =>
        Object.entries(step.getParams?.() ?? {}).map(([param, value]) => [`${name}__${param}`, value]),
      ),
    );
  }

  /** Changes parameters, named `step__param`. Throws, changing nothing, if one is unknown or not allowed. */
  setParams(params: Readonly<Record<string, unknown>>): this {
    const known = Object.keys(this.getParams());
    const byStep = new Map<string, Record<string, unknown>>();
    for (const [param, value] of Object.entries(params)) {
      const [name, own] = splitParam(param);
      const step = this.steps.find(([stepName]) => stepName === name)?.[1];
      if (own === undefined || !step?.setParams) throw unknownParam("Pipeline", param, known);
      byStep.set(name, { ...byStep.get(name), [own]: value });
    }
    for (const [name, own] of byStep) cloned(Object.fromEntries(this.steps)[name]!).setParams!(own);
    for (const [name, step] of [...this.steps, ...(this.fitted ?? [])]) {
      if (byStep.has(name)) step.setParams!(byStep.get(name)!);
    }
    return this;
  }

  /** A new pipeline of copies of the steps, not fitted. */
  clone(): Pipeline {
    return new Pipeline(this.steps.map(([name, step]) => [name, cloned(step)]));
  }

  /** This pipeline as plain data, from which `fromJSON` makes an equal one. */
  toJSON(): EstimatorJSON {
    for (const [name, step] of this.steps) {
      if (!step.toJSON) throw new TypeError(`Pipeline: step ${shown(name)} has no toJSON`);
    }
    const fitted = this.fitted && { steps: encode(this.fitted) };
    return { type: Pipeline.typeName, params: { steps: encode(this.steps) }, fitted };
  }

  /** Puts back what `toJSON` wrote; used by `fromJSON`. */
  static revive({ steps }: { steps: NamedStep[] }, fitted: { steps: NamedStep[] } | null): Pipeline {
    const revived = new Pipeline(steps);
    if (fitted) revived.fitted = fitted.steps;
    return revived;
  }

  private get fittedSteps(): readonly NamedStep[] {
    if (this.fitted === null) throw new Error("Pipeline has not been fitted: call fit(X, y) first");
    return this.fitted;
  }

  private transformed(X: MatrixLike): MatrixLike {
    return this.fittedSteps.slice(0, -1).reduce((input, [, step]) => step.transform!(input), X);
  }

  private last(
    method: "transform" | "predict" | "predictProba" | "predictAlong" | "decisionFunction",
  ): Learner {
    const [name, step] = this.fittedSteps.at(-1)!;
    if (!step[method]) throw new TypeError(`Pipeline: its last step, ${shown(name)}, has no ${method}`);
    return step;
  }
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
    if (typeof name !== "string" || typeof step?.fit !== "function") {
      throw new TypeError(`Pipeline: step ${i} must be [name, estimator], but it is ${shown(named)}`);
    }
    if (names.has(name) || name === "" || name.includes("__")) {
      throw new RangeError(
        `Pipeline: names of steps must differ and have no "__" in them, but step ${i} is named ${shown(name)}`,
      );
    }
    names.add(name);
    if (i < steps.length - 1 && typeof step.transform !== "function") {
      throw new TypeError(`Pipeline: every step but the last needs transform, but ${shown(name)} has none`);
    }
  }
  return steps.map(([name, step]) => [name, step]);
}
