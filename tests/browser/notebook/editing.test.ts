import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { cell, output, settled, settledCount } from "../support/notebook.ts";
import { type CellElement, cells, lessonPath, told, value, withNotebook } from "../support/open-notebook.ts";
import { useSite } from "../support/site.ts";

const site = useSite();

const notebook = cells(["a", "const x = 1;"], ["b", "x * 10"], ["c", "const y = 5;"]);

/** Goes into a cell's editor, by its button at first, and puts new text in place of all it holds, key by key. */
async function type(page: Page, id: string, code: string): Promise<void> {
  await cell(page, id).hover();
  const text = cell(page, id).locator(".cm-content");
  if ((await text.count()) === 0) await cell(page, id).locator('[data-command="edit"]').click();
  await text.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(code);
}

/** Runs what the keyboard is in by Shift+Enter, and waits until the page has settled. */
async function runByKeys(page: Page): Promise<void> {
  const before = await settledCount(page);
  await page.keyboard.press("Shift+Enter");
  await settled(page, { after: before });
}

/** In which cell, and in which part of it, the keyboard is. */
function focusedPart(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: active } = document;
    const id = active?.closest<HTMLElement>("etude-cell")?.dataset.cell ?? "nowhere";
    const command = (active as HTMLElement | null)?.dataset.command;
    return `${id} ${active?.closest(".cm-editor") ? "editor" : (command ?? active?.localName)}`;
  });
}

/** What the line under a cell says of it. */
function status(page: Page, id: string) {
  return cell(page, id).locator('[data-part="status"]');
}

describe("a cell is edited", () => {
  test("by its button and Shift+Enter, and its readers follow", async () => {
    await withNotebook(site, notebook, async (page) => {
      await type(page, "a", "const x = 7;");
      expect((await told(page, "a")).state).toBe("stale");
      await runByKeys(page);
      expect((await output(page, "b").textContent())?.trim()).toBe("70");
      // As in Jupyter: the next cell has the keys now.
      expect(await focusedPart(page)).toBe("b etude-cell");
    });
  });

  test("and stays in the editor when it is run by Ctrl+Enter or Cmd+Enter", async () => {
    await withNotebook(site, notebook, async (page) => {
      await type(page, "a", "const x = 7;");
      const before = await settledCount(page);
      await page.keyboard.press("ControlOrMeta+Enter");
      await settled(page, { after: before });
      expect((await output(page, "b").textContent())?.trim()).toBe("70");
      expect(await focusedPart(page)).toBe("a editor");
    });
  });

  test("by its Run button as well", async () => {
    await withNotebook(site, notebook, async (page) => {
      await type(page, "a", "const x = 8;");
      const before = await settledCount(page);
      await cell(page, "a").locator('[data-command="run"]').click();
      await settled(page, { after: before });
      expect(await value(page, "x")).toBe(8);
    });
  });

  test("wrongly, and says what is wrong at the line, and whom its readers wait for", async () => {
    await withNotebook(site, notebook, async (page) => {
      await type(page, "a", "const one = 1;\nconst x = [one, 2;\n");
      await runByKeys(page);
      expect(await told(page, "a")).toMatchObject({ state: "rejected", error: { line: 2 } });
      const box = cell(page, "a").locator('[data-part="error"]');
      expect(await box.textContent()).toContain("was not expected here");
      // The mark stands beside the second line's number.
      const marked = await cell(page, "a").locator(".cm-lint-marker-error").boundingBox();
      const second = await cell(page, "a")
        .locator(".cm-lineNumbers .cm-gutterElement", { hasText: /^2$/ })
        .boundingBox();
      expect(Math.abs(marked!.y - second!.y)).toBeLessThan(second!.height / 2);
      expect(await cell(page, "b").locator('[data-part="error"]').textContent()).toContain(
        "Waiting for x, which failed.",
      );
      await type(page, "a", "const x = oops.length;");
      await runByKeys(page);
      expect((await told(page, "a")).error).toMatchObject({
        line: 1,
        message: expect.stringContaining("`oops` is not defined in any cell."),
      });
    });
  });

  test("and mended: the error, its mark and its readers' errors go", async () => {
    await withNotebook(site, notebook, async (page) => {
      await type(page, "a", "const x = (1;");
      await runByKeys(page);
      await type(page, "a", "const x = 2;");
      await runByKeys(page);
      for (const id of ["a", "b"]) {
        expect(await told(page, id)).toEqual({ state: "fulfilled", error: null });
        expect(await cell(page, id).locator('[data-part="error"]').count()).toBe(0);
      }
      expect(await cell(page, "a").locator(".cm-lint-marker-error").count()).toBe(0);
      expect((await output(page, "b").textContent())?.trim()).toBe("20");
    });
  });

  test("and reset: the lesson's own code is back, and runs", async () => {
    await withNotebook(site, notebook, async (page) => {
      const reset = cell(page, "a").locator('[data-command="reset"]');
      expect(await reset.isVisible()).toBe(false);
      await type(page, "a", "const x = 7;");
      await runByKeys(page);
      const before = await settledCount(page);
      await reset.click();
      await settled(page, { after: before });
      expect(await value(page, "x")).toBe(1);
      expect(await cell(page, "a").locator(".cm-content").textContent()).toBe("const x = 1;");
      expect(await reset.isVisible()).toBe(false);
    });
  });
});

