import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { siteFolder } from "../../scripts/lib/site-folder.ts";
import { settled } from "../browser/support/notebook.ts";
import { useSite } from "../browser/support/site.ts";

const lesson = "generalising/overfitting/";
const site = useSite();

test("the JavaScript before the first cell runs is at most 60 KB compressed, Plot and datasets apart", async () => {
  const context = await site.browser().newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    const atFirst: string[] = [];
    (globalThis as { atFirst?: string[] }).atFirst = atFirst;
    const watch = new MutationObserver(() => {
      if (!document.querySelector('etude-cell[data-state="fulfilled"]')) return;
      watch.disconnect();
      atFirst.push(...performance.getEntriesByType("resource").map(({ name }) => name));
    });
    watch.observe(document, { subtree: true, attributes: true, attributeFilter: ["data-state"] });
  });
  // What a cell names is loaded for that cell. It sets out when the cells do, and comes before the first of them has run
  // or after it, as chance has it: so it waits here until then. (If the first cell needed any, it would never run.)
  const { folder } = siteFolder();
  const library = readdirSync(join(folder, "_astro")).find((name) => /^library\..*\.js$/.test(name))!;
  const named = readFileSync(join(folder, "_astro", library), "utf8").match(
    /(?<=import\(.\.\/)[^"'`]+\.js/g,
  )!;
  const atOnce = readFileSync(join(folder, lesson, "index.html"), "utf8");
  const forCells = new Set(named.filter((name) => !atOnce.includes(name)));
  expect(forCells.size).toBeGreaterThan(50);
  const firstHasRun = page
    .locator('etude-cell[data-state="fulfilled"]')
    .first()
    .waitFor({ state: "attached" });
  await page.route("**/_astro/*.js", async (route) => {
    if (forCells.has(route.request().url().split("/").at(-1)!)) await firstHasRun;
    await route.continue();
  });
  await page.goto(site.url(lesson));
  await settled(page);
  const names = await page.evaluate(() => (globalThis as { atFirst?: string[] }).atFirst!);
  const scripts = names.filter((url) => url.endsWith(".js") && !/\/plot\./.test(url));
  expect(scripts.length).toBeGreaterThan(0);
  let bytes = 0;
  for (const url of scripts) bytes += gzipSync(await (await page.request.get(url)).body()).length;
  await context.close();
  expect(bytes).toBeLessThanOrEqual(60 * 1024);
});
