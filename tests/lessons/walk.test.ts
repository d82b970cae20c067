import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { describe, expect, test } from "vitest";
import { allLessons } from "../../scripts/lib/lessons.ts";
import { root } from "../../scripts/lib/root.ts";
import { type Pictures, picturesPath, sourcesHash } from "../../src/components/markdown/pictures.ts";
import { cellStates, settled } from "../browser/support/notebook.ts";
import { useSite } from "../browser/support/site.ts";
import { faultsOfExercises, faultsOfQuizzes } from "./support/walk-exercises.ts";

const site = useSite();

describe.each(allLessons())("$id", ({ id, path }) => {
  test("settles with no cell failed, says to every answer what its file says, and leaves the console empty", async () => {
    await site.withPage(`${id}/`, async (page, seen) => {
      await settled(page);
      const states = Object.values(await cellStates(page));
      expect(states.filter((state) => state !== "fulfilled" && state !== "idle")).toEqual([]);
      expect(await page.locator('etude-inline:not([data-state="fulfilled"])').count()).toBe(0);
      const markdown = readFileSync(path, "utf8");
      const faults = [
        ...(await faultsOfQuizzes(page, markdown)),
        ...(await faultsOfExercises(page, markdown)),
      ];
      expect(faults.map((fault) => `${relative(root, path)}:${fault}`)).toEqual([]);
      expect(seen.errors).toEqual([]);
    });
  });

  test("comes to the same figures at every visit", async () => {
    const captions: string[][] = [];
    for (let visit = 0; visit < 2; ++visit) {
      await site.withPage(`${id}/`, async (page) => {
        await settled(page);
        captions.push(await page.locator("etude-cell figcaption, etude-inline").allTextContents());
      });
    }
    expect(captions[0]!.length).toBeGreaterThan(0);
    expect(captions[1]).toEqual(captions[0]);
  });

  test("shows a recorded picture of each figure, and its numbers, without JavaScript", async () => {
    expect(existsSync(picturesPath(path)), "run npm run record").toBe(true);
    const pictures = JSON.parse(readFileSync(picturesPath(path), "utf8")) as Pictures;
    expect(pictures.sources, "run npm run record").toBe(sourcesHash(readFileSync(path, "utf8")));
    await site.withPage(
      `${id}/`,
      async (page) => {
        for (const cell of Object.keys(pictures.cells)) {
          const figure = page.locator(`[data-cell="${cell}"] figure`).first();
          expect(await figure.isVisible(), cell).toBe(true);
          expect((await figure.boundingBox())!.height, cell).toBeGreaterThan(50);
        }
        expect(await page.locator("etude-inline").first().textContent()).not.toBe("…");
        expect(await page.locator("pre.astro-code span[style]").count()).toBeGreaterThan(20);
      },
      { javaScriptEnabled: false },
    );
    await site.withPage(`${id}/`, async (page) => {
      await settled(page);
      const withFigures = await page
        .locator("etude-cell")
        .evaluateAll((cells) =>
          cells.filter((cell) => cell.querySelector("figure.etude-figure")).map((cell) => cell.dataset.cell),
        );
      expect(Object.keys(pictures.cells)).toEqual(expect.arrayContaining(withFigures));
    });
  });
});
