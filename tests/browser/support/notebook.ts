import type { Locator, Page } from "playwright-core";

const NOTEBOOK = "etude-notebook";

/** How often the page's notebook has settled so far; 0 before the first time. */
export async function settledCount(page: Page): Promise<number> {
  return Number((await page.locator(NOTEBOOK).first().getAttribute("data-settled-count")) ?? 0);
}

/**
 * Waits until the notebook has settled: every cell that runs by itself is fulfilled or rejected and nothing runs.
 * @param options.after wait for a later settling than this count, as after an input: take `settledCount` before it
 * @param options.timeout milliseconds
 * @returns the count of this settling
 */
export async function settled(page: Page, { after = 0, timeout = 50_000 } = {}): Promise<number> {
  const handle = await page.waitForFunction(
    ({ name, after }) => {
      const notebook = document.querySelector<HTMLElement>(name);
      const count = Number(notebook?.dataset.settledCount ?? 0);
      return notebook?.dataset.state === "settled" && count > after ? count : undefined;
    },
    { name: NOTEBOOK, after },
    { timeout },
  );
  return (await handle.jsonValue()) as number;
}

/** A cell of the page, by its id. */
export function cell(page: Page, id: string): Locator {
  return page.locator(`etude-cell[data-cell="${id}"]`);
}

/** The element that holds a cell's output. */
export function output(page: Page, id: string): Locator {
  return cell(page, id).locator('[data-part="output"]');
}

/** The states of all cells, by id. */
export function cellStates(page: Page): Promise<Record<string, string>> {
  return page
    .locator("etude-cell")
    .evaluateAll((cells) =>
      Object.fromEntries(
        cells.map((element) => [element.dataset.cell ?? "", element.dataset.state ?? ""] as const),
      ),
    );
}
