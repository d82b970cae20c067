import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { siteFolder } from "../../../scripts/lib/site-folder.ts";
import { settled } from "./notebook.ts";
import type { PageRecord } from "./record.ts";
import type { Site } from "./site.ts";

/** The page of the lesson that notebooks are opened in: the one that comes to rest soonest. */
export const lessonPath = "instructors/writing-a-lesson/";

/** What tests use of a notebook's element; see the contract in ARCHITECTURE.md. */
export type NotebookElement = HTMLElement & {
  whenSettled(): Promise<void>;
  value(name: string): Promise<unknown>;
  open(markdown: string): Promise<void>;
  toMarkdown(): Promise<string>;
};

/** What tests use of a cell's element. */
export type CellElement = HTMLElement & {
  source: string;
  readonly state: string;
  readonly error: { message: string; line?: number } | null;
  run(): Promise<void>;
};

/** A notebook's Markdown, from cells as `[id and other words of the fence, source]`. */
export function cells(...all: [words: string, source: string][]): string {
  return all.map(([words, source]) => `\`\`\`js cell id=${words}\n${source}\n\`\`\`\n`).join("\n");
}

/** Opens a notebook in place of the page's own. */
export async function open(page: Page, markdown: string): Promise<void> {
  await page.evaluate(async (markdown) => {
    await customElements.whenDefined("etude-notebook");
    await document.querySelector<NotebookElement>("etude-notebook")!.open(markdown);
  }, markdown);
}

/** The lesson's page without its cells and its text, which would run first and keep a slow machine from the test. */
export function blankPage(): string {
  const page = readFileSync(join(siteFolder().folder, lessonPath, "index.html"), "utf8");
  return page.replace(/(<etude-notebook[^>]*>).*(<\/etude-notebook>)/s, "$1$2");
}

/** Opens the blank page of a lesson, and in it a notebook, waits until it has settled, and runs `body`. */
export function withNotebook(
  site: Site,
  markdown: string,
  body: (page: Page, seen: PageRecord) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  return site.withPage(
    lessonPath,
    async (page, seen) => {
      await open(page, markdown);
      await settled(page);
      await body(page, seen);
    },
    { ...options, html: blankPage() },
  );
}

/** The value of a name in the page's notebook; it must be plain data. */
export function value(page: Page, name: string): Promise<unknown> {
  return page.evaluate(
    (name) => document.querySelector<NotebookElement>("etude-notebook")!.value(name),
    name,
  );
}

/** A cell's state and error, as its properties tell them. */
export function told(page: Page, id: string): Promise<{ state: string; error: CellElement["error"] }> {
  return page.evaluate((id) => {
    const { state, error } = document.querySelector<CellElement>(`etude-cell[data-cell="${id}"]`)!;
    return { state, error: error && { message: error.message, ...(error.line && { line: error.line }) } };
  }, id);
}

/** Gives a cell another source, runs it, and waits until the notebook has settled. */
export async function rerun(page: Page, id: string, source: string): Promise<void> {
  await page.evaluate(
    async ({ id, source }) => {
      const cell = document.querySelector<CellElement>(`etude-cell[data-cell="${id}"]`)!;
      cell.source = source;
      await cell.run();
    },
    { id, source },
  );
  await settled(page);
}
