import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { build, type InlineConfig, type PreviewServer, preview } from "vite";
import { afterAll, beforeAll, expect } from "vitest";
import { findBrowser, launchOptions } from "../../../scripts/lib/browser.ts";
import { root } from "../../../scripts/lib/root.ts";
import { hashOf, isStamped, writeStamp } from "../../../scripts/lib/stamp.ts";

const outDir = join(root, "node_modules/.cache/gallery");
const settings = {
  root: join(root, "tests/browser/gallery"),
  configFile: false,
  logLevel: "warn",
  build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  preview: { port: 0 },
} as const satisfies InlineConfig;

/** Builds the gallery if it is not there, or is older than what it is made of: once for all files of a run. */
async function buildWhenNeeded(): Promise<void> {
  const hash = hashOf(["package-lock.json", "src", "tests/browser/gallery"], "");
  if (isStamped(outDir, hash)) return;
  await build(settings);
  writeStamp({ folder: outDir }, hash);
}

/** The gallery page of figures, inputs and sounds, open to a browser for the tests of one file. */
export type Gallery = {
  /** Opens the page in a fresh profile, runs `body` and closes it. An error in the page's console fails the test. */
  withGallery(body: (page: Page) => Promise<void>, options?: BrowserContextOptions): Promise<void>;
};

/**
 * Builds the gallery if needed, serves it, and starts one browser for the test file that calls this.
 * @param shown titles of the examples to show; none for all of them. Or these, and what the browser is started with
 */
export function useGallery(...shown: string[] | [{ only: string[]; args: string[] }]): Gallery {
  const [first] = shown;
  const { only, args } = typeof first === "object" ? first : { only: shown as string[], args: [] };
  let server: PreviewServer;
  let browser: Browser;
  let url = "";

  beforeAll(async () => {
    const executable = findBrowser();
    if (!executable) throw new Error("No browser to test with: npm test finds or installs one.");
    await buildWhenNeeded();
    server = await preview(settings);
    const query = new URLSearchParams(only.map((title) => ["only", title]));
    url = `${server.resolvedUrls!.local[0]!}?${query}`;
    const usual = launchOptions(executable);
    browser = await chromium.launch({ ...usual, args: [...usual.args!, ...args] });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  return {
    async withGallery(body, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      try {
        const page = await context.newPage();
        const errors: string[] = [];
        page.on("pageerror", (error) => errors.push(String(error)));
        // Plot warns in the console where a chart is not what it seems: that counts as well.
        page.on("console", (message) => {
          if (["error", "warning"].includes(message.type())) errors.push(message.text());
        });
        await page.goto(url);
        await page.waitForSelector("body[data-ready]");
        await body(page);
        expect(errors, "errors and warnings in the console").toEqual([]);
      } finally {
        await context.close();
      }
    },
  };
}
