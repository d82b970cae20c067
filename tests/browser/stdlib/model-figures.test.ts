import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { comesAndGoes } from "../support/comes-and-goes.ts";
import { useGallery } from "../support/gallery.ts";

const { withGallery } = useGallery(
  "strip",
  "regression",
  "weights",
  "margin",
  "margin without",
  "margin empty",
  "tree",
  "network in groups",
  "search",
  "search filling in",
  "search empty",
  "search drawn",
  "parallel",
  "anytime",
  "scree",
  "silhouette",
  "dendrogram",
  "dendrogram small",
  "clusters",
  "clusters empty",
  "clusters before the first step",
  "labels in a grid",
  "lines",
  "lines empty",
  "mixture of one feature",
  "mixture",
  "mixture at its start",
  "mixture empty",
  "curves",
);

const example = (page: Page, title: string) => page.locator(`[data-example="${title}"]`);

/** What is said of the picked place; names and values are joined by spaces that do not break. */
const readout = async (page: Page, title: string) => {
  const text = await example(page, title).locator(".etude-readout").textContent();
  return text!.replaceAll("\u00a0", " ");
};

/** The texts of an example's drawing in their order, its ticks among them. */
const texts = (page: Page, title: string) =>
  example(page, title)
    .locator("svg[role=img] text")
    .evaluateAll((all) => all.map((text) => text.textContent).join(" "));

const drawingSize = async (page: Page, title: string) => {
  const box = (await example(page, title).locator(".etude-drawing").boundingBox())!;
  return [box.width, box.height];
};

/** By how much the page is wider than the screen. */
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test.each([
  ["light", 1400],
  ["dark", 360],
] as const)(
  "in the %s theme at a width of %i axe finds nothing, nothing sticks out, and every drawing has a name",
  async (theme, width) => {
    await withGallery(
      async (page) => {
        const drawings = page.locator(".etude-drawing > svg");
        const names = await drawings.evaluateAll((all) =>
          all.map((svg) => `${svg.getAttribute("role")} ${svg.getAttribute("aria-label")}`),
        );
        expect(names).toHaveLength(30);
        expect(names.filter((name) => !/^img .{10}/.test(name))).toEqual([]);
        await page.evaluate((name) => {
          document.documentElement.dataset.theme = name;
          for (const details of document.querySelectorAll("details")) details.open = true;
        }, theme);
        expect(await axeFindings(page)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
      },
      { viewport: { width, height: 900 } },
    );
  },
);

test("nothing sticks out at a width of 280", async () => {
  await withGallery(
    async (page) => {
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    },
    { viewport: { width: 280, height: 900 } },
  );
});

describe("a search", () => {
  test("has the same axes and the same size while it fills in", async () => {
    await withGallery(async (page) => {
      const whole = await drawingSize(page, "search");
      expect(await drawingSize(page, "search filling in")).toEqual(whole);
      expect(await drawingSize(page, "search empty")).toEqual(whole);
      for (const axis of ["0.001 0.01 0.1 1 10 100", "0.01 0.1 1 10 100", "C (log scale)"]) {
        expect(await texts(page, "search")).toContain(axis);
        expect(await texts(page, "search filling in")).toContain(axis);
      }
    });
  });

  test("is chosen from by click and by Enter, and says which cells are not tried", async () => {
    await withGallery(async (page) => {
      const figure = example(page, "search filling in").locator("figure");
      const value = () => figure.evaluate((node) => (node as HTMLInputElement).value as unknown);
      await figure.evaluate((node) => {
        node.addEventListener("input", () => {
          node.dataset.heard = String(Number(node.dataset.heard ?? 0) + 1);
        });
      });
      expect(await value()).toEqual({ C: 0.1, gamma: 1 });
      const picker = figure.locator(".etude-picker");
      await picker.focus();
      // The first cell is the one on top on the left.
      expect(await readout(page, "search filling in")).toMatch(/^C = 0.01, gamma = 100: 0.39 ± 0.03/);
      await picker.press("Enter");
      expect(await value()).toEqual({ C: 0.01, gamma: 100 });
      await picker.press("End");
      expect(await readout(page, "search filling in")).toBe("C = 100, gamma = 100: not tried yet");
      await picker.press("Enter");
      expect(await value()).toEqual({ C: 0.01, gamma: 100 });
      expect(await figure.getAttribute("data-heard")).toBe("1");

      // A click in the corner of a cell means that cell.
      const svg = figure.locator("svg[role=img]");
      const box = (await svg.boundingBox())!;
      await svg.click({ position: { x: box.width - 20, y: box.height - 50 } });
      expect(await readout(page, "search filling in")).toBe("C = 100, gamma = 0.001: not tried yet");

      const frame = figure.locator("rect.etude-chosen");
      const before = await frame.getAttribute("x");
      await figure.evaluate((node) => {
        (node as unknown as { value: object }).value = { C: 0.1, gamma: 10 };
      });
      expect(await frame.getAttribute("x")).not.toBe(before);
    });
  });

  test("over many parameters traces the line of the setting that is read", async () => {
    await withGallery(async (page) => {
      const figure = example(page, "parallel").locator("figure");
      await figure.locator(".etude-picker").focus();
      expect(await readout(page, "parallel")).toMatch(/^maxDepth = \d+, learningRate = .*: 0\.\d\d ± 0.02$/);
      const trace = await figure.locator("path.etude-chosen").getAttribute("d");
      expect(trace!.match(/L/g)).toHaveLength(4);
    });
  });
});

test("the steps of a mixture are drawn on axes that stay", async () => {
  await withGallery(async (page) => {
    const ticks = async (title: string) => {
      const all = await example(page, title).locator("svg[role=img] text").allTextContents();
      return all.filter((text) => /^[−\d]/.test(text) && text.length < 4);
    };
    const [first, last] = [await ticks("mixture at its start"), await ticks("mixture")];
    // Besides the ticks there are the numbers of the six components.
    expect(first.slice().sort()).toEqual(last.slice().sort());
    expect(await drawingSize(page, "mixture at its start")).toEqual(await drawingSize(page, "mixture"));
  });
});

test("a tree that is too wide begins at its root, and can be scrolled by key", async () => {
  await withGallery(
    async (page) => {
      const box = example(page, "tree").locator(".etude-drawing");
      const root = box.locator(".etude-tree-node").first();
      const inside = async () => {
        const [outer, inner] = [(await box.boundingBox())!, (await root.boundingBox())!];
        return inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width;
      };
      await expect.poll(inside).toBe(true);
      const before = await box.evaluate((node) => node.scrollLeft);
      await box.focus();
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => box.evaluate((node) => node.scrollLeft)).toBeGreaterThan(before);
    },
    { viewport: { width: 360, height: 900 } },
  );
});

