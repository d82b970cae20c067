import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { cell, output, settled, settledCount } from "../browser/support/notebook.ts";
import { useSite } from "../browser/support/site.ts";
import golden from "../golden/lessons/cross-validation/figures.json" with { type: "json" };
import { choose, moveTo, onLesson, readValue } from "./support/lesson-page.ts";

const lesson = "generalising/cross-validation/";
const site = useSite();
const { drums, magic, mood } = golden;

const twoDigits = (score: number) => score.toFixed(2);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const caption = (page: Page, id: string) => output(page, id).locator("figcaption").first().textContent();
const inline = (page: Page) => page.locator("etude-inline").allInnerTexts();

/** Does something to the page, and waits until it has followed. */
async function afterIt(page: Page, act: () => Promise<unknown>): Promise<void> {
  const before = await settledCount(page);
  await act();
  await settled(page, { after: before });
}

test("hold-outs come one by one, folds are dealt as the text says, and slips are drawn", async () => {
  await onLesson(site, lesson, async (page) => {
    expect(await caption(page, "lotteryFigure")).toContain("12 dots");
    await afterIt(page, () => cell(page, "drawn").getByRole("button", { name: "Step", exact: true }).click());
    expect(await caption(page, "lotteryFigure")).toContain("13 dots");
    await moveTo(page, "drawn", 200);
    expect(await caption(page, "lotteryFigure")).toContain("200 dots from 0.82 to 0.99");
    expect(await readValue<number[]>(page, "tickets")).toHaveLength(200);

    // As they lie, three folds score 0.26; by class each of ten folds has a clap, and shuffled two have none.
    const claps = () => readValue<number[]>(page, "claps");
    await moveTo(page, "kSlider", 10);
    expect(await claps()).toEqual(drums.claps["by class"]);
    await choose(page, "dealChoice", "shuffled");
    expect(await claps()).toEqual(drums.claps.shuffled);
    await choose(page, "dealChoice", "as they lie");
    await moveTo(page, "kSlider", 3);
    expect(await readValue(page, "dealt", "value.pooled.score")).toBe(drums.asTheyLie[3]);
    expect(await inline(page)).toContain(twoDigits(drums.asTheyLie[3]));

    // By kit the score falls, no group is on both sides, and a kit that may be played is heard.
    expect(await caption(page, "groupGrid")).toContain("14 of 14 groups are on both sides");
    await choose(page, "groupChoice", "one kit at a time");
    expect(await caption(page, "groupGrid")).toContain("No group is on both sides");
    const texts = await inline(page);
    for (const score of [drums.random, drums.byKit, mean(drums.kits)])
      expect(texts).toContain(twoDigits(score));
    expect(await output(page, "kitSounds").locator("tbody tr").count()).toBe(5);
    await afterIt(page, () => cell(page, "kitChoice").locator("select").selectOption({ label: "Audiophob" }));
    expect(await output(page, "kitSounds").textContent()).toContain("7 of 12");

    // The spread grows with k; kits on slips make a wider band than strokes, the one that is quoted.
    const spreads = await readValue<number[]>(page, "foldSpreads");
    expect(spreads.at(-1)).toBeGreaterThan(3 * spreads[0]!);
    const ends = await readValue<number[]>(page, "redrawn", "value.kits.toSorted((a, b) => a - b)");
    expect(ends[24]).toBeLessThanOrEqual(drums.intervals.kits[0]!);
    expect(ends[25]).toBeGreaterThanOrEqual(drums.intervals.kits[0]! - 0.002);
    expect(await caption(page, "drawFigure")).toContain("kits on slips: 0.86, 0.78 to 0.91");
    await moveTo(page, "drawSlider", 0);
    expect(await caption(page, "drawFigure")).toContain("One draw");

    // The nearest row knows pieces; the weighted sum beats all forty dealings.
    const moods = () =>
      readValue<number[]>(page, "moodTests", "value.map(({score}) => score)").then((s) => s.map(twoDigits));
    const of = (judge: keyof typeof mood.scores) => Object.values(mood.scores[judge]).map(twoDigits);
    expect(await moods()).toEqual(of("nearest row"));
    expect(await readValue<number>(page, "asGood")).toBe(1);
    await choose(page, "moodChoice", "weighted sum");
    expect(await moods()).toEqual(of("weighted sum"));
    expect(await readValue<number>(page, "asGood")).toBe(0);
    const { promised, got, size } = {
      promised: mean(mood.nested.map((game) => game.promised)),
      got: mood.nested.reduce((sum, game) => sum + game.got * game.size, 0),
      size: mood.nested.reduce((sum, game) => sum + game.size, 0),
    };
    expect(await inline(page)).toEqual(expect.arrayContaining([twoDigits(promised), twoDigits(got / size)]));
  });
});

