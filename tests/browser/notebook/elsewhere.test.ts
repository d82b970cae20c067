import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { begin, goTo, listPath, openFiles, ready } from "../playground/playground.ts";
import { axeFindings } from "../support/axe.ts";
import { cell, cellStates, settled, settledCount } from "../support/notebook.ts";
import { type CellElement, lessonPath, value } from "../support/open-notebook.ts";
import { useSite } from "../support/site.ts";

const site = useSite();

const changed = "const limits = [0, 1], scores = [0.7, 0.4];";

async function edit(page: Page, id: string, source: string): Promise<void> {
  await page.evaluate(
    async ({ id, source }) => {
      const cell = document.querySelector<CellElement>(`etude-cell[data-cell="${id}"]`)!;
      cell.source = source;
      await cell.run();
    },
    { id, source },
  );
}

async function saved(page: Page): Promise<void> {
  await page.locator('[data-part="saved"]').getByText("Saved").waitFor();
}

describe("a link to a lesson as it stands", () => {
  test("is made of what the page shows, and shows it to whom it is sent", async () => {
    let link = "";
    await site.withPage(lessonPath, async (page) => {
      await settled(page);
      const before = await settledCount(page);
      await cell(page, "limitSlider")
        .locator('input[type="range"]')
        .evaluate((input: HTMLInputElement) => {
          input.value = "3.5";
          input.dispatchEvent(new Event("input", { bubbles: true }));
        });
      await settled(page, { after: before });
      await page.locator('.etude-bar [data-command="share"]').click();
      await page.getByLabel("Seed", { exact: true }).fill("123");
      link = await page.getByLabel("Link", { exact: true }).inputValue();
      expect(await axeFindings(page)).toEqual([]);
    });
    const { pathname, search } = new URL(link);
    expect(search).toContain("in.limitSlider=3.5");
    await site.withPage(pathname.slice(1) + search, async (page) => {
      await settled(page);
      expect(await value(page, "limit")).toBe(3.5);
      expect(await cell(page, "limitSlider").locator('input[type="range"]').inputValue()).toBe("3.5");
      expect(await page.locator("etude-notebook").getAttribute("data-seed")).toBe("123");
    });
  });

  test("that asks for what cannot be, says so, and leaves the input as it is", async () => {
    await site.withPage(`${lessonPath}?in.limitSlider=9999&seed=high&in.__proto__=1`, async (page, seen) => {
      await settled(page);
      expect(await value(page, "limit")).toBe(2);
      const notices = page.locator('[data-part="notices"]');
      await notices
        .getByText(/sets an input of cell “limitSlider”, but 9999 is not one of its values/)
        .waitFor();
      await notices.getByText(/seed/).waitFor();
      expect(seen.errors).toEqual([]);
    });
  });
});

describe("a lesson that has changed since its reader edited it", () => {
  test("shows the edit, the difference, and takes the new code or keeps the old", async () => {
    await site.withPage(lessonPath, async (page) => {
      await settled(page);
      await edit(page, "curveTruth", changed);
      await saved(page);
      await page.route("**/instructors/writing-a-lesson/", async (route) => {
        const answer = await route.fetch();
        const body = (await answer.text()).replaceAll("const limits = [-2,", "const limits = [-3,");
        await route.fulfill({ response: answer, body });
      });
      await page.reload();
      await settled(page);
      const truth = cell(page, "curveTruth");
      const notice = truth.locator('[data-part="notice"]');
      await notice.getByRole("button", { name: "See the difference" }).click();
      expect(await notice.locator("del").first().textContent()).toContain("[0, 1]");
      expect(await notice.locator("ins").first().textContent()).toContain("[-3,");
      await notice.getByRole("button", { name: "Take the new one" }).click();
      await page.waitForFunction(
        () => !document.querySelector('etude-cell[data-cell="curveTruth"]')!.hasAttribute("data-edited"),
      );
      expect(await notice.count()).toBe(0);
      // What was replaced is among the earlier versions.
      await truth.focus();
      await page.keyboard.press("h");
      const versions = page.locator("dialog .etude-versions li");
      await versions.first().locator("summary").click();
      expect(await versions.first().locator("ins").first().textContent()).toContain("[0, 1]");
      const before = await settledCount(page);
      await versions.first().getByRole("button", { name: "Take this one" }).click();
      await settled(page, { after: before });
      expect(await truth.evaluate((one) => (one as CellElement).source)).toBe(changed);
    });
  });
});

