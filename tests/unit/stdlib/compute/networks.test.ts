import { afterEach, expect, test } from "vitest";
import {
  KNeighborsClassifier,
  MLPClassifier,
  type NetworkTraining,
  trainNetwork,
} from "../../../../src/learn/index.ts";
import { hostJobs, type JobSource, type ToWorker } from "../../../../src/stdlib/compute/host-jobs.ts";
import { computeFor, type JobWorker, runBrand, WorkerPool } from "../../../../src/stdlib/compute/index.ts";
import { X, y } from "./data.ts";

const open: MessagePort[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

/** A pool whose workers are hosts at the other end of a message channel. */
function twinsOn(size: number, hears: (message: ToWorker) => boolean = () => true) {
  const create = (): JobWorker => {
    const { port1, port2 } = new MessageChannel();
    open.push(port1);
    hostJobs(port2 as unknown as JobSource);
    port2.start();
    const worker: JobWorker = {
      postMessage: (message, transfer) => {
        if (hears(message)) port1.postMessage(message, transfer);
      },
      onmessage: null,
      onerror: null,
      terminate: () => port1.close(),
    };
    port1.onmessage = (event) => worker.onmessage?.(event);
    return worker;
  };
  return computeFor({}, new WorkerPool(create, size));
}

const model = new MLPClassifier({ hiddenLayerSizes: [6], batchSize: 10, maxEpochs: 12, learningRate: 0.02 });
const validation = { X: X.slice(0, 12), y: y.slice(0, 12) };

test("a training in a worker is the pure function's, with the model's class, and grows epoch by epoch", async () => {
  const run = twinsOn(2).trainNetwork(model, X, y, { validation });
  const seen: NetworkTraining[] = [];
  for await (const training of run) seen.push(training);
  const pure = trainNetwork(model, X, y, { validation });
  expect(JSON.stringify(seen.at(-1))).toBe(JSON.stringify(pure));
  expect(seen.at(-1)!.network).toBeInstanceOf(MLPClassifier);
  expect(seen.at(-1)!.network.predict(X)).toEqual(pure.network.predict(X));
  for (const { training, epoch } of seen) expect(training).toHaveLength(epoch);
});

test("on tensors the losses are the same but for rounding, and the result says who did the arithmetic", async () => {
  const { training, backend } = await twinsOn(1).trainNetwork(model, X, y, { backend: "cpu" });
  expect(backend).toBe("cpu");
  const pure = trainNetwork(model, X, y).training;
  for (const [i, loss] of training.entries()) expect(loss).toBeCloseTo(pure[i]!, 4);
});

test("paused it waits, a step is an epoch, and playing it goes on to the end", async () => {
  const run = twinsOn(1).trainNetwork(model, X, y);
  const { pace } = run[runBrand];
  const values = run[Symbol.asyncIterator]();
  const next = values.next();
  pace!.tell("step");
  expect((await next).value!.epoch).toBe(0);
  expect(pace!.paused).toBe(true);
  for (let epoch = 1; epoch <= 3; epoch++) {
    pace!.tell("step");
    expect((await values.next()).value!.epoch).toBe(epoch);
  }
  pace!.tell("play");
  let last: NetworkTraining | undefined;
  for (let result = await values.next(); !result.done; result = await values.next()) last = result.value;
  expect(JSON.stringify(last)).toBe(JSON.stringify(trainNetwork(model, X, y)));
});

test("what it is told before it starts goes with the job: not an epoch passes before an order that comes late", async () => {
  const twins = twinsOn(1, ({ type }) => type !== "pace");
  const together = twins.trainNetworks([["alone", model]], X, y);
  const values = together[Symbol.asyncIterator]();
  together[runBrand].pace!.tell("step");
  expect((await values.next()).value![0]!.training).toHaveLength(0);
  // One that is paused leaves its place, so that this one is done while it waits.
  await twins.crossValidate(new KNeighborsClassifier(), X, y);
  const next = values.next();
  const waited = Promise.race([
    next,
    twins.crossValidate(new KNeighborsClassifier(), X, y).then(() => "waited"),
  ]);
  expect(await waited).toBe("waited");
  together[runBrand].cancel();
  await expect(together).rejects.toThrow("trainNetworks was stopped");
});

test("one that is paused leaves its place to other work, and can still be ended", async () => {
  const twins = twinsOn(1);
  const run = twins.trainNetwork(model, X, y);
  const values = run[Symbol.asyncIterator]();
  const next = values.next();
  run[runBrand].pace!.tell("step");
  await next;
  const { folds } = await twins.crossValidate(new KNeighborsClassifier(), X, y);
  expect(folds).toHaveLength(5);
  run[runBrand].cancel();
  await expect(run).rejects.toThrow("trainNetwork was stopped");
});

test("several networks have a job each and grow together; one that diverges does not hold up the others", async () => {
  const models = [0.02, 1e12].map((learningRate) => {
    const params = { ...model.getParams(), solver: "sgd" as const, learningRate, momentum: 0 };
    return [`rate ${learningRate}`, new MLPClassifier(params)] as const;
  });
  const run = twinsOn(2).trainNetworks(models, X, y, { validation });
  const lengths: number[] = [];
  for await (const trainings of run) {
    lengths.push(trainings.length);
    expect(trainings.map(({ name }) => name)).toEqual(["rate 0.02", "rate 1000000000000"]);
  }
  expect(new Set(lengths)).toEqual(new Set([2]));
  const [good, bad] = await run;
  expect(JSON.stringify(good)).toBe(
    JSON.stringify({ name: "rate 0.02", ...trainNetwork(models[0]![1], X, y, { validation }) }),
  );
  expect(bad!.divergedAt ?? bad!.training.at(-1)! > 10).toBeTruthy();
});

test("what cannot be trained fails in words", async () => {
  const twins = twinsOn(2);
  await expect(twins.trainNetwork(new KNeighborsClassifier() as never, X, y)).rejects.toThrow(
    "trainNetwork trains an MLPClassifier",
  );
  await expect(twins.trainNetwork(model, X, y.slice(1))).rejects.toThrow("equally long");
  await expect(twins.trainNetworks([model] as never, X, y)).rejects.toThrow("a list of named estimators");
  await expect(twins.trainNetworks([["a", model]], X, y.slice(1))).rejects.toThrow("equally long");
});

test("a network of the learner's own class is trained on the page", async () => {
  class Mine extends MLPClassifier {}
  const { network, backend } = await twinsOn(1).trainNetwork(new Mine({ ...model.getParams() }), X, y);
  expect(network).toBeInstanceOf(Mine);
  expect(backend).toBe("plain");
});
