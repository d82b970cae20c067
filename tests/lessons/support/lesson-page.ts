import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { createDatasets } from "../../../src/stdlib/data/index.ts";
import { cell, settled, settledCount } from "../../browser/support/notebook.ts";
import type { useSite } from "../../browser/support/site.ts";

/** The datasets of the course, read from the files: what a lesson should compute is computed from the same numbers. */
export const datasets = createDatasets(async (path) => {
  const file = new URL(`../../../datasets/${path}`, import.meta.url);
  const answer = new Response(readFileSync(file));
  Object.defineProperty(answer, "url", { value: file.href });
  return answer;
});

type Seen = { requests: string[] };

/** Opens a lesson of the site, by its address such as `learning/clustering/`, and waits until it has settled. */
export function onLesson(
  site: ReturnType<typeof useSite>,
  lesson: string,
  body: (page: Page, seen: Seen) => Promise<void>,
): Promise<void> {
  return site.withPage(lesson, async (page, seen) => {
    await settled(page);
    await body(page, seen);
  });
}

/** Reads something of a name's value in the notebook: `read` is an expression of `value`. */
export function readValue<T>(page: Page, name: string, read = "value"): Promise<T> {
  return page.evaluate(
    async ({ name, read }) => {
      const notebook = document.querySelector("etude-notebook") as HTMLElement & {
        value(name: string): Promise<unknown>;
      };
      return new Function("value", `return ${read}`)(await notebook.value(name));
    },
    { name, read },
  );
}

/** Moves the slider of a cell to a value as a learner's hand does, and waits until the page has followed. */
export async function moveTo(page: Page, id: string, value: number): Promise<void> {
  const before = await settledCount(page);
  await cell(page, id)
    .locator('input[type="range"]')
    .evaluate((input: HTMLInputElement, to) => {
      input.value = String(to);
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }, value);
  await settled(page, { after: before });
}

/** Takes one of the answers of a cell's `choice`, by its words, and waits until the page has followed. */
export async function choose(page: Page, id: string, name: string): Promise<void> {
  const before = await settledCount(page);
  await cell(page, id).getByRole("radio", { name, exact: true }).check();
  await settled(page, { after: before });
}
