import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import {
  crossValPredict,
  GroupKFold,
  LinearRegression,
  metrics,
  Pipeline,
  StandardScaler,
  SVC,
} from "../../src/learn/index.ts";
import type { DuelValue } from "../../src/stdlib/sound/duel-value.ts";
import { comesAndGoes } from "../browser/support/comes-and-goes.ts";
import { cell, output, settled, settledCount } from "../browser/support/notebook.ts";
import { useSite } from "../browser/support/site.ts";
import { choose, datasets, moveTo, onLesson as openLesson, readValue } from "./support/lesson-page.ts";

const site = useSite();
const onLesson = (body: Parameters<typeof openLesson>[2]) =>
  openLesson(site, "learning/supervised-learning/", body);

const strokes = await datasets.load("drum-test");
const exam = await datasets.load("exam");
const grooves = await datasets.load("grooves");
const genreOfFive = grooves.column("genreOfFive");
const learned = grooves.rows.flatMap(({ library }, i) =>
  library === "mma" && genreOfFive[i] !== null ? [i] : [],
);

/** What the slider of pupils can be set to: it moves from one to the next. */
const pupilSteps = [5, 6, 8, 10, 15, 20, 30, 50, 80, 120, 200, 300, 500];

const numbers = (page: Page) => page.locator("etude-inline").allInnerTexts();
const duelOf = (page: Page) => readValue<DuelValue>(page, "duel");

/** Plays the sound that is asked about, and answers it by its key once it is heard. */
async function answer(page: Page, key: number): Promise<void> {
  const duel = output(page, "duel");
  await duel.locator('.etude-duel-answer[aria-disabled="false"]').first().waitFor();
  await page.keyboard.press(String(key));
}

test("the duel: nothing is told before the end; then both sides on the same sounds, and each disagreement is heard", async () => {
  await onLesson(async (page) => {
    const shown = () =>
      Promise.all(
        ["sides", "duelScores", "verdict", "disagreements"].map((id) => output(page, id).innerText()),
      );
    const before = await shown();
    const { sounds } = await duelOf(page);
    const said = await readValue<string[]>(page, "match", "value.said");
    const truth = sounds.map((row) => strokes.y[row]!);
    const model = sounds.map((row) => said[row]!);
    expect(sounds.length).toBe(18);
    // An ear that takes every hi-hat for a clap, and misses nothing else.
    const you = truth.map((label) => (label === "hi-hat" ? "clap" : label));
    await output(page, "duel").getByRole("button", { name: "Play sound 1" }).focus();
    await page.keyboard.press("Space");
    const keys = you.map((label) => strokes.classNames.indexOf(label) + 1);
    for (const key of keys.slice(0, -1)) await answer(page, key);
    await expect.poll(async () => (await duelOf(page)).answers.length).toBe(17);
    await settled(page);
    expect(await shown()).toEqual(before);

    const count = await settledCount(page);
    await answer(page, keys.at(-1)!);
    await settled(page, { after: count });
    expect(await duelOf(page)).toMatchObject({ answers: you, truth, over: true });
    const right = (answers: string[]) => answers.filter((label, i) => label === truth[i]).length;
    const [sides, scores, verdict] = await shown();
    expect(sides).toContain(`${right(you)} of 18 are right`);
    expect(sides).toContain(`${right(model)} of 18 are right`);
    for (const answers of [you, model]) {
      const { score, low, high } = metrics.wilsonInterval(truth, answers);
      for (const part of [score.toFixed(2), `${low.toFixed(2)} to ${high.toFixed(2)}`]) {
        expect(scores).toContain(part);
      }
    }
    // 15 against 15: the honest answer is that there is no difference.
    const { counts, pValue } = metrics.pairedDifference(truth, you, model);
    expect(pValue).toBeGreaterThan(0.05);
    expect(verdict).toContain(
      `Of 18 sounds, ${counts.first} only you got right, and ${counts.second} only the model.`,
    );
    expect(verdict).toContain("no difference between you");
    const rows = output(page, "disagreements").locator("tbody tr");
    expect(await rows.count()).toBe(you.filter((label, i) => label !== model[i]).length);
    const play = rows.first().getByRole("button");
    await comesAndGoes(play, "aria-pressed", () => play.click());
  });
});

