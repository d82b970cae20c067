import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { RandomForestClassifier } from "../../src/learn/index.ts";
import { cell, output, settled, settledCount } from "../browser/support/notebook.ts";
import { useSite } from "../browser/support/site.ts";
import golden from "../golden/lessons/ensemble-learning/figures.json" with { type: "json" };
import { choose, datasets, moveTo, onLesson, readValue } from "./support/lesson-page.ts";

const lesson = "generalising/ensemble-learning/";
const site = useSite();

const drums = await datasets.load("drums");
const heard = await datasets.load("drum-test");

const caption = (page: Page, id: string) => output(page, id).locator("figcaption").first().textContent();

/** Takes the answer of one of the sounds of the beginning. */
async function vote(page: Page, answer: string, name: string): Promise<void> {
  const before = await settledCount(page);
  await cell(page, "ears")
    .getByRole("button", { name: `${answer}: ${name}`, exact: true })
    .click();
  await settled(page, { after: before });
}

test("juries of coins and of trees say what the text says of them, and the reader's own votes stand beside", async () => {
  await onLesson(site, lesson, async (page) => {
    // What the machines said of a sound appears with the reader's verdict, and not before.
    const rows = output(page, "beside").locator("tbody tr");
    expect(await rows.nth(3).innerText()).not.toContain("hi-hat");
    await vote(page, "hi-hat", "Sound D");
    expect(await rows.nth(3).innerText()).toMatch(/hi-hat\s+\S+\s+cymbal \(89 of 100\)\s+hi-hat/);
    expect(await rows.nth(0).innerText()).not.toContain("100");

    // Condorcet: mediocre listeners, alike ones, and those below a half.
    const jury = () => caption(page, "juryFigure");
    expect(await jury()).toContain("p = 0.6: 0.85");
    await moveTo(page, "juryRho", 0.5);
    expect(await jury()).toContain("p = 0.6: 0.61");
    await moveTo(page, "juryRho", 1);
    expect(await jury()).toContain("p = 0.6: 0.60");
    await moveTo(page, "juryRho", 0);
    await moveTo(page, "juryP", 0.45);
    expect(await jury()).toContain("p = 0.45: 0.31");

    // The forest: one tree and a hundred, and another draw with another left end and the same right one.
    type Point = { value: number; validationScore: number; trainScore: number };
    const ends = () =>
      readValue<[Point, Point]>(page, "forest", "[value.points[0], value.points.at(-1)]").then((both) =>
        both.map(({ validationScore }) => validationScore),
      );
    const [one, many] = await ends();
    const free = await readValue<number>(page, "freeTree");
    expect(one!).toBeLessThan(free);
    expect(many!).toBeGreaterThan(free);
    await moveTo(page, "forestNo", 5);
    const [otherOne, otherMany] = await ends();
    expect(otherOne! - one!).toBeGreaterThan(0.1);
    expect(Math.abs(otherMany! - many!)).toBeLessThan(0.03);
    await moveTo(page, "treesSlider", 100);
    expect(await output(page, "forestFigure").textContent()).toContain((1 - otherMany!).toFixed(3));

    // The ballots of the hundred, from the sound they agree on to the one that splits them.
    const forest = new RandomForestClassifier({ nEstimators: 100, randomState: 7 }).fit(drums.X, drums.y);
    const wanted = forest.estimators.map((tree) => tree.predict(heard.X));
    expect(await readValue(page, "ballots")).toEqual(wanted);
    const tops = await readValue<number[]>(page, "tops");
    await moveTo(page, "soundSlider", 1);
    expect(await caption(page, "ballotFigure")).toContain(`${Math.max(...tops)} of 100 say`);
    await moveTo(page, "soundSlider", heard.y.length);
    expect(await caption(page, "ballotFigure")).toContain(`${Math.min(...tops)} of 100 say`);
    expect(Math.min(...tops)).toBeLessThan(35);
    const bands = await output(page, "bands").locator("tbody tr").allInnerTexts();
    expect(bands[0]).toContain("0.95");
    expect(bands[3]).toContain("0.55");
    const fooled = await readValue<number[]>(page, "fooled");
    expect(fooled.map((row) => heard.y[row]).toSorted()).toEqual([...new Array(4).fill("hi-hat"), "tom"]);
    expect(await page.locator("etude-inline").allInnerTexts()).toContain(golden.outOfBag.toFixed(2));
  });
});

