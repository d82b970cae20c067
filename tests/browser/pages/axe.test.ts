import { statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { outline } from "../../../src/course/outline.ts";
import { built, pages, visit, withTitle } from "../support/all-pages.ts";
import { axeFindings } from "../support/axe.ts";
import { useSite } from "../support/site.ts";

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

const site = useSite();

describe.each(pages.filter((path) => !likeOthers.has(path)).map(withTitle))("%s", (_, path) => {
  test.each(["light", "dark"] as const)("axe finds nothing wrong in %s colours", async (colorScheme) => {
    await visit(
      site,
      path,
      async (page) => {
        expect(await page.locator("html").getAttribute("data-theme")).toBe(colorScheme);
        expect(await axeFindings(page)).toEqual([]);
      },
      { colorScheme },
    );
  });
});
