import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { cell, cellStates, output, settled, settledCount } from "../support/notebook.ts";
import { cells, lessonPath, open, value, withNotebook } from "../support/open-notebook.ts";
import { useSite } from "../support/site.ts";

const site = useSite();

const notebook = cells(["a", "const x = 1;"], ["b", "x * 10"], ["c", "const y = 5;"]);

type Notebook = HTMLElement & {
  do(command: string, part: Element | undefined): Promise<void>;
  toMarkdown(): Promise<string>;
};

/** Carries out a command for a cell, as its menu and the list of commands do. */
function ask(page: Page, command: string, id?: string): Promise<void> {
  return page.evaluate(
    ({ command, id }) => {
      const part =
        id === undefined ? undefined : document.querySelector(`[data-cell="${id}"]:not(etude-gap)`)!;
      return document.querySelector<Notebook>("etude-notebook")!.do(command, part ?? undefined);
    },
    { command, id },
  );
}

/** The ids of all cells, of code and of text, in their order. */
function order(page: Page): Promise<string[]> {
  return page
    .locator("etude-cell, etude-prose")
    .evaluateAll((parts) => parts.map((part) => part.dataset.cell!));
}

/** Waits until a cell that has just been added is the chosen one, and answers its id. */
async function added(page: Page, before: readonly string[]): Promise<string> {
  const handle = await page.waitForFunction((before) => {
    const id = (document.activeElement as HTMLElement | null)?.dataset.cell;
    return id !== undefined && !before.includes(id) && id;
  }, before);
  return (await handle.jsonValue()) as string;
}

/** The cell that the keys are about. */
function chosen(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (document.activeElement as HTMLElement).dataset.cell);
}

async function saved(page: Page): Promise<void> {
  await page.locator('[data-part="saved"]').getByText("Saved").waitFor();
}

describe("in command mode", () => {
  test("arrows and j, k choose a cell, Enter edits it, Escape leaves", async () => {
    await withNotebook(site, notebook, async (page) => {
      await cell(page, "a").focus();
      await page.keyboard.press("j");
      await page.keyboard.press("ArrowDown");
      expect(await chosen(page)).toBe("c");
      await page.keyboard.press("k");
      expect(await chosen(page)).toBe("b");
      await page.keyboard.press("Enter");
      await cell(page, "b").locator(".cm-focused").waitFor();
      await page.keyboard.press("Escape");
      expect(await chosen(page)).toBe("b");
      await page.keyboard.press("g");
      await page.keyboard.press("g");
      expect(await chosen(page)).toBe("a");
      await page.keyboard.press("Shift+G");
      expect(await chosen(page)).toBe("c");
    });
  });

  test("a and b add a cell, d d deletes one, z takes it back, and the readers follow", async () => {
    await withNotebook(site, notebook, async (page) => {
      await cell(page, "b").focus();
      await page.keyboard.press("a");
      const one = await added(page, ["a", "b", "c"]);
      expect(await order(page)).toEqual(["a", one, "b", "c"]);
      await page.keyboard.press("b");
      const two = await added(page, ["a", "b", "c", one]);
      expect(await order(page)).toEqual(["a", one, two, "b", "c"]);
      await cell(page, "a").focus();
      let before = await settledCount(page);
      await page.keyboard.press("d");
      await page.keyboard.press("d");
      await settled(page, { after: before });
      expect(await order(page)).toEqual([one, two, "b", "c"]);
      expect(await chosen(page)).toBe(one);
      expect((await cellStates(page)).b).toBe("rejected");
      before = await settledCount(page);
      await page.keyboard.press("z");
      await settled(page, { after: before });
      expect(await order(page)).toEqual(["a", one, two, "b", "c"]);
      expect((await output(page, "b").textContent())?.trim()).toBe("10");
    });
  });

  test("a letter typed into an input or an editor is text, and does nothing to the cells", async () => {
    const text = cells(["t", 'const t = view(Inputs.text({label: "t"}));'], ["u", "t"]);
    await withNotebook(site, text, async (page) => {
      await output(page, "t").locator("input").focus();
      await page.keyboard.type("add b z");
      await settled(page);
      expect(await order(page)).toEqual(["t", "u"]);
      expect(await value(page, "t")).toBe("add b z");
    });
  });

  test("m makes it a cell of text, which shows as it reads, with its values live", async () => {
    await withNotebook(site, notebook, async (page) => {
      await cell(page, "c").focus();
      await page.keyboard.press("b");
      const code = await added(page, ["a", "b", "c"]);
      await page.keyboard.press("m");
      const id = await added(page, ["a", "b", "c", code]);
      const text = page.locator(`etude-prose[data-cell="${id}"]`);
      await page.keyboard.press("Enter");
      await text.locator(".cm-focused").waitFor();
      await page.keyboard.type(["There is *$", "{x + 1}* here."].join(""));
      await page.keyboard.press("ControlOrMeta+Enter");
      await text.locator("em").getByText("2").waitFor();
      expect(await text.locator(".cm-editor").count()).toBe(0);
    });
  });

  test("Alt+Arrow moves a cell, and what it defines stays defined", async () => {
    await withNotebook(site, notebook, async (page) => {
      await cell(page, "a").focus();
      await page.keyboard.press("Alt+ArrowDown");
      await page.keyboard.press("Alt+ArrowDown");
      expect(await order(page)).toEqual(["b", "c", "a"]);
      expect(await chosen(page)).toBe("a");
      expect((await output(page, "b").textContent())?.trim()).toBe("10");
      await page.keyboard.press("z");
      await page.keyboard.press("z");
      expect(await order(page)).toEqual(["a", "b", "c"]);
    });
  });
});