test("juries that differ, boosting, mixed heads and three trackers do what the text says at its settings", async () => {
  await onLesson(site, lesson, async (page) => {
    // Bagged neighbours: alike, and nothing gained. Trees: less alike, and much gained; whichever features.
    type Row = { name: string; one: number; alike: number; vote: number; gain: number };
    const juries = () => readValue<Row[]>(page, "juries");
    const [trees, all, neighbours] = await juries();
    const single = await readValue<number>(page, "single");
    expect(Math.abs(neighbours!.vote - single)).toBeLessThan(0.02);
    expect(neighbours!.alike).toBeGreaterThan(0.6);
    expect(trees!.gain).toBeGreaterThan(0.1);
    expect(trees!.alike).toBeLessThan(all!.alike);
    const gap = () => readValue<{ difference: number; low: number; high: number }>(page, "gap");
    await moveTo(page, "askedFeatures", 1);
    const [single1] = await juries();
    expect([single1!.one < trees!.one, single1!.alike < trees!.alike]).toEqual([true, true]);
    expect((await gap()).high).toBeGreaterThan(0);
    await moveTo(page, "askedFeatures", 24);
    expect((await juries())[0]).toEqual({ ...all, name: "trees, 24 features a question" });
    expect((await gap()).difference).toBe(0);

    // The rates are 0.03, 0.05, 0.1, 0.2, 0.3 and 0.5. Boosting turns after round 22, at half the rate after 42; long steps run away even on its own strokes.
    const boosted = () => caption(page, "boostFigure");
    expect(await boosted()).toContain("after round 22");
    await moveTo(page, "rateSlider", 2);
    expect(await boosted()).toContain("after round 42");
    await moveTo(page, "rateSlider", 5);
    expect(await readValue<number>(page, "trainLoss", "value.at(-1)")).toBeGreaterThan(2.5);

    // Four heads: the vote is better than three, and no different from the best.
    const accuracies = await readValue<number[]>(page, "accuracies");
    const { neighbours: best, logistic, SVC, forest, vote } = golden.heads;
    expect(accuracies).toEqual([best, logistic, SVC, forest].map((share) => expect.closeTo(share, 9)));
    expect(await output(page, "headsFigure").innerText()).toContain(vote.toFixed(2));
    const lead = await readValue<{ low: number; high: number }>(page, "lead");
    expect(lead.low < 0 && lead.high > 0).toBe(true);

    // Trackers: the mean below the worst, the median with the best; then with the majority, right or wrong.
    type Shares = Record<"YIN" | "MPM" | "pYIN" | "mean" | "median", number>;
    const shares = () => readValue<Shares>(page, "rightFrames");
    const some = await shares();
    expect(some.mean).toBeLessThan(some.YIN);
    expect(some.YIN).toBeLessThan(2 / 3);
    expect(some.median).toBeGreaterThan(some.pYIN - 0.01);
    await moveTo(page, "noiseSlider", 1);
    const loud = await shares();
    expect(loud.pYIN).toBe(0);
    expect(loud.median).toBeLessThan(loud.MPM - 0.1);
    await moveTo(page, "noiseSlider", 0.2);
    await choose(page, "kindChoice", "with shared cleaning");
    const alike = await shares();
    expect(alike.pYIN).toBeGreaterThan(0.95);
    expect(alike.median).toBeLessThan(0.85);
    const [yin, mpm] = await readValue<number[][]>(
      page,
      "tracks",
      "[value.YIN, value.MPM].map((f0) => Array.from(f0))",
    );
    const apart = yin!.filter((hz, i) => Math.abs(Math.log2((hz || 1) / (mpm![i] || 1))) > 1 / 24).length;
    expect(apart).toBeLessThan(6);
    expect(await output(page, "trackSounds").getByRole("button").count()).toBeGreaterThan(1);
    await choose(page, "trackChoice", "median");
    expect(await caption(page, "trackDrawing")).toContain("median, and what was sung");

    // A seed is no skill.
    const tries = await readValue<{ here: number; there: number }[]>(page, "tries");
    const champion = tries.reduce((a, b) => (b.here > a.here ? b : a));
    expect(champion.here - champion.there).toBeGreaterThan(0.1);
  });
});
