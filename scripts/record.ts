// npm run record [-- LESSON…]: opens each lesson in a browser and keeps what its figures show, beside the lesson, for
// the page without JavaScript. To be run after a lesson's cells have changed; `npm run check` says when.
import { readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { type Pictures, picturesPath, sourcesHash } from "../src/components/markdown/pictures.ts";
import { findBrowser, launchOptions } from "./lib/browser.ts";
import { buildSite } from "./lib/build-site.ts";
import { allLessons } from "./lib/lessons.ts";
import { recordPictures } from "./lib/record-pictures.ts";
import { serve } from "./lib/serve.ts";
import { siteFolder } from "./lib/site-folder.ts";

const wanted = process.argv.slice(2);
const executable = findBrowser();
if (!executable) throw new Error("No browser was found: install Chromium, or name one in CHROMIUM.");
if (!(await buildSite(siteFolder()))) process.exit(1);

const served = await serve(siteFolder(), 0);
const browser = await chromium.launch(launchOptions(executable));
try {
  for (const { id, path } of allLessons()) {
    if (wanted.length > 0 && !wanted.includes(id)) continue;
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: "light" });
    await page.goto(new URL(`${id}/`, served.url).href);
    await page.locator('etude-notebook[data-state="settled"]').waitFor({ timeout: 60_000 });
    const failed = await page.locator('etude-cell[data-state="rejected"]').count();
    if (failed > 0) throw new Error(`${id}: ${failed} cells failed, so nothing is recorded.`);
    const pictures: Pictures = {
      sources: sourcesHash(readFileSync(path, "utf8")),
      ...(await recordPictures(page)),
    };
    writeFileSync(picturesPath(path), `${JSON.stringify(pictures, null, 1)}\n`);
    console.log(`${id}: ${Object.keys(pictures.cells).length} cells recorded.`);
    await page.close();
  }
} finally {
  await browser.close();
  await served.close();
}
