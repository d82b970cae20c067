import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { cell, output } from "../support/notebook.ts";
import { lessonPath, withNotebook } from "../support/open-notebook.ts";
import { useSite } from "../support/site.ts";

const site = useSite();

/** A WAV file of 16 bits whose first channel is at half of full scale and whose second one is silent. */
function stereo(frames: number, sr: number): Buffer {
  const bytes = Buffer.alloc(44 + 4 * frames);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(2, 22);
  bytes.writeUInt32LE(sr, 24);
  bytes.writeUInt32LE(4 * sr, 28);
  bytes.writeUInt16LE(4, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(4 * frames, 40);
  for (let i = 0; i < frames; ++i) bytes.writeInt16LE(0x4000, 44 + 4 * i);
  return bytes;
}

const files = {
  table: {
    name: "Messung 1.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("Klang;Höhe\nkick;1,5\nsnare;2,25\n"),
  },
  sound: { name: "take.wav", mimeType: "audio/wav", buffer: stereo(4410, 44_100) },
  noSound: { name: "broken.wav", mimeType: "audio/wav", buffer: Buffer.from("no sound at all") },
};

const panel = (page: Page) => page.locator(".etude-files");
const row = (page: Page, name: string) => panel(page).locator(`[data-file="${name}"]`);
const message = (page: Page, text: string) => panel(page).getByRole("status").getByText(text).waitFor();

async function openPanel(page: Page): Promise<void> {
  const button = page.locator('.etude-bar [data-command="files"]');
  if (await button.isVisible()) await button.click();
  else {
    // On a phone it is among the commands.
    await page.locator('.etude-bar [data-command="palette"]').click();
    await page.getByRole("option", { name: "Files of this notebook" }).click();
  }
  await panel(page).waitFor();
}

async function add(page: Page, ...added: (typeof files)[keyof typeof files][]): Promise<void> {
  await panel(page).locator('input[type="file"]').setInputFiles(added);
}

/** The id of the cell whose source names a file, once its cell is there. */
async function cellThatReads(page: Page, name: string): Promise<string> {
  const handle = await page.waitForFunction(
    (name) =>
      Array.from(document.querySelectorAll<HTMLElement & { source: string }>("etude-cell")).find(
        (cell) => ["fulfilled", "rejected"].includes(cell.dataset.state!) && cell.source.includes(name),
      )?.dataset.cell,
    name,
  );
  return (await handle.jsonValue())!;
}

/** Has the panel make a cell that reads a file, runs it, and gives its id. */
async function insertCode(page: Page, name: string): Promise<string> {
  await row(page, name)
    .getByRole("button", { name: `Insert code that reads ${name}` })
    .click();
  await message(page, "is in the notebook");
  await page.waitForFunction(
    (name) =>
      Array.from(document.querySelectorAll<HTMLElement & { source: string }>("etude-cell")).some((cell) =>
        cell.source.includes(name),
      ),
    name,
  );
  await page.evaluate((name) => {
    const cells = Array.from(
      document.querySelectorAll<HTMLElement & { source: string; run(): void }>("etude-cell"),
    );
    cells.find((cell) => cell.source.includes(name))!.run();
  }, name);
  return cellThatReads(page, name);
}

describe("the files of a notebook", () => {
  test("are added, read by code that the panel makes, removed and brought back, and are there the next time", async () => {
    await site.withPage(lessonPath, async (page) => {
      await openPanel(page);
      await panel(page).getByText("No files yet.").waitFor();
      await add(page, files.table, files.sound, files.noSound);
      await message(page, "Added “Messung 1.csv”, “take.wav”, “broken.wav”.");
      await panel(page).getByText("3 files,").waitFor();

      const table = output(page, await insertCode(page, "Messung 1.csv"));
      await table.getByText("semicolons between the columns; commas before the decimals").waitFor();
      await table.getByText("2.25").first().waitFor();

      await insertCode(page, "take.wav");
      const take = await page.evaluate(async () => {
        const notebook = document.querySelector<HTMLElement & { value(name: string): Promise<unknown> }>(
          "etude-notebook",
        )!;
        const { y, ...rest } = (await notebook.value("takeSound")) as { y: Float32Array };
        return { ...rest, length: y.length, level: Number(y[2000]!.toFixed(3)) };
      });
      expect(take).toEqual({ sr: 44_100, duration: 0.1, channels: 2, length: 4410, level: 0.25 });

      const broken = cell(page, await insertCode(page, "broken.wav"));
      await broken.getByText("broken.wav is not a sound that this browser can read.").waitFor();

      await row(page, "broken.wav").getByRole("button", { name: "Remove" }).click();
      await panel(page).getByRole("button", { name: "Undo" }).press("Enter");
      await message(page, "“broken.wav” is back.");
      await row(page, "broken.wav").getByRole("button", { name: "Remove" }).click();
      await message(page, "Removed “broken.wav”.");

      await page.reload();
      await openPanel(page);
      await row(page, "take.wav").waitFor();
      expect(await panel(page).locator("li").count()).toBe(2);
    });
  });

  test("of the same name ask whether to replace the old one", async () => {
    await site.withPage(lessonPath, async (page) => {
      await openPanel(page);
      await add(page, files.sound);
      await message(page, "Added");
      await add(page, files.sound);
      await message(page, "There is a file “take.wav” already.");
      await panel(page).getByRole("button", { name: "Keep both" }).click();
      await row(page, "take (2).wav").waitFor();
      await add(page, { ...files.sound, buffer: Buffer.from("new") });
      await panel(page).getByRole("button", { name: "Replace it" }).press("Enter");
      await row(page, "take.wav").getByText("3 bytes").waitFor();
      expect(await panel(page).locator("li").count()).toBe(2);
    });
  });

  test("can be dropped anywhere on the page while the panel is open, and pasted into it", async () => {
    await site.withPage(lessonPath, async (page) => {
      await openPanel(page);
      await page.evaluate(() => {
        const transfer = (name: string) => {
          const data = new DataTransfer();
          data.items.add(new File(["a,b\n1,2\n"], name, { type: "text/csv" }));
          return data;
        };
        const panel = document.querySelector(".etude-files")!;
        const options = { bubbles: true, cancelable: true };
        document
          .querySelector("main")!
          .dispatchEvent(new DragEvent("drop", { ...options, dataTransfer: transfer("dropped.csv") }));
        panel
          .querySelector("button")!
          .dispatchEvent(new ClipboardEvent("paste", { ...options, clipboardData: transfer("pasted.csv") }));
      });
      await row(page, "dropped.csv").waitFor();
      await row(page, "pasted.csv").waitFor();
    });
  });

  test("that the browser has no room for are not added, and the panel says so", async () => {
    await site.withPage(lessonPath, async (page) => {
      await openPanel(page);
      await page.evaluate(() => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
      });
      await add(page, files.sound);
      await message(page, "storage is full");
      expect(await panel(page).locator("li").count()).toBe(0);
    });
  });

  test.each(["light", "dark"] as const)(
    "fit a small screen and are found right by axe in %s colours",
    async (colorScheme) => {
      const options = { viewport: { width: 360, height: 740 }, colorScheme, hasTouch: true, isMobile: true };
      await site.withPage(
        lessonPath,
        async (page) => {
          await openPanel(page);
          await panel(page).getByText("No files yet.").waitFor();
          expect(await axeFindings(page)).toEqual([]);
          await add(page, files.table, { ...files.sound, name: `${"a very long name ".repeat(6)}.wav` });
          await message(page, "Added");
          expect(await axeFindings(page)).toEqual([]);
          const buttons = panel(page).getByRole("button");
          for (const button of await buttons.all()) {
            const box = (await button.boundingBox())!;
            expect(box.height).toBeGreaterThanOrEqual(44);
            expect(box.x + box.width).toBeLessThanOrEqual(360);
          }
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
        },
        options,
      );
    },
  );
});

test("hostile Markdown in an opened notebook runs nothing, asks the network for nothing and does not hang the page", async () => {
  const hostile = [
    '<img src=x onerror="window.hostile = 1"><script>window.hostile = 1</script>',
    "![seen](https://evil.example/pixel.png) [go](javascript:window.hostile=1) [go](java&Tab;script:window.hostile=1)",
    '<base href="https://evil.example/"><style>body { display: none }</style>',
    `${">".repeat(10_000)} deep`,
    `${"- ".repeat(10_000)}deep`,
    `${"**a *b ".repeat(5000)}`,
    "a ".repeat(100_000),
  ].join("\n\n<!-- cell -->\n\n");
  await withNotebook(site, hostile, async (page, seen) => {
    await page.getByText("picture, not loaded: seen").waitFor();
    expect(await page.getByText("so it is shown as it is written").count()).toBe(4);
    for (const link of await page.getByText("go", { exact: true }).all()) {
      expect(await link.getAttribute("href")).toBeNull();
      await link.dispatchEvent("click");
    }
    expect(
      await page.evaluate(() => [Object.hasOwn(window, "hostile"), document.querySelector("base")]),
    ).toEqual([false, null]);
    expect(seen.errors).toEqual([]);
  });
});
