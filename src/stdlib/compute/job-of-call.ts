import { encode } from "../../learn/base/json.ts";
import { Matrix } from "../../learn/base/matrix.ts";
import type { Labels, MatrixLike, Predictor, Splitter } from "../../learn/index.ts";
import { ParamSplitter } from "../../learn/selection/param-splitter.ts";
import { contentKey } from "./content-key.ts";
import { isOurClass, isSendable } from "./is-sendable.ts";
import type { Job, TwinName } from "./job.ts";

/** Functions that make their folds once, from the labels as they are: any splitter's folds can be sent. */
const splitOnce: readonly TwinName[] = [
  "crossValidate",
  "crossValPredict",
  "learningCurve",
  "nestedCrossValidate",
  "validationCurve",
];

type Call = [
  estimator: Predictor,
  X: MatrixLike,
  y: Labels,
  options?: { cv?: Splitter | null; groups?: Labels | null },
];

/**
 * The call as a job, or null when a part of it is not ours: an estimator of the learner's own (a subclass too) or a
 * function among the options stay on the page, and so do arguments of a wrong kind, to be told of there. Throws
 * when `X` is unfit, or a splitter of the learner's own does.
 */
export function jobOfCall(name: TwinName, args: readonly unknown[]): Job | null {
  const [estimator, X, y, given = {}] = args as unknown as Call;
  if (given === null || typeof given !== "object" || y === null || typeof y !== "object") return null;
  const { cv, ...options } = given;
  if (!isOurClass(estimator?.constructor) || !estimator.clone || !isSendable(options)) return null;
  const model = name === "permutationImportance" ? estimator : estimator.clone();
  if (!isSendable(model)) return null;
  const ours = cv == null || ParamSplitter.isOurs(cv);
  if (!ours && !(splitOnce.includes(name) && typeof cv?.split === "function")) return null;

  const { data, rows, cols } = Matrix.from(X);
  const labels = Array.from(y);
  // A copy: what is sent later must be what was given.
  const own = data.slice();
  return {
    name,
    estimator: model.toJSON!(),
    data: { key: contentKey(own, cols, labels), X: { data: own, rows, cols }, y: labels },
    options: encode(options) as Job["options"],
    ...(cv && ParamSplitter.isOurs(cv) && { cv: cv.toJSON() }),
    ...(!ours && { folds: cv!.split(new Matrix(own, rows, cols), labels, options.groups ?? undefined) }),
  };
}
