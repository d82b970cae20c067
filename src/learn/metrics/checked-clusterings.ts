import { checkSameLength, encodeLabels, type Labels } from "../base/labels.ts";
import type { LabelPairs } from "./checked.ts";

/** Two groupings of the same rows as whole numbers, the names of which mean nothing. */
export function checkedClusterings(who: string, labelsTrue: Labels, labelsPred: Labels): LabelPairs {
  const truth = encodeLabels(labelsTrue, "labelsTrue");
  const predicted = encodeLabels(labelsPred, "labelsPred");
  checkSameLength("labelsTrue", truth.codes.length, "labelsPred", predicted.codes.length);
  if (truth.codes.length === 0)
    throw new RangeError(`${who} needs at least one row, but labelsTrue is empty`);
  const more = truth.classes.length < predicted.classes.length ? predicted : truth;
  return { labels: more.classes, truth: truth.codes, predicted: predicted.codes };
}
