import type { Label } from "../base/labels.ts";
import type { Predictor } from "../base/learner.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { checkOptions } from "../base/options.ts";
import { shown } from "../base/shown.ts";
import { checkedNumbers } from "../base/targets.ts";

/** What each feature adds to one prediction. */
export type Explanation = {
  /** What each feature adds; with `base` they add up to `prediction`. */
  values: Float64Array;
  /** The mean output over the background, where nothing is known of the row. */
  base: number;
  /** The model's output for the row. */
  prediction: number;
};

/** Subsets double with each feature: beyond this they are too many to try all. */
const MOST_FEATURES = 12;

type Model = Pick<Predictor, "predict" | "predictProba" | "estimatorType" | "classes">;

/**
 * Shares one prediction out among the features, exactly: each gets the mean of what knowing its value adds to the
 * output, over all orders in which features can become known (Shapley, 1953). What is not known is taken from each
 * row of the background in turn, and the outputs averaged. The shares add up to the difference from the mean
 * output; features that act alike share alike; one that the model ignores gets 0.
 *
 * It asks for 2^columns × background rows predictions, so at most 12 columns are allowed. Throws above that, when
 * `x` or the background have no such shape, or the model's output is not told.
 *
 * @param model a fitted regressor or classifier, or a function of a Matrix that gives a number for each row
 * @param x the row to explain
 * @param background rows that stand for what is usual, such as some of the training rows
 * @example
 * const price = (X) => Array.from({length: X.rows}, (_, i) => 2 * X.row(i)[0] + X.row(i)[1]);
 * display(learn.shapleyValues(price, [3, 1], [[1, 1], [1, 3]]).values);
 */
export function shapleyValues(
  model: Model | ((X: Matrix) => ArrayLike<number>),
  x: ArrayLike<number>,
  background: MatrixLike,
  options: {
    /** Of a classifier, the class whose probability is explained; of two classes the second unless given. */
    label?: Label | null;
  } = {},
): Explanation {
  checkOptions("shapleyValues", ["label"], options);
  const output = outputOf(model, options.label ?? null);
  const row = checkedNumbers(x, "x");
  const usual = Matrix.from(background, "background");
  const count = row.length;
  if (usual.rows === 0 || usual.cols !== count || count === 0) {
    throw new RangeError(
      `background must have at least one row and as many columns as x has numbers, which are ${count}, but it is ${usual.rows} × ${usual.cols}`,
    );
  }
  if (count > MOST_FEATURES) {
    throw new RangeError(
      `shapleyValues tries all 2^${count} sets of features, which takes too long: it is for at most ${MOST_FEATURES} features. Explain a model of fewer features`,
    );
  }
  const worth = new Float64Array(2 ** count);
  for (let known = 0; known < worth.length; known++) worth[known] = meanOutput(output, row, usual, known);
  return { values: shares(worth, count), base: worth[0]!, prediction: worth[worth.length - 1]! };
}

/** The mean output where the features in the set `known` (bit by bit) are those of the row. */
function meanOutput(
  output: (X: Matrix) => ArrayLike<number>,
  row: Float64Array,
  { data, rows, cols }: Matrix,
  known: number,
): number {
  const mixed = data.map((value, at) => ((known >> (at % cols)) & 1 ? row[at % cols]! : value));
  const outputs = checkedNumbers(output(new Matrix(mixed, rows, cols)), "the model's output");
  if (outputs.length !== rows) {
    throw new RangeError(`The model must give one number a row, but gave ${outputs.length} for ${rows} rows`);
  }
  return outputs.reduce((sum, value) => sum + value, 0) / rows;
}

/** Shapley's formula: what each member adds to all sets without it, weighted by how many orders have that set first. */
function shares(worth: Float64Array, count: number): Float64Array {
  // Of all orders, the part in which exactly these `size` come before a given other one.
  const weights = [1 / count];
  for (let size = 1; size < count; size++) weights.push((weights[size - 1]! * size) / (count - size));
  const values = new Float64Array(count);
  for (let known = 0; known < worth.length; known++) {
    let size = 0;
    for (let rest = known; rest > 0; rest >>= 1) size += rest & 1;
    for (let feature = 0; feature < count; feature++) {
      const bit = 1 << feature;
      if (!(known & bit)) values[feature]! += weights[size]! * (worth[known | bit]! - worth[known]!);
    }
  }
  return values;
}

/** One number a row: what the function gives, a regressor predicts, or a class's probability. */
function outputOf(
  model: Model | ((X: Matrix) => ArrayLike<number>),
  label: Label | null,
): (X: Matrix) => ArrayLike<number> {
  if (typeof model === "function") return model;
  if (model?.estimatorType === "regressor") return (X) => model.predict(X) as ArrayLike<number>;
  if (typeof model?.predictProba !== "function") {
    throw new TypeError(
      `model must be a function, a fitted regressor or a fitted classifier with predictProba, but it is ${shown(model)}`,
    );
  }
  const classes = model.classes ?? [];
  const wanted = label ?? (classes.length === 2 ? classes[1]! : null);
  const col = classes.indexOf(wanted!);
  if (col < 0) {
    throw new RangeError(
      `label must say which class's probability to explain: ${classes.map(shown).join(", ")}, but it is ${shown(label)}`,
    );
  }
  return (X) => model.predictProba!(X).selectCols([col]).data;
}