test("the bars of a silhouette and the rows of a dendrogram are read by key", async () => {
  await withGallery(async (page) => {
    const bars = example(page, "silhouette").locator(".etude-picker");
    await bars.focus();
    await bars.press("Home");
    const first = await readout(page, "silhouette");
    await bars.press("ArrowDown");
    const value = (text: string) => Number(text.match(/silhouette ([\d.]+)/)![1]);
    expect(value(await readout(page, "silhouette"))).toBeLessThanOrEqual(value(first));

    const rows = example(page, "dendrogram small").locator(".etude-picker");
    await rows.focus();
    await rows.press("End");
    expect(await readout(page, "dendrogram small")).toMatch(/^cymbal, cluster 4: merged at distance [\d.]+$/);
  });
});

test("before the first step there are centres, and no clusters yet", async () => {
  await withGallery(async (page) => {
    const before = example(page, "clusters before the first step");
    expect(await texts(page, "clusters before the first step")).toMatch(/1 2$/);
    expect(await before.locator("figcaption").textContent()).toContain("not clustered yet");
    expect(await before.locator(".etude-legend").count()).toBe(0);
  });
});

test("labels in a grid are read in order, row by row, and nothing is beyond the last", async () => {
  await withGallery(async (page) => {
    const grid = example(page, "labels in a grid");
    const picker = grid.locator(".etude-picker");
    await picker.focus();
    expect(await readout(page, "labels in a grid")).toBe("bar 1: a, a");
    await picker.press("ArrowDown");
    await picker.press("ArrowRight");
    expect(await readout(page, "labels in a grid")).toBe("bar 7: a, a");
    for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "End"]) await picker.press(key);
    expect(await readout(page, "labels in a grid")).toBe("bar 16: d, d");
    expect(await grid.locator(".etude-legend li").first().textContent()).toBe("a: a (7)");
    await comesAndGoes(picker, "data-active", () => picker.press("Enter"));
  });
});

test("lines say what they are at the place that is looked at, and are as tall before they are known", async () => {
  await withGallery(async (page) => {
    const legend = await example(page, "lines").locator(".etude-legend").textContent();
    expect(legend).toBe("inertia (share)0.333silhouette0.53");
    expect((await drawingSize(page, "lines empty"))[1]).toBe((await drawingSize(page, "lines"))[1]);
    await example(page, "lines").getByText("Show data").click();
    const rows = example(page, "lines").locator("tbody tr");
    expect(await rows.count()).toBe(8);
    // The second line begins at 2.
    expect(await rows.first().textContent()).toBe("11–");
  });
});

test("a margin shows, pale and uncounted, the samples that it was fitted without", async () => {
  await withGallery(async (page) => {
    const shown = example(page, "margin without");
    const caption = (await shown.locator("figcaption").textContent())!;
    const [, support, kept, away] = /(\d+) support vectors of (\d+) samples.* Pale: (\d+) /.exec(caption)!;
    expect(Number(away)).toBe(Math.ceil((Number(kept) + Number(away)) / 3));
    expect(await shown.locator('svg [fill-opacity="0.25"] path').count()).toBe(Number(away));
    await shown.getByText("Show data").click();
    const cells = await shown.locator("tbody tr td:last-child").allTextContents();
    const taken = cells.flatMap((text, i) => (text === "taken away" ? [i] : []));
    expect(taken).toEqual(cells.flatMap((_, i) => (i % 3 === 0 ? [i] : [])));
    // The table begins with some of the rows.
    const held = cells.filter((text) => text === "yes").length;
    expect(held).toBeGreaterThan(0);
    expect(held).toBeLessThanOrEqual(Number(support));
    await shown.locator(".etude-picker").focus();
    expect(await readout(page, "margin without")).toMatch(/^(snare|tom).*: decision/);
  });
});

test("a point of a strip and of a margin sounds on Enter", async () => {
  await withGallery(async (page) => {
    for (const title of ["strip", "margin"]) {
      const picker = example(page, title).locator(".etude-picker");
      await picker.focus();
      await comesAndGoes(picker, "data-active", () => picker.press("Enter"));
    }
  });
});