test("the text, the figures and learn agree, wherever the controls stand", async () => {
  await onLesson(async (page) => {
    // Of the five at the beginning each can be heard.
    expect(await output(page, "opening").getByRole("button").count()).toBe(5);
    const y = learned.map((i) => grooves.y[i]!);
    const groups = learned.map((i) => grooves.groups[i]!);
    const svc = new Pipeline([
      ["scale", new StandardScaler()],
      ["model", new SVC({ C: 10 })],
    ]);
    const cv = new GroupKFold({ nSplits: 5 });
    const expected = crossValPredict(svc, grooves.X.selectRows(learned), y, { cv, groups });
    expect(await readValue(page, "answersOf", "value.SVC")).toEqual(expected);
    const { score: accuracy, low, high } = metrics.groupedInterval(y, expected, groups, { randomState: 7 });
    expect(await numbers(page)).toContain((100 * accuracy).toFixed(0));
    expect(await output(page, "allScores").innerText()).toContain(`${low.toFixed(2)} to ${high.toFixed(2)}`);

    for (const kind of ["naive Bayes", "logistic", "SVC"]) {
      const map = await output(page, "regions").locator(".etude-drawing svg").innerHTML();
      await choose(page, "modelChoice", kind);
      expect(await output(page, "regions").locator(".etude-drawing svg").innerHTML()).not.toBe(map);
    }
    // As they are, hertz alone decide: from left to right nearly every line of the map is of one colour.
    const answersAcross = () =>
      readValue<number>(
        page,
        "either",
        `[800, 1400, 2000, 2600, 3200].filter((hertz) =>
          new Set(value.predict([2, 3, 4, 5, 6].map((onsets) => [onsets, hertz]))).size === 1).length`,
      );
    expect(await answersAcross()).toBe(5);
    await choose(page, "scaleChoice", "on one footing");
    expect(await answersAcross()).toBeLessThan(2);

    const score = exam.column("score") as number[];
    const intake = exam.column("intake") as number[];
    const shuffled = await readValue<number[]>(page, "shuffled");
    const slopes: number[] = [];
    for (const pupils of [5, 200, 500, 300]) {
      await moveTo(page, "pupilsSlider", pupilSteps.indexOf(pupils));
      const pick = (values: number[], rows: number[]) => rows.map((i) => values[i]!);
      const [seen, unseen] = [shuffled.slice(0, pupils), shuffled.slice(pupils)];
      const line = new LinearRegression().fit(
        pick(intake, seen).map((value) => [value]),
        pick(score, seen),
      );
      const guesses = line.predict(pick(intake, unseen).map((value) => [value]));
      const r2 = metrics.r2(pick(score, unseen), guesses);
      expect(await readValue(page, "lineScore"), `${pupils} pupils`).toBeCloseTo(r2, 12);
      expect(await numbers(page)).toContain((100 * r2).toFixed(0));
      const [low, high] = line.predict([[0], [1]]);
      slopes.push(high! - low!);
    }
    // “From a few hundred on it stands still.”
    expect(Math.max(...slopes.slice(1)) - Math.min(...slopes.slice(1))).toBeLessThan(0.06);
    expect(Math.abs(slopes[0]! - slopes[1]!)).toBeGreaterThan(0.1);

    const ordered = score.toSorted((a, b) => a - b);
    const [lowest, highest] = [0.05, 0.95].map((part) => ordered[Math.round(part * (ordered.length - 1))]!);
    expect(await readValue(page, "spreadOfAll")).toEqual([lowest, highest]);
    for (const read of [-2.5, 2.5, -1]) {
      await moveTo(page, "adaSlider", read);
      const like = score.filter((_, i) => Math.abs(intake[i]! - read) < 0.15);
      expect(await output(page, "ada").locator("figcaption").innerText()).toContain(`${like.length} pupils`);
      // The range that the line leaves is narrower than that of all pupils, and stays wide.
      const [low, high] = await readValue<[number, number]>(page, "spread");
      expect(high - low, `${read}`).toBeLessThan(highest! - lowest!);
      expect(high - low, `${read}`).toBeGreaterThan(1.5);
    }
    expect(await numbers(page)).toContain((highest! - lowest!).toFixed(1));
    // Even so far below the middle, some end well above it.
    expect(Number((await readValue<number[]>(page, "spread"))[1])).toBeGreaterThan(0.5);
    expect(await cell(page, "schoolScores").getAttribute("data-state")).toBe("fulfilled");
  });
});
