import { describe, expect, test } from "vitest";
import {
  crossValidate,
  fromJSON,
  GridSearch,
  MLPClassifier,
  type MLPParams,
  MLPRegressor,
  metrics,
  RandomState,
  StratifiedKFold,
  trainNetwork,
  trainNetworkSteps,
} from "../../../../src/learn/index.ts";

const random = new RandomState(5);
const X = Array.from({ length: 80 }, () => [random.normal(), random.normal()]);
/** A ring around a middle, which no straight line parts. */
const y = X.map(([a, b]) => (a! * a! + b! * b! > 1.2 ? "ring" : "middle"));
const groups = X.map((_, i) => i % 8);
const held = { X: X.slice(0, 20), y: y.slice(0, 20) };
const [rest, restLabels] = [X.slice(20), y.slice(20)];
const usual: MLPParams = { hiddenLayerSizes: [12], learningRate: 0.02, batchSize: 16, maxEpochs: 40 };

test("a network tells a ring from its middle, and one without a layer between does not", () => {
  expect(new MLPClassifier(usual).fit(X, y).score(X, y)).toBeGreaterThan(0.95);
  expect(new MLPClassifier({ ...usual, hiddenLayerSizes: [] }).fit(X, y).score(X, y)).toBeLessThan(0.8);
});

test("its history is what the losses and scores are, epoch by epoch", () => {
  const model = new MLPClassifier(usual).fit(rest, restLabels, { validation: held });
  const { history } = model;
  expect(history.training).toHaveLength(40);
  expect(history.training.at(-1)).toBeCloseTo(metrics.logLoss(restLabels, model.predictProba(rest)), 12);
  expect(history.validation!.at(-1)).toBeCloseTo(metrics.logLoss(held.y, model.predictProba(held.X)), 12);
  expect(history.validationScore!.at(-1)).toBe(model.score(held.X, held.y));
  expect(history.bestEpoch).toBe(1 + history.validation!.indexOf(Math.min(...history.validation!)));
  expect(history.stoppedAt).toBeUndefined();
});

test("a regressor's history is in squared errors and R²", () => {
  const t = X.map(([a, b]) => Math.sin(2 * a!) + b!);
  const model = new MLPRegressor({ ...usual, activation: "tanh" }).fit(X, t);
  expect(model.history.training.at(-1)).toBeCloseTo(metrics.meanSquaredError(t, model.predict(X)), 12);
  expect(model.history.trainingScore.at(-1)).toBeCloseTo(model.score(X, t), 12);
  expect(model.score(X, t)).toBeGreaterThan(0.9);
});

describe("early stopping", () => {
  const noisy = restLabels.map((label, i) => (i % 4 === 0 ? (label === "ring" ? "middle" : "ring") : label));
  const params = { ...usual, hiddenLayerSizes: [40], maxEpochs: 300, earlyStopping: true, patience: 5 };
  const model = new MLPClassifier(params).fit(rest, noisy, { validation: held });

  test("ends when the held-out loss has not become less for a while, and takes the best network back", () => {
    const { bestEpoch, stoppedAt, validation, message } = model.history;
    expect(stoppedAt).toBeLessThan(300);
    expect(validation).toHaveLength(stoppedAt!);
    expect(model.epoch).toBe(bestEpoch);
    expect(metrics.logLoss(held.y, model.predictProba(held.X))).toBeCloseTo(Math.min(...validation!), 12);
    expect(message).toMatch(`the network is that of epoch ${bestEpoch}`);
  });

  test("holds out a share of the rows itself, or whole groups, when it is given none", () => {
    const rows = new MLPClassifier({ ...params, validationFraction: 0.25 }).fit(X, y);
    expect(rows.history.validation!.length).toBeGreaterThan(0);
    const byGroup = new MLPClassifier({ ...params, validationFraction: 0.25, maxEpochs: 1 });
    // Two of the eight groups, 20 rows: a score is a whole number of twentieths.
    byGroup.fit(X, y, { groups });
    expect(byGroup.history.validationScore![0]! * 20).toBeCloseTo(
      Math.round(byGroup.history.validationScore![0]! * 20),
      9,
    );
  });
});

test("a learning rate that is too high ends in words, with the last network whose loss was a number", () => {
  const params = { ...usual, solver: "sgd" as const, learningRate: 1e6, momentum: 0.99, maxEpochs: 400 };
  const large = X.map((row) => row.map((value) => value * 1e4));
  const { network, training, divergedAt, message } = trainNetwork(
    new MLPRegressor(params),
    large,
    X.map(([a]) => a!),
  );
  expect(divergedAt).toBe(training.length);
  expect(message).toMatch(/diverged.*learning rate \(1000000\).*a tenth.*scale/);
  expect(network.predict(X.slice(0, 3)).every(Number.isFinite)).toBe(true);
  expect(JSON.stringify(fromJSON(JSON.parse(JSON.stringify(network))))).toBe(JSON.stringify(network));
});

test("dropout is drawn from the seed, and predictions drop nothing", () => {
  const trained = (randomState: number) =>
    new MLPClassifier({ ...usual, dropout: 0.5, randomState }).fit(X, y);
  expect(JSON.stringify(trained(1))).toBe(JSON.stringify(trained(1)));
  expect(trained(1).history.training).not.toEqual(trained(2).history.training);
  expect(trained(1).predictProba(X)).toEqual(trained(1).predictProba(X));
  expect(trained(1).history.training.at(-1)).toBeGreaterThan(
    new MLPClassifier({ ...usual, randomState: 1 }).fit(X, y).history.training.at(-1)!,
  );
});

