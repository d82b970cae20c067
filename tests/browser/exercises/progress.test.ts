import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import type { EtudeNotebook } from "../../../src/notebook/view/etude-notebook.ts";
import { settled } from "../support/notebook.ts";
import { useSite } from "../support/site.ts";

const site = useSite();
const lesson = "instructors/writing-a-lesson/";

/** Searches the limit that the exercise asks for, with the lesson's own names. */
const solution = `const limits = Array.from({length: 81}, (_, i) => -3 + i / 10);
const score = (at) => metrics.accuracy(isHiHat, answersAt(at));
const best = limits.reduce((a, b) => (score(b) > score(a) ? b : a));`;

/** Waits until it is so, as long as a busy machine may take. */
const soon = <T>(look: () => T) => expect.poll(look, { timeout: 20_000 });

const exercise = (page: Page) => page.locator('etude-exercise[data-exercise="best-limit"]');
const question = (page: Page) => page.locator('etude-quiz[data-quiz="octaves"]');
const words = (page: Page) => page.locator('etude-progress [data-part="words"]').textContent();
const link = (page: Page) => page.locator(`.sidebar-content a[href$="${lesson}"]`);
const result = (task: Locator) => task.getAttribute("data-result");

async function answer(page: Page, text: string, expected: "passed" | "failed"): Promise<void> {
  await question(page).locator("input").fill(text);
  await question(page).locator('[data-command="answer"]').click();
  await soon(() => result(question(page))).toBe(expected);
}

/** Writes an answer into the exercise's cell and has it checked. */
async function attempt(page: Page, source: string, expected: "passed" | "failed"): Promise<void> {
  await exercise(page)
    .locator("etude-cell")
    .evaluate((cell, text) => {
      (cell as unknown as { source: string }).source = text;
    }, source);
  await exercise(page).locator('[data-command="check"]').click();
  await soon(() => result(exercise(page))).toBe(expected);
  await soon(() => exercise(page).getAttribute("data-checking")).toBe(null);
}

/** What the browser keeps of tasks and of cells, once all of it is written. */
function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    await document.querySelector<EtudeNotebook>("etude-notebook")?.save();
    const opening = indexedDB.open("etude");
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settled(opening);
    const tables = ["progress", "edits", "layouts", "versions"];
    const transaction = database.transaction(tables, "readonly");
    const found = await Promise.all(
      tables.map(async (table) => {
        const store = transaction.objectStore(table);
        return [table, await settled(store.getAllKeys()), await settled(store.getAll())];
      }),
    );
    database.close();
    return JSON.stringify(found);
  });
}

async function keptTasks(page: Page): Promise<number> {
  const [[, keys]] = JSON.parse(await kept(page)) as [[string, unknown[]]];
  return keys.length;
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(site.url(path));
  await settled(page);
}

test("progress is there after a reload, in the lesson, in the sidebar and on the front page, until it is reset", async () => {
  await site.withPage(lesson, async (page, seen) => {
    await settled(page);
    expect(await words(page)).toBe("2 exercises, 5 questions.");
    expect(await link(page).getAttribute("data-progress")).toBe(null);
    await answer(page, "880", "failed");
    await answer(page, "1760", "passed");
    await attempt(page, "const best = 7040;", "failed");
    await exercise(page).locator('[data-command="hint"]').click();
    await soon(() => words(page)).toBe("0 of 2 exercises passed, 1 of 5 questions right.");
    await soon(() => link(page).getAttribute("data-progress")).toBe("begun");
    await soon(() => keptTasks(page)).toBe(2);

    await open(page, lesson);
    await soon(() => result(exercise(page))).toBe("failed");
    await soon(() => result(question(page))).toBe("passed");
    await soon(() => exercise(page).locator('[data-part="feedback"]').textContent()).toContain(
      "Octaves, not hertz",
    );
    expect(await exercise(page).locator('[data-part="hints"] > li:visible').count()).toBe(1);
    await attempt(page, solution, "passed");
    await attempt(page, "const best = 0;", "failed");
    await soon(() => words(page)).toBe("1 of 2 exercises passed, 1 of 5 questions right.");

    await page.goto(site.url(""));
    const on = page.locator('[data-part="continue"]');
    await soon(() => on.textContent()).toBe(
      "Continue where you were: How to write a lesson (1 of 2 exercises passed, 1 of 5 questions right)",
    );
    await on.getByRole("link").click();
    await settled(page);
    await soon(() => link(page).getAttribute("data-progress")).toBe("begun");

    await page.locator('[data-command="reset-progress"]').click();
    await page.locator('[data-command="keep-progress"]').click();
    expect(await words(page)).toContain("1 of 2 exercises passed");
    await page.locator('[data-command="reset-progress"]').click();
    await page.locator('[data-command="forget-progress"]').click();
    await soon(() => words(page)).toBe("2 exercises, 5 questions.");
    await soon(() => keptTasks(page)).toBe(0);
    await soon(() => link(page).getAttribute("data-progress")).toBe(null);
    expect(seen.errors).toEqual([]);
  });
});

