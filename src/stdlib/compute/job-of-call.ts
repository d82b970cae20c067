import { encode } from "../../learn/base/json.ts";
import { Matrix } from "../../learn/base/matrix.ts";
import type { Label, Labels, MatrixLike, Predictor, Splitter } from "../../learn/index.ts";
import { accuracy } from "../../learn/metrics/accuracy.ts";
import { r2 } from "../../learn/metrics/r2.ts";
import { asRows } from "../../learn/selection/as-rows.ts";
import type { CV } from "../../learn/selection/cv.ts";
import { ParamSplitter } from "../../learn/selection/param-splitter.ts";
import type { ScoringName } from "../../learn/selection/scoring.ts";
import { contentKey } from "./content-key.ts";
import { isOurClass, isSendable } from "./is-sendable.ts";
import type { LearnJob, LearnTwinName } from "./job.ts";

/** Functions that score as one that can be asked for by name. */
const scoringNames = new Map<unknown, ScoringName>([
  [accuracy, "accuracy"],
  [r2, "r2"],
]);

/** Functions that make their folds once, from the labels as they are: any splitter's folds can be sent. */
const splitOnce: readonly LearnTwinName[] = [
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
  options?: { cv?: CV | null; groups?: Labels | null; scoring?: unknown },
];

/**
 * The call as a job, or null when it is one for the page: an estimator of the learner's own (a subclass too), a
 * function among the options, rows that hold more than numbers; and arguments of a wrong kind, to be told of there.
 * Throws when a splitter of the learner's own does.
 */
export function jobOfCall(name: LearnTwinName, args: readonly unknown[]): LearnJob | null {
  const [estimator, X, y, given = {}] = args as unknown as Call;
  if (given === null || typeof given !== "object" || y === null || typeof y !== "object") return null;
  const { cv, ...rest } = given;
  const isSplitter = typeof cv === "object" && cv !== null && !Array.isArray(cv);
  const options = { ...rest, ...(!isSplitter && "cv" in given && { cv }) };
  const scoring = scoringNames.get(options.scoring);
  if (scoring) options.scoring = scoring;
  if (!isOurClass(estimator?.constructor) || !estimator.clone || !isSendable(options)) return null;
  const model = name === "permutationImportance" ? estimator : estimator.clone();
  if (!isSendable(model)) return null;
  const rows = asRows(X);
  if (!(rows instanceof Matrix)) return null;

  // A copy: what is sent later must be what was given.
  const own = new Matrix(rows.data.slice(), rows.rows, rows.cols);
  const labels = Array.from(y);
  const folds = isSplitter ? foldsOf(name, cv as Splitter, own, labels, options.groups) : {};
  if (folds === null) return null;
  const { data, cols } = own;
  return {
    name,
    estimator: model.toJSON!(),
    data: { key: contentKey(data, cols, labels), X: { data, rows: own.rows, cols }, y: labels },
    options: encode(options) as LearnJob["options"],
    ...folds,
  };
}

/** What tells a worker of the folds: our splitter, or the folds of another; null when these cannot be sent. */
function foldsOf(
  name: LearnTwinName,
  cv: Splitter,
  X: Matrix,
  y: Label[],
  groups: Labels | null | undefined,
): Pick<LearnJob, "cv" | "folds"> | null {
  if (ParamSplitter.isOurs(cv)) return { cv: cv.toJSON() };
  if (!splitOnce.includes(name) || typeof cv.split !== "function") return null;
  const folds = cv.split(X, y, groups ?? undefined);
  return Array.isArray(folds) && isSendable(folds) ? { folds } : null;
}
