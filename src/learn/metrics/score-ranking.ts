import { checkSameLength, type Label, type Labels, uniqueLabels } from "../base/labels.ts";
import { Matrix } from "../base/matrix.ts";
import { shown } from "../base/shown.ts";
import { checkedNumbers } from "../base/targets.ts";
import { checkPair, metricWeights } from "./checked.ts";

/** Which rows are of the class sought (1) or not (0), with their scores and weights. */
export type BinaryScores = { positive: Uint8Array; scores: Float64Array; weights: Float64Array | null };

/**
 * By falling score, one entry a different score: how many rows (or what weight) score at least that and are of the
 * class sought (`hits`) or not (`falseAlarms`).
 */
export type Ranking = { falseAlarms: Float64Array; hits: Float64Array; thresholds: Float64Array };

/** The scores, checked and as one number a row: a list, or a table of one column. */
export function checkedScores(yScore: ArrayLike<number> | Matrix, name = "yScore"): Float64Array {
  if (!(yScore instanceof Matrix)) return checkedNumbers(yScore, name);
  if (yScore.cols !== 1) {
    throw new RangeError(
      `${name} must have one number a row, of the class sought, but it has ${yScore.cols} columns: take one of them`,
    );
  }
  return Matrix.from(yScore, name).data.slice();
}

/** The arguments of a curve, checked. `posLabel` undefined: 1 where the labels are 0 and 1 or -1 and 1. */
export function checkedBinary(
  who: string,
  yTrue: Labels,
  yScore: ArrayLike<number> | Matrix,
  posLabel: Label | null | undefined,
  sampleWeight: ArrayLike<number> | null | undefined,
): BinaryScores {
  const scores = checkedScores(yScore);
  checkPair(who, yTrue, scores, "yScore");
  const classes = uniqueLabels(yTrue, "yTrue");
  const sought = posLabel ?? usualPositive(who, classes);
  if (classes.length > 2 && posLabel == null) throw needsPositive(who, classes);
  if (typeof sought !== typeof classes[0] || (classes.length > 1 && !classes.includes(sought))) {
    throw new RangeError(
      `${who}: posLabel must be ${classes.map(shown).join(" or ")}, as in yTrue, but it is ${shown(sought)}`,
    );
  }
  const weights = metricWeights(sampleWeight, scores.length);
  const positive = Uint8Array.from(yTrue as Label[], (label) => (label === sought ? 1 : 0));
  return withoutZeros({ positive, scores, weights });
}

/** 1 where the classes are usual for "yes or no"; else the learner must say which class is sought. */
function usualPositive(who: string, classes: readonly Label[]): Label {
  const usual = classes.length <= 2 && classes.every((label) => label === 0 || label === 1 || label === -1);
  const both = classes.length === 2 && classes[1] !== 1;
  if (!usual || both) throw needsPositive(who, classes);
  return 1;
}

function needsPositive(who: string, classes: readonly Label[]): RangeError {
  const names = classes.map(shown).join(", ");
  return new RangeError(
    `${who} needs to know which class is sought: give posLabel, one of ${names}${classes.length > 2 ? " (it is then told from all others)" : ""}`,
  );
}

/** The rows without those of weight 0, which must not add a threshold. */
export function withoutZeros(binary: BinaryScores): BinaryScores {
  const { positive, scores, weights } = binary;
  if (weights === null) return binary;
  const kept = (_: number, i: number) => weights[i]! > 0;
  return { positive: positive.filter(kept), scores: scores.filter(kept), weights: weights.filter(kept) };
}

/** Ranks rows by score, those of equal score together. */
export function ranking({ positive, scores, weights }: BinaryScores): Ranking {
  checkSameLength("yTrue", positive.length, "yScore", scores.length);
  const order = Uint32Array.from(scores, (_, i) => i).sort((a, b) => scores[b]! - scores[a]! || b - a);
  const result = { falseAlarms: [] as number[], hits: [] as number[], thresholds: [] as number[] };
  let hits = 0;
  let falseAlarms = 0;
  for (let at = 0; at < order.length; at++) {
    const row = order[at]!;
    const weight = weights === null ? 1 : weights[row]!;
    if (positive[row]) hits += weight;
    else falseAlarms += weight;
    if (at + 1 < order.length && scores[order[at + 1]!] === scores[row]) continue;
    result.falseAlarms.push(falseAlarms);
    result.hits.push(hits);
    result.thresholds.push(scores[row]!);
  }
  return {
    falseAlarms: Float64Array.from(result.falseAlarms),
    hits: Float64Array.from(result.hits),
    thresholds: Float64Array.from(result.thresholds),
  };
}
