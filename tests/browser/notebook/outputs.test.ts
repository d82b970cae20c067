import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { cell, output, settled, settledCount } from "../support/notebook.ts";
import { cells, rerun, told, withNotebook } from "../support/open-notebook.ts";
import { useSite } from "../support/site.ts";

const site = useSite();

const drums = `const drums = Array.from({length: 120}, (_, i) => ({
  name: "drum " + i,
  level: i % 7 === 0 ? null : Math.sin(i),
  loud: i % 2 === 0
}));`;

const rowsOf = (page: Page) => output(page, "table").locator("tbody tr");
const firstRow = async (page: Page) => (await rowsOf(page).first().innerText()).split("\t");

describe("an inspected value", () => {
  test("is opened by key, keeps the focus, and is open still when its cell runs again", async () => {
    const source = (n: number) => `({title: "tune", notes: [{pitch: ${n}}, {pitch: 62}]})`;
    await withNotebook(site, cells(["tune", source(60)]), async (page) => {
      const place = output(page, "tune");
      await place.getByRole("button", { name: "Object {title" }).press("Enter");
      const notes = place.getByRole("button", { name: "Array(2)" });
      await notes.focus();
      await page.keyboard.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-expanded"))).toBe("true");
      await place.getByRole("button", { name: "Object {pitch: 60" }).press(" ");
      await rerun(page, "tune", source(67));
      expect(await place.innerText()).toMatch(/pitch: 67/);
      expect(await place.locator('[aria-expanded="true"]').count()).toBe(3);
      expect(await page.locator(":focus").innerText()).toBe("Object {");
      expect(await axeFindings(page)).toEqual([]);
    });
  });

  test("that resists being read says so, and leaves the page as it is", async () => {
    const hostile = cells(
      ["getter", "({get a() { throw new Error('no'); }, b: 2})"],
      ["endless", "({get a() { while (true) {} }, b: 3})"],
      ["revoked", "(() => { const {proxy, revoke} = Proxy.revocable({}, {}); revoke(); return {proxy}; })()"],
      ["holes", "(() => { const array = []; array[4e9] = 1; return array; })()"],
      ["whole", "display(document.body)"],
      ["after", "1 + 1"],
    );
    await withNotebook(site, hostile, async (page) => {
      expect(await output(page, "getter").innerText()).toMatch(/a: cannot be read, b: 2/);
      expect(await output(page, "endless").innerText()).toMatch(/a: cannot be read, b: 3/);
      expect(await output(page, "revoked").innerText()).toMatch(/cannot be read/);
      expect(await output(page, "holes").innerText()).toContain("1");
      expect(await output(page, "after").innerText()).toBe("2");
      expect(await page.locator("etude-notebook").count()).toBe(1);
    });
  });
});

describe("a cell's output", () => {
  test("shows a hundred values, and the next hundred when asked", async () => {
    const many = "for (let i = 0; i < 250; i++) display(i);";
    await withNotebook(site, cells(["many", many]), async (page) => {
      const place = output(page, "many");
      expect(await place.locator(".etude-value").count()).toBe(100);
      const more = place.getByRole("button", { name: "Show more" });
      await more.press("Enter");
      expect(await place.locator(".etude-value").count()).toBe(200);
      expect(await place.locator(":focus").innerText()).toBe("100");
      await more.click();
      expect(await place.locator(".etude-value").count()).toBe(250);
      expect(await more.count()).toBe(0);
    });
  });

  test("holds back a drawing that would slow the page, until it is asked for", async () => {
    const drawing = `const big = document.createElementNS("http://www.w3.org/2000/svg", "svg");
for (let i = 0; i < 100_000; i++) big.append(document.createElementNS(big.namespaceURI, "path"));
display(big);`;
    await withNotebook(site, cells(["big", drawing]), async (page) => {
      const place = output(page, "big");
      expect(await place.locator("path").count()).toBe(0);
      await place.getByRole("button", { name: "Show it" }).click();
      expect(await place.locator("path").count()).toBe(100_000);
    });
  });

  test("shows a long text in steps", async () => {
    await withNotebook(site, cells(["text", '"la".repeat(500_000)']), async (page) => {
      const place = output(page, "text");
      const length = async () => (await place.innerText()).length;
      expect(await length()).toBeLessThan(6000);
      await place.getByRole("button", { name: "more characters" }).click();
      expect(await length()).toBeGreaterThan(49_000);
    });
  });

  test("keeps the data of a figure open when its cell runs again", async () => {
    const figure = (n: number) =>
      `display(html\`<figure><details><summary>Show data</summary>${n}</details></figure>\`);`;
    await withNotebook(site, cells(["figure", figure(1)]), async (page) => {
      const details = output(page, "figure").locator("details");
      await details.locator("summary").click();
      await rerun(page, "figure", figure(2));
      expect(await details.innerText()).toContain("2");
      expect(await details.getAttribute("open")).not.toBeNull();
    });
  });
});

