import { expect, test } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { useSite } from "../support/site.ts";

const site = useSite();

test("a dataset with a column for each of many words shows the first forty, and folds the others", async () => {
  await site.withPage(
    "datasets/songtexts/",
    async (page) => {
      await page.waitForSelector(".etude-preview table");
      const names = page.locator(".etude-columns tbody th").filter({ visible: true });
      expect(await names.count()).toBe(40);
      await page.getByText(/more columns: /).click();
      expect(await names.count()).toBeGreaterThan(200);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      expect(await axeFindings(page)).toEqual([]);
    },
    { viewport: { width: 360, height: 740 } },
  );
});