describe("all commands", () => {
  test("are found by typing, and done by Enter", async () => {
    await withNotebook(site, notebook, async (page) => {
      await cell(page, "c").focus();
      await page.keyboard.press("ControlOrMeta+k");
      await page.locator(".etude-palette input:focus").waitFor();
      await page.keyboard.type("cell abo");
      await page.keyboard.press("Enter");
      const id = await added(page, ["a", "b", "c"]);
      expect(await order(page)).toEqual(["a", "b", id, "c"]);
      expect(await page.locator("dialog[open]").count()).toBe(0);
    });
  });

  test("are had by touch alone: a cell's menu deletes it, and the notice takes it back", async () => {
    await withNotebook(site, notebook, async (page) => {
      await cell(page, "a").hover();
      await cell(page, "a").locator('[data-command="more"]').click();
      await cell(page, "a").locator('.etude-menu [data-command="delete"]').click();
      expect(await order(page)).toEqual(["b", "c"]);
      await page.locator('[data-notice="deleted"]').getByRole("button", { name: "Undo" }).click();
      await page.waitForFunction(() => document.querySelector('etude-cell[data-cell="a"]'));
      expect(await order(page)).toEqual(["a", "b", "c"]);
    });
  });
});

describe("cells that run when asked", () => {
  const asked = cells(
    ["slow run=click", "const slow = await new Promise((done) => setTimeout(() => done(3), 700));"],
    ["b", "slow + 1"],
  );

  test("wait with their readers, are counted below, and run together; their time is remembered", async () => {
    await withNotebook(site, asked, async (page) => {
      expect(await cellStates(page)).toEqual({ slow: "idle", b: "idle" });
      const waiting = page.locator('[data-command="runWaiting"]');
      expect(await waiting.textContent()).toBe("1 cell waits to be run");
      const before = await settledCount(page);
      await waiting.click();
      await settled(page, { after: before });
      expect((await output(page, "b").textContent())?.trim()).toBe("4");
      expect(await waiting.isVisible()).toBe(false);
      await page.evaluate(() => {
        const slow = document.querySelector('[data-cell="slow"]') as HTMLElement & { source: string };
        slow.source += " // again";
      });
      await waiting.waitFor();
      expect(await waiting.textContent()).toMatch(/^1 cell waits to be run, about (0\.[7-9]|[1-9]\.\d) s$/);
    });
  });
});

