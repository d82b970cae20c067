import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser, launchOptions } from "../../../scripts/lib/browser.ts";
import { cell } from "../support/notebook.ts";
import { lessonPath } from "../support/open-notebook.ts";
import { useSite } from "../support/site.ts";

const site = useSite();

/** How often a tab is killed, and, a tenth of it, a whole browser. */
const kills = Number(process.env.ETUDE_KILLS ?? 4);
const roundMs = 30_000;

/** Nothing runs there by itself: what is tried is the keeping. */
const address = () => site.url(`${lessonPath}?safe`);

/** Puts the cursor at the end of a cell's code. */
async function enter(page: Page, id: string): Promise<void> {
  const text = cell(page, id).locator(".cm-content");
  if ((await text.count()) === 0) await cell(page, id).locator('[data-command="edit"]').click();
  await text.click();
  await page.keyboard.press("ControlOrMeta+End");
}

/** Types at the end of a cell's code, and waits until the page's own clock says that a second has gone by. */
async function typeAndWait(page: Page, text: string): Promise<void> {
  await enter(page, "curveTruth");
  await page.evaluate(() => {
    addEventListener(
      "keydown",
      () => (document.documentElement.dataset.key = String(performance.now())),
      true,
    );
  });
  await page.keyboard.type(text);
  await page.waitForFunction(() => performance.now() - Number(document.documentElement.dataset.key) >= 1000);
}

/** Whether a cell shows a text, in the page's own time. */
async function shows(page: Page, text: string): Promise<boolean> {
  await page.locator('etude-notebook:not([data-state="loading"])').waitFor();
  const source = cell(page, "curveTruth").locator('[data-part="source"]', { hasText: text });
  return source.waitFor({ state: "attached", timeout: 15_000 }).then(
    () => true,
    () => false,
  );
}

describe("one second after the last key, nothing is lost when", () => {
  test(
    "the tab's process is killed",
    async () => {
      const browser = site.browser();
      const context = await browser.newContext();
      const session = await browser.newBrowserCDPSession();
      const lost: string[] = [];
      let page = await context.newPage();
      await page.goto(address());
      for (let round = 1; round <= kills; ++round) {
        const text = `// tab ${round};`;
        await typeAndWait(page, ` ${text}`);
        const crashed = page.waitForEvent("crash");
        const { processInfo } = await session.send("SystemInfo.getProcessInfo");
        for (const { type, id } of processInfo) if (type === "renderer") process.kill(id, "SIGKILL");
        await crashed;
        await page.close();
        page = await context.newPage();
        await page.goto(address());
        if (!(await shows(page, text))) lost.push(text);
      }
      await context.close();
      expect(lost, `lost of ${kills}`).toEqual([]);
    },
    kills * roundMs,
  );

  describe("the whole browser is killed", () => {
    let profile = "";
    beforeAll(() => {
      profile = mkdtempSync(join(tmpdir(), "etude-profile-"));
    });
    afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

    /** Starts a browser on the profile, in a process group of its own. */
    async function start(): Promise<{ browser: Browser; group: ChildProcess }> {
      const args = ["--headless=new", "--remote-debugging-port=0", `--user-data-dir=${profile}`];
      const group = spawn(findBrowser()!, [...launchOptions("").args!, ...args, "about:blank"], {
        detached: true,
        stdio: ["ignore", "ignore", "pipe"],
      });
      for await (const line of createInterface(group.stderr)) {
        const [, endpoint] = /^DevTools listening on (\S+)/.exec(line) ?? [];
        if (endpoint) return { browser: await chromium.connectOverCDP(endpoint), group };
      }
      throw new Error("The browser did not start.");
    }

    /** Ends a browser and all its processes at once, as a power cut would. */
    async function kill(group: ChildProcess): Promise<void> {
      const ended = once(group, "exit");
      process.kill(-group.pid!, "SIGKILL");
      await ended;
    }

    const rounds = Math.ceil(kills / 10);
    test(
      "and started again",
      async () => {
        const lost: string[] = [];
        for (let round = 1; round <= rounds; ++round) {
          const text = `// browser ${round};`;
          const before = await start();
          try {
            const page = await before.browser.contexts()[0]!.newPage();
            await page.goto(address());
            await typeAndWait(page, ` ${text}`);
          } finally {
            await kill(before.group);
          }
          const after = await start();
          try {
            const page = await after.browser.contexts()[0]!.newPage();
            await page.goto(address());
            if (!(await shows(page, text))) lost.push(text);
          } finally {
            await kill(after.group);
          }
        }
        expect(lost, `lost of ${rounds}`).toEqual([]);
      },
      rounds * 2 * roundMs,
    );
  });
});

/** Everything that the database holds of a cell: its edit, and its versions. */
function kept(page: Page, id: string): Promise<string> {
  return page.evaluate(
    (id) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open("etude");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction(["edits", "versions"]);
          const requests = ["edits", "versions"].map((name) => transaction.objectStore(name).getAll());
          const keys = ["edits", "versions"].map((name) => transaction.objectStore(name).getAllKeys());
          transaction.oncomplete = () => {
            database.close();
            const records = requests.flatMap(({ result }, i) =>
              result.filter((_, n) => (keys[i]!.result[n] as string[])[1] === id),
            );
            resolve(JSON.stringify(records));
          };
        };
      }),
    id,
  );
}

test("two tabs that change one cell at the same moment lose neither text", async () => {
  await site.withPage(`${lessonPath}?safe`, async (one) => {
    const two = await one.context().newPage();
    await two.goto(address());
    for (const page of [one, two]) await enter(page, "curveTruth");
    for (let round = 1; round <= 3; ++round) {
      await Promise.all([one.keyboard.type(` // one ${round};`), two.keyboard.type(` // two ${round};`)]);
      for (const page of [one, two]) {
        await page
          .locator("etude-notebook")
          .evaluate((notebook) => (notebook as HTMLElement & { save(): Promise<void> }).save());
      }
      const all = await kept(one, "curveTruth");
      for (const tab of ["one", "two"]) expect(all).toContain(`// ${tab} ${round};`);
    }
  });
});
