import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import {
  crossValidate,
  DecisionTreeClassifier,
  KNeighborsClassifier,
  LeaveOneGroupOut,
  MLPClassifier,
  Pipeline,
  StandardScaler,
  StratifiedKFold,
  trainNetwork,
  trainTestSplit,
  validationCurve,
} from "../../src/learn/index.ts";
import { comesAndGoes } from "../browser/support/comes-and-goes.ts";
import { cell, output, settled } from "../browser/support/notebook.ts";
import { useSite } from "../browser/support/site.ts";
import { stopsWithin } from "../browser/support/stops-within.ts";
import golden from "../golden/lessons/overfitting/figures.json" with { type: "json" };
import { choose, datasets, moveTo, onLesson as openLesson, readValue } from "./support/lesson-page.ts";

const lesson = "generalising/overfitting/";
const site = useSite();

const drums = await datasets.load("drums");
const X = drums.select(["brightness", "level100"]);
const { y, groups } = drums;
const folds = new StratifiedKFold({ nSplits: 5, shuffle: true, randomState: 7 });
const byKit = new LeaveOneGroupOut();

function remember(k: number) {
  return new Pipeline([
    ["scale", new StandardScaler()],
    ["knn", new KNeighborsClassifier({ nNeighbors: k })],
  ]);
}

/** Opens the lesson and waits until it has settled. */
const onLesson = (body: Parameters<typeof openLesson>[2]) => openLesson(site, lesson, body);

/** Six kinds of drum can be heard, and each makes a sound. */
async function hearSix(page: Page): Promise<void> {
  const buttons = output(page, "six").getByRole("button");
  expect(await buttons.count()).toBe(6);
  await comesAndGoes(buttons.first(), "aria-pressed", () => buttons.first().click());
  const levels = await page.evaluate(async () => {
    const notebook = document.querySelector("etude-notebook") as HTMLElement & {
      value(name: string): Promise<never>;
    };
    const [heard, six] = (await Promise.all([notebook.value("heard"), notebook.value("six")])) as [
      { clips: { url: string; start: number; duration: number }[] },
      number[],
    ];
    const rms = async ({ url, start, duration }: { url: string; start: number; duration: number }) => {
      const bytes = await (await fetch(url)).arrayBuffer();
      const buffer = await new OfflineAudioContext(1, 1, 44100).decodeAudioData(bytes);
      const samples = buffer.getChannelData(0).slice(start * 44100, (start + duration) * 44100);
      return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
    };
    return Promise.all(six.map((i) => rms(heard.clips[i]!)));
  });
  // −46 dB: far above the noise of a silent Opus file, far below any of the drums.
  for (const level of levels) expect(level).toBeGreaterThan(0.005);
}

/** The features of the six sounds stand in a table, and two features of all in a map. */
async function readTableAndMap(page: Page): Promise<void> {
  expect(await output(page, "table").locator("tbody tr").count()).toBe(6);
  const heads = await output(page, "table").locator("thead th").allTextContents();
  expect(heads.join(" ")).toMatch(/brightness.*level at 0.1 s/);
  const sounds = await readValue<number>(page, "heard", "value.y.length");
  await output(page, "map").getByText("Show data").click();
  expect(
    await output(page, "map").locator("svg [class*=etude-point], svg path, svg circle").count(),
  ).toBeGreaterThan(sounds / 2);
}

/** The melody is taken note by note as the order rises, and the curves are those that were counted apart. */
async function turnTheOrder(page: Page): Promise<void> {
  const bits = await readValue<{ trainScore: number; validationScore: number }[]>(
    page,
    "bits",
    "value.points",
  );
  for (const [order, { trainScore, validationScore }] of bits.entries()) {
    expect(trainScore).toBeCloseTo(golden.bits[order]!.known, 9);
    expect(validationScore).toBeCloseTo(golden.bits[order]!.hidden, 9);
  }
  // Of these scores there are no single folds, so no band is drawn and none is spoken of.
  expect(await output(page, "bitsFigure").locator("figcaption").first().textContent()).not.toContain("band");
  const figure = output(page, "melodyFigure").locator("figure");
  for (const [order, taken] of [
    [0, 0],
    [4, 31],
    [8, 48],
  ] as const) {
    await moveTo(page, "orderSlider", order);
    expect(await figure.textContent()).toContain(`Order ${order}: ${taken} of 48 notes`);
  }
  expect(await figure.locator(".etude-legend").textContent()).toContain("Roddy McCorley");
}

