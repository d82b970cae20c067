import type { FitOptions } from "../base/fit-options.ts";
import type { Label, Labels } from "../base/labels.ts";
import type { Learner } from "../base/learner.ts";
import { Matrix } from "../base/matrix.ts";
import { shown } from "../base/shown.ts";
import type { RandomState } from "../random-state.ts";
import { byClass, checkedPredictions } from "../selection/answer.ts";

const MAX_SEED = 0x7fffffff;

/** Whether `fit` of this estimator takes options, and so weights. */
export function takesWeights(part: Learner): boolean {
  return part.fit.length >= 3;
}

/** Fits a part of an ensemble, with weights if there are any. Throws when it cannot take them; `who` asks. */
export function fitPart(
  part: Learner,
  X: Matrix,
  y: Labels,
  sampleWeight: Float64Array | null,
  who: string,
): void {
  const train: (X: Matrix, y: Labels, options?: FitOptions) => unknown = part.fit.bind(part);
  if (sampleWeight === null) train(X, y);
  else if (takesWeights(part)) train(X, y, { sampleWeight });
  else {
    throw new TypeError(
      `${who} gives weights to the rows, but the fit of a part of it does not take sampleWeight`,
    );
  }
}

/** Gives a part, and every part of it, that uses chance a seed of its own, drawn from `random`. */
export function seedPart(part: Learner, random: RandomState): void {
  const names = Object.keys(part.getParams?.() ?? {}).filter((name) => /(^|__)randomState$/.test(name));
  for (const name of names.sort()) part.setParams!({ [name]: random.integers(0, MAX_SEED) });
}

/** What a fitted part can say of rows: probabilities if it can, else decisions if it can, else labels. */
export function bestMethod(part: Learner, X: Matrix): "predictProba" | "decisionFunction" | "predict" {
  const row = X.selectRows([0]);
  // A pipeline or SVC has the method, though it may refuse to answer.
  for (const method of ["predictProba", "decisionFunction"] as const) {
    try {
      if (part[method]?.(row)) return method;
    } catch {}
  }
  return "predict";
}

/** The probabilities that a fitted part gives, rows × `classes`; where it gives none, 1 for the class it predicts. */
export function probabilitiesOrVotes(part: Learner, X: Matrix, classes: readonly Label[]): Matrix {
  if (X.rows > 0 && bestMethod(part, X) === "predictProba") {
    return byClass(part.predictProba!(X), part.classes, classes, 0);
  }
  const votes = new Matrix(new Float64Array(X.rows * classes.length), X.rows, classes.length);
  for (const [i, code] of predictedCodes(part, X, classes).entries()) {
    votes.data[i * classes.length + code] = 1;
  }
  return votes;
}

/** The position in `classes` of what a fitted part predicts for each row. Throws when it is none of them. */
export function predictedCodes(part: Learner, X: Matrix, classes: readonly Label[]): Int32Array {
  return Int32Array.from(checkedPredictions(part.predict!(X), X.rows), (label, row) => {
    const code = classes.indexOf(label);
    if (code >= 0) return code;
    throw new TypeError(
      `An ensemble of classifiers needs parts that predict classes of y, but one predicts ${shown(label)} for row ${row}`,
    );
  });
}

/** Adds all numbers of `matrix`, times `times`, to `sums`. */
export function addTo(sums: Float64Array, { data }: Matrix, times = 1): void {
  for (let at = 0; at < data.length; at++) sums[at] = sums[at]! + times * data[at]!;
}
