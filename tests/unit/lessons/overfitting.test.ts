import { group } from "d3";
import { describe, expect, test } from "vitest";
import { openDataset } from "../../../scripts/datasets/open.ts";
import {
  GroupKFold,
  KNeighborsClassifier,
  LeaveOneGroupOut,
  MarkovChain,
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
import { noteToMidi } from "../../../src/music/index.ts";
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

describe("the machine that makes tunes", () => {
  const tunes = openDataset("tunes");
  const written = group(tunes.table("notes").records(), ({ tune }) => tune);
  // As the lesson has it: the keynote becomes C, in the octave nearest to the middle.
  const songbook = tunes.rows.map(({ id, key }) => {
    const notes = written.get(id!)!.map(({ midi }) => midi as number);
    const mean = notes.reduce((sum, midi) => sum + midi) / notes.length;
    const toC = 60 - noteToMidi(`${String(key).split(" ")[0]}4`);
    return notes.map((midi) => midi + toC + 12 * Math.round((66 - mean - toC) / 12));
  });

  function bits(order: number) {
    const sums = { known: [0, 0], hidden: [0, 0] };
    const symbols = [...new Set(songbook.flat())].sort((a, b) => a - b);
    for (const { train, test } of new GroupKFold({ nSplits: 5 }).split(tunes.X, undefined, tunes.groups)) {
      const pick = (rows: ArrayLike<number>) => Array.from(rows, (row) => songbook[row]!);
      const reader = new MarkovChain({ order, alpha: 0.05, symbols }).fit(pick(train));
      for (const [sum, rows] of [
        [sums.known, pick(train)],
        [sums.hidden, pick(test)],
      ] as const) {
        sum[0]! -= reader.logProb(rows) / Math.LN2;
        sum[1]! += rows.flat().length;
      }
    }
    return { known: sums.known[0]! / sums.known[1]!, hidden: sums.hidden[0]! / sums.hidden[1]! };
  }

  test.each([0, 1, 3, 8])("is as surprised at order %i as one that was counted apart", (order) => {
    const { known, hidden } = bits(order);
    // Sums of 5,000 logarithms.
    expect(known).toBeCloseTo(golden.bits[order]!.known, 9);
    expect(hidden).toBeCloseTo(golden.bits[order]!.hidden, 9);
  });

  test("is least surprised by hidden tunes at order 1, and at order 8 more than one that remembers nothing", () => {
    const hidden = golden.bits.map((each) => each.hidden);
    expect(hidden.indexOf(Math.min(...hidden))).toBe(1);
    expect(hidden[8]).toBeGreaterThan(hidden[0]!);
    const known = golden.bits.map((each) => each.known);
    // Smoothing gives a little away after a context that is rare: beyond order 6 there is nothing more to gain.
    for (let i = 1; i < known.length; i++) expect(known[i]).toBeLessThan(known[i - 1]! + 0.005);
  });

  test("steals nothing at orders 0 to 2, most at 4, and the whole of Roddy McCorley at 8", () => {
    const copied = (order: number) => {
      const chain = new MarkovChain({ order }).fit(songbook);
      return chain.copiedRuns(chain.sample(48, { randomState: 1 }));
    };
    for (const order of [0, 1, 2]) expect(copied(order)).toEqual([]);
    const atFour = copied(4);
    expect(atFour.length).toBe(3);
    expect(atFour.reduce((sum, { length }) => sum + length, 0)).toBeGreaterThan(24);
    const [whole] = copied(8);
    expect([whole!.length, tunes.rows[whole!.trainingSequence]!.title]).toEqual([48, "Roddy McCorley"]);
  });
});
