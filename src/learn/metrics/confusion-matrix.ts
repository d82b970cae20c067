import { checkSameLength, type Label, type Labels, uniqueLabels } from "../base/labels.ts";
import { shown } from "../base/shown.ts";

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
  {
    labels,
  }: {
    /** The classes to count, in this order. */
    labels?: readonly Label[];
  } = {},
): ConfusionMatrix {
  checkSameLength("yTrue", yTrue.length, "yPred", yPred.length);
  const order = labels
    ? [...labels]
    : uniqueLabels([...Array.from(yTrue), ...Array.from(yPred)], "yTrue and yPred");
  const position = new Map(order.map((label, i) => [label, i]));
  if (position.size < order.length) {
    const twice = order.find((label, i) => order.indexOf(label) !== i);
    throw new RangeError(`labels must name each class once, but ${shown(twice)} is there twice`);
  }
  const matrix = order.map(() => order.map(() => 0));
  for (let i = 0; i < yTrue.length; i++) {
    const row = position.get(yTrue[i]!);
    const col = position.get(yPred[i]!);
    if (row !== undefined && col !== undefined) matrix[row]![col]!++;
  }
  return { labels: order, matrix };
}