describe("on the lesson's own page", () => {
  test("cells that were added, moved and deleted are so again after a reload", async () => {
    await site.withPage(lessonPath, async (page) => {
      await settled(page);
      const first = await order(page);
      const [one, two, three, four] = first as [string, string, string, string];
      await ask(page, "addAbove", two);
      const above = await added(page, first);
      await ask(page, "addBelow", two);
      const below = await added(page, [...first, above]);
      await ask(page, "moveDown", below);
      await ask(page, "moveUp", four);
      await ask(page, "moveUp", four);
      await ask(page, "moveDown", one);
      await ask(page, "delete", three);
      await ask(page, "toMarkdown", above);
      await cell(page, below).evaluate((one) => {
        (one as HTMLElement & { source: string }).source = "const mine = 42;";
      });
      const now = await order(page);
      expect(now).not.toEqual(first);
      expect(now).not.toContain(three);
      await saved(page);
      await page.reload();
      await settled(page);
      expect(await order(page)).toEqual(now);
      expect(await value(page, "mine")).toBe(42);
      // What was deleted on an earlier visit can still be had back.
      await ask(page, "resetAll");
      expect(await order(page)).toContain(three);
      await page.waitForFunction(
        (id) =>
          document.querySelector<HTMLElement>(`etude-cell[data-cell="${id}"]`)?.dataset.state === "fulfilled",
        three,
      );
    });
  });

  test("any row of changes comes back the same, and is undone to the lesson as it was", async () => {
    // In safe mode nothing runs, and so many changes take no time.
    await site.withPage(`${lessonPath}?safe`, async (page) => {
      await settled(page);
      const first = await order(page);
      // A small generator, so that every run of this test makes the same changes.
      let seed = 12345;
      const next = (below: number) => {
        seed = (seed * 1103515245 + 12345) % 2 ** 31;
        return seed % below;
      };
      const commands = ["moveUp", "moveDown", "moveDown", "addAbove", "addBelow", "delete", "moveUp"];
      const count = 40;
      for (let i = 0; i < count; ++i) {
        const all = await order(page);
        await ask(page, commands[next(commands.length)]!, all[next(all.length)]);
      }
      const now = await order(page);
      await saved(page);
      const markdown = await page.evaluate(() =>
        document.querySelector<Notebook>("etude-notebook")!.toMarkdown(),
      );
      for (let i = 0; i < count; ++i) await ask(page, "undo");
      expect(await order(page)).toEqual(first);
      expect(await page.locator("etude-gap").count()).toBe(0);
      for (let i = 0; i < count; ++i) await ask(page, "redo");
      expect(await order(page)).toEqual(now);
      await saved(page);
      await page.reload();
      await settled(page);
      expect(await order(page)).toEqual(now);
      // And as a file it has the same cells in the same order; the exercises are text in it.
      const exercises = await page
        .locator("etude-exercise etude-cell")
        .evaluateAll((all) => all.map((one) => one.dataset.cell!));
      await open(page, markdown);
      expect(
        await page.locator("etude-cell").evaluateAll((all) => all.map((one) => one.dataset.cell!)),
      ).toEqual(now.filter((id) => !exercises.includes(id)));
    });
  });

  test("all edits can be taken back at once, and that as well", async () => {
    await site.withPage(lessonPath, async (page) => {
      await settled(page);
      await page.evaluate(() => {
        for (const id of ["curveTruth", "answers"]) {
          (document.querySelector(`[data-cell="${id}"]`) as HTMLElement & { source: string }).source +=
            " // mine";
        }
      });
      const before = await settledCount(page);
      await ask(page, "resetAll");
      await settled(page, { after: before });
      expect(await page.locator("etude-cell[data-edited]").count()).toBe(0);
      await page.locator('[data-notice="reset"]').getByRole("button", { name: "Undo" }).click();
      await page.locator('etude-cell[data-cell="curveTruth"][data-edited]').waitFor();
      await page.locator('etude-cell[data-cell="answers"][data-edited]').waitFor();
    });
  });
});
