import { describe, expect, test } from "vitest";
import { openDataset } from "../../../scripts/datasets/open.ts";
import {
  crossValPredict,
  DummyRegressor,
  GroupKFold,
  LeaveOneGroupOut,
  LinearRegression,
  LogisticRegression,
  type Matrix,
  metrics,
  Pipeline,
  StandardScaler,
} from "../../../src/learn/index.ts";
import golden from "../../golden/lessons/model-evaluation/figures.json" with { type: "json" };

/** Of the same scores, all measures and curves agree to this. */
const exact = 1e-12;
/** Two solvers stop at slightly different weights of the logistic regression. */
const solved = 5e-5;

const drums = openDataset("drums");
const fresh = openDataset("drum-test");
const clapOrNot = (kind: unknown) => (kind === "clap" ? "clap" : "other");
const isClap = drums.y.map(clapOrNot);
const freshIsClap = fresh.y.map(clapOrNot);
const byKit = { cv: new LeaveOneGroupOut(), groups: drums.groups };
const posLabel = "clap";

type Settings = ConstructorParameters<typeof LogisticRegression>[0];
const detector = (settings: Settings = { classWeight: "balanced", C: 0.1 }) =>
  new Pipeline([
    ["scale", new StandardScaler()],
    ["model", new LogisticRegression(settings)],
  ]);
const heldOut = (settings?: Settings) =>
  column(crossValPredict(detector(settings), drums.X, isClap, { ...byKit, method: "predictProba" }));
const column = (shares: Matrix) => Array.from({ length: shares.rows }, (_, i) => shares.row(i)[0]!);

function expectNear(found: ArrayLike<number>, wanted: ArrayLike<number>, within: number): void {
  expect(found.length).toBe(wanted.length);
  for (let i = 0; i < wanted.length; i++) {
    expect(Math.abs(found[i]! - wanted[i]!), `number ${i}: ${found[i]} or ${wanted[i]}`).toBeLessThan(within);
  }
}

describe.each([
  ["held-out kits", isClap, golden.balanced],
  ["fresh kits", freshIsClap, golden.fresh],
] as const)("of scikit-learn's scores on %s", (_, truth, figures) => {
  const { scores } = figures;
  const answersAt = (threshold: number) => scores.map((score) => (score >= threshold ? "clap" : "other"));

  test("the counts and the measures are scikit-learn's at every threshold that the text speaks of", () => {
    for (const { threshold, found, missed, falseAlarms, leftAlone, ...measures } of figures.at) {
      const answers = answersAt(threshold);
      const { matrix } = metrics.confusionMatrix(truth, answers, { labels: ["clap", "other"] });
      expect(matrix).toEqual([
        [found, missed],
        [falseAlarms, leftAlone],
      ]);
      const ours = [
        metrics.accuracy(truth, answers),
        ...[metrics.precision, metrics.recall, metrics.f1].map((measure) =>
          measure(truth, answers, { posLabel, zeroDivision: 0 }),
        ),
      ];
      expectNear(ours, [measures.accuracy, measures.precision, measures.recall, measures.F1], exact);
    }
  });

  test("both curves and their areas are scikit-learn's", () => {
    const roc = metrics.rocCurve(truth, scores, { posLabel, dropIntermediate: false });
    expectNear(roc.fpr, figures.roc[0]!, exact);
    expectNear(roc.tpr, figures.roc[1]!, exact);
    expectNear(roc.thresholds, figures.roc[2]!, exact);
    const curve = metrics.precisionRecallCurve(truth, scores, { posLabel });
    expectNear(curve.precision, figures.precisionRecall[0]!, exact);
    expectNear(curve.recall, figures.precisionRecall[1]!, exact);
    expectNear(curve.thresholds, figures.precisionRecall[2]!, exact);
    const sought = truth.map((is) => Number(is === "clap"));
    const areas = [
      metrics.rocAuc(sought, scores),
      metrics.averagePrecision(truth, scores, { posLabel }),
      metrics.brier(truth, scores, { posLabel }),
      metrics.logLoss(sought, scores),
    ];
    expectNear(areas, [figures.auc, figures.averagePrecision, figures.brier, figures.logLoss], exact);
  });

  test("the area is the share of pairs in which the clap is ahead: Mann and Whitney's U", () => {
    const ofKind = (kind: string) => scores.filter((_, i) => truth[i] === kind);
    const [claps, others] = [ofKind("clap"), ofKind("other")];
    const ahead = claps.flatMap((clap) =>
      others.map((other) => (clap > other ? 1 : clap === other ? 0.5 : 0)),
    );
    const won = ahead.reduce<number>((sum, each) => sum + each, 0);
    expect(won).toBe(figures.U);
    expectNear([won / ahead.length], [figures.auc], exact);
  });

  test("the cost of every threshold is scikit-learn's count", () => {
    for (const [price, costs] of Object.entries(figures.costs)) {
      const ours = costs.map((_, i) => {
        const answers = answersAt(i / 100);
        const wrong = truth.filter((is, row) => is !== answers[row]);
        const missed = wrong.filter((is) => is === "clap").length;
        return wrong.length - missed + Number(price) * missed;
      });
      expect(ours).toEqual(costs);
    }
  });
});

