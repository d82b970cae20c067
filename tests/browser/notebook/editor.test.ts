import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { cell } from "../support/notebook.ts";
import { type CellElement, cells, withNotebook } from "../support/open-notebook.ts";
import { useSite } from "../support/site.ts";

const site = useSite();

const notebook = cells(
  ["numbers", "const numbers = [1, 2, 3];"],
  ["table", 'const table = {columns: ["pitch", "loudness"], pick: (name) => name};'],
  ["work", "const first = numbers[0];"],
);

const list = ".cm-tooltip-autocomplete";

/** Opens a cell's editor, with the cursor at its end. */
async function edit(page: Page, id: string): Promise<void> {
  await cell(page, id).hover();
  await cell(page, id).locator('[data-command="edit"]').first().click();
  await cell(page, id).locator(".cm-content").waitFor();
  await page.keyboard.press("ControlOrMeta+End");
}

function source(page: Page, id: string): Promise<string> {
  return cell(page, id).evaluate((element) => (element as CellElement).source);
}

/** Waits until what is offered is ready to be chosen from, and gives it. */
async function offered(page: Page): Promise<string[]> {
  await page.locator(`${list} li[aria-selected]`).waitFor();
  await page.locator(`${list}:not(.cm-tooltip-autocomplete-disabled)`).waitFor();
  return page.locator(`${list} .cm-completionLabel`).allTextContents();
}

/**
 * Presses a key until it has put the chosen name into the text: a list that has just opened does not hear keys meant for
 * the text, and one that was chosen from may stand there for a frame longer.
 */
async function choose(page: Page, id: string, key: string): Promise<void> {
  const before = await source(page, id);
  await expect
    .poll(async () => {
      if ((await source(page, id)) === before) await page.keyboard.press(key);
      return source(page, id);
    })
    .not.toBe(before);
  await expect.poll(() => page.locator(list).count()).toBe(0);
}

function isEditing(page: Page, id: string): Promise<boolean> {
  return cell(page, id).evaluate((element) => {
    const { activeElement } = document;
    return element.contains(activeElement) && activeElement?.closest(".cm-editor") !== null;
  });
}

describe("what is being written", () => {
  test("is completed by the names of other cells and of the library, with what is known of them", async () => {
    await withNotebook(site, notebook, async (page) => {
      await edit(page, "work");
      await page.keyboard.type("\nnum");
      await expect.poll(async () => (await offered(page))[0]).toBe("numbers");
      const card = page.locator(".etude-name-card");
      await expect.poll(() => card.textContent()).toContain("defined in cell “numbers”");
      await choose(page, "work", "Tab");
      expect(await source(page, "work")).toMatch(/\nnumbers$/);
      expect(await isEditing(page, "work")).toBe(true);

      await page.keyboard.type(";\nslid");
      await expect.poll(async () => (await offered(page))[0]).toBe("slider");
      await expect.poll(() => card.textContent()).toContain("slider(");
      expect(await card.locator("a").getAttribute("href")).toContain("#slider");
      await choose(page, "work", "Enter");
      expect(await source(page, "work")).toMatch(/\nslider$/);
    });
  });

  test("is completed by the members of a value and by the columns of a table", async () => {
    await withNotebook(site, notebook, async (page) => {
      await edit(page, "work");
      await page.keyboard.type("\ntable.");
      await expect.poll(() => offered(page)).toEqual(expect.arrayContaining(["columns", "pick"]));
      await page.keyboard.type('pick("');
      await expect.poll(() => offered(page)).toEqual(["loudness", "pitch"]);
    });
  });

  test("is a list that Escape closes, and only then leaves the editor", async () => {
    await withNotebook(site, notebook, async (page) => {
      await edit(page, "work");
      await page.keyboard.type("\nnum");
      await offered(page);
      await page.keyboard.press("Escape");
      await page.locator(list).waitFor({ state: "detached" });
      expect(await isEditing(page, "work")).toBe(true);
      await page.keyboard.press("Escape");
      expect(await isEditing(page, "work")).toBe(false);
    });
  });
});

