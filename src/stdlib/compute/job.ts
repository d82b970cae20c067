import {
  crossValidateSteps,
  type EstimatorJSON,
  type Fold,
  fromJSON,
  isRevivable,
  type Label,
  type Labels,
  Matrix,
  type MatrixLike,
  type Predictor,
  type Step,
  StratifiedKFold,
  validationCurveSteps,
} from "../../learn/index.ts";

/** The functions of `learn` that have a twin, as steps. */
export const stepFunctions = {
  crossValidate: crossValidateSteps,
  validationCurve: validationCurveSteps,
};
export type TwinName = keyof typeof stepFunctions;
export type TwinArguments<Name extends TwinName> = Parameters<(typeof stepFunctions)[Name]>;

type AnyOptions = TwinArguments<"crossValidate">[3] & Partial<TwinArguments<"validationCurve">[3]>;
type AnySteps = (
  estimator: Predictor,
  X: MatrixLike,
  y: Labels,
  options?: AnyOptions,
) => Generator<Step<unknown>, unknown>;

/** A call of a slow function as data that can be sent to a worker. */
export type Job = {
  name: TwinName;
  estimator: EstimatorJSON;
  X: { data: Float64Array; rows: number; cols: number };
  y: Label[];
  folds: Fold[];
  varied?: { paramName: string; paramRange: unknown[] };
};

/** The call as steps, to be run on the page. */
export function stepsOfCall(name: TwinName, args: unknown[]): Generator<Step<unknown>, unknown> {
  return (stepFunctions[name] as AnySteps)(...(args as Parameters<AnySteps>));
}

/** The job as steps, with the same result as the call that it was made from. */
export function stepsOfJob({ name, estimator, X, y, folds, varied }: Job): Generator<Step<unknown>, unknown> {
  const matrix = new Matrix(X.data, X.rows, X.cols);
  const options = { ...varied, cv: { split: () => folds } };
  return (stepFunctions[name] as AnySteps)(
    fromJSON(estimator) as Predictor,
    matrix,
    y,
    options as AnyOptions,
  );
}

/**
 * The call as a job, or null when a part of it is not ours: an estimator of the learner's own (a subclass too) or a
 * function among the options stay on the page, and so does what is no option, to be told of there. Folds are made here, so that any splitter will do. Throws when the
 * folds cannot be made.
 */
export function jobOfCall(name: TwinName, args: unknown[]): Job | null {
  const [estimator, X, y, options = {}] = args as Parameters<AnySteps>;
  if (options === null || typeof options !== "object") return null;
  const { cv = new StratifiedKFold(), groups, scoring, paramName, paramRange, ...unknown } = options;
  if (Object.keys(unknown).length > 0) return null;
  if (!isRevivable(estimator) || typeof cv?.split !== "function" || scoring !== undefined) return null;
  if (y === null || typeof y !== "object") return null;
  const values = paramRange && Array.from<unknown>(paramRange);
  if (values?.some((value) => value !== null && (typeof value === "object" || typeof value === "function"))) {
    return null;
  }
  const { data, rows, cols } = Matrix.from(X);
  const labels = Array.from(y);
  return {
    name,
    estimator: estimator.clone!().toJSON!(),
    X: { data: data.slice(), rows, cols },
    y: labels,
    folds: cv.split(new Matrix(data, rows, cols), labels, groups ?? undefined),
    ...(values && { varied: { paramName: paramName!, paramRange: values } }),
  };
}
