import type { Label } from "../base/labels.ts";
import { mean } from "./sums.ts";

/** The figures of one row: its mean (or usual) prediction, and what of its loss comes from where. */
export type RowFigures = { prediction: Label; bias2: number; variance: number; loss: number };

/** What was predicted for each row, draw after draw. */
export type RowDraws = Label[][];

/** What the predictions for one row come to; null when there are none. */
export function rowFigures(
  predicted: readonly Label[],
  truth: Label,
  loss: "squared" | "zeroOne",
): RowFigures | null {
  if (predicted.length === 0) return null;
  return loss === "squared" ? ofNumbers(predicted as number[], truth as number) : ofClasses(predicted, truth);
}

function ofNumbers(predicted: readonly number[], truth: number): RowFigures {
  const prediction = mean(predicted);
  const bias2 = (prediction - truth) ** 2;
  const variance = mean(predicted.map((value) => (value - prediction) ** 2));
  return { prediction, bias2, variance, loss: bias2 + variance };
}

function ofClasses(predicted: readonly Label[], truth: Label): RowFigures {
  const counts = new Map<Label, number>();
  for (const label of predicted) counts.set(label, (counts.get(label) ?? 0) + 1);
  // Of equally frequent classes the first.
  const [[prediction, count]] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)) as [
    [Label, number],
  ];
  return {
    prediction,
    bias2: prediction === truth ? 0 : 1,
    variance: 1 - count / predicted.length,
    loss: 1 - (counts.get(truth) ?? 0) / predicted.length,
  };
}
