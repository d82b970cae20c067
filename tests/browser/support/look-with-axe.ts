import { expect, test } from "vitest";
import { visit } from "./all-pages.ts";
import { axeFindings } from "./axe.ts";
import type { Site } from "./site.ts";

/** Looks at a page with axe-core, in light colours and then in dark ones. */
export function lookWithAxe(site: Site, path: string): void {
  test("axe finds nothing wrong, and no text too pale when the colours turn dark", async () => {
    await visit(
      site,
      path,
      async (page) => {
        const html = page.locator("html");
        expect(await html.getAttribute("data-theme")).toBe("light");
        expect(await axeFindings(page)).toEqual([]);
        await page.emulateMedia({ colorScheme: "dark" });
        await expect.poll(() => html.getAttribute("data-theme")).toBe("dark");
        // Of all its rules this is the one that colours can break.
        expect(await axeFindings(page, ["color-contrast"])).toEqual([]);
      },
      { colorScheme: "light" },
    );
  });
}
