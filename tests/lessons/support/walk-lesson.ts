import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { expect, test } from "vitest";
import type { LessonFile } from "../../../scripts/lib/lessons.ts";
import { root } from "../../../scripts/lib/root.ts";
import { type Pictures, picturesPath, sourcesHash } from "../../../src/components/markdown/pictures.ts";
import { NARROWEST_PHONE, visit } from "../../browser/support/all-pages.ts";
import { lookInBothColours } from "../../browser/support/look-with-axe.ts";
import { cellStates } from "../../browser/support/notebook.ts";
import type { Site } from "../../browser/support/site.ts";
import { faultsOfExercises, faultsOfQuizzes } from "./walk-exercises.ts";

/** Goes through a lesson as a learner who makes every answer, as one who comes again by phone, and without JavaScript. */
export function walkLesson(site: Site, { id, path }: LessonFile): void {
  const captionsOf = "etude-cell figcaption, etude-inline";
  let first: { captions: string[]; withFigures: string[] } | undefined;

  test("settles with no cell failed and nothing for axe, says to every answer what its file says, and nothing to the console", async () => {
    await visit(site, `${id}/`, async (page) => {
      first = {
        captions: await page.locator(captionsOf).allTextContents(),
        withFigures: await page
          .locator("etude-cell:has(figure.etude-figure)")
          .evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset.cell!)),
      };
      const states = Object.values(await cellStates(page));
      expect(states.filter((state) => state !== "fulfilled" && state !== "idle")).toEqual([]);
      expect(await page.locator('etude-inline:not([data-state="fulfilled"])').count()).toBe(0);
      await lookInBothColours(page);
      const markdown = readFileSync(path, "utf8");
      const faults = [
        ...(await faultsOfQuizzes(page, markdown)),
        ...(await faultsOfExercises(page, markdown)),
      ];
      expect(faults.map((fault) => `${relative(root, path)}:${fault}`)).toEqual([]);
    });
  });

  test("comes to the same figures at the next visit, on a narrow phone, where nothing sticks out", async () => {
    const narrow = { viewport: NARROWEST_PHONE };
    await visit(
      site,
      `${id}/`,
      async (page) => {
        const captions = await page.locator(captionsOf).allTextContents();
        expect(captions.length).toBeGreaterThan(0);
        expect(captions, "the visit before").toEqual(first?.captions);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(NARROWEST_PHONE.width);
      },
      narrow,
    );
  });

  test("shows a recorded picture of each figure, and its numbers, without JavaScript", async () => {
    expect(existsSync(picturesPath(path)), "run npm run record").toBe(true);
    const pictures = JSON.parse(readFileSync(picturesPath(path), "utf8")) as Pictures;
    expect(pictures.sources, "run npm run record").toBe(sourcesHash(readFileSync(path, "utf8")));
    expect(Object.keys(pictures.cells)).toEqual(
      expect.arrayContaining(first?.withFigures ?? ["first visit"]),
    );
    await site.withPage(
      `${id}/`,
      async (page) => {
        for (const cell of Object.keys(pictures.cells)) {
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
