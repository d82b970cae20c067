import { expect, test } from "vitest";
import { comesAndGoes } from "../browser/support/comes-and-goes.ts";
import { cell, output, settled, settledCount } from "../browser/support/notebook.ts";
import { useSite } from "../browser/support/site.ts";
import golden from "../golden/lessons/machine-learning/figures.json" with { type: "json" };
import { choose, moveTo, onLesson, readValue } from "./support/lesson-page.ts";

const lesson = "start/machine-learning/";
const site = useSite();

const hundredths = (share: number) => (100 * share).toFixed(0);

test("six sounds can be heard, a tune is changed as the page says, and every sound of the test has a clip", async () => {
  await onLesson(site, lesson, async (page) => {
    const buttons = output(page, "six").getByRole("button");
    expect(await buttons.count()).toBe(6);
    await comesAndGoes(buttons.first(), "aria-pressed", () => buttons.first().click());
    const card = output(page, "card").locator("[data-feature]");
    expect(await card.count()).toBe(5);

    // As the page tells a newcomer to: Edit, change a note, Shift+Enter.
    const before = await settledCount(page);
    await cell(page, "tune").hover();
    await cell(page, "tune").locator('[data-command="edit"]').click();
    await cell(page, "tune").locator(".cm-content").click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText('const tune = music.melody(["C4", "Eb4", "G4", "C5"], {bpm: 180});');
    await page.keyboard.press("Shift+Enter");
    await settled(page, { after: before });
    expect(await readValue(page, "tune", "value.map(({midi}) => midi)")).toEqual([60, 63, 67, 72]);

    expect(await readValue(page, "examples", "value.length")).toBe(
      golden.examples.drum + golden.examples.note,
    );
    expect(await readValue(page, "test", "value.every(({clip}) => clip)")).toBe(true);
  });
});

test("by hand, by trying all and by a tree, the page counts what scikit-learn counts", async () => {
  await onLesson(site, lesson, async (page) => {
    const said = (id: string) => output(page, id).locator("figcaption, caption").first().textContent();
    expect(await readValue(page, "found")).toBeCloseTo(golden.threshold, 9);
    expect(await said("strip")).toContain("is right for 621 of 814");
    // The ends, as the text has them: every note found, no drum mistaken, and the score that needs no rule.
    await moveTo(page, "limitSlider", -60);
    expect(await said("matrix")).toContain("360 of 814 are right");
    await moveTo(page, "limitSlider", 0);
    expect(await said("matrix")).toContain("454 of 814 are right");
    await moveTo(page, "limitSlider", -10);
    expect(await said("tried")).toContain(`right about ${hundredths(golden.right)} of 100`);
    const wrong = await readValue<{ kind: string; wrong: number }[]>(page, "kinds");
    expect(Object.fromEntries(wrong.map(({ kind, wrong }) => [kind, wrong]))).toEqual(golden.wrong);

    // Learners differ while their examples are few, and agree when they are many.
    const reach = async (n: number) => {
      await moveTo(page, "nSlider", n);
      const right = await readValue<number[]>(page, "wandering", "value.map(({right}) => right)");
      expect(right.length).toBe(25);
      return Math.max(...right) - Math.min(...right);
    };
    // The slider is logarithmic: its positions go from 0 to 200.
    const [few, many] = [await reach(0), await reach(200)];
    expect(await readValue(page, "n")).toBe(400);
    expect(few).toBeGreaterThan(0.15);
    expect(many).toBeLessThan(0.03);

    await cell(page, "numberChoice").getByRole("combobox").selectOption("noisiness");
    await settled(page);
    await expect.poll(() => readValue(page, "learned")).toBeCloseTo(golden.stumps.noisiness.threshold, 9);
    expect(await readValue(page, "above")).toBe("drum");

    await choose(page, "whoChoice", "the tree");
    for (const depth of [1, 2, 3]) {
      await moveTo(page, "depthSlider", depth);
      const wanted = golden.trees[depth - 1]!;
      expect(await readValue(page, "byGroup", "value.pooled.score")).toBeCloseTo(wanted.groups, 12);
      expect(await readValue(page, "verdict", "value.score")).toBeCloseTo(wanted.test, 12);
      expect(await said("final")).toContain(`${hundredths(wanted.test)} of 100 right`);
    }
    // The moment of the lesson: hidden as a whole, no marimba is a note.
    expect(await readValue(page, "missed", 'value("marimba")')).toBe(30);
    const promised = await readValue<number>(page, "bySound", "value.pooled.score");
    expect(promised - golden.trees[2]!.test).toBeGreaterThan(0.03);
    const [first] = await output(page, "wrong").locator("tbody tr").all();
    expect(await first!.getByRole("button").getAttribute("aria-label")).toMatch(/^Play (drum|note), /);
  });
});
