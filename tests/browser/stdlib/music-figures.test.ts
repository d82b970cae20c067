import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { comesAndGoes } from "../support/comes-and-goes.ts";
import { useGallery } from "../support/gallery.ts";

const { withGallery } = useGallery(
  "spectrogram",
  "spectrogram empty",
  "chromagram",
  "f0",
  "novelty",
  "tempogram",
  "self-similarity",
  "piano roll",
  "piano roll of a long piece",
  "chords",
  "staff",
  "keyboard",
);

const example = (page: Page, title: string) => page.locator(`[data-example="${title}"]`);
const readout = (figure: Locator) => figure.locator(".etude-readout").textContent();

/** The mean lightness of a canvas, from 0 to 255. */
function lightness(canvas: Locator): Promise<number> {
  return canvas.evaluate((node) => {
    const { width, height } = node as HTMLCanvasElement;
    const copy = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })!;
    copy.drawImage(node as HTMLCanvasElement, 0, 0);
    const { data } = copy.getImageData(0, 0, width, height);
    return data.reduce((sum, value, i) => (i % 4 === 3 ? sum : sum + value), 0) / (3 * width * height);
  });
}

test.each([1400, 280])(
  "axe finds nothing at a width of %i in either theme, and nothing sticks out",
  async (width) => {
    await withGallery(
      async (page) => {
        await page.locator(".etude-staff-sheet svg").waitFor();
        for (const theme of ["light", "dark"]) {
          await page.evaluate((name) => {
            document.documentElement.dataset.theme = name;
            for (const details of document.querySelectorAll("details")) details.open = true;
          }, theme);
          expect(await axeFindings(page)).toEqual([]);
        }
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
      },
      { viewport: { width, height: 900 } },
    );
  },
);

describe("a spectrogram", () => {
  test("is painted anew for another theme, in which quiet stays near the page, and for a narrower page", async () => {
    await withGallery(async (page) => {
      const figure = example(page, "spectrogram");
      const canvas = figure.locator(".etude-heat canvas");
      expect(await lightness(canvas)).toBeGreaterThan(150);
      await page.evaluate(() => {
        document.documentElement.dataset.theme = "dark";
      });
      await expect.poll(() => lightness(canvas), { timeout: 10_000 }).toBeLessThan(100);
      await page.setViewportSize({ width: 320, height: 800 });
      await expect
        .poll(async () => (await canvas.boundingBox())!.width, { timeout: 10_000 })
        .toBeLessThan(240);
      const [svg, box] = [
        await figure.locator(".etude-heat > svg").boundingBox(),
        await canvas.boundingBox(),
      ];
      expect(box!.x).toBeGreaterThan(svg!.x);
      expect(box!.x + box!.width).toBeLessThan(svg!.x + svg!.width);
    });
  });

  test("has its room before it is there, reads what sounds under the pointer and the keys, and plays from there", async () => {
    await withGallery(async (page) => {
      const height = async (title: string) =>
        (await example(page, title).locator(".etude-drawing").boundingBox())!.height;
      expect(await height("spectrogram empty")).toBe(await height("spectrogram"));
      const figure = example(page, "spectrogram");
      await figure.scrollIntoViewIfNeeded();
      const box = (await figure.locator(".etude-heat canvas").boundingBox())!;
      // E4 (330 Hz) sounds first; the axis goes from 130 to 5,000 Hz.
      const share = Math.log(330 / 130) / Math.log(5000 / 130);
      await page.mouse.move(box.x + 0.03 * box.width, box.y + (1 - share) * box.height);
      await expect
        .poll(() => readout(figure))
        .toMatch(/^0\.\d\d s, 3\d\d Hz \((D#|E|F)4\): (0|−[0-9]|−1[0-9]) dB$/);
      const picker = figure.locator(".etude-picker");
      await picker.focus();
      const before = await readout(figure);
      await picker.press("ArrowRight");
      expect(await readout(figure)).not.toBe(before);
      expect(await picker.getAttribute("aria-label")).toBe(await readout(figure));
      await picker.press("End");
      await picker.press("ArrowLeft");
      // Near the end of the sound, it is soon over.
      await comesAndGoes(figure.locator(".etude-playline"), "data-shown", () => picker.press("Enter"));
    });
  });
});

test("a pair of a self-similarity is named by its bars", async () => {
  await withGallery(async (page) => {
    const figure = example(page, "self-similarity");
    const picker = figure.locator(".etude-picker");
    await picker.focus();
    await picker.press("ArrowUp");
    expect(await readout(figure)).toMatch(/^bar 1 and bar 2: \d\.\d\d$/);
  });
});

test("a piano roll goes from note to note by key, and turns the page of a long piece by slider and key", async () => {
  await withGallery(async (page) => {
    const figure = example(page, "piano roll");
    const picker = figure.locator(".etude-picker");
    await picker.focus();
    const heard = new Set<string>();
    for (let i = 0; i < 16; i++) {
      heard.add((await readout(figure))!.match(/, (right|missed|false)$/)![1]!);
      await picker.press("ArrowRight");
    }
    expect([...heard].toSorted()).toEqual(["false", "missed", "right"]);

    const long = example(page, "piano roll of a long piece");
    const axis = () => long.locator(".etude-time-axis").last().textContent();
    const first = await axis();
    const slider = long.getByRole("slider");
    await slider.press("End");
    await expect.poll(axis).not.toBe(first);
    expect(await slider.getAttribute("aria-valuetext")).toMatch(/^4\d to 5\d seconds$/);
    await long.locator(".etude-picker").focus();
    await page.keyboard.press("Home");
    expect(await axis()).toBe(first);
  });
});

test("a score is drawn once its renderer is there, has one name, and names its notes", async () => {
  await withGallery(async (page) => {
    const figure = example(page, "staff");
    await figure.locator(".etude-staff-sheet svg").waitFor();
    expect(await figure.getByRole("img").count()).toBe(1);
    expect(await figure.getByRole("img").getAttribute("aria-label")).toBe("A tune. A score of 14 notes.");
    const picker = figure.locator(".etude-picker");
    await picker.focus();
    expect(await readout(figure)).toBe("Note 1 of 14: E4");
    await picker.press("End");
    expect(await readout(figure)).toBe("Note 14 of 14: C4");
  });
});

test("a keyboard is one stop of the Tab key, goes by arrow keys, and sounds on a press and by Enter", async () => {
  await withGallery(async (page) => {
    const figure = example(page, "keyboard");
    expect(await figure.locator(".etude-key[tabindex='0']").count()).toBe(1);
    await figure.locator(".etude-key[tabindex='0']").focus();
    const focused = () => page.evaluate(() => document.activeElement!.getAttribute("aria-label"));
    expect(await focused()).toBe("C4, right");
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe("C#4");
    await page.keyboard.press("ArrowUp");
    expect(await focused()).toBe("C#5");
    const g4 = figure.getByRole("button", { name: "G4", exact: true });
    await comesAndGoes(g4, "data-active", () => g4.click({ position: { x: 10, y: 120 } }));
    await comesAndGoes(g4, "data-active", () => page.keyboard.press("Enter"));
  });
});
