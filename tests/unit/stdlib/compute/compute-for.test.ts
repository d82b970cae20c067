import { describe, expect, test } from "vitest";
import {
  crossValidate,
  DecisionTreeClassifier,
  KNeighborsClassifier,
  LeaveOneGroupOut,
  Pipeline,
  type Predictor,
  StandardScaler,
  validationCurve,
} from "../../../../src/learn/index.ts";
import { type ComputePort, computeFor, type Job, runBrand } from "../../../../src/stdlib/compute/index.ts";
import { stepsOfJob } from "../../../../src/stdlib/compute/job.ts";
import { groups, X, y } from "./data.ts";

/** A port that does jobs at once, as data that was sent. */
function portFixture() {
  const jobs: Job[] = [];
  const port: ComputePort = {
    submit(job, sink) {
      jobs.push(job);
      queueMicrotask(() => {
        try {
          const steps = stepsOfJob(structuredClone(job));
          let step = steps.next();
          for (; !step.done; step = steps.next()) sink.step(structuredClone(step.value));
          sink.done(structuredClone(step.value));
        } catch (error) {
          sink.failed(error as Error);
        }
      });
      return { cancel() {} };
    },
  };
  return { port, jobs };
}

const pipeline = () =>
  new Pipeline([
    ["scale", new StandardScaler()],
    ["knn", new KNeighborsClassifier()],
  ]);
const cv = new LeaveOneGroupOut();
const curveOptions = { paramName: "maxDepth", paramRange: [1, 2, 3, null], cv, groups };

describe.each(["a port", "the page"])("on %s", (where) => {
  const compute = () => computeFor({}, where === "a port" ? portFixture().port : null);

  test("the result of a twin equals the pure function's", async () => {
    expect(await compute().crossValidate(pipeline(), X, y, { cv, groups })).toEqual(
      crossValidate(pipeline(), X, y, { cv, groups }),
    );
    expect(await compute().crossValidate(pipeline(), X, y)).toEqual(crossValidate(pipeline(), X, y));
    const tree = new DecisionTreeClassifier({ randomState: 3 });
    expect(await compute().validationCurve(tree, X, y, curveOptions)).toEqual(
      validationCurve(tree, X, y, curveOptions),
    );
  });

  test.each([
    [{ folds: 3 }, 'crossValidate has no option "folds"'],
    [{ paramName: "maxDepth", paramRange: [1] }, 'crossValidate has no option "paramName"'],
    [null, "takes its options by name, in braces"],
    [5, "but it got 5"],
  ])("a twin refuses the options that the pure function refuses: %#", async (options, message) => {
    await expect(compute().crossValidate(pipeline(), X, y, options as object)).rejects.toThrow(message);
  });

  test("iterated, a twin ends with the result, and its progress reaches 1", async () => {
    const run = compute().validationCurve(new DecisionTreeClassifier(), X, y, curveOptions);
    const progress: number[] = [];
    run[runBrand].onProgress((fraction) => progress.push(fraction));
    let last: unknown;
    for await (const value of run) last = value;
    expect(last).toEqual(validationCurve(new DecisionTreeClassifier(), X, y, curveOptions));
    expect(progress[0]).toBe(0);
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  });

  test("wrong arguments fail as the pure function does, once it is awaited", async () => {
    const { crossValidate, validationCurve } = compute();
    await expect(crossValidate(pipeline(), X, y, { cv })).rejects.toThrow("LeaveOneGroupOut needs groups");
    await expect(crossValidate(null as never, X, y)).rejects.toThrow(
      "estimator must have the methods fit and predict",
    );
    await expect(crossValidate(pipeline(), X, null as never)).rejects.toThrow("y must be an array of labels");
    await expect(crossValidate(pipeline(), X, y.slice(1))).rejects.toThrow("must be equally long");
    await expect(validationCurve(pipeline(), X, y, {} as never)).rejects.toThrow(
      "needs a parameter and its values",
    );
  });
});

class OwnSubclass extends KNeighborsClassifier {}

describe("to the port goes only what is wholly ours", () => {
  const own: Predictor = {
    fit() {},
    predict: (rows) => Array.from({ length: (rows as { rows: number }).rows }, () => "up"),
  };
  const cases: [string, Predictor, object, number][] = [
    ["an estimator of ours", pipeline(), {}, 1],
    [
      "with a splitter of the learner's",
      pipeline(),
      { cv: { split: () => [{ train: Int32Array.of(0, 1, 2, 3, 4), test: Int32Array.of(5) }] } },
      1,
    ],
    ["a learner's object", own, {}, 0],
    ["a learner's subclass", new OwnSubclass(), {}, 0],
    ["a subclass within a pipeline", new Pipeline([["knn", new OwnSubclass()]]), {}, 0],
    ["a scoring function", pipeline(), { scoring: () => 0.5 }, 0],
  ];

  test.each(cases)("%s", async (_, estimator, options, sent) => {
    const { port, jobs } = portFixture();
    const result = await computeFor({}, port).crossValidate(estimator, X, y, options);
    expect(jobs).toHaveLength(sent);
    expect(result).toEqual(crossValidate(estimator, X, y, options));
  });

  test("neither X nor a fitted model is given away", async () => {
    const { port, jobs } = portFixture();
    const matrix = new StandardScaler().fitTransform(X);
    const model = new KNeighborsClassifier().fit(matrix, y);
    await computeFor({}, port).crossValidate(model, matrix, y);
    expect(jobs[0]!.estimator.fitted).toBeNull();
    expect(jobs[0]!.X.data).not.toBe(matrix.data);
    expect(matrix.data).toHaveLength(160);
  });
});

test("on the page the work gives way between fits, and a cancel ends it there", async () => {
  let fits = 0;
  const slow: Predictor = {
    fit() {
      fits++;
      const until = performance.now() + 10; // longer than a slice
      while (performance.now() < until);
    },
    predict: (rows) => Array.from({ length: (rows as { rows: number }).rows }, () => "up"),
  };
  const cell = new AbortController();
  const run = computeFor({ signal: cell.signal }, null).crossValidate(slow, X, y);
  const reader = run[Symbol.asyncIterator]();
  const first = await reader.next();
  expect((first.value as { folds: unknown[] }).folds).toHaveLength(1);
  const second = reader.next();
  cell.abort();
  expect((await second).done).toBe(true);
  // A whole second run gives the first every chance to go on.
  await computeFor({}, null).crossValidate(new DecisionTreeClassifier(), X, y);
  expect(fits).toBe(1);
});

test("the cell is told of the Run when it starts", async () => {
  const tracked: unknown[] = [];
  const { crossValidate } = computeFor({ track: (run) => tracked.push(run) }, portFixture().port);
  const run = crossValidate(pipeline(), X, y);
  expect(tracked).toHaveLength(0);
  await run;
  expect(tracked[0]).toBe(run);
});
