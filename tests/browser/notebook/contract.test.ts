import { describe, expect, test } from "vitest";
import { cell, cellStates, output, settled, settledCount } from "../support/notebook.ts";
import {
  type CellElement,
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

const site = useSite();

const small = cells(
  ["control", 'const k = view(slider("k", [1, 9], {value: 3, step: 1}));'],
  ["twice", "const twice = 2 * k;"],
  ["shown", "twice + 1"],
);

describe("a notebook", () => {
  test("is running at once when an input moves, and its count rises when it has settled", async () => {
    await withNotebook(site, small, async (page) => {
      const before = await settledCount(page);
      const atOnce = await cell(page, "control")
        .locator('input[type="range"]')
        .evaluate((input: HTMLInputElement) => {
          input.value = "5";
          input.dispatchEvent(new Event("input", { bubbles: true }));
          return input.closest<HTMLElement>("etude-notebook")!.dataset.state;
        });
      expect(atOnce).toBe("running");
      expect(await settled(page, { after: before })).toBe(before + 1);
      expect(await output(page, "shown").textContent()).toContain("11");
      expect(await value(page, "twice")).toBe(10);
    });
  });

  test("gives back its Markdown, with the edits in it", async () => {
    const markdown = `---\nseed: 3\n---\n\n# A head\n\nSome *prose*.\n\n${small}\nAn end.\n`;
    await withNotebook(site, markdown, async (page) => {
      const toMarkdown = () =>
        page.evaluate(() => document.querySelector<NotebookElement>("etude-notebook")!.toMarkdown());
      expect(await toMarkdown()).toBe(markdown);
      await rerun(page, "twice", "const twice = 3 * k;\n// three");
      const edited = markdown.replace("const twice = 2 * k;", "const twice = 3 * k;\n// three");
      expect(await toMarkdown()).toBe(edited);
      await open(page, edited);
      await settled(page);
      expect(await value(page, "twice")).toBe(9);
    });
  });

  test("is rendered with its prose, and has its random numbers from its seed", async () => {
    const markdown = (seed: number) =>
      `---\nseed: ${seed}\n---\n\n## A head\n\n${cells(["a", "const x = random.random();"])}`;
    await withNotebook(site, markdown(3), async (page) => {
      expect(await page.locator("etude-notebook h2").textContent()).toBe("A head");
      const first = await value(page, "x");
      await rerun(page, "a", "const x = random.random(); // again");
      expect(await value(page, "x")).toBe(first);
      await open(page, markdown(4));
      await settled(page);
      expect(await value(page, "x")).not.toBe(first);
    });
  });

  test("has live values in its sentences, and leaves them alone in code", async () => {
    const prose = ["There are $", "{x + 1} of *them*, not `$", "{x}`."].join("");
    await withNotebook(site, `${prose}\n\n${cells(["a", "const x = 4;"])}`, async (page) => {
      await settled(page);
      const sentence = page.locator("etude-notebook p").filter({ hasText: "There are" });
      expect(await sentence.innerText()).toBe(["There are 5 of them, not $", "{x}."].join(""));
    });
  });

  test("settles without cells, and can be opened twice in a row", async () => {
    await withNotebook(site, "Only prose.", async (page) => {
      await page.evaluate(async (small) => {
        const notebook = document.querySelector<NotebookElement>("etude-notebook")!;
        await Promise.all([notebook.open("First."), notebook.open(small)]);
        await notebook.whenSettled();
      }, small);
      expect(await cellStates(page)).toEqual({
        control: "fulfilled",
        twice: "fulfilled",
        shown: "fulfilled",
      });
      expect(await page.locator("etude-notebook").textContent()).not.toContain("First.");
    });
  });

  test("counts on when another one is opened in its place", async () => {
    await site.withPage(lessonPath, async (page) => {
      const count = await settled(page);
      await open(page, small);
      expect(await settled(page, { after: count })).toBeGreaterThan(count);
    });
  });
});

describe("a cell", () => {
  test("has its id, its state, its output, its source and its buttons where they are looked for", async () => {
    await withNotebook(site, small, async (page) => {
      const shown = page.locator("#cell-shown");
      expect(await shown.getAttribute("data-cell")).toBe("shown");
      expect(await shown.getAttribute("data-state")).toBe("fulfilled");
      expect(await told(page, "shown")).toEqual({ state: "fulfilled", error: null });
      expect((await shown.locator('[data-part="output"]').textContent())?.trim()).toBe("7");
      expect((await shown.locator('[data-part="source"]').textContent())?.trim()).toBe("twice + 1");
      for (const command of ["run", "stop", "edit", "reset"])
        expect(await shown.locator(`button[data-command="${command}"]`).count()).toBe(1);
    });
  });

  test("is stale when its source is set, and runs when asked", async () => {
    await withNotebook(site, small, async (page) => {
      const atOnce = await cell(page, "twice").evaluate((element) => {
        const twice = element as CellElement;
        const before = twice.source;
        twice.source = "const twice = 100;";
        return [before, twice.source, twice.state];
      });
      expect(atOnce).toEqual(["const twice = 2 * k;", "const twice = 100;", "stale"]);
      expect(await cell(page, "twice").getAttribute("data-state")).toBe("stale");
      expect(await value(page, "twice")).toBe(6);
      await cell(page, "twice").evaluate((element) => (element as CellElement).run());
      await settled(page);
      expect(await value(page, "twice")).toBe(100);
      expect((await output(page, "shown").textContent())?.trim()).toBe("101");
    });
  });

  test("tells its error and line, and a reader whom it waits for", async () => {
    await withNotebook(site, small, async (page) => {
      await rerun(page, "twice", "const twice = 2 * k;\nconst no = twice.what.now;");
      expect(await told(page, "twice")).toEqual({
        state: "rejected",
        error: {
          message: expect.stringMatching(/^Something here is undefined, so it has no `now`\./),
          line: 2,
        },
      });
      expect(await told(page, "shown")).toEqual({
        state: "rejected",
        error: { message: "Waiting for `twice`, which failed.", line: 1 },
      });
      expect(await cell(page, "shown").locator('[data-part="error"]').textContent()).toContain(
        "Waiting for twice, which failed.",
      );
    });
  });

  test("that runs on a click, or has a blank, is idle and does not keep the notebook from settling", async () => {
    const markdown = cells(
      ["asked run=click", "const asked = 1;"],
      ["blank", "const blank = ____;"],
      ["reader", "asked + 1"],
    );
    await withNotebook(site, markdown, async (page) => {
      expect(await cellStates(page)).toEqual({ asked: "idle", blank: "idle", reader: "idle" });
      await cell(page, "asked").locator('[data-command="run"]').click();
      await output(page, "reader").getByText("2").waitFor();
      expect(await cellStates(page)).toEqual({ asked: "fulfilled", blank: "idle", reader: "fulfilled" });
    });
  });

  test("with a fault in its source is there, and says what is wrong", async () => {
    await withNotebook(site, cells(["bad", "1;\nconst = 2;"], ["good", "3"]), async (page) => {
      expect(await told(page, "bad")).toMatchObject({ state: "rejected", error: { line: 2 } });
      expect((await output(page, "good").textContent())?.trim()).toBe("3");
      await rerun(page, "bad", "const x = 2;");
      expect(await value(page, "x")).toBe(2);
    });
  });

  test("does not see what the page has of its own", async () => {
    await withNotebook(site, cells(["a", "name"], ["b", "status + 1"], ["c", "alert(1)"]), async (page) => {
      for (const [id, name] of [
        ["a", "name"],
        ["b", "status"],
        ["c", "alert"],
      ] as const) {
        expect((await told(page, id)).error?.message).toContain(`\`${name}\` is not defined in any cell.`);
      }
    });
  });

  test("shows what a promise and a generator come to", async () => {
    await withNotebook(
      site,
      cells(["a", "Promise.resolve(41)"], ["b", "(function* () { yield 1; yield 42; })()"]),
      async (page) => {
        await output(page, "b").getByText("42").waitFor();
        expect((await output(page, "a").textContent())?.trim()).toBe("41");
      },
    );
  });
});

describe("a name that two cells define", () => {
  const twice =
    "```js cell\nconst x = 1;\n```\n\n```js cell\nconst x = 2;\n```\n\n```js cell id=reader\nx * 10\n```\n";

  test("is an error in both, and a button renames it", async () => {
    await withNotebook(site, twice, async (page) => {
      for (const id of ["x", "x-2"]) {
        expect((await told(page, id)).error?.message).toContain(
          "`x` is defined in more than one cell: here and in",
        );
        expect(await cell(page, id).locator('[data-part="error"]').isVisible()).toBe(true);
      }
      expect((await told(page, "reader")).state).toBe("rejected");
      const before = await settledCount(page);
      await cell(page, "x-2").getByRole("button", { name: "Rename it to “x2” here" }).click();
      await settled(page, { after: before });
      expect(await cellStates(page)).toEqual({ x: "fulfilled", "x-2": "fulfilled", reader: "fulfilled" });
      expect(await value(page, "x2")).toBe(2);
      expect((await output(page, "reader").textContent())?.trim()).toBe("10");
    });
  });

  test("leads from one to the other by a button", async () => {
    await withNotebook(site, twice, async (page) => {
      await cell(page, "x").getByRole("button", { name: "Go to cell “x-2”" }).click();
      expect(
        await page.evaluate(() => document.activeElement?.closest<HTMLElement>("etude-cell")?.dataset.cell),
      ).toBe("x-2");
    });
  });
});

describe("what a cell shows", () => {
  test("stops after a hundred values, and the rest can be had", async () => {
    await withNotebook(site, cells(["a", "for (let i = 0; i < 250; ++i) display(i);"]), async (page) => {
      const values = output(page, "a").locator(".etude-value");
      const more = output(page, "a").getByRole("button", { name: "Show more" });
      expect(await values.count()).toBe(100);
      await more.click();
      expect(await values.count()).toBe(200);
      await more.click();
      expect(await values.count()).toBe(250);
      expect(await more.count()).toBe(0);
      expect(await values.allTextContents()).toEqual(Array.from({ length: 250 }, (_, i) => String(i)));
    });
  });

  test("of a long text is its beginning, and more can be had", async () => {
    await withNotebook(site, cells(["a", '"ab".repeat(10_000)']), async (page) => {
      const length = async () => ((await output(page, "a").textContent()) ?? "").length;
      expect(await length()).toBeLessThan(6000);
      await output(page, "a").getByRole("button", { name: "Show 15,000 more characters" }).click();
      expect(await length()).toBeGreaterThan(20_000);
    });
  });
});

describe("an input", () => {
  const range = (id: string) => `etude-cell[data-cell="${id}"] input[type="range"]`;

  test("keeps its value when its cell runs again", async () => {
    await withNotebook(site, small, async (page) => {
      await page.locator(range("control")).focus();
      await page.keyboard.press("ArrowRight");
      await settled(page);
      const moved = await value(page, "k");
      expect(moved).toBeGreaterThan(3);
      const before = await settledCount(page);
      await cell(page, "control").locator('[data-command="run"]').click();
      await settled(page, { after: before });
      expect(await value(page, "k")).toBe(moved);
      expect(await page.locator(range("control")).inputValue()).toBe(String(moved));
    });
  });

  test("whose readers are slow acts when it is let go", async () => {
    const slow = "const end = performance.now() + 250; while (performance.now() < end); const seen = k;";
    await withNotebook(site, cells(["control", small.split("\n")[1]!], ["slow", slow]), async (page) => {
      const move = (to: number, event: string) =>
        page.locator(range("control")).evaluate(
          (input: HTMLInputElement, { to, event }) => {
            input.value = String(to);
            input.dispatchEvent(new Event(event, { bubbles: true }));
          },
          { to, event },
        );
      // Two runs: the better one counts, so that a cold start is not taken for slowness.
      await move(4, "change");
      await page.waitForFunction(async () => {
        const notebook = document.querySelector("etude-notebook") as unknown as NotebookElement;
        return (await notebook.value("seen")) === 4;
      });
      await settled(page);
      const before = await settledCount(page);
      await move(5, "input");
      await settled(page, { after: before });
      expect(await value(page, "seen")).toBe(4);
      expect(await cell(page, "control").locator('[data-part="status"]').textContent()).toContain(
        "acts when you let go",
      );
      await move(5, "change");
      await settled(page, { after: before + 1 });
      expect(await value(page, "seen")).toBe(5);
    });
  });
});
