import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { useSite } from "../support/site.ts";
import { begin, goTo, item, listPath, openFiles, ready, said, titles } from "./playground.ts";

const site = useSite();

test("a new notebook is made, renamed, copied, deleted and brought back, and all of it lasts", async () => {
  await site.withPage(listPath, async (page, seen) => {
    await ready(page);
    expect(await page.locator('[data-part="list"]').textContent()).toContain("No notebooks yet");
    await begin(page, "empty");
    await goTo(page, site.url(listPath));
    expect(await titles(page)).toEqual(["Untitled notebook"]);

    await item(page, "Untitled notebook").locator('[data-command="rename"]').click();
    await page.keyboard.type("Drums & <b>bass</b>");
    await page.keyboard.press("Enter");
    await expect.poll(() => titles(page)).toEqual(["Drums & <b>bass</b>"]);
    // The keyboard is where it was.
    await page.locator('[data-command="rename"]:focus').waitFor();

    await item(page, "Drums & <b>bass</b>").locator('[data-command="duplicate"]').click();
    const both = ["Drums & <b>bass</b> (copy)", "Drums & <b>bass</b>"];
    await expect.poll(() => titles(page)).toEqual(both);

    await item(page, "Drums & <b>bass</b>").locator('[data-command="delete"]').click();
    await expect.poll(() => titles(page)).toEqual(["Drums & <b>bass</b> (copy)"]);
    // Undo has the keyboard.
    await page.locator('[data-part="notices"] [data-command="act"]:focus').waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await titles(page)).sort()).toEqual(both.toSorted());
    await said(page, "is back");

    await page.reload();
    await ready(page);
    expect((await titles(page)).sort()).toEqual(both.toSorted());
    expect(seen.errors).toEqual([]);
  });
});

test("Escape leaves a title as it was", async () => {
  await site.withPage(listPath, async (page) => {
    await ready(page);
    await begin(page, "empty");
    await goTo(page, site.url(listPath));
    await item(page, "Untitled notebook").locator('[data-command="rename"]').click();
    await page.keyboard.type("Something else");
    await page.keyboard.press("Escape");
    await expect.poll(() => titles(page)).toEqual(["Untitled notebook"]);
  });
});

test("files that are opened come in as foreign, and one that is no notebook is refused in words", async () => {
  await site.withPage(listPath, async (page) => {
    await ready(page);
    const text = "---\ntitle: From a friend\n---\n\n```js cell id=a\nglobalThis.ran = true;\n```\n";
    await openFiles(page, { name: "friend.etude.md", text }, { name: "song.mp3", text: "\u0000" });
    await said(page, /1 notebook opened.*1 file could not be opened:.*song\.mp3/s);
    expect(await titles(page)).toEqual(["From a friend"]);
    expect(await item(page, "From a friend").textContent()).toContain("From elsewhere, not run");
  });
});

test("a table that is dropped on the page becomes a notebook that explores it", async () => {
  await site.withPage(listPath, async (page) => {
    await ready(page);
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["tempo,mood\n120,glad\n80,sad\n"], "songs.csv", { type: "text/csv" }));
      for (const type of ["dragenter", "dragover", "drop"]) {
        dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
      }
    });
    await page.waitForURL(/notebook\/\?id=/);
    await goTo(page, site.url(listPath));
    expect(await titles(page)).toEqual(["Explore songs.csv"]);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      item(page, "Explore songs.csv").locator('[data-command="download"]').click(),
    ]);
    expect(download.suggestedFilename()).toBe("explore-songs-csv.etude.zip");
    expect(readFileSync(await download.path()).toString("latin1")).toContain("songs.csv");
  });
});

test("the list shows at once what another tab has made", async () => {
  await site.withPage(listPath, async (page) => {
    await ready(page);
    const other = await page.context().newPage();
    await other.goto(site.url(listPath));
    await ready(other);
    await begin(other, "empty");
    await expect.poll(() => titles(page)).toEqual(["Untitled notebook"]);
  });
});

test("a browser that keeps nothing says so, and lets templates be tried", async () => {
  await site.withPage("", async (page) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "indexedDB", { get: () => undefined });
    });
    await goTo(page, site.url(listPath));
    expect(await page.locator('[data-part="blocked"]').textContent()).toContain("keeps nothing");
    await page.locator('button[data-template="empty"]').click();
    await page.waitForURL(/\?try=empty/);
    await ready(page);
    expect(await page.locator("etude-cell").count()).toBe(1);
  });
});

test.each(["light", "dark"] as const)(
  "axe finds nothing wrong in a full list, in %s colours",
  async (colorScheme) => {
    await site.withPage(
      listPath,
      async (page) => {
        await ready(page);
        const long = `---\ntitle: ${"Averylongtitle".repeat(12)}\n---\n\nText.\n`;
        await openFiles(page, { name: "a.etude.md", text: long }, { name: "b.mp3", text: "x" });
        await said(page, "could not be opened");
        await begin(page, "empty");
        await goTo(page, site.url(listPath));
        await item(page, "Untitled notebook").locator('[data-command="delete"]').click();
        await said(page, "was deleted");
        await page.locator('[data-command="rename"]').first().click();
        expect(await axeFindings(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      },
      { colorScheme, viewport: { width: 360, height: 740 }, hasTouch: true },
    );
  },
);
