import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { brokenLinks, htmlFiles, pagePath } from "../../scripts/lib/links.ts";
import { siteFolder } from "../../scripts/lib/site-folder.ts";
import { outline } from "../../src/course/outline.ts";
import { axeFindings } from "./support/axe.ts";
import { settled } from "./support/notebook.ts";
import { useSite } from "./support/site.ts";

const NARROWEST_PHONE = { width: 360, height: 740 };

const built = siteFolder();
const pages = htmlFiles(built.folder).map(pagePath);
const withTitle = (path: string) => [path || "front page", path] as const;
const named = pages.map(withTitle);
const site = useSite();

/** Of pages that are made alike, of names, of datasets and of modules, axe sees the largest ones only. */
const madeAlike: [pages: RegExp, seen: number][] = [
  [/^reference\/(?!figures\/$)./, 3],
  [/^datasets\/[a-z-]+\/$/, 2],
  [new RegExp(`^(${outline.map(({ id }) => id).join("|")})/$`), 1],
];
const bytes = (path: string) => statSync(join(built.folder, path, "index.html")).size;
const likeOthers = new Set(
  madeAlike.flatMap(([pattern, seen]) =>
    pages
      .filter((path) => pattern.test(path))
      .toSorted((a, b) => bytes(b) - bytes(a))
      .slice(seen),
  ),
);

/** Pages without a notebook are ready when they are loaded. */
async function ready(page: Page): Promise<void> {
  if ((await page.locator("etude-notebook").count()) > 0) await settled(page);
}

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

describe.each(named)("%s", (_, path) => {
  test("opens without an error, a missing file or a request to another origin", async () => {
    await site.withPage(path, async (page, seen) => {
      await ready(page);
      expect(seen.errors).toEqual([]);
      expect(seen.broken).toEqual([]);
    });
  });

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

// How a page looks does not depend on the path that it is served under: once is enough.
if (built.base === "/") {
  describe.each(pages.filter((path) => !likeOthers.has(path)).map(withTitle))("%s", (_, path) => {
    test.each(["light", "dark"] as const)("axe finds nothing wrong in %s colours", async (colorScheme) => {
      await site.withPage(
        path,
        async (page) => {
          await ready(page);
          expect(await page.locator("html").getAttribute("data-theme")).toBe(colorScheme);
          expect(await axeFindings(page)).toEqual([]);
        },
        { colorScheme },
      );
    });
  });

  describe.each(named)("%s", (_, path) => {
    test("does not scroll sideways on a narrow phone", async () => {
      await site.withPage(
        path,
        async (page) => {
          await ready(page);
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(width).toBeLessThanOrEqual(NARROWEST_PHONE.width);
        },
        { viewport: NARROWEST_PHONE },
      );
    });
  });
}