test("a name is explained by F1, and F12 goes to where it is defined", async () => {
  await withNotebook(site, notebook, async (page) => {
    await edit(page, "work");
    await page.keyboard.type("\nfirst + numbers");
    await offered(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("F1");
    const card = page.locator(".etude-name-card");
    expect(await card.textContent()).toContain("defined in cell “numbers”");
    const said = cell(page, "work").locator(".cm-announced");
    await expect.poll(() => said.textContent()).toContain("defined in cell “numbers”");
    await page.keyboard.press("Escape");
    await card.waitFor({ state: "detached" });
    expect(await isEditing(page, "work")).toBe(true);

    await page.keyboard.press("Home");
    await page.keyboard.press("F12");
    const line = cell(page, "work").locator(".cm-activeLine");
    await expect.poll(() => line.textContent()).toBe("const first = numbers[0];");

    await page.keyboard.press("End");
    for (let i = 0; i < 5; ++i) await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("F12");
    await expect.poll(() => isEditing(page, "work")).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.closest("etude-cell")?.id)).toBe("cell-numbers");
  });
});

test("while one types, what is wrong is marked where it is", async () => {
  await withNotebook(site, notebook, async (page) => {
    await edit(page, "work");
    await page.keyboard.type("\nconst b = numbrs;");
    const warning = cell(page, "work").locator(".cm-lintRange-warning");
    await warning.waitFor();
    expect(await warning.textContent()).toBe("numbrs");
    await page.keyboard.type("\nconst c = [1, 2;");
    const error = cell(page, "work").locator(".cm-lintRange-error");
    await error.waitFor();
    expect(await error.textContent()).toBe(";");
    await page.keyboard.press("F8");
    await expect
      .poll(() => cell(page, "work").locator(".cm-announced").textContent())
      .toContain("was not expected here");
  });
});

test("Find opens inside the editor, and its keys do not run the cell or leave it", async () => {
  await withNotebook(site, notebook, async (page) => {
    await edit(page, "work");
    await page.keyboard.press("ControlOrMeta+f");
    await page.locator(".cm-search").waitFor();
    await page.keyboard.type("numbers");
    await page.keyboard.press("Shift+Enter");
    const state = await cell(page, "work").getAttribute("data-state");
    expect(state).toBe("fulfilled");
    expect(await cell(page, "work").locator(".cm-searchMatch").count()).toBe(1);
    await page.keyboard.press("Escape");
    await page.locator(".cm-search").waitFor({ state: "detached" });
    expect(await isEditing(page, "work")).toBe(true);
  });
});

test("code is tidied when asked, in one step that can be undone", async () => {
  await withNotebook(site, notebook, async (page) => {
    await edit(page, "work");
    await page.keyboard.type("\nconst   pair=[ first,2 ]");
    await page.keyboard.press("Shift+Alt+F");
    await expect.poll(() => source(page, "work")).toBe("const first = numbers[0];\nconst pair = [first, 2];");
    await page.keyboard.press("ControlOrMeta+z");
    expect(await source(page, "work")).toContain("pair=[ first,2 ]");
  });
});

test.each(["light", "dark"])(
  "axe finds nothing wrong with what opens in an editor, in %s colours",
  async (theme) => {
    await withNotebook(site, notebook, async (page) => {
      await page.evaluate((theme) => {
        document.documentElement.dataset.theme = theme;
      }, theme);
      await edit(page, "work");
      await page.keyboard.type("\nconst b = numbrs;");
      await cell(page, "work").locator(".cm-lintRange-warning").waitFor();
      await page.keyboard.press("F8");
      await page.keyboard.press("ControlOrMeta+f");
      await page.locator(".cm-search").waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.keyboard.press("End");
      await page.keyboard.type("\nslid");
      await offered(page);
      await page.locator(".etude-name-card").waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.type("er");
      await offered(page);
      await page.keyboard.press("Escape");
      await page.keyboard.press("F1");
      await page.locator(".etude-name-card").waitFor();
      expect(await axeFindings(page)).toEqual([]);
    });
  },
);
