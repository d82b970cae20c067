import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { comesAndGoes } from "../support/comes-and-goes.ts";
import { useGallery } from "../support/gallery.ts";

const examples = [
  "live",
  "curve",
  "curve filling in",
  "curve empty",
  "scatter",
  "confusion",
  "features",
  "wave",
];
const { withGallery } = useGallery(...examples);

const example = (page: Page, title: string) => page.locator(`[data-example="${title}"]`);

/** Texts of the tick labels and the places of the lines' ends: what must not move. */
function axes(page: Page, title: string): Promise<string> {
  return example(page, title)
    .locator("svg[role=img]")
    .evaluate((svg) => [...svg.querySelectorAll("text")].map((t) => t.textContent).join(" "));
}

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

test("every drawing has the role and the name of a picture, and nothing inside it is named without a role", async () => {
  await withGallery(async (page) => {
    const drawings = page.locator(".etude-drawing > svg");
    expect(await drawings.count()).toBeGreaterThan(5);
    for (const svg of await drawings.all()) {
      expect(await svg.getAttribute("role")).toBe("img");
      expect((await svg.getAttribute("aria-label"))!.length).toBeGreaterThan(10);
      expect(await svg.locator("[aria-label]").count()).toBe(0);
    }
  });
});

test("text in a drawing keeps its size on a narrow screen", async () => {
  await withGallery(
    async (page) => {
      const svg = example(page, "curve").locator("svg[role=img]");
      await expect.poll(async () => Number(await svg.getAttribute("width"))).toBeLessThan(360);
      const tick = await svg.locator("text", { hasText: "accuracy" }).boundingBox();
      // 13 pixels of type have a box of 14 to 18; scaled down from 640 it would be 8.
      expect(tick!.height).toBeGreaterThan(12);
    },
    { viewport: { width: 360, height: 800 } },
  );
});

describe("the validation curve", () => {
  test("has the same axes and the same size while it fills in", async () => {
    await withGallery(async (page) => {
      const frame = (title: string) => example(page, title).locator(".etude-drawing").boundingBox();
      const [whole, part, empty] = [
        await frame("curve"),
        await frame("curve filling in"),
        await frame("curve empty"),
      ];
      expect([part!.height, empty!.height]).toEqual([whole!.height, whole!.height]);
      for (const tick of ["0.0 0.2 0.4 0.6 0.8 1.0", "1 2 5 10 20 50 100", "k (log scale)"]) {
        expect(await axes(page, "curve filling in")).toContain(tick);
        expect(await axes(page, "curve")).toContain(tick);
      }
    });
  });

  test("marks and explains the best setting only when all values are there", async () => {
    await withGallery(async (page) => {
      expect(await axes(page, "curve")).toContain("best: 21");
      expect(await example(page, "curve").locator("figcaption").textContent()).toContain(
        "k\u00a0=\u00a021 with 0.60, the simplest model within one standard error of the highest validation score (0.60, at k\u00a0=\u00a015)",
      );
      expect(await axes(page, "curve filling in")).not.toContain("best");
      expect(await example(page, "curve filling in").locator("figcaption").textContent()).toContain(
        "5 of 14 values",
      );
    });
  });

  test("reads both scores at the chosen value above the drawing", async () => {
    await withGallery(async (page) => {
      expect(await example(page, "curve filling in").locator(".etude-reading").allTextContents()).toEqual([
        "1.00",
        expect.stringMatching(/^0\.48 ± 0\.0\d$/),
      ]);
    });
  });

  test("gives its data to whoever asks", async () => {
    await withGallery(async (page) => {
      await example(page, "curve").getByText("Show data").click();
      const rows = example(page, "curve").locator("tbody tr");
      // The table is built when the browser says that it was opened.
      await rows.first().waitFor();
      expect(await rows.count()).toBe(14);
      expect(await rows.first().locator("th, td").first().textContent()).toBe("1");
    });
  });
});

