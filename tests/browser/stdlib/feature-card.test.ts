import { expect, test } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { useGallery } from "../support/gallery.ts";

const { withGallery } = useGallery("feature card");

test.each(["light", "dark"])(
  "in the %s theme axe finds nothing on a card, and at 360 px nothing sticks out",
  async (theme) => {
    await withGallery(
      async (page) => {
        await page.evaluate((theme) => {
          document.documentElement.dataset.theme = theme;
        }, theme);
        expect(await axeFindings(page)).toEqual([]);
        const tooWide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(tooWide).toBe(0);
      },
      { viewport: { width: 360, height: 800 } },
    );
  },
);

test("a folded card is opened by keyboard, and tells only of the features that were asked for", async () => {
  await withGallery(async (page) => {
    const card = page.locator(".etude-feature-card").nth(1);
    const buttons = card.getByRole("button", { name: /^Play/ });
    expect(await card.locator("summary").textContent()).toBe("Two features that you can hear");
    expect(await buttons.first().isVisible()).toBe(false);
    await card.locator("summary").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => buttons.count()).toBe(4);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => buttons.first().getAttribute("aria-pressed")).toBe("true");
  });
});

test("what is played at either end says its value, and the bar has both in its name", async () => {
  await withGallery(async (page) => {
    const brightness = page.locator('[data-feature="brightness"]').first();
    const [low, high] = await brightness.locator(".etude-contrast-value").allTextContents();
    const bar = await brightness.getByRole("img").getAttribute("aria-label");
    expect(bar).toMatch(/^Brightness of 12 sounds, from −2\.0 octaves to 3\.5 octaves: /);
    expect(bar).toContain(`at ${low} and `);
    expect(bar!.endsWith(`at ${high}`)).toBe(true);
    const marks = brightness.locator(".etude-contrast-mark");
    const places = await marks.evaluateAll((all) => all.map((mark) => mark.getBoundingClientRect().x));
    expect(places[0]).toBeLessThan(places[1]!);
  });
});
