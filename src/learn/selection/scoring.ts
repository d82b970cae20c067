import type { Label } from "../base/labels.ts";
import type { Learner } from "../base/learner.ts";
import type { Matrix } from "../base/matrix.ts";
import { nearestName } from "../base/nearest-name.ts";
import { shown } from "../base/shown.ts";
import { accuracy } from "../metrics/accuracy.ts";
import { averagePrecision } from "../metrics/average-precision.ts";
import { balancedAccuracy } from "../metrics/balanced-accuracy.ts";
import { brier } from "../metrics/brier.ts";
import { logLoss } from "../metrics/log-loss.ts";
import { meanAbsoluteError } from "../metrics/mean-absolute-error.ts";
import { meanSquaredError } from "../metrics/mean-squared-error.ts";
import { type Average, precisionRecallFscoreSupport } from "../metrics/precision-recall-fscore-support.ts";
import { r2 } from "../metrics/r2.ts";
import { rocAuc } from "../metrics/roc-auc.ts";

/** How good predictions are; larger is better. */
// biome-ignore lint/suspicious/noExplicitAny: labels for one score, numbers for another
export type ScoringFunction = (yTrue: any, yPred: any) => number;

/**
 * What a score is made of: predicted labels; the probability of each class; or one column that says how much
 * speaks for the later of two classes (`decisionFunction`, else its probability).
 */
export type Needs = "labels" | "probabilities" | "scores";

/** What a model says of rows: labels, and where they are asked for the numbers behind them. */
export type Answer = { labels: Label[]; values: Matrix | null };

/** A scoring made ready for the classes of `y`. */
export type Scorer = { needs: Needs; score(yTrue: Label[], answer: Answer): number };

type Rule = { needs: Needs; score(yTrue: Label[], answer: Answer, classes: readonly Label[]): number };

const ofLabels = (score: (yTrue: Label[], yPred: Label[], classes: readonly Label[]) => number): Rule => ({
  needs: "labels",
  score: (yTrue, { labels }, classes) => score(yTrue, labels, classes),
});

const ofNumbers = (score: (yTrue: number[], yPred: number[]) => number): Rule =>
  ofLabels((yTrue, yPred) => score(yTrue as number[], yPred as number[]));

function figure(which: "precision" | "recall" | "fscore", average: Average): Rule {
  return ofLabels((yTrue, yPred, classes) => {
    const options = { average, ...(average === "binary" && { posLabel: positive(classes, which) }) };
    return precisionRecallFscoreSupport(yTrue, yPred, options)[which];
  });
}

/** Of two classes the later one is the one sought, as 1 is of 0 and 1. */
function positive(classes: readonly Label[], who: string): Label {
  if (classes.length === 2) return classes[1]!;
  throw new RangeError(
    `scoring by ${who} is for two classes, but y has ${classes.length}${who === "brier score" ? "" : ': add how they are averaged, such as "f1Macro"'}`,
  );
}

const rules = {
  accuracy: ofLabels((yTrue, yPred) => accuracy(yTrue, yPred)),
  balancedAccuracy: ofLabels((yTrue, yPred) => balancedAccuracy(yTrue, yPred)),
  f1: figure("fscore", "binary"),
  f1Macro: figure("fscore", "macro"),
  f1Micro: figure("fscore", "micro"),
  f1Weighted: figure("fscore", "weighted"),
  precision: figure("precision", "binary"),
  precisionMacro: figure("precision", "macro"),
  precisionMicro: figure("precision", "micro"),
  precisionWeighted: figure("precision", "weighted"),
  recall: figure("recall", "binary"),
  recallMacro: figure("recall", "macro"),
  recallMicro: figure("recall", "micro"),
  recallWeighted: figure("recall", "weighted"),
  rocAuc: {
    needs: "scores",
    score: (yTrue, { values }) => rocAuc(yTrue, values!.data),
  },
  rocAucOvr: {
    needs: "probabilities",
    score: (yTrue, { values }, classes) =>
      classes.length === 2
        ? rocAuc(yTrue, column(values!, 1))
        : rocAuc(yTrue, values!, { multiClass: "ovr", labels: [...classes] }),
  },
  averagePrecision: {
    needs: "scores",
    score: (yTrue, { values }, classes) => averagePrecision(yTrue, values!.data, { posLabel: classes[1]! }),
  },
  negLogLoss: {
    needs: "probabilities",
    score: (yTrue, { values }, classes) => -logLoss(yTrue, values!, { labels: [...classes] }),
  },
  negBrierScore: {
    needs: "probabilities",
    score: (yTrue, { values }, classes) =>
      -brier(yTrue, column(values!, 1), { posLabel: positive(classes, "brier score") }),
  },
  r2: ofNumbers(r2),
  negMeanSquaredError: ofNumbers((yTrue, yPred) => -meanSquaredError(yTrue, yPred)),
  negRootMeanSquaredError: ofNumbers((yTrue, yPred) => -meanSquaredError(yTrue, yPred, { squared: false })),
  negMeanAbsoluteError: ofNumbers((yTrue, yPred) => -meanAbsoluteError(yTrue, yPred)),
} satisfies Record<string, Rule>;

/** The scores that can be asked for by name: scikit-learn's, in our spelling. */
export type ScoringName = keyof typeof rules;

/** How good predictions are, larger is better: a name, or a function of the true and the predicted labels. */
export type Scoring = ScoringName | ScoringFunction;

export const scoringNames = Object.keys(rules) as ScoringName[];

/**
 * The scoring made ready: by default the R² for a regressor, else the accuracy. Throws when it is neither a
 * function nor a known name. `classes` are all that occur in `y`.
 */
export function scorerFor(
  scoring: Scoring | null | undefined,
  estimator: Learner,
  classes: () => readonly Label[],
): Scorer {
  const wanted = scoring ?? (estimator.estimatorType === "regressor" ? "r2" : "accuracy");
  if (typeof wanted === "function") {
    return { needs: "labels", score: (yTrue, { labels }) => checkedScore(wanted(yTrue, labels)) };
  }
  if (typeof wanted !== "string") {
    throw new TypeError(
      `scoring must be a name such as "accuracy" or a function such as metrics.accuracy, but it is ${shown(wanted)}`,
    );
  }
  if (!Object.hasOwn(rules, wanted)) {
    throw new TypeError(
      `There is no scoring ${shown(wanted)}: did you mean ${shown(nearestName(wanted, scoringNames))}? There are ${scoringNames.join(", ")}`,
    );
  }
  const rule: Rule = rules[wanted];
  const known = classes();
  if (rule.needs === "scores" && known.length !== 2) {
    throw new RangeError(
      `scoring ${shown(wanted)} is for two classes, but y has ${known.length}${wanted === "rocAuc" ? ': take "rocAucOvr"' : ""}`,
    );
  }
  return { needs: rule.needs, score: (yTrue, answer) => rule.score(yTrue, answer, known) };
}

function checkedScore(score: unknown): number {
  if (typeof score === "number" && Number.isFinite(score)) return score;
  throw new TypeError(`scoring must return a finite number, but it returned ${shown(score)}`);
}

function column({ data, rows, cols }: Matrix, which: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => data[row * cols + which]!);
}
