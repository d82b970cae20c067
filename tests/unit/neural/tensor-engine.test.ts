import * as tf from "@tensorflow/tfjs-core";
import { afterEach, describe, expect, test } from "vitest";
import { MLPClassifier, RandomState } from "../../../src/learn/index.ts";
import { activationNames } from "../../../src/learn/neural-network/activation.ts";
import type { CreateEngine, Engine } from "../../../src/learn/neural-network/engine.ts";
import type { Output } from "../../../src/learn/neural-network/output.ts";
import { plainEngine } from "../../../src/learn/neural-network/plain-engine.ts";
import { sentSteps } from "../../../src/learn/neural-network/train-network.ts";
import { drain } from "../../../src/learn/selection/steps.ts";
import { tensorEngine, useBackend } from "../../../src/neural/index.ts";
import { taskOf } from "../learn/neural-network/task-of.ts";

const random = new RandomState(2);
const X = Array.from({ length: 90 }, () => [random.normal(), random.normal(), random.normal()]);
const y = X.map(([a, b, c]) => (a! * b! > 0.2 ? "kick" : c! > 0 ? "snare" : "tom"));
const rows = Int32Array.from([4, 0, 7, 2, 9]);
const masks = [5, 4].map((units) =>
  Float64Array.from({ length: rows.length * units }, () => (random.random() < 0.4 ? 0 : 1 / 0.6)),
);

/** The largest difference between lists of numbers, as a share of the largest number. */
function difference(ours: ArrayLike<number>[], theirs: ArrayLike<number>[]): number {
  const flat = (lists: ArrayLike<number>[]) => lists.flatMap((list) => Array.from(list));
  const [a, b] = [flat(ours), flat(theirs)];
  const size = Math.max(...b.map(Math.abs), 1e-9);
  return Math.max(...a.map((value, i) => Math.abs(value - b[i]!))) / size;
}

const slopes = (engine: Engine, batch: Parameters<Engine["gradient"]>[0]) => {
  const { coefs, intercepts } = engine.gradient(batch);
  engine.dispose();
  return [...coefs, ...intercepts];
};

afterEach(() => {
  expect(tf.memory().numTensors).toBe(0);
});

/** Single precision has 24 bits; sums of some dozens of numbers lose a few of them. */
const SINGLE = 2e-6;

const networks = (["softmax", "logistic", "identity"] as Output[]).flatMap((output) =>
  activationNames.flatMap((activation) => [null, masks].map((dropped) => ({ output, activation, dropped }))),
);

describe.each(["wasm", "cpu"] as const)("the backend %s", (backend) => {
  test.each(networks)(
    "finds the slopes of a $output network of $activation units that double precision finds",
    async ({ output, activation, dropped }) => {
      expect(await useBackend(backend)).toBe(backend);
      const task = taskOf({ output, activation });
      const batch = { rows, masks: dropped };
      expect(difference(slopes(tensorEngine(task), batch), slopes(plainEngine(task), batch))).toBeLessThan(
        SINGLE,
      );
    },
  );

  test.each([
    { solver: "sgd" as const, momentum: 0.9, nesterovsMomentum: true },
    { solver: "sgd" as const, momentum: 0.7, nesterovsMomentum: false },
    { solver: "sgd" as const, momentum: 0 },
    { solver: "adam" as const },
  ])("trains with $solver as double precision does, dropout and all", async (solver) => {
    await useBackend(backend);
    const model = new MLPClassifier({
      hiddenLayerSizes: [8, 6],
      activation: "tanh",
      dropout: 0.2,
      learningRate: 0.02,
      batchSize: 32,
      maxEpochs: 8,
      ...solver,
    });
    const validation = { X: X.slice(0, 30), y: y.slice(0, 30) };
    const train = (of: "plain" | "wasm" | "cpu", engine: CreateEngine) =>
      drain(sentSteps(model, X.slice(30), y.slice(30), { validation }, of, engine)).fitted;
    const [single, double] = [train(backend, tensorEngine), train("plain", plainEngine)];
    // Each of the 16 steps starts from the rounding of the one before.
    expect(difference([single.history.training], [double.history.training])).toBeLessThan(2e-4);
    expect(difference([single.history.validation!], [double.history.validation!])).toBeLessThan(2e-4);
    // The network that comes back says on the page what it said in tensors.
    expect(JSON.stringify(train(backend, tensorEngine))).toBe(JSON.stringify(single));
  });

  test("what a network says in tensors, it says on the page", async () => {
    await useBackend(backend);
    const small = new MLPClassifier({ hiddenLayerSizes: [16], maxEpochs: 3 });
    const { coefs, intercepts, widths } = drain(sentSteps(small, X, y, {}, backend, tensorEngine)).fitted;
    const task = new MLPClassifier({ hiddenLayerSizes: [16] }).training(X, y).task;
    const start = { coefs, intercepts, widths };
    const engine = tensorEngine({ ...task, start });
    expect(
      difference([engine.outputs("training")], [plainEngine({ ...task, start }).outputs("training")]),
    ).toBeLessThan(SINGLE);
    engine.dispose();
  });

  test("a hundred trainings that were given up leave no tensor behind", async () => {
    await useBackend(backend);
    const model = new MLPClassifier({ hiddenLayerSizes: [8], batchSize: 10, learningRate: 0.01 });
    for (let i = 0; i < 100; i++) {
      const steps = sentSteps(model, X, y, {}, backend, tensorEngine);
      for (let n = 0; n < i % 12; n++) steps.next();
      steps.return(undefined as never);
    }
    expect(tf.memory().numTensors).toBe(0);
  });
});

test("one that diverges leaves none behind either", async () => {
  await useBackend("wasm");
  const model = new MLPClassifier({ solver: "sgd", learningRate: 1e30, hiddenLayerSizes: [8] });
  const { fitted } = drain(sentSteps(model, X, y, {}, "wasm", tensorEngine));
  expect(fitted.history.divergedAt).toBeGreaterThan(0);
});
