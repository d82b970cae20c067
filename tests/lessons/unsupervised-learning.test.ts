import { expect, test } from "vitest";
import { PCA, StandardScaler } from "../../src/learn/index.ts";
import { output } from "../browser/support/notebook.ts";
import { useSite } from "../browser/support/site.ts";
import { choose, datasets, moveTo, onLesson, readValue } from "./support/lesson-page.ts";

const lesson = "learning/unsupervised-learning/";
const site = useSite();

const games = await datasets.load("game-tracks");
const scaled = new PCA().fit(new StandardScaler().fitTransform(games.X));
const unscaled = new PCA().fit(games.X);
const percent = (share: number) => `${(100 * share).toFixed(0)}\u00a0%`;

test("ruler, scaling and components show what learn computes, and the text says the same", async () => {
  await onLesson(site, lesson, async (page) => {
    // The one ruler that the machine finds keeps more than any whole degree.
    const kept = async () =>
      Number(/(\d+) %/.exec(await output(page, "ruler").locator("figcaption").innerText())![1]);
    const bestAngle = await readValue<number>(page, "bestAngle");
    const byDegree = await readValue<number[]>(page, "kept", "Array.from({length: 181}, (_, a) => value(a))");
    expect(byDegree.indexOf(Math.max(...byDegree))).toBe(Math.round(bestAngle));
    expect(await kept()).toBeLessThan(10);
    await moveTo(page, "angleSlider", Math.round(bestAngle));
    expect(await kept()).toBe(Math.round(100 * Math.max(...byDegree)));

    const inline = () => page.locator("etude-inline").allInnerTexts();
    expect(await readValue(page, "shares", "Array.from(value)")).toEqual(
      Array.from(scaled.explainedVarianceRatio),
    );
    const [one, two] = scaled.explainedVarianceRatio;
    for (const told of [percent(one!), percent(two!), percent(one! + two!), "21"])
      expect(await inline()).toContain(told);
    const first = output(page, "recipe").locator("tbody tr").first();
    // It is veiled until the question is answered, so its text is read as it stands in the page.
    expect(await first.textContent()).toMatch(/^contrast/);
    await choose(page, "scalingChoice", "as they are");
    expect(await first.textContent()).toMatch(/^rolloff, mean \(Hz\)\s*0\.7/);
    expect(await readValue(page, "shares", "Array.from(value)")).toEqual(
      Array.from(unscaled.explainedVarianceRatio),
    );
    expect(await inline()).toContain(percent(unscaled.explainedVarianceRatio[0]!));
    await moveTo(page, "keepSlider", 45);
    expect(await inline()).toContain(percent(1));

    // Genre tells much of our axis, more than chance, and no more than chance of another author's grooves.
    const [found, rare, there, rareThere] = await Promise.all(
      ["found", "rare", "there", "rareThere"].map((name) => readValue<number>(page, name)),
    );
    expect(found).toBeGreaterThan(rare!);
    expect(there).toBeLessThan(rareThere!);
    // From one component fewer games are named than by always saying the commonest.
    const at = (n: number) =>
      readValue<number>(page, "naming", `value.points.find((p) => p.value === ${n}).validationScore`);
    expect(await at(1)).toBeLessThan(await readValue<number>(page, "commonest"));
    expect(await at(21)).toBeGreaterThan(1.5 * (await at(2)));
  });
});

test("the lines of the rag are filled at 16 and 64 bars and broken at 15, and a pair can be heard", async () => {
  await onLesson(site, lesson, async (page) => {
    const filled = () =>
      readValue<number[]>(
        page,
        "lines",
        "value.flatMap((line, i) => line.filter((v) => v > 0.97).length >= 15 ? [i + 1] : [])",
      );
    // The slider does not begin at the answer of the question above it.
    expect(await filled()).toEqual([]);
    await moveTo(page, "lagSlider", 16);
    expect(await filled()).toEqual([2, 4, 7, 9]);
    await moveTo(page, "lagSlider", 15);
    expect(await filled()).toEqual([]);
    await moveTo(page, "lagSlider", 64);
    expect(await filled()).toEqual([5]);
    expect(await output(page, "score").locator("figcaption").innerText()).toContain("the bar 64 before");
    for (const end of [1, 128]) {
      await moveTo(page, "lagSlider", end);
      expect(await output(page, "score").locator("figcaption").innerText()).toContain(
        `the bar ${end} before`,
      );
    }
    // The first bar comes again note for note after 16: what is played is it twice.
    const pair = await readValue<{ midi: number; onset: number }[]>(page, "pairOf", "value(0, 16)");
    const [before, after] = [pair.slice(0, pair.length / 2), pair.slice(pair.length / 2)];
    expect(before.length).toBeGreaterThan(10);
    expect(after.map(({ midi }) => midi)).toEqual(before.map(({ midi }) => midi));
    for (const [i, note] of before.entries()) expect(after[i]!.onset - note.onset).toBeCloseTo(2.2, 9);
    const play = output(page, "opening").getByRole("button").first();
    await play.click();
    await page.locator('[data-cell="opening"] [aria-pressed="true"]').first().waitFor();
    await play.click();

    const side = () =>
      readValue<number>(page, "habits", "Math.sign(value.components.row(0)[0] * value.components.row(0)[4])");
    expect(await side()).toBe(-1);
    expect(await output(page, "habitsScree").locator("figcaption").innerText()).toContain(
      "The first 3 components keep more than by chance.",
    );
    await moveTo(page, "drawSlider", 3);
    expect(await side()).toBe(1);
    await choose(page, "moodChoice", "3");
    expect(await output(page, "moodWords").locator("tbody").innerText()).not.toContain("−");
  });
});
