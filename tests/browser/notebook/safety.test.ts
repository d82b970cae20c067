import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { cell, cellStates, output, settled, settledCount } from "../support/notebook.ts";
import {
  blankPage,
  cells,
  lessonPath,
  type NotebookElement,
  open,
  rerun,
  told,
  value,
  withNotebook,
} from "../support/open-notebook.ts";
import { useSite } from "../support/site.ts";
import { stopsWithin } from "../support/stops-within.ts";

const site = useSite();

const control: [string, string] = ["control", 'const k = view(slider("k", [1, 9], {value: 3, step: 1}));'];

/** Moves the slider of the cell "control" a step to the right by the keyboard. */
async function moveSlider(page: Page): Promise<void> {
  const before = await settledCount(page);
  await cell(page, "control").locator('input[type="range"]').press("ArrowRight");
  await settled(page, { after: before });
}

describe("a cell that never ends", () => {
  test.each([
    ["loops", "1;\nwhile (true) {}"],
    ["loops and catches everything", "1;\nwhile (true) { try { for (;;); } catch {} }"],
    ["waits without giving way", "1;\nwhile (true) await null;"],
  ])("and %s is cut with its line, and the page is usable after it", async (_, source) => {
    await withNotebook(site, cells(control, ["twice", "2 * k"], ["bad", "0"]), async (page) => {
      await rerun(page, "bad", source);
      expect(await told(page, "bad")).toMatchObject({
        state: "rejected",
        error: { line: 2, message: expect.stringMatching(/^This has kept the page busy for 2 s/) },
      });
      await moveSlider(page);
      expect((await output(page, "twice").textContent())?.trim()).toBe("8");
      await rerun(page, "bad", "const good = 1;");
      expect(await value(page, "good")).toBe(1);
    });
  });

  test("can be stopped when it only waits, within a quarter of a second", async () => {
    const never = cells(control, ["bad", "await new Promise(() => {}); const x = 1;"], ["reader", "x"]);
    const html = blankPage();
    await site.withPage(
      lessonPath,
      async (page) => {
        await open(page, never);
        await page.waitForSelector('etude-cell[data-cell="bad"][data-state="running"]');
        // Its progress is drawn, with a Stop of its own beside it.
        const stop = cell(page, "bad").locator('[data-part="progress"] [data-command="stop"]');
        await stop.waitFor();
        expect(await stopsWithin(cell(page, "bad"), 250)).toBe(true);
        await settled(page);
        expect(await cell(page, "reader").locator('[data-part="error"]').textContent()).toContain(
          "Waiting for x, whose cell was stopped.",
        );
        expect(await cell(page, "bad").locator('[data-part="progress"]').count()).toBe(0);
      },
      { html },
    );
  });
});

describe("a page whose last visit ended badly", () => {
  const endless = cells(["wait", "await new Promise(() => {});"]);

  async function expectSafe(page: Page): Promise<void> {
    await settled(page);
    expect(new Set(Object.values(await cellStates(page)))).toEqual(new Set(["idle"]));
    await page
      .locator('[data-part="notices"]')
      .getByText(/none of them runs by itself now|no cell runs by itself/)
      .waitFor();
  }

  test("opens with nothing running after its process has died, and runs everything when asked", async () => {
    const context = await site.browser().newContext();
    try {
      const page = await context.newPage();
      await page.goto(site.url(lessonPath));
      await open(page, endless);
      await page.waitForSelector('etude-notebook[data-state="running"]');
      const crashed = page.waitForEvent("crash");
      page.goto("chrome://crash").catch(() => {});
      await crashed;

      const next = await context.newPage();
      await next.goto(site.url(lessonPath));
      await expectSafe(next);
      // One cell can be run by itself.
      await cell(next, "limitSlider").hover();
      await cell(next, "limitSlider").locator('[data-command="run"]').click();
      await next.waitForSelector('etude-cell[data-cell="limitSlider"][data-state="fulfilled"]');
      expect((await cellStates(next)).matrix).toBe("idle");

      await next.getByRole("button", { name: "Run everything" }).click();
      await next.waitForFunction(
        () => document.querySelector<HTMLElement>('[data-cell="matrix"]')?.dataset.state === "fulfilled",
      );
      expect(await next.locator('[data-part="notices"]').textContent()).toBe("");
    } finally {
      await context.close();
    }
  });

  test("opens so too when the address says ?safe, and without it runs again", async () => {
    await site.withPage(`${lessonPath}?safe`, async (page) => {
      await expectSafe(page);
      await page.getByRole("button", { name: "Run everything" }).click();
      await page.waitForURL((url) => url.search === "");
      await page.waitForSelector('etude-cell[data-cell="curveTruth"][data-state="fulfilled"]');
    });
  });

  test("is not one whose cells are running in another tab", async () => {
    await site.withPage(lessonPath, async (page) => {
      await open(page, endless);
      await page.waitForSelector('etude-notebook[data-state="running"]');
      const second = await page.context().newPage();
      await second.goto(site.url(lessonPath));
      await second.waitForSelector('etude-cell[data-cell="curveTruth"][data-state="fulfilled"]');
      expect(await second.locator('[data-part="notices"]').textContent()).toBe("");
    });
  });

  test("is not one that was only left while cells were running", async () => {
    await site.withPage(lessonPath, async (page) => {
      await open(page, endless);
      await page.waitForSelector('etude-notebook[data-state="running"]');
      await page.goto(site.url(""));
      await page.goto(site.url(lessonPath));
      await page.waitForSelector('etude-cell[data-cell="curveTruth"][data-state="fulfilled"]');
    });
  });
});

test("where the browser draws no frames, as in a hidden tab, cells still run and follow their inputs", async () => {
  const context = await site.browser().newContext();
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      window.requestAnimationFrame = () => 0;
    });
    await page.goto(site.url(lessonPath));
    await open(page, cells(control, ["twice", "const twice = 2 * k;"], ["shown", "twice"]));
    // Playwright's own waiting is done in frames.
    const done = () =>
      page.evaluate(() => document.querySelector<NotebookElement>("etude-notebook")!.whenSettled());
    await done();
    await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('[data-cell="control"] input')!;
      input.value = "4";
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await done();
    expect(await value(page, "twice")).toBe(8);
    expect((await output(page, "shown").textContent())?.trim()).toBe("8");
  } finally {
    await context.close();
  }
});

test("where the browser keeps nothing, the lesson runs all the same and says that edits will not be kept", async () => {
  const context = await site.browser().newContext();
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      };
      Object.defineProperty(window, "indexedDB", { get: refuse });
      Object.defineProperty(window, "localStorage", { get: refuse });
    });
    await page.goto(site.url(lessonPath));
    await page.waitForSelector('etude-cell[data-cell="curveTruth"][data-state="fulfilled"]');
    await page.locator('[data-part="notices"]').getByText("Your edits will not be kept").waitFor();
  } finally {
    await context.close();
  }
});
