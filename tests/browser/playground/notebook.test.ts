import { expect, test } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { cellStates, settled } from "../support/notebook.ts";
import { useSite } from "../support/site.ts";
import { begin, goTo, listPath, openFiles, ready, titles } from "./playground.ts";

const site = useSite();

test.each(["explore-csv", "drum-classifier"])("the template %s works at once", async (template) => {
  await site.withPage(listPath, async (page, seen) => {
    await ready(page);
    await begin(page, template);
    await settled(page);
    const states = Object.entries(await cellStates(page));
    expect(states.length).toBeGreaterThan(5);
    expect(states.filter(([, state]) => state !== "fulfilled")).toEqual([]);
    expect(seen.errors).toEqual([]);
  });
});

test("the title is the page's heading, and what is written there is kept", async () => {
  await site.withPage(listPath, async (page) => {
    await ready(page);
    await begin(page, "empty");
    await settled(page);
    await page.getByRole("button", { name: "Rename this notebook" }).click();
    await page.keyboard.type("  My own  ideas ");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("h1").textContent()).toBe("My own ideas");
    expect(await page.title()).toContain("My own ideas");
    await page.reload();
    await ready(page);
    expect(await page.locator("h1").textContent()).toBe("My own ideas");
    await goTo(page, site.url(listPath));
    expect(await titles(page)).toEqual(["My own ideas"]);
  });
});

test("a foreign notebook is shown, and nothing of it runs", async () => {
  await site.withPage(listPath, async (page) => {
    await ready(page);
    const markdown =
      "---\ntitle: <img src=x onerror='window.ran=1'>\n---\n\n<script>window.ran = 2</script>\n\n```js cell id=a\ndocument.title = 'ran';\nwindow.ran = 3;\n```\n";
    await openFiles(page, { name: "friend.etude.md", text: markdown });
    await page.waitForURL(/notebook\/\?id=/);
    await ready(page);
    await page.waitForSelector('etude-cell[data-cell="a"]');
    await settled(page);
    expect(await cellStates(page)).toEqual({ a: "idle" });
    expect(await page.evaluate(() => (window as unknown as { ran?: number }).ran)).toBeUndefined();
    expect(await page.locator("h1").textContent()).toContain("<img");
  });
});

test("an address that names no notebook leads back to the list", async () => {
  await site.withPage("playground/notebook/?id=never-made", async (page) => {
    await ready(page);
    expect(await page.locator("h1").textContent()).toBe("No such notebook");
    await page.getByRole("link", { name: "See the notebooks" }).click();
    await page.waitForURL(/\/playground\/$/);
  });
});

test.each(["light", "dark"] as const)(
  "axe finds nothing wrong in a notebook, in %s colours",
  async (colorScheme) => {
    await site.withPage(
      listPath,
      async (page) => {
        await ready(page);
        await begin(page, "explore-csv");
        await settled(page);
        expect(await axeFindings(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
        await page.getByRole("button", { name: "Rename this notebook" }).click();
        expect(await axeFindings(page)).toEqual([]);
      },
      { colorScheme, viewport: { width: 360, height: 740 } },
    );
  },
);
