import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { comesAndGoes } from "../support/comes-and-goes.ts";
import { useGallery } from "../support/gallery.ts";

const { withGallery } = useGallery(
  "curve zones",
  "learning",
  "learning filling in",
  "learning empty",
  "learning compared",
  "bias and variance",
  "bias and variance filling in",
  "bias and variance empty",
  "fits",
  "fits one",
  "fits empty",
  "residuals",
  "residuals empty",
  "confusion to hear",
  "confusion empty",
  "roc",
  "roc empty",
  "precision and recall",
  "threshold",
  "threshold empty",
  "folds",
  "folds empty",
  "strips",
  "strips far apart",
  "strips empty",
  "losses",
  "losses of several rates",
  "losses empty",
  "feature scores",
  "feature scores empty",
);

const example = (page: Page, title: string) => page.locator(`[data-example="${title}"]`);

test.each([
  ["light", 1280],
  ["dark", 360],
])("in the %s theme at a width of %i axe finds nothing, and nothing sticks out", async (theme, width) => {
  await withGallery(
    async (page) => {
      await page.evaluate((name) => {
        document.documentElement.dataset.theme = name;
        for (const details of document.querySelectorAll("details")) details.open = true;
      }, theme);
      expect(await axeFindings(page)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    },
    { viewport: { width, height: 900 } },
  );
});

test("every drawing has the name of a picture, and an empty one says what will be there", async () => {
  await withGallery(async (page) => {
    const drawings = page.locator(".etude-drawing > svg");
    for (const svg of await drawings.all()) {
      expect(await svg.getAttribute("role")).toBe("img");
      expect((await svg.getAttribute("aria-label"))!.length).toBeGreaterThan(10);
      expect(await svg.locator("[aria-label]").count()).toBe(0);
    }
    const empty = page.locator("[data-example$=' empty'] > figure:first-of-type");
    expect(await empty.count()).toBeGreaterThan(8);
    for (const figure of await empty.all()) expect(await figure.textContent()).toMatch(/appears? here/);
  });
});

test("a figure that fills in has the axes and the height of the whole one", async () => {
  await withGallery(async (page) => {
    const pairs = [
      ["learning", "learning empty"],
      ["bias and variance", "bias and variance filling in"],
      ["bias and variance", "bias and variance empty"],
      ["fits", "fits empty"],
      ["losses", "losses empty"],
    ] as const;
    for (const [whole, part] of pairs) {
      const height = async (title: string) =>
        (await example(page, title).locator(".etude-drawing").first().boundingBox())!.height;
      expect(await height(part), part).toBe(await height(whole));
    }
    const ticks = async (title: string) =>
      (
        await example(page, title).locator("[text-anchor=middle] text, g[aria-hidden] text").allTextContents()
      ).join(" ");
    for (const degree of ["0 1 2 3 4 5 6 7 8 9 10 11"]) {
      expect(await ticks("bias and variance filling in")).toContain(degree);
      expect(await ticks("bias and variance")).toContain(degree);
    }
  });
});

test("a loss that is no number any more is marked and said", async () => {
  await withGallery(async (page) => {
    const figures = example(page, "losses of several rates").locator("figure");
    expect(await figures.nth(1).locator("svg[role=img]").textContent()).toContain("no number from epoch 5");
    expect(await figures.nth(0).locator("figcaption").textContent()).toContain(
      "rate 100: after epoch 4 training 160, from epoch 5 on the loss is no number any more: it has diverged",
    );
  });
});

test("the table of feature scores shows more when asked, and says what was planted", async () => {
  await withGallery(async (page) => {
    const figure = example(page, "feature scores");
    expect(await figure.locator("tbody tr").count()).toBe(14);
    await figure.getByRole("button", { name: "Show 14 more of 30" }).click();
    expect(await figure.locator("tbody tr").count()).toBe(28);
    expect(await figure.locator("caption").textContent()).toContain("30 features, 10 of them planted.");
    expect(await figure.getByRole("rowheader", { name: /^noise \d+ planted$/ }).count()).toBe(8);
  });
});

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
      await comesAndGoes(cell, "data-active", () => cell.press("Enter"));
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