describe("what came from elsewhere", () => {
  test("runs by no key, button or command until a button that names the risk says that it is mine", async () => {
    await site.withPage(listPath, async (page) => {
      await ready(page);
      const sentence = ["Sum: $", "{document.title = 'ran'}."].join("");
      const markdown = `${sentence}\n\n\`\`\`js cell id=a\nconst x = 40 + 2;\n\`\`\`\n\n\`\`\`js cell id=b\nx + 1\n\`\`\`\n`;
      await openFiles(page, { name: "friend.etude.md", text: markdown });
      await page.waitForURL(/notebook\/\?id=/);
      await settled(page);
      const a = cell(page, "a");
      const notice = page.locator('[data-notice="foreign"]');
      const noticed = notice.and(page.locator(":focus"));
      await a.locator('[data-command="run"]').click();
      await noticed.waitFor();
      // Whoever presses a second time has not read anything yet: the keys are at the notice, not at its button.
      for (const key of ["Enter", "Enter", "Shift+Enter"]) await page.keyboard.press(key);
      await a.focus();
      await page.keyboard.press("Shift+Enter");
      await noticed.waitFor();
      for (const key of ["Shift+Enter", "Enter", "Enter"]) await page.keyboard.press(key);
      await cell(page, "b").focus();
      await page.keyboard.press("0");
      await page.keyboard.press("0");
      await page.locator('.etude-bar [data-command="runAll"]').click();
      await edit(page, "a", "const x = 41 + 2;");
      await settled(page);
      expect(await cellStates(page)).toEqual({ a: "idle", b: "idle" });
      expect(await page.title()).not.toBe("ran");
      await saved(page);
      await page.reload();
      await settled(page);
      expect(await cellStates(page)).toEqual({ a: "idle", b: "idle" });
      expect(await notice.textContent()).toContain("can read and change everything");
      const before = await settledCount(page);
      await notice.getByRole("button", { name: "This is mine" }).click();
      await settled(page, { after: before });
      expect(await value(page, "x")).toBe(43);
      await saved(page);
      await page.reload();
      await settled(page);
      expect(await value(page, "x")).toBe(43);
    });
  });

  test("stays so in a copy and in a file that is made of it", async () => {
    await site.withPage(listPath, async (page) => {
      await ready(page);
      await openFiles(page, { name: "friend.etude.md", text: "```js cell id=a\nconst x = 1;\n```\n" });
      await page.waitForURL(/notebook\/\?id=/);
      await settled(page);
      await goTo(page, site.url(listPath));
      await page.getByRole("button", { name: /^Duplicate/ }).click();
      const copy = page.locator(".etude-notebooks > li").first();
      await copy.getByText("from elsewhere").waitFor();
    });
  });
});

test("a version that came from elsewhere stays foreign when it is taken, and over a reload", async () => {
  await site.withPage(listPath, async (page) => {
    await ready(page);
    await openFiles(page, { name: "friend.etude.md", text: "```js cell id=a\nconst x = 1;\n```\n" });
    await page.waitForURL(/notebook\/\?id=/);
    await settled(page);
    await page.locator('[data-notice="foreign"]').getByRole("button", { name: "This is mine" }).click();
    await cell(page, "a").and(page.locator('[data-state="fulfilled"]')).waitFor();
    // As a backup brings it in: among the versions, and from elsewhere.
    await page.evaluate(async () => {
      const notebook = document.querySelector("etude-notebook") as unknown as {
        notebookId: string;
        store: { addVersion(notebook: string, cell: string, version: object): Promise<void> };
      };
      const source = "document.title = 'ran';";
      const version = { source, at: 1, why: "restored", trust: "foreign" };
      await notebook.store.addVersion(notebook.notebookId, "a", version);
    });
    await cell(page, "a").focus();
    await page.keyboard.press("h");
    const versions = page.locator("dialog .etude-versions li");
    await versions.first().locator("summary").click();
    await versions.first().getByRole("button", { name: "Take this one" }).click();
    await page.locator('[data-notice="foreign"]').waitFor();
    await saved(page);
    await page.reload();
    await settled(page);
    expect(await cellStates(page)).toEqual({ a: "idle" });
    expect(await page.title()).not.toBe("ran");
  });
});

test("a notebook in which an id is given twice, or a quotation mark stands in one, can be opened", async () => {
  await site.withPage(listPath, async (page) => {
    await ready(page);
    const fence = (id: string, source: string) => `\`\`\`js cell id=${id}\n${source}\n\`\`\`\n`;
    const text = [fence("a", "const x = 1;"), fence("a", "const y = 2;"), fence('a"b', "x + y")].join("\n");
    await openFiles(page, { name: "twice.etude.md", text });
    await page.waitForURL(/notebook\/\?id=/);
    await settled(page);
    await page.locator('[data-notice="foreign"]').getByRole("button", { name: "This is mine" }).click();
    await saved(page);
    await page.reload();
    await settled(page);
    expect(Object.values(await cellStates(page))).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
  });
});

test("a lesson is copied to a notebook of one's own, edits and all", async () => {
  await site.withPage(lessonPath, async (page) => {
    await settled(page);
    await edit(page, "curveTruth", changed);
    await page.evaluate(() =>
      (document.querySelector("etude-notebook") as unknown as { do(command: string): Promise<void> }).do(
        "copy",
      ),
    );
    await page.waitForURL(/playground\/notebook\/\?id=/);
    await settled(page, { timeout: 60_000 });
    expect(await page.locator("h1").textContent()).toBe("How to write a lesson");
    expect(await cell(page, "curveTruth").evaluate((one) => (one as CellElement).source)).toBe(changed);
    const states = await cellStates(page);
    expect(Object.entries(states).filter(([, state]) => state === "rejected")).toEqual([]);
    expect(Object.values(states).filter((state) => state === "fulfilled").length).toBeGreaterThan(5);
  });
});

test("a notebook of one's own keeps its cells, its text and its options over a visit", async () => {
  await site.withPage(listPath, async (page) => {
    await ready(page);
    await begin(page, "empty");
    await settled(page);
    await page.locator('[data-add="js"]').click();
    await page.locator(".cm-focused").waitFor();
    await page.keyboard.type("const mine = 6 * 7;");
    await page.keyboard.press("Escape");
    await page.locator('[data-add="md"]').click();
    await page.locator("etude-prose .cm-focused").waitFor();
    await page.keyboard.type("## A head\n\nSome *words*.");
    await page.keyboard.press("ControlOrMeta+Enter");
    await saved(page);
    const markdown = () =>
      page.evaluate(() =>
        (
          document.querySelector("etude-notebook") as unknown as { toMarkdown(): Promise<string> }
        ).toMarkdown(),
      );
    const before = await markdown();
    await page.reload();
    await settled(page);
    expect(await markdown()).toBe(before);
    expect(await value(page, "mine")).toBe(42);
    expect(await page.locator("etude-prose h2").textContent()).toBe("A head");
  });
});
