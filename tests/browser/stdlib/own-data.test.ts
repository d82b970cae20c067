import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { writeWav } from "../../../src/music/index.ts";
import { axeFindings } from "../support/axe.ts";
import { comesAndGoes } from "../support/comes-and-goes.ts";
import { settled, settledCount } from "../support/notebook.ts";
import { cells, value, withNotebook } from "../support/open-notebook.ts";
import { useSite } from "../support/site.ts";

const site = useSite();

/** Gives a file to the chooser of the first place for files, and waits until the cells that read it have run. */
async function give(
  page: Page,
  ...files: { name: string; mimeType: string; buffer: Buffer }[]
): Promise<void> {
  const before = await settledCount(page);
  await page.locator(".etude-file-place input").setInputFiles(files);
  await settled(page, { after: before });
}

const csv = (name: string, text: string | Buffer) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(text),
});

const tableNotebook = cells(
  ["input", 'const mine = view(tableInput({target: "style"}));'],
  [
    "shape",
    "const shape = mine && {rows: mine.X.rows, features: mine.featureNames, y: mine.y, first: [...mine.X.row(0)]};",
  ],
);

test("a table of the learner's own becomes a dataset, and what was guessed wrongly can be set right", async () => {
  await withNotebook(site, tableNotebook, async (page) => {
    expect(await value(page, "shape")).toBeUndefined();
    await give(
      page,
      csv("takes.csv", "\uFEFFstyle;bpm;year\njazz;120,5;1959\nrock;140;1971\njazz;98,25;1961\n"),
    );
    expect(await value(page, "shape")).toEqual({
      rows: 3,
      features: ["bpm", "year"],
      y: ["jazz", "rock", "jazz"],
      first: [120.5, 1959],
    });
    const before = await settledCount(page);
    const menu = page.getByRole("combobox", { name: "year is used as" });
    await menu.focus();
    await menu.selectOption("other");
    await settled(page, { after: before });
    expect(await value(page, "shape")).toMatchObject({ features: ["bpm"] });
    // The menu was drawn anew and still has the focus, for who works by key.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("SELECT");
    expect(await axeFindings(page)).toEqual([]);
  });
});

test("a file that is no table is refused in words, and what was there stays", async () => {
  await withNotebook(site, tableNotebook, async (page) => {
    await give(page, csv("takes.csv", "style,bpm\njazz,120\nrock,140\n"));
    const status = page.locator(".etude-own-status");
    for (const [name, content, message] of [
      ["empty.csv", "", "empty.csv is empty."],
      ["names.csv", "a,b\n", "names.csv has only a line of names: a, b."],
      ["book.xlsx", Buffer.from([0x50, 0x4b, 3, 4, 0]), "book.xlsx is a workbook"],
      ["picture.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), "picture.csv is no text"],
    ] as const) {
      await page.locator(".etude-file-place input").setInputFiles([csv(name, content)]);
      await expect.poll(() => status.textContent()).toContain(message);
    }
    expect(await value(page, "shape")).toMatchObject({ rows: 2, y: ["jazz", "rock"] });
  });
});

const sr = 8000;
const wavOf = (hz: number, rate = sr, seconds = 0.5) =>
  Buffer.from(
    writeWav(
      Float32Array.from({ length: rate * seconds }, (_, i) => 0.5 * Math.sin((2 * Math.PI * hz * i) / rate)),
      { sr: rate },
    ),
  );
const wav = (name: string, buffer: Buffer) => ({ name, mimeType: "audio/wav", buffer });

test("sounds of the learner's own are measured in the background, and can be named and heard", async () => {
  const notebook = cells(
    ["input", "const mine = view(soundsInput());"],
    [
      "shape",
      `const centroid = mine?.featureNames.indexOf("centroidMean");
const shape = mine && {y: mine.y, files: mine.groups, centroids: mine.y.map((_, i) => mine.X.row(i)[centroid])};`,
    ],
  );
  await withNotebook(site, notebook, async (page) => {
    await give(
      page,
      wav("low 1.wav", wavOf(220)),
      wav("high 1.wav", wavOf(1760, 96_000)),
      wav("broken.wav", Buffer.from("RIFF this is no sound")),
    );
    const shape = (await value(page, "shape")) as { y: string[]; files: string[]; centroids: number[] };
    expect(shape.y).toEqual(["low", "high"]);
    expect(shape.centroids[1]! / shape.centroids[0]!).toBeGreaterThan(4);
    expect(await page.locator(".etude-own-status").textContent()).toBe(
      "2 sounds in 2 classes. broken.wav is not a sound that this browser can read. WAV and MP3 files work in every browser.",
    );
    const before = await settledCount(page);
    await page.getByRole("textbox", { name: "What low 1.wav is" }).fill("hum");
    await page.getByRole("textbox", { name: "What low 1.wav is" }).press("Enter");
    await settled(page, { after: before });
    expect(await value(page, "shape")).toMatchObject({ y: ["hum", "high"] });
    const play = page.getByRole("button", { name: "Play low 1.wav" });
    await comesAndGoes(play, "aria-pressed", () => play.click());
    expect(await axeFindings(page)).toEqual([]);
  });
});

test("sounds that are chosen while others are measured wait for their turn, and none is lost", async () => {
  const notebook = cells(
    ["input", "const mine = view(soundsInput());"],
    ["names", "const names = mine && [...mine.groups];"],
  );
  await withNotebook(site, notebook, async (page) => {
    const chooser = page.locator(".etude-file-place input");
    await chooser.setInputFiles([
      wav("a 1.wav", wavOf(220, 44_100, 4)),
      wav("b 1.wav", wavOf(330, 44_100, 4)),
    ]);
    await chooser.setInputFiles([wav("c 1.wav", wavOf(440)), wav("d 1.wav", wavOf(550).subarray(0, 4044))]);
    await page.getByText("4 sounds in 4 classes.").waitFor();
    await settled(page);
    expect(await value(page, "names")).toEqual(["a 1.wav", "b 1.wav", "c 1.wav", "d 1.wav"]);
    expect(await page.locator(".etude-own-status").textContent()).toBe(
      "4 sounds in 4 classes. d 1.wav is cut off: only the first 50 % of it is there.",
    );
  });
});