test("progress goes into a backup and comes back in another browser", async () => {
  let backup = Buffer.alloc(0);
  await site.withPage(lesson, async (page) => {
    await settled(page);
    await answer(page, "1760", "passed");
    await soon(() => keptTasks(page)).toBe(1);
    await page.goto(site.url("your-data/"));
    await page.waitForSelector('[data-page][data-state="ready"]');
    const kept = page.locator(".etude-kept");
    expect(await kept.textContent()).toMatch(/Exercises and questions that you have worked on\s*1/);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.locator('[data-command="backup"]').click(),
    ]);
    backup = readFileSync(await file.path());
  });
  await site.withPage("your-data/", async (page) => {
    await page.waitForSelector('[data-page][data-state="ready"]');
    const file = { name: "backup.zip", mimeType: "application/zip", buffer: backup };
    await page.locator('input[type="file"]').setInputFiles(file);
    await soon(() => page.locator('[data-part="report"]').textContent()).toContain(
      "How you stand with 1 exercise or question came back",
    );
    await open(page, lesson);
    await soon(() => result(question(page))).toBe("passed");
    await soon(() => words(page)).toContain("1 of 5 questions right");
  });
});

test("who looks as a student sees a fresh lesson, and leaves no trace in it or in what is kept", async () => {
  await site.withPage(lesson, async (page, seen) => {
    await settled(page);
    await answer(page, "1760", "passed");
    await attempt(page, "const best = 7040;", "failed");
    await soon(() => keptTasks(page)).toBe(2);
    const before = await kept(page);

    await Promise.all([
      page.waitForURL(/\?student/),
      page.evaluate(
        () => void document.querySelector<EtudeNotebook>("etude-notebook")!.do("student", undefined),
      ),
    ]);
    await settled(page);
    const bar = page.locator('[data-notice="student"]');
    expect(await bar.textContent()).toContain("as a student");
    expect([await result(question(page)), await result(exercise(page))]).toEqual([
      "unattempted",
      "unattempted",
    ]);
    expect(await words(page)).toBe("2 exercises, 5 questions.");
    const source = exercise(page)
      .locator("etude-cell")
      .evaluate((cell) => (cell as unknown as { source: string }).source);
    expect(await source).toContain("____");
    await attempt(page, solution, "passed");
    await answer(page, "3", "failed");
    await exercise(page).locator('[data-command="hint"]').click();
    await soon(() => words(page)).toBe("1 of 2 exercises passed, 0 of 5 questions right.");
    expect(await kept(page)).toBe(before);

    await Promise.all([page.waitForURL(new RegExp(`${lesson}$`)), bar.getByRole("button").click()]);
    await settled(page);
    await soon(() => result(question(page))).toBe("passed");
    await soon(() => result(exercise(page))).toBe("failed");
    expect(await kept(page)).toBe(before);
    expect(seen.errors).toEqual([]);
  });
});

test("two tabs show what was done in either, and lose none of it", async () => {
  await site.withPage(lesson, async (page) => {
    await settled(page);
    const other = await page.context().newPage();
    await open(other, lesson);
    await answer(page, "1760", "passed");
    await soon(() => result(question(other))).toBe("passed");
    await answer(other, "880", "failed");
    await soon(() => result(question(page))).toBe("failed");
    await soon(() => words(page)).toContain("1 of 5 questions right");
    await soon(() => words(other)).toContain("1 of 5 questions right");
  });
});