test("a strong penalty makes the weights small", () => {
  const size = (alpha: number) =>
    Math.max(
      ...new MLPClassifier({ ...usual, alpha })
        .fit(X, y)
        .coefs.flatMap(({ data }) => [...data.map(Math.abs)]),
    );
  expect(size(30)).toBeLessThan(size(0) / 4);
});

test("networks are searched and cross-validated as any other model", () => {
  const search = new GridSearch({
    estimator: new MLPClassifier({ ...usual, maxEpochs: 15 }),
    paramGrid: { hiddenLayerSizes: [[1], [12]] },
    cv: new StratifiedKFold({ nSplits: 2 }),
  }).fit(X, y);
  expect(search.bestParams).toEqual({ hiddenLayerSizes: [12] });
  const { pooled } = crossValidate(new MLPClassifier({ ...usual, maxEpochs: 5 }), X, y);
  expect(pooled.predictions).toHaveLength(80);
});

describe("trainNetwork", () => {
  const model = new MLPClassifier({ ...usual, maxEpochs: 4 });

  test("gives the history and the network that fit gives, and leaves the model as it is", () => {
    const training = trainNetwork(model, rest, restLabels, { validation: held });
    const fitted = model.clone().fit(rest, restLabels, { validation: held });
    expect(JSON.stringify(training.network)).toBe(JSON.stringify(fitted));
    expect(training).toMatchObject({ ...fitted.history, epoch: 4, backend: "plain" });
    expect(() => model.predict(X)).toThrow("has not been fitted");
  });

  test("begins with the network before the first epoch, and has a new partial result after each", () => {
    const partials = new Set<unknown>();
    const epochs: number[] = [];
    for (const { progress, partial } of trainNetworkSteps(model, rest, restLabels, { validation: held })) {
      expect(progress).toBeGreaterThanOrEqual(0);
      expect(progress).toBeLessThan(1);
      if (!partials.has(partial)) epochs.push(partial.epoch);
      partials.add(partial);
      expect(partial.network.predict(X)).toHaveLength(80);
      expect(partial.training).toHaveLength(partial.epoch);
    }
    expect(epochs).toEqual([0, 1, 2, 3]);
  });
});

describe("what cannot be trained is told of", () => {
  const wrong: [string, () => unknown, RegExp][] = [
    [
      "no units",
      () => new MLPClassifier({ hiddenLayerSizes: [0] }),
      /hiddenLayerSizes must be how many units.*1 to/,
    ],
    [
      "a negative rate",
      () => new MLPClassifier({ learningRate: -1 }),
      /learningRate must be a number above 0/,
    ],
    [
      "a rate of nothing",
      () => new MLPClassifier({ learningRate: 0 }),
      /learningRate must be a number above 0/,
    ],
    [
      "an unknown activation",
      () => new MLPClassifier({ activation: "step" as never }),
      /activation must be "relu" or "tanh"/,
    ],
    ["all units dropped", () => new MLPClassifier({ dropout: 1 }), /dropout must be a number.*below 1/],
    [
      "a batch of more than all rows",
      () => new MLPClassifier({ batchSize: 81 }).fit(X, y),
      /batchSize is 81.*80 rows/,
    ],
    [
      "one class",
      () =>
        new MLPClassifier().fit(
          X,
          X.map(() => "a"),
        ),
      /at least two classes/,
    ],
    [
      "held-out samples without labels",
      () => new MLPClassifier().fit(X, y, { validation: X as never }),
      /validation must be.*\{X, y\}/,
    ],
    [
      "held-out samples of another width",
      () => new MLPClassifier().fit(X, y, { validation: { X: [[1]], y: ["ring"] } }),
      /validation.X must have 2 columns.*has 1/,
    ],
    [
      "a held-out class that is not learned",
      () => new MLPClassifier().fit(X, y, { validation: { X: [[1, 2]], y: ["drum"] } }),
      /validation.y holds "drum" \(item 0\)/,
    ],
    [
      "held-out labels that are no numbers",
      () =>
        new MLPRegressor().fit(
          X,
          X.map(([a]) => a!),
          { validation: { X: [[1, 2]], y: ["drum"] } },
        ),
      /validation.y must hold finite numbers only/,
    ],
    [
      "no held-out samples",
      () => new MLPClassifier().fit(X, y, { validation: { X: [], y: [] } }),
      /at least one row/,
    ],
    [
      "weights",
      () => new MLPClassifier().fit(X, y, { sampleWeight: [] } as never),
      /no option "sampleWeight"/,
    ],
    [
      "too few to hold out",
      () => new MLPClassifier({ earlyStopping: true }).fit(X.slice(0, 3), ["a", "b", "a"]),
      /validationFraction|at least/,
    ],
    ["another model", () => trainNetwork({} as never, X, y), /trains an MLPClassifier or an MLPRegressor/],
    [
      "an unknown option",
      () => trainNetwork(new MLPClassifier(), X, y, { epochs: 3 } as never),
      /no option "epochs"/,
    ],
    [
      "an unknown backend",
      () => trainNetwork(new MLPClassifier(), X, y, { backend: "gpu" as never }),
      /backend must be "auto" or "plain"/,
    ],
  ];
  test.each(wrong)("%s", (_, work, message) => {
    expect(work).toThrow(message);
  });
});
