import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { visit } from "./all-pages.ts";
import { axeFindings } from "./axe.ts";
import type { Site } from "./site.ts";

/** Looks at the page as it stands with axe-core, in light colours or in dark ones. */
export async function lookIn(
  page: Page,
  colorScheme: "light" | "dark",
  rules?: readonly string[],
): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe(colorScheme);
  expect(await axeFindings(page, rules)).toEqual([]);
}

/** Looks at a page with axe-core. */
export function lookWithAxe(site: Site, path: string): void {
  test("axe finds nothing wrong, and no text too pale when the colours turn dark", async () => {
    await visit(site, path, async (page) => {
      await lookIn(page, "light");
      // Of all its rules this is the one that colours can break.
      await lookIn(page, "dark", ["color-contrast"]);
    });
  });
}
