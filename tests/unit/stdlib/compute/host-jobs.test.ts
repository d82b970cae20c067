import { afterEach, expect, test } from "vitest";
import {
  crossValidate,
  DecisionTreeClassifier,
  StratifiedKFold,
  validationCurve,
} from "../../../../src/learn/index.ts";
import {
  type FromWorker,
  hostJobs,
  type JobSource,
  type ToWorker,
} from "../../../../src/stdlib/compute/host-jobs.ts";
import { jobOfCall } from "../../../../src/stdlib/compute/job-of-call.ts";
import { X, y } from "./data.ts";

const channels: MessageChannel[] = [];
afterEach(() => {
  for (const { port1 } of channels.splice(0)) port1.close();
});

/** A host at the other end of a real message channel. */
function hostFixture() {
  const channel = new MessageChannel();
  channels.push(channel);
  hostJobs(channel.port2 as unknown as JobSource);
  channel.port2.start();
  const heard: FromWorker[] = [];
  let wake = () => {};
  channel.port1.onmessage = ({ data }) => {
    heard.push(data);
    wake();
  };
  return {
    heard,
    say: (message: ToWorker) => channel.port1.postMessage(message),
    async hear(type: FromWorker["type"], id = 1): Promise<FromWorker> {
      for (;;) {
        const found = heard.find((message) => message.type === type && message.id === id);
        if (found) return found;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

const tree = new DecisionTreeClassifier();
const longRange = Array.from({ length: 3000 }, (_, i) => i + 1);

test("a job's result equals the pure function's, bit for bit", async () => {
  const { say, hear } = hostFixture();
  say({ type: "start", id: 1, job: jobOfCall("crossValidate", [tree, X, y])! });
  expect(await hear("done")).toEqual({ type: "done", id: 1, result: crossValidate(tree, X, y) });
});

test("long work tells how it goes, and a cancel stops it", async () => {
  const { heard, say, hear } = hostFixture();
  const options = { paramName: "maxDepth", paramRange: longRange, cv: new StratifiedKFold() };
  say({ type: "start", id: 1, job: jobOfCall("validationCurve", [tree, X, y, options])! });
  const step = await hear("step");
  expect(step).toMatchObject({ partial: { paramName: "maxDepth" } });
  say({ type: "cancel", id: 1 });
  await hear("stopped");
  expect(heard.some(({ type }) => type === "done")).toBe(false);
});

test("a second job is done while the first is under way", async () => {
  const { say, hear } = hostFixture();
  const options = { paramName: "maxDepth", paramRange: longRange };
  say({ type: "start", id: 1, job: jobOfCall("validationCurve", [tree, X, y, options])! });
  say({ type: "start", id: 2, job: jobOfCall("crossValidate", [tree, X, y])! });
  await hear("done", 2);
  say({ type: "cancel", id: 1 });
  await hear("stopped");
});

test("what fails in a job is told with its name, message and stack", async () => {
  const { say, hear } = hostFixture();
  const options = { paramName: "depth", paramRange: [1] };
  say({ type: "start", id: 1, job: jobOfCall("validationCurve", [tree, X, y, options])! });
  const failed = await hear("failed");
  expect(failed).toMatchObject({
    error: { name: "TypeError", message: expect.stringContaining("did you mean maxDepth?") },
  });
  expect(failed).toMatchObject({ error: { stack: expect.stringContaining("params.ts") } });
});

test("a job with an estimator that is none of ours fails", async () => {
  const { say, hear } = hostFixture();
  const job = jobOfCall("crossValidate", [tree, X, y])!;
  say({ type: "start", id: 1, job: { ...job, estimator: { ...job.estimator, type: "Nonsense" } } });
  expect(await hear("failed")).toMatchObject({ error: { message: expect.stringContaining('"Nonsense"') } });
});

test("the curve that was sent is the curve that is made", async () => {
  const { say, hear } = hostFixture();
  const options = { paramName: "maxDepth", paramRange: [3, 1, null] };
  say({ type: "start", id: 1, job: jobOfCall("validationCurve", [tree, X, y, options])! });
  expect(await hear("done")).toMatchObject({ result: validationCurve(tree, X, y, options) });
});

test("rows that were sent once need not be sent again, until they are to be forgotten", async () => {
  const { say, hear } = hostFixture();
  const job = jobOfCall("crossValidate", [tree, X, y])!;
  const { key } = job.data;
  const result = crossValidate(tree, X, y);
  say({ type: "start", id: 1, job });
  await hear("done", 1);
  say({ type: "start", id: 2, job: { ...job, data: { key } } });
  expect(await hear("done", 2)).toEqual({ type: "done", id: 2, result });
  say({ type: "start", id: 3, job: { ...job, data: { key } }, forget: [key] });
  expect(await hear("failed", 3)).toMatchObject({ error: { message: "The rows of this job were not sent" } });
});

test("the rows of a job that was cancelled before it began are kept like any other's", async () => {
  const { say, hear } = hostFixture();
  const job = jobOfCall("crossValidate", [tree, X, y])!;
  const { key } = job.data;
  say({ type: "start", id: 1, job });
  say({ type: "cancel", id: 1 });
  say({ type: "start", id: 2, job: { ...job, data: { key } } });
  expect(await hear("done", 2)).toEqual({ type: "done", id: 2, result: crossValidate(tree, X, y) });
});

test("a sound is listened to, and what is no sound is refused", async () => {
  const { say, hear } = hostFixture();
  const sound = Float32Array.from({ length: 4000 }, (_, i) => Math.sin(i / 5));
  say({ type: "start", id: 1, job: { name: "pyin", sound, options: { sr: 8000 } } });
  expect(await hear("done")).toMatchObject({ result: { times: expect.any(Float64Array) } });
  say({ type: "start", id: 2, job: { name: "pyin", sound: [1] as never, options: { sr: 8000 } } });
  expect(await hear("failed", 2)).toMatchObject({
    error: { message: "A job's sound must be an array of samples" },
  });
  say({ type: "start", id: 3, job: { name: "eval" as never, sound, options: {} } });
  expect(await hear("failed", 3)).toMatchObject({
    error: { message: "A job must name a function that has a twin" },
  });
});

test.each([
  ["a name that is no twin's", { name: "constructor" }],
  ["fewer numbers than rows and columns", { data: { X: { data: new Float64Array(3), rows: 2, cols: 2 } } }],
  ["folds of rows that are not there", { folds: [{ train: Int32Array.of(0), test: Int32Array.of(99) }] }],
])("a job from elsewhere with %s is refused", async (_, wrong) => {
  const { say, hear } = hostFixture();
  const job = jobOfCall("crossValidate", [tree, X, y])!;
  const data = { ...job.data, ...(wrong as { data?: object }).data };
  say({ type: "start", id: 1, job: { ...job, ...(wrong as object), data } });
  expect(await hear("failed")).toMatchObject({
    error: { message: expect.stringMatching(/^(A job|Each fold of cv)/) },
  });
});
