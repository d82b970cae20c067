import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { visit } from "./all-pages.ts";
import { axeFindings } from "./axe.ts";
import type { Site } from "./site.ts";

/** Looks at the page as it stands with axe-core, in light colours and then in dark ones, and leaves it light. */
export async function lookInBothColours(page: Page): Promise<void> {
  const html = page.locator("html");
  expect(await html.getAttribute("data-theme")).toBe("light");
  expect(await axeFindings(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => html.getAttribute("data-theme")).toBe("dark");
  // Of all its rules this is the one that colours can break.
  expect(await axeFindings(page, ["color-contrast"])).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
}

/** Looks at a page with axe-core. */
export function lookWithAxe(site: Site, path: string): void {
  test("axe finds nothing wrong, and no text too pale when the colours turn dark", async () => {
    await visit(site, path, lookInBothColours, { colorScheme: "light" });
  });
}
