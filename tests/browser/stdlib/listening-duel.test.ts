import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { DuelValue } from "../../../src/stdlib/sound/duel-value.ts";
import { axeFindings } from "../support/axe.ts";
import { useGallery } from "../support/gallery.ts";

const { withGallery } = useGallery("none");

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const read = <T>(page: Page, expression: string) => page.evaluate(expression) as Promise<T>;
const value = (page: Page) => read<DuelValue>(page, "duel.value");
const heading = (page: Page) => page.locator(".etude-duel-head strong").textContent();

/** Waits until the sound was played, so that an answer is taken. */
const heard = (page: Page) =>
  page.locator('.etude-duel-answer[aria-disabled="false"]').first().waitFor({ timeout: 15_000 });

/** A duel on the page; `window.values` are those that a cell would get. */
const addDuel = (page: Page, options = "{ n: 4, seed: 2 }") =>
  page.evaluate(`
    const tone = (hz) => ({ y: Float32Array.from({ length: 800 }, (_, i) => 0.1 * Math.sin((2 * Math.PI * hz * i) / 8000)), sr: 8000 });
    const make = (signal) => stdlib.soundToolsFor(stdlib.createSound(), { signal }).listeningDuel({
      clips: [tone(200), tone(300), tone(400), tone(500), tone(600), tone(700)],
      labels: ["low", "low", "low", "high", "high", "high"],
      classNames: ["low", "high"],
      ...${options}
    });
    const ending = new AbortController();
    const values = [];
    const duel = make(ending.signal);
    duel.addEventListener("input", () => values.push(duel.value));
    document.querySelector("main").prepend(duel);
    Object.assign(window, { duel, values, ending, make });
    undefined;
  `);

test("the keys answer, one sound after the other, and nothing is told before the answer", async () => {
  await withGallery(async (page) => {
    await addDuel(page);
    const before = await value(page);
    expect(before).toMatchObject({ rows: [], answers: [], truth: [], over: false, round: 0 });
    const { sounds } = before;
    expect(sounds.filter((row) => row < 3).length).toBe(2);
    await button(page, "Play sound 1").focus();
    // An answer to a sound that was not heard is not taken.
    await page.keyboard.press("1");
    await page.getByText("Listen first: press play, or space.").waitFor();
    await page.keyboard.press("Space");
    for (const [i, key] of ["1", "2", "1", "1"].entries()) {
      expect(await heading(page)).toBe(`Sound ${i + 1} of 4`);
      expect(await page.locator(".etude-duel").textContent()).not.toMatch(/right|wrong/);
      await heard(page);
      await page.keyboard.press(key);
    }
    await page.getByText("4 of 4 answered").waitFor();
    const labels = sounds.map((row) => (row < 3 ? "low" : "high"));
    const answers = ["low", "high", "low", "low"];
    expect(await value(page)).toEqual({ sounds, rows: sounds, answers, truth: labels, over: true, round: 0 });
    // Each answer was handed over once, with the truth of what was answered and of nothing more.
    const told = await read<DuelValue[]>(page, "values");
    expect(told.map((each) => each.truth)).toEqual([1, 2, 3, 4].map((n) => labels.slice(0, n)));
    expect(told.map((each) => each.over)).toEqual([false, false, false, true]);
    expect(await read(page, "document.activeElement.textContent")).toBe("Again, with other sounds");
  });
});

test("a click and a touch answer; an answer can be taken back; the focus goes on to the next sound", async () => {
  await withGallery(
    async (page) => {
      await addDuel(page);
      await button(page, "Play sound 1").tap();
      await heard(page);
      await button(page, "high").tap();
      await button(page, "Play sound 2").waitFor();
      expect(await read(page, "document.activeElement.getAttribute('aria-label')")).toBe("Play sound 2");
      await heard(page);
      await button(page, "Take back").tap();
      await button(page, "Play sound 1").waitFor();
      expect((await value(page)).answers).toEqual([]);
      await heard(page);
      // The second click of a double one is not an answer to the sound after.
      await button(page, "low").dblclick();
      expect((await value(page)).answers).toEqual(["low"]);
      await heard(page);
      await page.keyboard.press("Backspace");
      expect((await value(page)).answers).toEqual([]);
    },
    { hasTouch: true },
  );
});

test("one can have enough before the first answer, and begin again with other sounds", async () => {
  await withGallery(async (page) => {
    await addDuel(page);
    await button(page, "Enough").click();
    const first = await value(page);
    expect(first).toMatchObject({ answers: [], over: true, round: 0 });
    expect(await button(page, "low").isVisible()).toBe(false);
    await button(page, "Again, with other sounds").click();
    const second = await value(page);
    expect(second).toMatchObject({ answers: [], over: false, round: 1 });
    expect(second.sounds).not.toEqual(first.sounds);
    expect(await heading(page)).toBe("Sound 1 of 4");
  });
});

test("what runs again takes over the answers, and what cannot be is ignored", async () => {
  await withGallery(async (page) => {
    await addDuel(page);
    await button(page, "Play sound 1").click();
    await heard(page);
    await page.keyboard.press("2");
    const before = await value(page);
    const set = (given: string) =>
      read<DuelValue>(
        page,
        `(() => { const other = make(); other.value = ${given}; return other.value; })()`,
      );
    expect(await set("duel.value")).toEqual(before);
    expect((await set('{ answers: ["loud"], over: false, round: 0 }')).answers).toEqual([]);
    expect(await read(page, "values.length")).toBe(1);
    // Its cell has run again or is gone: it is silent, and answers no more.
    await read(page, "ending.abort()");
    await page.keyboard.press("1");
    expect((await value(page)).answers).toEqual(["high"]);
  });
});

test("its keys are its own: a notebook hears none of them", async () => {
  await withGallery(async (page) => {
    await addDuel(page);
    await read(page, 'window.keys = []; document.addEventListener("keydown", (e) => keys.push(e.key)); 0');
    await button(page, "Play sound 1").focus();
    for (const key of ["1", "Backspace", "Space", "a"]) await page.keyboard.press(key);
    expect(await read(page, "keys")).toEqual(["a"]);
    // On an answer, space is that button's.
    await heard(page);
    await button(page, "low").focus();
    await page.keyboard.press("Space");
    expect((await value(page)).answers).toEqual(["low"]);
  });
});

test("is in order for who does not see it, in both schemes, and fits a narrow page", async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    await withGallery(
      async (page) => {
        await addDuel(page);
        await button(page, "Play sound 1").click();
        await heard(page);
        expect((await axeFindings(page)).filter((finding) => finding.includes("etude-duel"))).toEqual([]);
        expect(await read(page, "duel.scrollWidth <= duel.clientWidth + 1")).toBe(true);
        expect(await read(page, "document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
      },
      { colorScheme, viewport: { width: 360, height: 800 } },
    );
  }
});
