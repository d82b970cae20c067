import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { brokenLinks, htmlFiles } from "../../../scripts/lib/links.ts";
import {
  built,
  isLesson,
  NARROWEST_PHONE,
  ofEachKind,
  pages,
  visit,
  withTitle,
} from "../support/all-pages.ts";
import { useSite } from "../support/site.ts";

const named = pages.filter((path) => !isLesson(path)).map(withTitle);
const firstLesson = pages.find(isLesson);
const site = useSite();

test("no link of the site is broken", () => {
  expect(brokenLinks(built)).toEqual([]);
});

test("no file of the site loads the script of a page, which would be run with it", () => {
  const scripts = new Set(
    htmlFiles(built.folder).flatMap((file) =>
      Array.from(
        readFileSync(join(built.folder, file), "utf8").matchAll(
          /<script type="module" src="[^"]*\/([^"/]+)"/g,
        ),
        ([, name]) => name!,
      ),
    ),
  );
  expect(scripts.size).toBeGreaterThan(5);
  const folder = join(built.folder, "_astro");
  const loaded = readdirSync(folder)
    .filter((name) => name.endsWith(".js"))
    .flatMap((name) =>
      Array.from(
        readFileSync(join(folder, name), "utf8").matchAll(/(?:from|import\(?)\s*["'`]\.\/([^"'`]+\.js)/g),
        ([, target]) => `${name} loads ${target}`,
      ),
    );
  expect(loaded.length).toBeGreaterThan(100);
  expect(loaded.filter((one) => scripts.has(one.split(" ").at(-1)!))).toEqual([]);
});

// What a page loads depends on the path that it is served under; how it looks does not.
if (built.base !== "/") {
  const visited = ofEachKind.filter((path) => !isLesson(path) || path === firstLesson);
  describe.each(visited.map(withTitle))("%s", (_, path) => {
    test("opens without an error, a missing file or a request to another origin", async () => {
      await visit(site, path, async () => {});
    });
  });
} else {
  describe.each(named)("%s", (_, path) => {
    test("opens on a narrow phone without an error, and does not scroll sideways", async () => {
      await visit(
        site,
        path,
        async (page) => {
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(width).toBeLessThanOrEqual(NARROWEST_PHONE.width);
        },
        { viewport: NARROWEST_PHONE },
      );
    });

    if (!ofEachKind.includes(path)) return;
    test("shows its heading and its text without JavaScript", async () => {
      await site.withPage(
        path,
        async (page) => {
          expect(await page.locator("h1").first().isVisible()).toBe(true);
          expect(await page.locator("main :is(p, .tagline)").first().isVisible()).toBe(true);
        },
        { javaScriptEnabled: false },
      );
    });
  });
}
