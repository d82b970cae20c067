import { type Label, type Labels, uniqueLabels } from "../base/labels.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { checkOptions } from "../base/options.ts";
import { shown } from "../base/shown.ts";
import { checkedNumbers } from "../base/targets.ts";
import { binaryAuc } from "./binary-auc.ts";
import { checkPair, metricWeights } from "./checked.ts";
import { type MulticlassAverage, multiclassAuc } from "./multiclass-auc.ts";

/** What rocAuc takes. */
export type RocAucOptions = {
  /** How the areas of several classes become one; null (only with "ovr") leaves them apart. */
  average?: MulticlassAverage;
  /** With more than two classes: each against the rest ("ovr"), or each pair ("ovo"). Must be given then. */
  multiClass?: "ovr" | "ovo" | null;
  /** The classes of the columns, sorted, where not all of them are in `yTrue`. */
  labels?: readonly Label[] | null;
  /** Up to which part of false alarms (above 0, to 1) the area is taken, stretched so that guessing has 0.5. */
  maxFpr?: number | null;
  /** For each row how much it counts, 0 or more; all the same unless given. */
  sampleWeight?: ArrayLike<number> | null;
};

/**
 * The area under the receiver operating characteristic: how likely a row of the class sought has a higher score
 * than another (equal scores count half). 0.5 is guessing, 1 a perfect order.
 *
 * Of two classes the greater is the one sought, and `yScore` is a number a row (or the two columns of
 * `predictProba`, or the one of `decisionFunction`). With more, `yScore` has the probabilities of `predictProba`,
 * a column for each class, and `multiClass` says how the classes are compared (Hand and Till, 2001, for "ovo").
 * Throws when the lengths differ, only one class is there, or the options do not suit.
 *
 * @param yTrue the true classes
 * @param yScore for each row a score, or the probabilities of all classes
 * @example
 * metrics.rocAuc([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])
 */
export function rocAuc(
  yTrue: Labels,
  yScore: ArrayLike<number> | MatrixLike,
  options?: RocAucOptions & { average?: "macro" | "weighted" | "micro" },
): number;
export function rocAuc(
  yTrue: Labels,
  yScore: ArrayLike<number> | MatrixLike,
  options: RocAucOptions & { average: null },
): number | number[];
export function rocAuc(
  yTrue: Labels,
  yScore: ArrayLike<number> | MatrixLike,
  options: RocAucOptions = {},
): number | number[] {
  checkOptions("rocAuc", ["average", "multiClass", "labels", "maxFpr", "sampleWeight"], options);
  const { average = "macro", multiClass = null, labels = null, maxFpr = null, sampleWeight } = options;
  checkPair("rocAuc", yTrue, yScore instanceof Matrix ? { length: yScore.rows } : yScore, "yScore");
  checkShare(maxFpr);
  const classes = uniqueLabels(yTrue, "yTrue");
  const weights = metricWeights(sampleWeight, yTrue.length);
  const table =
    typeof (yScore as ArrayLike<unknown>)[0] === "number"
      ? null
      : Matrix.from(yScore as MatrixLike, "yScore");
  if (classes.length > 2 || (table !== null && table.cols > 2)) {
    if (table === null || table.cols < 2) {
      throw new RangeError(
        `rocAuc: yTrue has ${classes.length} classes, so yScore must have a column of probabilities for each, as predictProba gives`,
      );
    }
    if (maxFpr !== null && maxFpr !== 1) throw new RangeError("rocAuc: maxFpr is for two classes only");
    return multiclassAuc(yTrue, table, { average, multiClass, labels, weights });
  }
  if (classes.length < 2) {
    throw new RangeError(
      `rocAuc compares two classes, but yTrue has only ${shown(classes[0])}: it is not defined then`,
    );
  }
  const scores =
    table === null
      ? checkedNumbers(yScore as ArrayLike<number>, "yScore")
      : Float64Array.from({ length: table.rows }, (_, i) => table.data[(i + 1) * table.cols - 1]!);
  const positive = Uint8Array.from(yTrue as Label[], (label) => (label === classes[1] ? 1 : 0));
  return binaryAuc({ positive, scores, weights }, maxFpr);
}

function checkShare(maxFpr: unknown): void {
  if (maxFpr !== null && (typeof maxFpr !== "number" || !(maxFpr > 0 && maxFpr <= 1))) {
    throw new RangeError(
      `rocAuc: maxFpr must be null or a number above 0, up to 1, but it is ${shown(maxFpr)}`,
    );
  }
}
