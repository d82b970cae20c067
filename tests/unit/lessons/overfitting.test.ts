import { describe, expect, test } from "vitest";
import { openDataset } from "../../../scripts/datasets/open.ts";
import {
  KNeighborsClassifier,
  LeaveOneGroupOut,
  MLPClassifier,
  type MLPParams,
  Pipeline,
  RandomState,
  type Splitter,
  StandardScaler,
  StratifiedKFold,
  trainNetwork,
  trainTestSplit,
  validationCurve,
} from "../../../src/learn/index.ts";
import { standardError } from "../../../src/stdlib/figures/best-setting.ts";
import golden from "../../golden/lessons/overfitting/figures.json" with { type: "json" };

const drums = openDataset("drums");
const { y, groups, classNames } = drums;

const model = new Pipeline([
  ["scale", new StandardScaler()],
  ["knn", new KNeighborsClassifier()],
]);
const odd = Array.from({ length: 61 }, (_, i) => 2 * i + 1);

/** What the rule of one standard error chooses: the simplest model that is not worse than the best by more. */
function chosen(cv: Splitter) {
  const X = drums.select(["brightness", "level100"]);
  const { points } = validationCurve(model, X, y, {
    paramName: "knn__nNeighbors",
    paramRange: odd,
    cv,
    groups,
  });
  const best = points.reduce((a, b) => (b.validationScore > a.validationScore ? b : a));
  const enough = points.filter(
    (point) => point.validationScore >= best.validationScore - standardError(best),
  );
  const { value, validationScore } = enough.at(-1)!;
  return { k: value, score: validationScore, bestK: best.value, best: best.validationScore };
}

test.each([
  ["random", new StratifiedKFold({ nSplits: 5, shuffle: true, randomState: 7 }), 29],
  ["kit", new LeaveOneGroupOut(), 59],
] as const)(
  "the rule of one standard error chooses what it chooses of scikit-learn's scores: %s",
  (name, cv, k) => {
    const ours = chosen(cv);
    const theirs = golden.rule[name];
    expect([ours.k, ours.bestK]).toEqual([theirs.k, theirs.bestK]);
    // Counts of the same strokes.
    expect(ours.score).toBeCloseTo(theirs.score, 12);
    expect(ours.best).toBeCloseTo(theirs.best, 12);
    expect(ours.k).toBe(k);
  },
);

const kits = trainTestSplit(drums.X, y, { groups, testSize: 0.3, randomState: 7 });
const footing = new StandardScaler().fit(kits.XTrain);
const known = { X: footing.transform(kits.XTrain), y: kits.yTrain };
const unknown = { X: footing.transform(kits.XTest), y: kits.yTest };

/** The lesson's own network, as its sliders set it. */
function learned(settings: MLPParams, { strokes = 286, noise = 0 } = {}) {
  const network = new MLPClassifier({
    hiddenLayerSizes: [32],
    alpha: 0,
    learningRate: 0.01,
    batchSize: 32,
    maxEpochs: 100,
    randomState: 7,
    ...settings,
  });
  const rows = new RandomState(7)
    .permutation(known.y.length)
    .slice(0, strokes)
    .sort((a, b) => a - b);
  const lot = new RandomState(3);
  const labels = rows.map((row) => {
    const [chance, other] = [lot.random(), lot.integers(0, classNames.length)];
    return chance < noise ? classNames[other]! : known.y[row]!;
  });
  const training = trainNetwork(network, known.X.selectRows(rows), labels, { validation: unknown });
  const at = (epoch: number) => ({
    loss: Number(training.validation!.at(epoch - 1)!.toFixed(2)),
    score: Number(training.validationScore!.at(epoch - 1)!.toFixed(2)),
  });
  return { ...training, at, best: at(training.bestEpoch!), end: at(0) };
}

describe("the network", () => {
  test("learns from the kits that scikit-learn would leave it", () => {
    expect({ known: known.y.length, unknown: unknown.y.length }).toEqual(golden.rows);
    expect(golden.rows).toEqual({ known: 286, unknown: 168 });
  });

  test.each([
    ["usual", {}],
    ["twoUnits", { hiddenLayerSizes: [2] }],
    ["penalty", { alpha: 1 }],
  ] as const)("has the losses of scikit-learn's on the hidden kits, epoch by epoch: %s", (name, settings) => {
    const { validation, validationScore } = learned(settings as MLPParams);
    for (const [i, epoch] of golden.network.epochs.entries()) {
      const theirs = golden.network[name][i]!;
      // 900 steps, each from the rounding of the one before.
      expect(validation![epoch - 1]! / theirs.loss).toBeCloseTo(1, 6);
      expect(validationScore![epoch - 1]).toBeCloseTo(theirs.score, 12);
    }
  });

  test("grows sure of its mistakes, while it makes no more of them", () => {
    const { bestEpoch, best, end, training, trainingScore } = learned({});
    expect({ bestEpoch, best, end }).toEqual({
      bestEpoch: 6,
      best: { loss: 0.41, score: 0.85 },
      end: { loss: 0.86, score: 0.88 },
    });
    expect(training.at(-1)).toBeLessThan(0.005);
    expect(trainingScore.at(-1)).toBe(1);
  });

  test("underfits with two units", () => {
    const { best, end } = learned({ hiddenLayerSizes: [2] });
    expect([best.loss, end.score]).toEqual([0.79, 0.74]);
  });

  test("decides worse, too, where labels are drawn by lot", () => {
    const { best, end } = learned({}, { noise: 0.2 });
    expect({ best, end }).toEqual({ best: { loss: 0.52, score: 0.87 }, end: { loss: 1.31, score: 0.76 } });
  });

  test("stays modest under a penalty", () => {
    const { best, end } = learned({ alpha: 1 });
    expect([best.loss, end.loss, end.score]).toEqual([0.39, 0.43, 0.85]);
  });

  test("stops early and goes back", () => {
    const { stoppedAt, epoch } = learned({ earlyStopping: true, patience: 8 });
    expect([stoppedAt, epoch]).toEqual([14, 6]);
  });
});
