import { statSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { allLessons } from "../../../scripts/lib/lessons.ts";
import { htmlFiles, pagePath } from "../../../scripts/lib/links.ts";
import { siteFolder } from "../../../scripts/lib/site-folder.ts";
import { outline } from "../../../src/course/outline.ts";
import { settled } from "./notebook.ts";
import type { Site } from "./site.ts";

export const NARROWEST_PHONE = { width: 360, height: 740 };

/** The built site. */
export const built = siteFolder();

/** The paths of all its pages, without a slash at their start. */
export const pages: string[] = htmlFiles(built.folder).map(pagePath);

/** Pages that are made alike, of names, of datasets and of modules, and how many of the largest of them stand for all. */
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

/** All pages but those of which others, made alike and larger, tell as much. Each lesson is one of its own. */
export const ofEachKind = pages.filter((path) => !likeOthers.has(path));

const lessons = new Set(allLessons().map(({ id }) => `${id}/`));
/** The lessons, which tests/lessons visits with all their answers. */
export const isLesson = (path: string): boolean => lessons.has(path);

/** A path with a name for the title of a test. */
export const withTitle = (path: string) => [path || "front page", path] as const;

/** Opens a page, waits until its notebook has settled if it has one, and fails on what its console and requests say. */
export function visit(
  site: Site,
  path: string,
  body: (page: Page) => Promise<void>,
  options?: BrowserContextOptions,
): Promise<void> {
  return site.withPage(
    path,
    async (page, seen) => {
      if ((await page.locator("etude-notebook").count()) > 0) await settled(page);
      await body(page);
      expect(seen.errors).toEqual([]);
      expect(seen.broken).toEqual([]);
    },
    options,
  );
}
