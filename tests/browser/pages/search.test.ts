import { expect, test } from "vitest";
import { useSite } from "../support/site.ts";

const site = useSite();

test("Ctrl+K searches the course, and a result leads to its lesson", async () => {
  await site.withPage("", async (page, seen) => {
    expect(seen.requests.some((url) => /pagefind\.js|ui-core/.test(url))).toBe(false);
    await page.keyboard.press("Control+k");
    const box = page.getByRole("textbox", { name: "Search" });
    await box.waitFor();
    await box.fill("hidden strokes");
    const result = page.locator('.pagefind-ui__result-link[href*="overfitting"]').first();
    await result.waitFor();
    // The lessons are searched by their prose; code is in the reference.
    const found = page.locator(".pagefind-ui__result", { has: result });
    expect(await found.locator(".pagefind-ui__result-excerpt").first().textContent()).not.toContain("const ");
    await result.click();
    await page.waitForURL("**/generalising/overfitting/**");
  });
});

test("a name is found where it is told in full, not in the index", async () => {
  await site.withPage("", async (page) => {
    await page.keyboard.press("Control+k");
    const box = page.getByRole("textbox", { name: "Search" });
    await box.fill("spectralRolloff");
    const links = page.locator(".pagefind-ui__result-link");
    await links.and(page.locator("[href*='/reference/music/features/']")).first().waitFor();
    expect(await links.and(page.locator("[href$='/reference/']")).count()).toBe(0);
  });
});
