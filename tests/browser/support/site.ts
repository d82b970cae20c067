import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { findBrowser, launchOptions } from "../../../scripts/lib/browser.ts";
import { type Served, serve } from "../../../scripts/lib/serve.ts";
import { siteFolder } from "../../../scripts/lib/site-folder.ts";
import { type PageRecord, record } from "./record.ts";

const FAILURES = join(import.meta.dirname, "..", "failures");

/** The built site, served and open to a browser for the tests of one file. */
export type Site = {
  /** Address of a path inside the site, without a slash at its start: `generalising/overfitting/`. */
  url(path: string): string;
  /** The browser, for what `withPage` does not offer. */
  browser(): Browser;
  /**
   * Opens a path in a fresh profile, runs `body`, and closes it. If `body` throws, the page's picture is kept in
   * tests/browser/failures/ under the test's name. Any request to a foreign origin fails the test.
   * @param path inside the site, without a slash at its start
   * @param options as for playwright's `newContext`: `javaScriptEnabled`, `colorScheme`, `viewport`, …; and `html`, a
   * page that is served there instead of the site's own
   */
  withPage(
    path: string,
    body: (page: Page, seen: PageRecord) => Promise<void>,
    options?: BrowserContextOptions & { html?: string },
  ): Promise<void>;
};

async function keepPicture(page: Page): Promise<void> {
  mkdirSync(FAILURES, { recursive: true });
  const name = (expect.getState().currentTestName ?? "test").replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 120);
  const path = join(FAILURES, `${name}.png`);
  // A page that hangs can have no picture taken; the test's own error matters more.
  const taken = await page.screenshot({ path, timeout: 5_000 }).catch(() => undefined);
  if (taken) console.error(`The page as it was: ${path}`);
}

/** Serves the built site and starts one browser for the test file that calls this, and ends both after it. */
export function useSite(): Site {
  const built = siteFolder();
  let served: Served | undefined;
  let browser: Browser | undefined;
  const url = (path: string) => new URL(path, served!.url).href;

  beforeAll(async () => {
    if (!existsSync(built.folder)) throw new Error(`${built.folder} is not there: run npm run build.`);
    const executable = findBrowser();
    if (!executable) throw new Error("No browser to test with: npm test finds or installs one.");
    served = await serve(built, 0);
    browser = await chromium.launch(launchOptions(executable));
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  return {
    url,
    browser: () => browser!,
    async withPage(path, body, { html, ...options } = {}) {
      const context = await browser!.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      const seen = record(context, page, served!.url);
      try {
        if (html !== undefined) {
          await page.route(url(path), (route) => route.fulfill({ contentType: "text/html", body: html }));
        }
        await page.goto(url(path), { waitUntil: "load" });
        await body(page, seen);
        expect(seen.foreign, "requests to a foreign origin").toEqual([]);
      } catch (error) {
        await keepPicture(page);
        throw error;
      } finally {
        await context.close();
      }
    },
  };
}
