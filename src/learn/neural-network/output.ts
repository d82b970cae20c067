import { firstLargest } from "../base/classifier.ts";
import type { Label } from "../base/labels.ts";
import { r2 } from "../metrics/r2.ts";

/** What the last layer is for: several classes, two classes (one unit), or a number. */
export type Output = "softmax" | "logistic" | "identity";

/** How well sums of the last layer agree with the targets. */
export type Quality = { loss: number; score: number };

/** Puts what the last layer says in the place of its sums: probabilities, or the sums as they are. */
export function answersOf(sums: Float64Array, output: Output, width: number): Float64Array {
  if (output === "logistic") {
    for (let i = 0; i < sums.length; i++) sums[i] = 1 / (1 + Math.exp(-sums[i]!));
  } else if (output === "softmax") {
    for (let at = 0; at < sums.length; at += width) {
      const largest = sums[at + firstLargest(sums, at, width)]!;
      let total = 0;
      for (let c = at; c < at + width; c++) {
        sums[c] = Math.exp(sums[c]! - largest);
        total += sums[c]!;
      }
      for (let c = at; c < at + width; c++) sums[c] = sums[c]! / total;
    }
  }
  return sums;
}

/**
 * The loss, a mean over the rows, and the score: log loss and accuracy for classes, the squared error and R² for
 * numbers. `targets` are rows × outputs: 1 for the true class, or the number.
 */
export function qualityOf(sums: Float64Array, targets: Float64Array, output: Output, width: number): Quality {
  const rows = sums.length / width;
  let loss = 0;
  let right = 0;
  if (output === "identity") {
    for (let i = 0; i < sums.length; i++) loss += (sums[i]! - targets[i]!) ** 2;
    const known = Number.isFinite(loss);
    return { loss: loss / rows, score: known ? r2(targets, sums) : Number.NaN };
  }
  for (let at = 0; at < sums.length; at += width) {
    if (output === "logistic") {
      const towards = targets[at] === 1 ? sums[at]! : -sums[at]!;
      loss += softplus(-towards);
      if (sums[at]! > 0 === (targets[at] === 1)) right++;
      continue;
    }
    const best = firstLargest(sums, at, width);
    const largest = sums[at + best]!;
    let total = 0;
    for (let c = at; c < at + width; c++) {
      total += Math.exp(sums[c]! - largest);
      if (targets[c] === 1) loss -= sums[c]! - largest;
    }
    loss += Math.log(total);
    if (targets[at + best] === 1) right++;
  }
  return { loss: loss / rows, score: right / rows };
}

/** log(1 + exp(x)), also where exp(x) is too large. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** The position of each row's class as targets: rows × outputs. A class that is none of `classes` has no position. */
export function classTargets(y: ArrayLike<Label>, classes: readonly Label[]): Float64Array {
  const position = new Map(classes.map((label, code) => [label, code]));
  const width = classes.length === 2 ? 1 : classes.length;
  const targets = new Float64Array(y.length * width);
  for (let i = 0; i < y.length; i++) {
    const code = position.get(y[i]!)!;
    if (width === 1) targets[i] = code;
    else targets[i * width + code] = 1;
  }
  return targets;
}