describe("on the lesson's own page", () => {
  const source = "const limits = [0, 1], scores = [0.7, 0.4];";

  test("an edit is still there after a reload, is said to be one, and can be taken back", async () => {
    await site.withPage(lessonPath, async (page) => {
      await settled(page);
      await type(page, "curveTruth", source);
      await runByKeys(page);
      await status(page, "curveTruth").getByText("edited, saved").waitFor();
      await page.reload();
      await settled(page);
      expect(await cell(page, "curveTruth").getAttribute("data-edited")).toBe("");
      expect(await cell(page, "curveTruth").locator('[data-part="source"]').textContent()).toContain(
        "[0, 1]",
      );
      const limits = async () => ((await value(page, "limits")) as number[]).length;
      expect(await limits()).toBe(2);
      const before = await settledCount(page);
      await cell(page, "curveTruth").hover();
      await cell(page, "curveTruth").locator('[data-command="reset"]').click();
      await settled(page, { after: before });
      expect(await limits()).toBe(7);
      await page.reload();
      await settled(page);
      expect(await limits()).toBe(7);
      expect(await cell(page, "curveTruth").getAttribute("data-edited")).toBeNull();
    });
  });

  test("a change just before the page is left is kept", async () => {
    await site.withPage(lessonPath, async (page) => {
      await settled(page);
      const reloaded = page.waitForEvent("load");
      await cell(page, "curveTruth").evaluate((element, source) => {
        (element as CellElement).source = source;
        location.reload();
      }, source);
      await reloaded;
      await settled(page);
      expect(await cell(page, "curveTruth").locator('[data-part="source"]').textContent()).toContain(
        "[0, 1]",
      );
    });
  });

  test("the compiler and the editor are not loaded before the first edit", async () => {
    await site.withPage(lessonPath, async (page, seen) => {
      await settled(page);
      const before = new Set(seen.requests);
      await type(page, "curveTruth", source);
      await runByKeys(page);
      const scripts = seen.requests.filter((url) => !before.has(url) && url.endsWith(".js"));
      // Both, each in files of its own.
      expect(scripts.length).toBeGreaterThanOrEqual(2);
    });
  });
});

describe("by the keyboard alone", () => {
  test("a cell can be opened, edited, run and left again", async () => {
    await withNotebook(site, notebook, async (page) => {
      await cell(page, "a").locator('[data-command="run"]').focus();
      await page.keyboard.press("Tab");
      expect(await focusedPart(page)).toBe("a edit");
      await page.keyboard.press("Enter");
      await cell(page, "a").locator(".cm-focused").waitFor();
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type("const x = 4;");
      // The first press may close a list of completions.
      for (let i = 0; i < 2 && (await focusedPart(page)) === "a editor"; ++i)
        await page.keyboard.press("Escape");
      expect(await focusedPart(page)).toBe("a etude-cell");
      await runByKeys(page);
      expect((await output(page, "b").textContent())?.trim()).toBe("40");
      expect(await focusedPart(page)).toBe("b etude-cell");
    });
  });

  test("Tab leaves the editor forwards, and Shift+Tab backwards", async () => {
    await withNotebook(site, notebook, async (page) => {
      await type(page, "a", "const x = 4;");
      await page.keyboard.press("Tab");
      expect(await focusedPart(page)).not.toBe("a editor");
      expect(await focusedPart(page)).toMatch(/^a /);
      await cell(page, "a").locator(".cm-content").focus();
      await page.keyboard.press("Shift+Tab");
      expect(await focusedPart(page)).not.toBe("a editor");
      expect(await cell(page, "a").locator(".cm-content").textContent()).toBe("const x = 4;");
    });
  });

  test("Tab goes through all cells in their order, and out at the end", async () => {
    await withNotebook(site, notebook, async (page) => {
      await cell(page, "a").locator("summary").focus();
      const visited: string[] = [];
      for (let presses = 0; presses < 40; ++presses) {
        const at = await focusedPart(page);
        if (at.startsWith("nowhere")) break;
        visited.push(at);
        await page.keyboard.press("Tab");
      }
      expect(visited).toEqual(
        ["a", "b", "c"].flatMap((id) => [`${id} summary`, `${id} run`, `${id} edit`, `${id} more`]),
      );
    });
  });

  test("a run that was asked for is announced, with its error", async () => {
    await withNotebook(site, notebook, async (page) => {
      await type(page, "a", "const x = oops;");
      await runByKeys(page);
      const announced = page.locator('etude-notebook [role="status"]');
      await announced.getByText("Cell a: `oops` is not defined in any cell.").waitFor({ state: "attached" });
      await type(page, "a", "const x = 3;");
      await runByKeys(page);
      await announced.getByText("Cell a: fulfilled").waitFor({ state: "attached" });
    });
  });
});
