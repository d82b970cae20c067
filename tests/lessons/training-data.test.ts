import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { comesAndGoes } from "../browser/support/comes-and-goes.ts";
import { output, settled, settledCount } from "../browser/support/notebook.ts";
import { useSite } from "../browser/support/site.ts";
import golden from "../golden/lessons/training-data/figures.json" with { type: "json" };
import {
  answers,
  checked,
  drumRows,
  drums,
  instruments,
  named,
  right,
} from "../golden/lessons/training-data/folder.ts";
import { choose, moveTo, onLesson, readValue } from "./support/lesson-page.ts";

const lesson = "learning/training-data/";
const site = useSite();

/** Gives a name of the list another label, as a learner's hand does, and waits until the page has followed. */
async function relabel(page: Page, name: string, label: string): Promise<void> {
  const before = await settledCount(page);
  await page.getByRole("combobox", { name: `What ${name} is` }).selectOption(label);
  await settled(page, { after: before });
}

/** Uncovers what a question hides until it was answered. */
async function uncover(page: Page): Promise<void> {
  const veil = page.getByRole("button", { name: "Show without guessing" });
  while ((await veil.count()) > 0) await veil.first().click();
}

const share = (said: readonly string[]) => right(said) / drumRows.length;

test("the ride that is a tom comes to the top when its kit is hidden, and the score moves as labels are put right", async () => {
  await onLesson(site, lesson, async (page) => {
    expect(await readValue(page, "sounds", "value.map((row) => row.instrument).length")).toBe(golden.sounds);
    expect(await readValue(page, "named")).toEqual(named);
    expect(await readValue(page, "checked")).toEqual(checked);
    expect(await readValue(page, "saidByNames")).toEqual(answers(1, named));
    await uncover(page);
    const rides = () => output(page, "relabel").getByText(/Ride.*Custom/);
    expect(await rides().count()).toBe(0);
    await choose(page, "hideChoice", "whole kits");
    const shown = await output(page, "relabel").locator(".etude-relabel-name > span").allTextContents();
    expect(shown.slice(1, 4).every((name) => /^Ride.*Custom/.test(name))).toBe(true);
    expect(await output(page, "relabel").locator("mark").nth(1).textContent()).toBe("tom");
    const words = await page.locator("main").innerText();
    const found = golden.found60;
    expect(words).toContain(
      `hold ${found["strokes at random"]} if strokes are hidden at random, ${found["whole instruments"]} if whole instruments are, and ${found["whole kits"]} if whole kits are`,
    );
    expect(words).toContain(
      "stands on places 55, 56 and 90 when strokes are hidden at random, and on places 2, 3 and 4",
    );

    // By ear: two hi-hats that are called something else.
    const play = output(page, "relabel").getByRole("button", { name: "Play drum_cymbal_closed" });
    await comesAndGoes(play, "aria-pressed", () => play.click());
    const labels = [...named];
    let last = share(answers(1, labels));
    expect(last).toBeCloseTo(golden.right[1][0]! / golden.drums, 10);
    for (const [name, label] of [
      ["drum_cymbal_closed", "hi-hat"],
      ["hat_bdu", "hi-hat"],
      ['Ride Bow (Custom, Zagrebin 22")', "cymbal"],
    ] as const) {
      await relabel(page, name, label);
      for (const [i, instrument] of instruments.entries()) {
        if (instrument.endsWith(` / ${name}`)) labels[i] = label;
      }
      expect(await readValue(page, "yourLabels"), name).toEqual(labels);
      const score = share(answers(1, labels));
      expect(await readValue(page, "yours", "value.value"), name).toBeCloseTo(score, 10);
      expect(score).toBeGreaterThanOrEqual(last);
      last = score;
    }
    expect(last).toBeGreaterThan(golden.right[1][0]! / golden.drums);
    const moved = page.getByText("You have changed 3 of");
    expect(await moved.innerText()).toMatch(new RegExp(`3 of them now agree.* stands at ${last.toFixed(3)}`));

    // Another ranking keeps what was changed, and all of it can be taken back.
    await choose(page, "hideChoice", "strokes at random");
    expect(await readValue(page, "yourLabels")).toEqual(labels);
    await choose(page, "whoChoice", "nine that vote");
    expect(await readValue(page, "best", "value.value")).toBeCloseTo(golden.right[9][1]! / golden.drums, 10);
    const before = await settledCount(page);
    await output(page, "relabel").getByRole("button", { name: "Undo all" }).click();
    await settled(page, { after: before });
    expect(await readValue(page, "yourLabels")).toEqual(named);
  });
});

test("every control shows what learn computes, at the places that the text speaks of", async () => {
  await onLesson(site, lesson, async (page) => {
    await uncover(page);
    const shown = (cell: string) => output(page, cell).locator(".etude-score").allInnerTexts();
    const starts = async (cell: string, ...scores: number[]) => {
      const texts = await shown(cell);
      expect(texts.map((text) => text.slice(0, 4))).toEqual(scores.map((score) => score.toFixed(2)));
    };
    for (const count of [0, 150] as const) {
      await moveTo(page, "dropSlider", count);
      const [all, kept, of] = golden.deleted[count] as [number, number, number];
      await starts("dropScores", kept / of, all / golden.drums);
    }

    const size = drums.y.length;
    expect(await readValue(page, "stone")).toEqual(golden.noise[1].map((count) => count / size));
    expect(await readValue(page, "council")).toEqual(golden.noise[9].map((count) => count / size));
    await moveTo(page, "kSlider", 1);
    await moveTo(page, "noiseSlider", 40);
    expect(await readValue(page, "ofK")).toBe(golden.noise[1][4]! / size);
    await moveTo(page, "kSlider", 9);
    await moveTo(page, "noiseSlider", 0);
    expect(await readValue(page, "ofK")).toBe(golden.noise[9][0]! / size);

    await moveTo(page, "sizeSlider", 0); // the first of its list, 30
    const curves = golden.curves["5 nearest neighbours"];
    const [strokes, kinds, kits] = Object.values(curves).map(([few]) => few! / size);
    const learned = (await shown("gap"))[0]!.slice(0, 4);
    await starts("gap", Number(learned), strokes!, kinds!, kits!);

    await moveTo(page, "limitSlider", 0.15);
    await starts("closeFigure", 1, 1);
    await moveTo(page, "limitSlider", 1);
    expect((await shown("closeFigure"))[0]).toBe("1.00");
    await moveTo(page, "copySlider", 4); // the last of its list, 454
    const [atRandom, byKit] = golden.doubled[454] as [number, number];
    await starts("copyScores", atRandom / (2 * size), byKit / (2 * size));
    expect(await page.locator('etude-cell[data-state="rejected"]').count()).toBe(0);
  });
});
