import { describe, expect, test } from "vitest";
import { ofEachKind, visit, withTitle } from "../support/all-pages.ts";
import { axeFindings } from "../support/axe.ts";
import { useSite } from "../support/site.ts";

const site = useSite();

describe.each(ofEachKind.map(withTitle))("%s", (_, path) => {
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