test("the map of regions follows the slider on axes that stay", async () => {
  await withGallery(async (page) => {
    const regions = () => example(page, "live").locator(".etude-region").first().getAttribute("d");
    const [before, axesBefore] = [await regions(), await axes(page, "live")];
    const slider = example(page, "live").getByRole("slider", { name: "k" });
    await slider.press("ArrowRight");
    expect(await slider.getAttribute("aria-valuetext")).toBe("17 neighbours");
    expect(await regions()).not.toBe(before);
    expect(await axes(page, "live")).toBe(axesBefore);
  });
});

test("colours follow the theme without drawing again", async () => {
  await withGallery(async (page) => {
    const dot = example(page, "scatter")
      .locator("svg[role=img] path[fill], svg[role=img] g[fill^=var]")
      .first();
    const color = () => dot.evaluate((node) => getComputedStyle(node).fill);
    const light = await color();
    await page.evaluate(() => {
      document.documentElement.dataset.theme = "dark";
    });
    expect(await color()).not.toBe(light);
  });
});

describe("the points of a scatter plot", () => {
  test("are one stop of the Tab key; arrow keys read them from left to right", async () => {
    await withGallery(async (page) => {
      const figure = example(page, "scatter");
      const picker = figure.locator(".etude-picker");
      await picker.focus();
      await picker.press("Home");
      const first = await figure.locator(".etude-readout").textContent();
      await picker.press("ArrowRight");
      const second = await figure.locator(".etude-readout").textContent();
      const brightness = (text: string | null) => Number(text!.match(/brightness \(kHz\) ([\d.]+)/)![1]);
      expect(brightness(second)).toBeGreaterThanOrEqual(brightness(first));
      expect(await picker.getAttribute("aria-label")).toBe(second);
      expect(await figure.locator("[tabindex]:not(.etude-scroll), button").count()).toBe(1);
    });
  });

  test("sound on Enter and fall silent at the end", async () => {
    await withGallery(async (page) => {
      const picker = example(page, "scatter").locator(".etude-picker");
      await picker.focus();
      await comesAndGoes(picker, "data-active", () => picker.press("Enter"));
    });
  });

  test("are read under the pointer", async () => {
    await withGallery(async (page) => {
      const figure = example(page, "scatter");
      await figure.scrollIntoViewIfNeeded();
      const box = (await figure.locator("svg[role=img]").boundingBox())!;
      await page.mouse.move(box.x + box.width * 0.13, box.y + box.height * 0.25);
      await expect
        .poll(() => figure.locator(".etude-readout").textContent())
        .toMatch(/^(kick|tom|snare), sound \d+: brightness/);
    });
  });
});

describe("the table of features", () => {
  const column = (page: Page) =>
    example(page, "features")
      .locator("tbody tr td:nth-child(4)")
      .evaluateAll((cells) => cells.map((cell) => Number(cell.textContent)));

  test("sorts by a heading, up and then down, and says so", async () => {
    await withGallery(async (page) => {
      const button = example(page, "features").getByRole("button", { name: /brightness/ });
      await button.click();
      const rising = await column(page);
      expect(rising).toEqual(rising.toSorted((a, b) => a - b));
      const head = example(page, "features").locator("th[aria-sort]");
      expect(await head.getAttribute("aria-sort")).toBe("ascending");
      await button.click();
      expect(await head.getAttribute("aria-sort")).toBe("descending");
      expect((await column(page))[0]).toBeGreaterThan(rising.at(-1)!);
    });
  });

  test("shows 20 rows, and 20 more when asked", async () => {
    await withGallery(async (page) => {
      const rows = example(page, "features").locator("tbody tr");
      expect(await rows.count()).toBe(20);
      await example(page, "features").getByRole("button", { name: "Show 20 more of 450" }).click();
      expect(await rows.count()).toBe(40);
    });
  });
});

test("a confusion matrix is a table whose rows and columns are named", async () => {
  await withGallery(async (page) => {
    const table = example(page, "confusion").getByRole("table", {
      name: /True classes by predicted classes/,
    });
    expect(await table.getByRole("rowheader").allTextContents()).toHaveLength(6);
    const row = table.getByRole("row", { name: /^closed hi-hat/ });
    expect(await row.getByRole("cell").allTextContents()).toEqual(["0", "4", "0", "58", "11", "2", "77 %"]);
  });
});
