import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useGallery } from "../support/gallery.ts";

const { withGallery } = useGallery("confusion to hear", "threshold");

const example = (page: Page, title: string) => page.locator(`[data-example="${title}"]`);

describe("the cells of a confusion matrix that can be heard", () => {
  test("are one stop of the Tab key, and arrow keys go over the empty ones", async () => {
    await withGallery(async (page) => {
      const figure = example(page, "confusion to hear");
      expect(await figure.locator("td button[tabindex='0']").count()).toBe(1);
      await figure.locator("td button[tabindex='0']").focus();
      await page.keyboard.press("ArrowRight");
      const focused = page.locator("td button:focus");
      expect(await focused.getAttribute("aria-label")).toBe("1 × kick taken for tom");
      await page.keyboard.press("ArrowRight");
      expect(await focused.getAttribute("aria-label")).toBe("1 × kick taken for tom");
      await page.keyboard.press("ArrowDown");
      expect(await focused.getAttribute("aria-label")).toBe("9 × tom found");
    });
  });

  test("play their items one after the other on Enter, and say which", async () => {
    await withGallery(async (page) => {
      const figure = example(page, "confusion to hear");
      const cell = figure.getByRole("button", { name: "2 × open hi-hat taken for kick" });
      await cell.focus();
      await page.keyboard.press("Enter");
      await figure.locator("button[data-active]").waitFor();
      const said = () => figure.locator(".etude-readout").textContent();
      expect(await said()).toMatch(/^2 × open hi-hat taken for kick: 1 of 2, stroke \d+$/);
      expect(await figure.locator("[data-chosen]").getAttribute("data-chosen")).toBe("open hi-hat kick");
      await page.keyboard.press("Enter");
      expect(await said()).toMatch(/: 2 of 2, /);
      await page.keyboard.press("Enter");
      expect(await said()).toMatch(/: 1 of 2, /);
      await figure.locator("button[data-active]").waitFor({ state: "detached" });
    });
  });
});

test("moving the threshold moves the rule and the counts, and nothing else", async () => {
  await withGallery(async (page) => {
    const figure = example(page, "threshold");
    const texts = () => figure.locator("svg[role=img] text").allTextContents();
    const before = await texts();
    await figure.getByRole("slider").press("PageUp");
    const after = await texts();
    const changed = after.filter((text, i) => text !== before[i]);
    expect(changed.length).toBeGreaterThan(1);
    for (const text of changed) expect(text).toMatch(/^(threshold|missed|found|left alone|false alarms)/);
  });
});