test("our detectors score held-out and fresh strokes as scikit-learn's do", () => {
  expectNear(heldOut(), golden.balanced.scores, solved);
  expectNear(heldOut({ classWeight: null, C: 1 }), golden.plain.scores, solved);
  const learned = detector().fit(drums.X, isClap);
  expectNear(column(learned.predictProba(fresh.X)), golden.fresh.scores, solved);
});

test("accuracy ties at 0.7 and 0.9, 0.58 ties with silence, and precision falls where a clap drops out", () => {
  const at = (threshold: number) => golden.balanced.at.find((each) => each.threshold === threshold)!;
  expect([at(0.7).missed, at(0.7).falseAlarms, at(0.9).missed, at(0.9).falseAlarms]).toEqual([1, 4, 5, 0]);
  expect(at(0.58).missed + at(0.58).falseAlarms).toBe(isClap.filter((is) => is === "clap").length);
  expect(at(0.72).precision).toBeLessThan(at(0.71).precision);
  expect(Math.abs(golden.balanced.auc - golden.plain.auc)).toBeLessThan(0.001);
});

test("six drums: matrix, F1 of each, macro and micro are scikit-learn's, and only macro misses the clap", () => {
  const { labels, matrix, learned, silent } = golden.six;
  const answers = crossValPredict(detector(), drums.X, drums.y, byKit);
  expect(metrics.confusionMatrix(drums.y, answers, { labels }).matrix).toEqual(matrix);
  const quiet = answers.map((kind) => (kind === "clap" ? "snare" : kind));
  for (const [said, wanted] of [
    [answers, learned],
    [quiet, silent],
  ] as const) {
    expectNear(metrics.f1(drums.y, said, { average: null, labels }), wanted.each, exact);
    const averages = [
      metrics.f1(drums.y, said, { average: "macro" }),
      metrics.f1(drums.y, said, { average: "micro" }),
    ];
    expectNear(averages, [wanted.macro, wanted.micro], exact);
  }
  expect(learned.micro - silent.micro).toBeLessThan(0.02);
  expect(learned.macro - silent.macro).toBeGreaterThan(0.12);
});

test("MAE, RMSE and R² of exam scores are scikit-learn's, with and without a slip of the pen", () => {
  const exam = openDataset("exam");
  const truth = exam.column("score") as number[];
  const bySchool = { cv: new GroupKFold({ nSplits: 5 }), groups: exam.groups };
  for (const [name, model] of [
    ["line", new LinearRegression()],
    ["mean", new DummyRegressor()],
  ] as const) {
    const guesses = crossValPredict(model, exam.select(["intake"]), truth, bySchool) as number[];
    for (const typo of [0, 100] as const) {
      const typed = typo === 0 ? truth : [typo, ...truth.slice(1)];
      const ours = [
        metrics.meanAbsoluteError(typed, guesses),
        Math.sqrt(metrics.meanSquaredError(typed, guesses)),
        metrics.r2(typed, guesses),
      ];
      const { MAE, RMSE, R2 } = golden.exam[`${name}${typo}`];
      expectNear(ours, [MAE, RMSE, R2], 1e-11);
    }
  }
});