/** With any k the page shows the scores that learn computes. */
async function moveK(page: Page): Promise<void> {
  for (const k of [1, 9, 47, 121]) {
    const regions = await output(page, "kRegions").locator(".etude-drawing svg").innerHTML();
    await moveTo(page, "kSlider", k);
    const expected = crossValidate(remember(k), X, y, { cv: folds });
    expect(await readValue(page, "kTest", "[value.trainScore, value.pooled.score]"), `k = ${k}`).toEqual([
      expected.trainScore,
      expected.pooled.score,
    ]);
    expect(await output(page, "kScores").textContent()).toContain(expected.pooled.score.toFixed(2));
    expect(await output(page, "kRegions").locator(".etude-drawing svg").innerHTML()).not.toBe(regions);
  }
}

/** With any depth the page shows the scores that learn computes. */
async function moveDepth(page: Page): Promise<void> {
  for (const depth of [1, 6, 14]) {
    await moveTo(page, "depthSlider", depth);
    const tree = new DecisionTreeClassifier({ maxDepth: depth, randomState: 7 });
    const expected = crossValidate(tree, X, y, { cv: folds });
    const scores = await readValue(page, "treeTest", "[value.trainScore, value.pooled.score]");
    expect(scores, `depth ${depth}`).toEqual([expected.trainScore, expected.pooled.score]);
    expect(await output(page, "treeScores").textContent()).toContain(expected.pooled.score.toFixed(2));
  }
}

/** The curves from the workers equal the pure function's, bit for bit. */
async function compareCurves(page: Page): Promise<void> {
  const odd = Array.from({ length: 61 }, (_, i) => 2 * i + 1);
  const options = { paramName: "knn__nNeighbors", paramRange: odd };
  expect(await readValue(page, "kCurve", "value")).toEqual(
    validationCurve(remember(15), X, y, { ...options, cv: folds }),
  );
  expect(await readValue(page, "kitCurve", "value")).toEqual(
    validationCurve(remember(15), X, y, { ...options, cv: byKit, groups }),
  );
}

/** The curve has its hump: too simple and too complex are both worse on hidden strokes. */
async function seeHumps(page: Page): Promise<void> {
  for (const [name, simple, good, complex] of [
    ["kCurve", 121, 31, 1],
    ["kitCurve", 121, 21, 1],
    ["treeCurve", 1, 5, 14],
  ]) {
    const scoreAt = (value: unknown) =>
      readValue<number>(
        page,
        name as string,
        `value.points.find((p) => p.value === ${value}).validationScore`,
      );
    const best = await scoreAt(good);
    expect(best - (await scoreAt(simple)), `${name}, underfitting`).toBeGreaterThan(0.05);
    expect(best - (await scoreAt(complex)), `${name}, overfitting`).toBeGreaterThan(0.03);
  }
}

/** Hiding a kit at a time lowers the validation score of all but the simplest models. */
async function hideKits(page: Page): Promise<void> {
  const random = await readValue<number>(page, "ofNeighbours", "value.pooled.score");
  await choose(page, "splitChoice", "one kit at a time");
  expect(await readValue<number>(page, "ofNeighbours", "value.pooled.score")).toBeLessThan(random);
  expect(await output(page, "splitFigure").locator("figcaption").textContent()).toContain(
    "one kit at a time",
  );
  const scores = "value.points.map((p) => p.validationScore)";
  const atRandom = await readValue<number[]>(page, "kCurve", scores);
  const ofKits = await readValue<number[]>(page, "kitCurve", scores);
  const simplest = 81; // beyond, both are underfitting alike
  expect(ofKits.filter((score, i) => 2 * i + 1 <= simplest && score >= atRandom[i]!)).toEqual([]);
}

/** The numbers in the text are those of the figures. */
async function readNumbers(page: Page): Promise<void> {
  const numbers = await page.locator("etude-inline").allInnerTexts();
  const curve = validationCurve(remember(15), X, y, {
    paramName: "knn__nNeighbors",
    paramRange: [1, 21, 121],
    cv: folds,
  });
  for (const { trainScore, validationScore } of curve.points) {
    expect(numbers).toContain(trainScore.toFixed(2));
    expect(numbers).toContain(validationScore.toFixed(2));
  }
}

/** The sounds that the model gets wrong can be heard. */
async function hearWrong(page: Page): Promise<void> {
  const rows = output(page, "wrong").locator("tbody tr");
  expect(await rows.count()).toBeGreaterThan(0);
  const play = rows.first().getByRole("button");
  await comesAndGoes(play, "aria-pressed", () => play.click());
}

test("as it opens: six drums to hear, their features, curves that are the pure function's and have their hump", async () => {
  await onLesson(async (page) => {
    await hearSix(page);
    await readTableAndMap(page);
    await compareCurves(page);
    await seeHumps(page);
    await readNumbers(page);
    await hearWrong(page);
  });
});

test("with any k and any depth the page shows the scores that learn computes, and hidden kits lower them", async () => {
  await onLesson(async (page) => {
    await turnTheOrder(page);
    await hideKits(page);
    await choose(page, "splitChoice", "strokes at random");
    await moveK(page);
    await moveDepth(page);
  });
});

