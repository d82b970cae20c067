import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { expect, test } from "vitest";
import type { LessonFile } from "../../../scripts/lib/lessons.ts";
import { recordPictures } from "../../../scripts/lib/record-pictures.ts";
import { root } from "../../../scripts/lib/root.ts";
import { type Pictures, picturesPath, sourcesHash } from "../../../src/components/markdown/pictures.ts";
import { NARROWEST_PHONE, visit } from "../../browser/support/all-pages.ts";
import { lookIn } from "../../browser/support/look-with-axe.ts";
import { cellStates } from "../../browser/support/notebook.ts";
import type { Site } from "../../browser/support/site.ts";
import { faultsOfExercises, faultsOfQuizzes } from "./walk-exercises.ts";

/** The words of recorded figures: their captions, and the names of their drawings. */
function wordsOf({ cells, inline }: Omit<Pictures, "sources">) {
  const words = (html: string) =>
    Array.from(
      html.matchAll(/<figcaption[^>]*>(.*?)<\/figcaption>|aria-label="([^"]*)"/gs),
      ([, caption, name]) => (caption ?? name)!.replace(/<[^>]*>/g, ""),
    );
  return {
    cells: Object.fromEntries(Object.entries(cells).map(([cell, { html }]) => [cell, words(html)])),
    inline,
  };
}

/**
 * Goes through a lesson as a learner who makes every answer, on a wide screen and a phone, and without JavaScript.
 * @param colours those in which axe looks at it. Lessons take turns: all of them have the same, on a page and in figures,
 * and the gallery of figures is looked at in both
 */
export function walkLesson(site: Site, { id, path }: LessonFile, colours: "light" | "dark"): void {
  const markdown = readFileSync(path, "utf8");
  const recorded = existsSync(picturesPath(path))
    ? (JSON.parse(readFileSync(picturesPath(path), "utf8")) as Pictures)
    : undefined;

  test("comes to the figures that were recorded, no cell failed and nothing for axe, says to every answer what its file says, and has nothing that sticks out on a phone", async () => {
    expect(recorded?.sources, "run npm run record").toBe(sourcesHash(markdown));
    await visit(site, `${id}/`, async (page) => {
      const states = Object.values(await cellStates(page));
      expect(states.filter((state) => state !== "fulfilled" && state !== "idle")).toEqual([]);
      expect(await page.locator('etude-inline:not([data-state="fulfilled"])').count()).toBe(0);
      // The same seed gives the same result, on the machine of whoever recorded them and here.
      expect(wordsOf(await recordPictures(page)), "run npm run record").toEqual(wordsOf(recorded!));
      await lookIn(page, colours);
      const faults = [
        ...(await faultsOfQuizzes(page, markdown)),
        ...(await faultsOfExercises(page, markdown)),
      ];
      expect(faults.map((fault) => `${relative(root, path)}:${fault}`)).toEqual([]);
      await page.setViewportSize(NARROWEST_PHONE);
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
        .toBeLessThanOrEqual(NARROWEST_PHONE.width);
    });
  });

  test("shows a recorded picture of each figure, and its numbers, without JavaScript", async () => {
    await site.withPage(
      `${id}/`,
      async (page) => {
        for (const cell of Object.keys(recorded!.cells)) {
          const figure = page.locator(`[data-cell="${cell}"] figure`).first();
          expect(await figure.isVisible(), cell).toBe(true);
          expect((await figure.boundingBox())!.height, cell).toBeGreaterThan(50);
        }
        expect(await page.locator("h1").first().isVisible()).toBe(true);
        expect(await page.locator("main p").first().isVisible()).toBe(true);
        expect(await page.locator("etude-inline").first().textContent()).not.toBe("…");
        expect(await page.locator("pre.astro-code span[style]").count()).toBeGreaterThan(20);
      },
      { javaScriptEnabled: false },
    );
  });
}
