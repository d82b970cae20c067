import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { figureGroups } from "../../../src/components/reference/figure-groups.ts";
import reference from "../../../src/stdlib/reference.json" with { type: "json" };
import type { ReferenceName } from "../../../src/stdlib/reference-entry.ts";
import { axeFindings } from "../support/axe.ts";
import { useSite } from "../support/site.ts";

const site = useSite();
const figures = figureGroups(reference as unknown as ReferenceName[]).flatMap((group) => group.figures);

/** Scrolls every figure into view and waits until it is drawn. */
async function drawAll(page: Page): Promise<void> {
  for (const { name } of figures) {
    const box = page.locator(`.etude-live[data-example="${name}"]`);
    await box.scrollIntoViewIfNeeded();
    await box.and(page.locator("[data-state='drawn'], [data-state='failed']")).waitFor();
  }
}

test("every figure is drawn on the page of figures, and axe finds nothing", {
  timeout: 240_000,
}, async () => {
  await site.withPage("reference/figures/", async (page, seen) => {
    await drawAll(page);
    const failed = await page.locator(".etude-live[data-state='failed']").allTextContents();
    expect(failed).toEqual([]);
    for (const { name } of figures) {
      const shown = page.locator(`.etude-live[data-example="${name}"] :is(figure, canvas, svg, table)`);
      expect(await shown.count(), name).toBeGreaterThan(0);
    }
    expect(await axeFindings(page)).toEqual([]);
    expect(seen.errors).toEqual([]);
  });
});

test("only what is near the screen is drawn", async () => {
  await site.withPage("reference/figures/", async (page) => {
    await page.locator(".etude-live[data-state='drawn']").first().waitFor();
    const waiting = page.locator(".etude-live[data-state='waiting']");
    expect(await waiting.count()).toBeGreaterThan(figures.length / 2);
  });
});

test("on a phone no figure sticks out", { timeout: 240_000 }, async () => {
  await site.withPage(
    "reference/figures/",
    async (page) => {
      await drawAll(page);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    },
    { viewport: { width: 360, height: 740 }, colorScheme: "dark" },
  );
});

test("without JavaScript the code of every figure can be read", async () => {
  await site.withPage(
    "reference/figures/",
    async (page) => {
      expect(await page.locator(".etude-example").count()).toBe(figures.length);
      expect(await page.locator(".etude-live").first().isVisible()).toBe(false);
    },
    { javaScriptEnabled: false },
  );
});
