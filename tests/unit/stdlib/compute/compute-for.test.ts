import { describe, expect, test } from "vitest";
import * as learn from "../../../../src/learn/index.ts";
import {
  crossValidate,
  DecisionTreeClassifier,
  GridSearch,
  GroupKFold,
  KFold,
  KNeighborsClassifier,
  LeaveOneGroupOut,
  Matrix,
  MultinomialNB,
  Pipeline,
  type Predictor,
  RandomizedSearch,
  SimpleImputer,
  StandardScaler,
  TfidfVectorizer,
  validationCurve,
} from "../../../../src/learn/index.ts";
import * as music from "../../../../src/music/index.ts";
import {
  type ComputePort,
  computeFor,
  type Job,
  runBrand,
  type Twins,
} from "../../../../src/stdlib/compute/index.ts";
import { isMusicJob, type LearnJob } from "../../../../src/stdlib/compute/job.ts";
import { stepsOfMusicCall } from "../../../../src/stdlib/compute/music-steps.ts";
import { stepsOfJob } from "../../../../src/stdlib/compute/steps-of-job.ts";
import { groups, X, y } from "./data.ts";

/** A port that does jobs at once, as data that was sent. */
function portFixture() {
  const jobs: Job[] = [];
  const port: ComputePort = {
    submit(job, sink) {
      jobs.push(job);
      queueMicrotask(() => {
        try {
          const sent = structuredClone(job);
          const steps = isMusicJob(sent)
            ? stepsOfMusicCall(sent.name, [sent.sound, sent.options])
            : stepsOfJob(sent);
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
    ["a scoring function of ours", pipeline(), { scoring: learn.accuracy }, 1],
    ["folds by number", pipeline(), { cv: 3 }, 1],
    ["folds as a list", pipeline(), { cv: new KFold({ nSplits: 2 }).split(X) }, 1],
    ["a scoring by name", pipeline(), { scoring: "f1Macro" }, 1],
    ["a splitter of ours with groups", pipeline(), { cv: new GroupKFold({ nSplits: 3 }), groups }, 1],
  ];

  test.each(cases)("%s", async (_, estimator, options, sent) => {
    const { port, jobs } = portFixture();
    const result = await computeFor({}, port).crossValidate(estimator, X, y, options);
    expect(jobs).toHaveLength(sent);
    expect(result).toEqual(crossValidate(estimator, X, y, options));
  });

  test("rows with gaps do, texts stay on the page", async () => {
    const gaps = X.map(([a, b], i) => [i % 9 ? a! : Number.NaN, b!]);
    const imputing = new Pipeline([
      ["impute", new SimpleImputer()],
      ["knn", new KNeighborsClassifier()],
    ]);
    const reading = new Pipeline([
      ["words", new TfidfVectorizer()],
      ["bayes", new MultinomialNB()],
    ]);
    const texts = y.map((label, i) => `${label} ${i % 4} song`);
    const { port, jobs } = portFixture();
    const compute = computeFor({}, port);
    expect(await compute.crossValidate(imputing, gaps, y)).toEqual(crossValidate(imputing, gaps, y));
    expect(jobs).toHaveLength(1);
    expect(await compute.crossValidate(reading, texts, y)).toEqual(crossValidate(reading, texts, y));
    expect(jobs).toHaveLength(1);
    const knn = new KNeighborsClassifier();
    await expect(compute.crossValidate(knn, gaps, y)).rejects.toThrow("row 0, column 0 is NaN");
    await expect(compute.crossValidate(knn, texts, y)).rejects.toThrow(
      "X must be a Matrix or an array of rows",
    );
  });

  test("neither X nor a fitted model is given away", async () => {
    const { port, jobs } = portFixture();
    const matrix = new StandardScaler().fitTransform(X);
    const model = new KNeighborsClassifier().fit(matrix, y);
    await computeFor({}, port).crossValidate(model, matrix, y);
    const job = jobs[0] as LearnJob;
    expect(job.estimator.fitted).toBeNull();
    expect(job.data.X.data).not.toBe(matrix.data);
    expect(matrix.data).toHaveLength(160);
  });
});

describe.each(["a port", "the page"])("every twin on %s equals its pure function, to the bit", (where) => {
  const compute = () => computeFor({}, where === "a port" ? portFixture().port : null);
  const tree = () => new DecisionTreeClassifier({ maxDepth: 3 });
  const grid = () => new GridSearch({ estimator: tree(), paramGrid: { maxDepth: [1, 2, 3] }, cv });
  const numbers = X.map(([a, b]) => a! + 2 * b!);
  const pure: { [Name in keyof Twins]?: unknown[] } = {
    biasVariance: [tree(), X, y, { nDraws: 5, XTest: Matrix.from(X), yTest: y, groups }],
    bootstrap: [learn.r2, [numbers, X.map(([a]) => a!)], { nDraws: 20, groups }],
    bootstrapScore: [tree(), X, y, { nDraws: 5, scoring: "rocAuc" }],
    crossValPredict: [tree(), X, y, { cv, groups, method: "predictProba" }],
    learningCurve: [tree(), X, y, { shuffle: true, trainSizes: [0.5, 1] }],
    nestedCrossValidate: [grid(), X, y, { cv: new GroupKFold({ nSplits: 2 }), groups }],
    permutationImportance: [tree().fit(X, y), X, y, { nRepeats: 2 }],
    permutationTestScore: [tree(), X, y, { nPermutations: 3, cv: new KFold({ nSplits: 3 }) }],
  };

  test.each(Object.entries(pure))("%s", async (name, args) => {
    type Call = (...args: unknown[]) => unknown;
    const twin = (compute() as unknown as Record<string, Call>)[name]!;
    const expected = (learn as unknown as Record<string, Call>)[name]!(...args!);
    expect(await twin(...args!)).toEqual(expected);
  });

  test("fitSearch", async () => {
    const expected = grid().fit(X, y, { groups });
    const run = compute().fitSearch(grid(), X, y, { groups });
    const partials: unknown[] = [];
    for await (const value of run) partials.push(value);
    const search = await run;
    expect(search).toBeInstanceOf(GridSearch);
    expect(search.toJSON()).toEqual(expected.toJSON());
    expect(search.predict(X)).toEqual(expected.predict(X));
    expect(partials.at(-1)).toBe(search);
  });
});

test("a search over whole pipelines tells of its candidates with their classes, from a port as on the page", async () => {
  const scale = ["passthrough", new StandardScaler()];
  const search = new RandomizedSearch({
    estimator: pipeline(),
    paramDistributions: [
      { scale, knn: [new KNeighborsClassifier()], knn__nNeighbors: { integers: [1, 9] } },
      { scale, knn: [new DecisionTreeClassifier()], knn__maxDepth: { integers: [1, 9] } },
    ],
    nIter: 6,
    cv,
  });
  const expected = search.clone().fit(X, y, { groups });
  const outer = new GroupKFold({ nSplits: 2 });
  const { port, jobs } = portFixture();
  const run = computeFor({}, port).fitSearch(search, X, y, { groups });
  const progress: number[] = [];
  const counts: number[] = [];
  run[runBrand].onProgress((fraction) => progress.push(fraction));
  for await (const { cvResults } of run) {
    counts.push(cvResults.length);
    expect(cvResults.map(({ params }) => params)).toEqual(
      expected.cvResults.slice(0, cvResults.length).map(({ params }) => params),
    );
  }
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
  expect((await run).cvResults).toEqual(expected.cvResults);
  const nested = await computeFor({}, port).nestedCrossValidate(search, X, y, { cv: outer, groups });
  expect(nested).toEqual(learn.nestedCrossValidate(search, X, y, { cv: outer, groups }));
  expect(nested.folds[0]!.bestParams.knn).toBeInstanceOf(classOf(nested.folds[0]!.bestParams));
  expect(jobs).toHaveLength(2);
});

const classOf = (params: object) =>
  "knn__maxDepth" in params ? DecisionTreeClassifier : KNeighborsClassifier;

test("a search with a splitter or a scoring of the learner's own stays on the page", async () => {
  const own = { split: () => [{ train: Int32Array.of(0, 1, 2, 3), test: Int32Array.of(4, 5) }] };
  for (const part of [{ cv: own }, { scoring: () => 1 }, { paramGrid: { estimator: [new OwnSubclass()] } }]) {
    const { port, jobs } = portFixture();
    const params = { estimator: new KNeighborsClassifier(), paramGrid: { nNeighbors: [1] }, ...part };
    await computeFor({}, port)
      .fitSearch(new GridSearch(params), X, y)
      .catch(() => {});
    expect(jobs).toEqual([]);
  }
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

describe.each(["a port", "the page"])("a twin of music on %s", (where) => {
  const sr = 8000;
  const tone = Float32Array.from({ length: sr }, (_, i) => Math.sin((2 * Math.PI * 220 * i) / sr));

  test("gives what the function gives, and leaves the sound as it is", async () => {
    const { port, jobs } = portFixture();
    const compute = computeFor({}, where === "a port" ? port : null);
    expect(await compute.pyin(tone, { sr })).toEqual(music.pyin(tone, { sr }));
    expect(await compute.audioFeatures(tone, { sr })).toEqual(music.audioFeatures(tone, { sr }));
    expect(await compute.hpss(tone)).toEqual(music.hpss(tone));
    expect(await compute.transcribe(tone, { sr })).toEqual(music.transcribe(tone, { sr }));
    const long = Float32Array.from({ length: 3 * sr }, (_, i) => tone[i % sr]!);
    expect(await compute.trackFeatures(long, { sr })).toEqual(music.trackFeatures(long, { sr }));
    expect(tone).toHaveLength(sr);
    expect(jobs.map(({ name }) => name)).toEqual(
      where === "a port" ? ["pyin", "audioFeatures", "hpss", "transcribe", "trackFeatures"] : [],
    );
  });

  test("refuses what the function refuses", async () => {
    const compute = computeFor({}, where === "a port" ? portFixture().port : null);
    await expect(compute.pyin(tone, { sr: 0 })).rejects.toThrow(/sr/);
    await expect(compute.pyin("tone" as never, { sr })).rejects.toThrow(/y must be/);
    await expect(compute.pyin(tone, null as never)).rejects.toThrow();
  });
});