test("the magic 87 % goes as its step is moved into the folds, and every try is kept", async () => {
  await onLesson(site, lesson, async (page) => {
    const step = (id: string, name: string) => cell(page, id).getByRole("switch", { name });
    const toss = (name: string) => afterIt(page, () => page.getByRole("button", { name }).click());
    const rate = () => readValue<number>(page, "hitRate");
    const tries = () => readValue<{ outside: number[]; inside: number[]; count: number }>(page, "tried");
    const close = (found: readonly number[], wanted: readonly number[]) => {
      expect(found).toHaveLength(wanted.length);
      for (const [i, score] of wanted.entries()) expect(found[i]).toBeCloseTo(score, 12);
    };

    expect(await output(page, "magicScore").textContent()).toContain("0.87");
    expect(await rate()).toBeCloseTo(magic.scaleOutside[0]!, 12);
    // Dragged by hand: the score falls, and the figure says where it stands.
    const inFolds = cell(page, "pipeline").locator('[data-place="inside"]');
    await inFolds.evaluate((zone) => zone.scrollIntoView({ block: "center" }));
    const from = await step("pipeline", "choose").boundingBox();
    const to = await inFolds.boundingBox();
    await afterIt(page, async () => {
      await page.mouse.move(from!.x + 20, from!.y + 20);
      await page.mouse.down();
      await page.mouse.move(to!.x + 60, to!.y + 60, { steps: 4 });
      await page.mouse.up();
    });
    expect(await rate()).toBeCloseTo(magic.choiceInside[0]!, 12);
    expect(await output(page, "magicScore").textContent()).toMatch(/chosen in each fold.*0\.47/s);
    await toss("Toss 10 times");
    await expect.poll(async () => (await tries()).inside.length).toBe(11);
    // Back by the keyboard: the same ten tosses, and nothing of the one lies among the other.
    await afterIt(page, () => step("pipeline", "choose").press("ArrowLeft"));
    await expect.poll(async () => (await tries()).outside.length).toBe(11);
    const both = await tries();
    close(both.inside, magic.choiceInside.slice(0, 11));
    close(both.outside, magic.scaleOutside.slice(0, 11));
    expect(Math.min(...both.outside)).toBeGreaterThan(Math.max(...both.inside));
    expect(await caption(page, "magicStrip")).toContain(`Your tries with 2000 numbers: ${both.count}`);

    // Scaling in the folds or outside is one and the same; with nothing to choose, the magic is gone.
    const before = await rate();
    await afterIt(page, () => step("pipeline", "scale").press("ArrowRight"));
    expect(Math.abs((await rate()) - before)).toBeLessThan(0.06);
    await moveTo(page, "lotSliders", 0);
    expect(Math.abs((await rate()) - 0.5)).toBeLessThan(0.2);

    // Of the second machine's steps, only fame leaks.
    const second = () => output(page, "secondScore").textContent();
    expect(await second()).toContain("0.80");
    await afterIt(page, () => step("suspects", "scale").press("ArrowRight"));
    expect(await second()).toContain("0.80");
    await afterIt(page, () => step("suspects", "fame").press("ArrowRight"));
    expect(await second()).toMatch(/0\.(4|5)\d/);
  });
});