test("a running curve fills in bit by bit and stops within 250 ms, with what it has", async () => {
  await onLesson(async (page) => {
    // Long enough to be caught at work: all features, many depths, every kit.
    await cell(page, "treeCurve").evaluate((element: HTMLElement & { source: string; run(): void }) => {
      element.source = `const treeCurve = validationCurve(new DecisionTreeClassifier({randomState: 7}), drums.X, y, {
        paramName: "minSamplesLeaf",
        paramRange: Array.from({length: 200}, (_, i) => i + 1),
        cv: new LeaveOneGroupOut(), groups: drums.groups});`;
      element.run();
    });
    const drawn = output(page, "treeFigure").getByText(/[1-9]\d* of 200 values are drawn/);
    await drawn.waitFor();
    const progress = cell(page, "treeCurve").locator("progress");
    await progress.waitFor();
    // The promise that the product makes, not a benchmark.
    expect(await stopsWithin(cell(page, "treeCurve"), 250)).toBe(true);
    await settled(page);
    expect(await readValue<number>(page, "treeCurve", "value.points.length")).toBeGreaterThan(0);
    expect(await progress.count()).toBe(0);
  });
});

const tensors = /Tensor|tfjs|registerBackend/;

test("danfojs takes the averages, and nothing of it is loaded before its cell is run", async () => {
  await onLesson(async (page, seen) => {
    const scripts = () => seen.requests.filter((url) => url.endsWith(".js"));
    const before = new Set(scripts());
    for (const url of before) {
      const text = await (await page.request.get(url)).text();
      expect(text.length > 200_000 && tensors.test(text), url).toBe(false);
    }
    await cell(page, "averages").locator('[data-command="run"]').click();
    await cell(page, "averages").and(page.locator('[data-state="fulfilled"]')).waitFor();
    expect(scripts().some((url) => !before.has(url))).toBe(true);
    const brightness = (label: string) => {
      const values = drums.rows.flatMap((row, i) => (row.label === label ? [X.row(i)[0]!] : []));
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    };
    const lines = output(page, "averages").locator("tbody tr");
    // What shows tables comes with the first one.
    await lines.first().waitFor();
    const rows = await lines.evaluateAll((all) =>
      all.map((row) => Array.from(row.children, (cell) => cell.textContent ?? "")),
    );
    const shown = new Map(rows.map(([label, mean]) => [label, Number(mean!.replace("−", "-"))]));
    // It is shown with four decimals.
    for (const label of drums.classNames) expect(shown.get(label)).toBeCloseTo(brightness(label), 4);
  });
});

test("the network's losses are those that learn computes, part as one watches, and follow the sliders", async () => {
  const kits = trainTestSplit(drums.X, y, { groups, testSize: 0.3, randomState: 7 });
  const footing = new StandardScaler().fit(kits.XTrain);
  const network = new MLPClassifier({
    hiddenLayerSizes: [32],
    alpha: 0,
    learningRate: 0.01,
    batchSize: 32,
    maxEpochs: 100,
    randomState: 7,
  });
  const validation = { X: footing.transform(kits.XTest), y: kits.yTest };
  const expected = trainNetwork(network, footing.transform(kits.XTrain), kits.yTrain, { validation });
  const end = "[value.validation.at(-1), value.validationScore.at(-1)]";
  await onLesson(async (page, { requests }) => {
    // The browser's exponential function and Node's differ in a last digit now and then, and 900 steps follow.
    const losses = await readValue<number[]>(page, "learned", "value.validation");
    expect(losses).toHaveLength(100);
    for (const [i, loss] of losses.entries()) expect(loss).toBeCloseTo(expected.validation![i]!, 9);
    // So small a network has no need of TensorFlow.js.
    expect(requests.filter((url) => url.endsWith(".wasm"))).toEqual([]);

    const step = cell(page, "train").getByRole("button", { name: "One epoch" });
    for (let epoch = 1; epoch <= 2; epoch++) {
      await step.click();
      await expect.poll(() => readValue(page, "watched", "value.epoch")).toBe(epoch);
    }
    expect(await readValue(page, "watched", "value.validation")).toEqual(losses.slice(0, 2));

    await moveTo(page, "noiseSlider", 0.2);
    const [loss, score] = await readValue<[number, number]>(page, "learned", end);
    expect([loss.toFixed(2), score.toFixed(2)]).toEqual(["1.31", "0.76"]);
    await moveTo(page, "noiseSlider", 0);
    await choose(page, "stopChoice", "yes");
    expect(await readValue(page, "learned", "[value.stoppedAt, value.epoch]")).toEqual([14, 6]);
    expect(await output(page, "learnedFigure").textContent()).toContain("stopped at 14");
  });
});