describe("a table", () => {
  test("is sorted, searched and filtered by key, and stays so when its cell runs again", async () => {
    await withNotebook(site, cells(["drums", drums], ["table", "drums"]), async (page) => {
      const place = output(page, "table");
      // The first rows are there at once, the others with the tools.
      await expect.poll(() => rowsOf(page).count()).toBe(50);
      const head = place.getByRole("button", { name: "level 18 missing" });
      await head.press("Enter");
      await head.press("Enter");
      expect(await place.locator("th[aria-sort]").getAttribute("aria-sort")).toBe("descending");
      expect((await firstRow(page))[0]).toBe("drum 33");
      await place.getByRole("searchbox").fill("drum 1");
      expect(await place.getByRole("status").innerText()).toBe("31 of 120 rows");
      await place.getByRole("button", { name: "Filter" }).click();
      await place.getByRole("spinbutton", { name: "level at least" }).fill("0.9");
      expect(await place.getByRole("status").innerText()).toBe("3 of 120 rows");
      expect(await axeFindings(page)).toEqual([]);
      const before = await place.innerText();
      await rerun(page, "table", "drums // again");
      expect(await place.innerText()).toBe(before);
      await rerun(page, "table", "drums.map(({name}) => ({name}))");
      expect(await place.getByRole("status").innerText()).toBe("120 rows");
    });
  });

  test("is written to a CSV file as it is sorted and filtered", async () => {
    await withNotebook(site, cells(["drums", drums], ["table", "drums"]), async (page) => {
      const place = output(page, "table");
      await place.getByRole("searchbox").fill("drum 11");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        place.getByRole("button", { name: "CSV" }).click(),
      ]);
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
      const lines = Buffer.concat(chunks).toString().split("\r\n");
      expect(lines[0]).toBe("name,level,loud");
      expect(lines[1]).toBe(`drum 11,${Math.sin(11)},false`);
      expect(lines).toHaveLength(1 + 11 + 1);
    });
  });

  test("of 100,000 rows is sorted and searched within two seconds", async () => {
    const large = "Array.from({length: 100_000}, (_, i) => ({n: i, x: Math.sin(i), word: 'w' + (i % 1000)}))";
    await withNotebook(site, cells(["table", large]), async (page) => {
      const ms = await output(page, "table").evaluate((place) => {
        const started = performance.now();
        place.querySelectorAll<HTMLElement>("th button")[1]!.click();
        const search = place.querySelector<HTMLInputElement>('[type="search"]')!;
        search.value = "w999";
        search.dispatchEvent(new Event("input"));
        return performance.now() - started;
      });
      expect(await output(page, "table").getByRole("status").innerText()).toBe("100 of 100,000 rows");
      expect(ms).toBeLessThan(2000);
    });
  });
});

describe("the panel of names", () => {
  const notebook = cells(
    ["control", 'const k = view(slider("k", [1, 9], {value: 3, step: 1}));'],
    ["grid", "const grid = Array.from({length: k}, (_, i) => [i, k]);"],
    ["wrong", "const wrong = grid.nothing.at(0);"],
    ["later run=click", "const later = k;"],
  );

  const openPanel = async (page: Page) => {
    await page.locator("etude-notebook").getByRole("button", { name: /names/i }).first().click();
    const panel = page.locator(".etude-variables");
    await panel.waitFor();
    return panel;
  };

  test("tells what names are, and follows a slider without taking the focus", async () => {
    await withNotebook(site, notebook, async (page) => {
      const panel = await openPanel(page);
      const row = (name: string) =>
        panel.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
      const cellsOf = await row("grid").getByRole("cell").allInnerTexts();
      expect(cellsOf.slice(0, 3)).toEqual(["array of arrays of 2", "3", "[[0, 3], …]"]);
      expect(await row("wrong").innerText()).toContain("failed");
      expect(await row("later").innerText()).toContain("not run");
      expect(await axeFindings(page)).toEqual([]);
      await row("grid").getByRole("button", { name: "wrong" }).focus();
      const before = await settledCount(page);
      await cell(page, "control")
        .locator('input[type="range"]')
        .evaluate((input: HTMLInputElement) => {
          input.value = "5";
          input.dispatchEvent(new Event("input", { bubbles: true }));
        });
      await settled(page, { after: before });
      await row("grid").locator('[data-label="Shape"]', { hasText: /^5$/ }).waitFor();
      expect(await page.locator(":focus").innerText()).toBe("wrong");
    });
  });

  test("draws which cell reads which, with a button for each", async () => {
    await withNotebook(site, notebook, async (page) => {
      const panel = await openPanel(page);
      const graph = panel.getByRole("region", { name: "Which cell reads which" });
      await graph.getByRole("button", { name: "Cell wrong, failed" }).waitFor();
      expect(await graph.locator("path").count()).toBe(3);
      await graph.getByRole("button", { name: "Cell grid, done" }).press("Enter");
      expect((await told(page, "grid")).state).toBe("fulfilled");
    });
  });

  test("says so when there is no name yet", async () => {
    await withNotebook(site, cells(["only", "1 + 1"]), async (page) => {
      expect(await (await openPanel(page)).innerText()).toContain("No names yet");
    });
  });
});
