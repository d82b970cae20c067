import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { useSite } from "../support/site.ts";
import { begin, goTo, item, listPath, ready, said, titles } from "./playground.ts";

const site = useSite();
const dataPath = "your-data/";

async function download(page: Page): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.locator('[data-command="backup"]').click(),
  ]);
  return readFileSync(await file.path());
}

async function deleteEverything(page: Page): Promise<void> {
  const button = page.getByRole("button", { name: "Delete everything" });
  await page.getByLabel("To confirm").fill("delet");
  expect(await button.isDisabled()).toBe(true);
  await page.getByLabel("To confirm").fill("delete");
  await Promise.all([page.waitForEvent("load"), button.click()]);
  await ready(page);
}

test("everything goes into a backup, is deleted, and comes back, not run until it is said to be mine", async () => {
  await site.withPage(listPath, async (page, seen) => {
    await ready(page);
    await begin(page, "drum-classifier");
    await goTo(page, site.url(dataPath));
    expect(await page.locator(".etude-kept").textContent()).toMatch(/Notebooks of your own\s*1/);
    const backup = await download(page);

    await deleteEverything(page);
    expect(await page.locator(".etude-kept").textContent()).toMatch(/Notebooks of your own\s*0/);
    await goTo(page, site.url(listPath));
    expect(await titles(page)).toEqual([]);

    await goTo(page, site.url(dataPath));
    const file = { name: "backup.zip", mimeType: "application/zip", buffer: backup };
    await page.locator('input[type="file"]').setInputFiles(file);
    await expect
      .poll(() => page.locator('[data-part="report"]').textContent())
      .toContain("1 notebook came back");
    await goTo(page, site.url(listPath));
    expect(await titles(page)).toEqual(["Train a drum classifier"]);
    expect(await item(page, "Train a drum classifier").textContent()).toContain("From elsewhere, not run");
    expect(seen.errors).toEqual([]);
  });
});

test("a file that is no backup is refused in words, and changes nothing", async () => {
  await site.withPage(dataPath, async (page, seen) => {
    await ready(page);
    const file = {
      name: "evil.zip",
      mimeType: "application/zip",
      buffer: Buffer.from('{"__proto__":{"x":1}}'),
    };
    await page.locator('input[type="file"]').setInputFiles(file);
    await said(page, /evil\.zip could not be brought back\. .+/);
    expect(await page.locator(".etude-kept").textContent()).toMatch(/Notebooks of your own\s*0/);
    expect(seen.errors).toEqual([]);
  });
});

test.each(["light", "dark"] as const)("axe finds nothing wrong, in %s colours", async (colorScheme) => {
  await site.withPage(
    dataPath,
    async (page) => {
      await ready(page);
      await page.getByLabel("To confirm").fill("delete");
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: "a.txt", mimeType: "", buffer: Buffer.from("x") });
      await said(page, "could not be brought back");
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    },
    { colorScheme, viewport: { width: 360, height: 740 } },
  );
});
