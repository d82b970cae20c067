import { type Label, type Labels, uniqueLabels } from "../base/labels.ts";
import { checkOptions } from "../base/options.ts";
import { shown } from "../base/shown.ts";
import { checkPair, metricWeights } from "./checked.ts";
import { distinctLabels } from "./chosen-labels.ts";

/** How often each true class (row) was predicted as each class (column); both in the order of `labels`. */
export type ConfusionMatrix = {
  /** The classes, in the order of rows and columns. */
  labels: Label[];
  /** The counts: a row for each true class. */
  matrix: number[][];
};

/**
 * Counts predictions by true and predicted class. `labels` sets the order and selects: items whose true or
 * predicted class is not among them are left out. By default all classes that occur, sorted.
 * Throws when the lengths differ, or a label is given twice.
 *
 * @param yTrue the true classes
 * @param yPred what was predicted, in the same order
 * @example
 * confusionMatrixFigure(metrics.confusionMatrix(["kick", "tom", "tom"], ["kick", "kick", "tom"]))
 */
export function confusionMatrix(
  yTrue: Labels,
  yPred: Labels,
  options: {
    /** The classes to count, in this order. */
    labels?: readonly Label[];
    /** For each row how much it counts, 0 or more; all the same unless given. */
    sampleWeight?: ArrayLike<number> | null;
    /** Shares instead of counts: of each true class (a row), of each predicted class (a column), or of all. */
    normalize?: "true" | "pred" | "all" | null;
  } = {},
): ConfusionMatrix {
  checkOptions("confusionMatrix", ["labels", "sampleWeight", "normalize"], options);
  const { labels, sampleWeight, normalize = null } = options;
  checkPair("confusionMatrix", yTrue, yPred);
  const weights = metricWeights(sampleWeight, yTrue.length);
  const order = labels
    ? distinctLabels("confusionMatrix", labels)
    : uniqueLabels([...Array.from(yTrue), ...Array.from(yPred)], "yTrue and yPred");
  const position = new Map(order.map((label, i) => [label, i]));
  const matrix = order.map(() => order.map(() => 0));
  for (let i = 0; i < yTrue.length; i++) {
    const row = position.get(yTrue[i]!);
    const col = position.get(yPred[i]!);
    if (row !== undefined && col !== undefined) matrix[row]![col]! += weights === null ? 1 : weights[i]!;
  }
  return { labels: order, matrix: normalize === null ? matrix : shares(matrix, normalize) };
}

/** Each count as a share of its row, its column or all; 0 where there are none. */
function shares(matrix: number[][], of: "true" | "pred" | "all"): number[][] {
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const rows = matrix.map(sum);
  const cols = matrix.map((_, j) => sum(matrix.map((row) => row[j]!)));
  const total = {
    true: (i: number) => rows[i]!,
    pred: (_: number, j: number) => cols[j]!,
    all: () => sum(rows),
  }[of];
  if (total === undefined) {
    throw new RangeError(`normalize must be "true", "pred", "all" or null, but it is ${shown(of)}`);
  }
  return matrix.map((row, i) => row.map((count, j) => (total(i, j) === 0 ? 0 : count / total(i, j))));
}
