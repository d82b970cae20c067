import { expect, test } from "vitest";
import { GaussianMixture, RandomState } from "../../src/learn/index.ts";
import { output } from "../browser/support/notebook.ts";
import { useSite } from "../browser/support/site.ts";
import { tapSound } from "../browser/support/tap-sound.ts";
import golden from "../golden/lessons/gaussian-mixture-models/figures.json" with { type: "json" };
import { choose, moveTo, onLesson, readValue } from "./support/lesson-page.ts";
import { sing, tune } from "./support/sung-tune.ts";

const lesson = "learning/gaussian-mixture-models/";
const site = useSite();

/** One decibel below full scale: no sample is ever beyond it. */
const safePeak = 10 ** (-1 / 20);
const peakOf = (y: readonly number[]) => y.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

test("the mixture is heard finding the scale, in step with its figures, and falls silent when it must", async () => {
  await onLesson(site, lesson, async (page) => {
    const X = sing(tune, 15, new RandomState(7)).map((cents) => [cents]);
    const model = new GaussianMixture({ nComponents: 5, initParams: "random_from_data", randomState: 16 });
    const steps = [...model.fitSteps(X)];
    const shown = await readValue<number[]>(page, "steps", "value.map(({lowerBound}) => lowerBound)");
    expect(shown.length).toBe(steps.length);
    // The browser's exponentials and logarithms may differ from Node's in their last digits.
    for (const [i, { lowerBound }] of steps.entries()) expect(shown[i]! / lowerBound).toBeCloseTo(1, 12);
    const player = output(page, "player");
    const button = (name: string) => player.getByRole("button", { name, exact: true });
    const round = () => readValue<number>(page, "step");
    const title = output(page, "hills").locator("figcaption strong");
    const isSilent = async (heard: { last(seconds: number): Promise<number[]> }) =>
      expect.poll(async () => peakOf(await heard.last(0.1)), { timeout: 5000 }).toBe(0);

    // The page opens its device with the first sound: it is listened to from there on.
    const heard = await tapSound(page);
    // By hand and by keyboard.
    await button("Step").press("Enter");
    await expect.poll(round).toBe(1);
    await button("Back").click();
    await expect.poll(round).toBe(0);
    await button("Stop").click();

    await moveTo(page, "startSlider", 16);
    const other = output(page, "otherPlayer");
    const otherButton = (name: string) => other.getByRole("button", { name, exact: true });
    await otherButton("Play").click();
    const walked = () => readValue<number>(page, "otherStep");
    // From the last round it goes on from the first.
    await expect.poll(walked, { timeout: 15_000 }).toBe(2);
    await otherButton("Stop").click();
    const stoppedAt = await walked();
    expect(stoppedAt).toBeLessThan(steps.length - 1);
    await isSilent(heard);
    expect(await walked()).toBe(stoppedAt);
    const peak = peakOf(await heard.since(0));
    expect(peak).toBeGreaterThan(0.1);
    expect(peak).toBeLessThanOrEqual(safePeak);

    // Its cell is run again while it plays.
    await otherButton("Play").click();
    await expect.poll(async () => peakOf(await heard.last(0.1))).toBeGreaterThan(0.01);
    await moveTo(page, "startSlider", 2);
    await isSilent(heard);

    // Without sound it walks all the same.
    await button("Sound").click();
    await button("Play").click();
    await expect.poll(round, { timeout: 5000 }).toBeGreaterThanOrEqual(2);
    expect(peakOf(await heard.last(0.1))).toBe(0);
    await button("Stop").click();
    const at = await round();
    expect(await title.textContent()).toBe(`Round ${at + 1}.`);
  });
});

test("what the text says is what the figures show, at the places that it speaks of", async () => {
  await onLesson(site, lesson, async (page) => {
    expect(await readValue(page, "found")).toBe(5);
    for (const [id, key] of [
      ["bics", "bics"],
      ["heights", "logLikelihoods"],
    ] as const) {
      const shown = await readValue<number[]>(page, id);
      // What the golden figures are compared with elsewhere; digits are lost in neither.
      for (const [i, value] of golden.tunes[15][key].entries()) expect(shown[i]! / value).toBeCloseTo(1, 6);
    }
    const text = () => page.locator("main").innerText();
    expect(await text()).toContain("At 35 it is 7, and at 40 it is 8: pairs such as 372 and 422 cents");
    expect(await text()).toContain("k-means has 68 of 100 strokes where they belong, and the mixture 89");
    await moveTo(page, "vibratoSlider", 40);
    expect(await readValue(page, "best")).toBe(8);
    await moveTo(page, "startSlider", 0);
    const score = (id: string) => output(page, id).innerText();
    expect(await score("chordScores")).toContain("0.92");
    expect(await score("turnedScores")).toContain("0.94");
    await choose(page, "hillChoice", "diag");
    expect(await score("chordScores")).toContain("0.85");
    await choose(page, "chromaChoice", "cleaned");
    expect(await score("chordScores")).toContain("0.97");
    await moveTo(page, "partsSlider", 3);
    expect(await readValue(page, "genreResult", "value.value")).toBeCloseTo(golden.genres[2]!, 6);
  });
});
