import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { useGallery } from "../support/gallery.ts";

const { withGallery } = useGallery("votes");

const list = (page: Page) => page.locator("ul.etude-voted");
const value = (page: Page) =>
  list(page).evaluate((element) => (element as unknown as { value: unknown }).value);

test("sounds are marked by a button each, a second press takes the mark back, and each press is told", async () => {
  await withGallery(async (page) => {
    expect(await value(page)).toEqual(["like", null, "dislike", null, null, null]);
    await page.evaluate(`
      window.told = [];
      const list = document.querySelector("ul.etude-voted");
      document.body.addEventListener("input", () => told.push(list.value));
      list.value = ["like", "nothing of the kind", "dislike"];
    `);
    const press = (name: string) => page.getByRole("button", { name, exact: true }).press("Enter");
    const second = await list(page).locator("li").nth(1).locator(".etude-card-name").textContent();
    await press(`dislike: ${second}`);
    await press(`like: ${second}`);
    await press(`like: ${second}`);
    expect(await page.evaluate("told.map((value) => value[1])")).toEqual(["dislike", "like", null]);
    expect(await list(page).locator('[aria-pressed="true"]', { hasText: /like/ }).count()).toBe(2);
  });
});

test.each(["light", "dark"] as const)(
  "votes are legible and reachable in the %s theme at 360 pixels",
  async (theme) => {
    const options = {
      colorScheme: theme,
      viewport: { width: 360, height: 800 },
      hasTouch: true,
      isMobile: true,
    };
    await withGallery(async (page) => {
      expect(await axeFindings(page)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      // The vote is pressed, not the card that it lies on.
      const vote = list(page).locator(".etude-votes button").first();
      await vote.tap();
      expect(await vote.getAttribute("aria-pressed")).toBe("false");
      expect(await list(page).locator('.etude-play[aria-pressed="true"]').count()).toBe(0);
      expect((await vote.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    }, options);
  },
);
