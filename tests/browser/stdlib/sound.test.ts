import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useGallery } from "../support/gallery.ts";

const { withGallery } = useGallery("wave");

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
/** Waits for what a play button shows: up to ten seconds, as the sounds are short but the machine may be busy. */
const pressed = (page: Page, name: string) =>
  expect.poll(() => button(page, name).getAttribute("aria-pressed"), { timeout: 10_000 });

/**
 * Puts players of made sounds on the page: `long` and `other` (a minute of silence), `file` (half a second of silence, then
 * half a second at half of full scale) and `lost` (a file that is not there until `state.found` is set).
 */
const addPlayers = (page: Page) =>
  page.evaluate(`
    const sr = 8000;
    const level = Float32Array.from({ length: sr }, (_, i) => (i < sr / 2 ? 0 : 0.5));
    const state = { fetched: [], found: false };
    const fetch = async (url) => {
      state.fetched.push(url);
      return url === "lost.wav" && !state.found ? new Response("", { status: 404 }) : stdlib.wav(level, sr);
    };
    const sound = stdlib.createSound({ fetch });
    const ending = new AbortController();
    const cell = stdlib.soundFor(sound, { signal: ending.signal });
    const long = { y: new Float32Array(60 * sr), sr };
    document.querySelector("main").prepend(
      cell.play(long, { label: "long" }),
      cell.play(long, { label: "other" }),
      cell.play({ url: "file.wav" }, { label: "file" }),
      cell.play({ url: "lost.wav" }, { label: "lost" }),
    );
    Object.assign(window, { state, ending, cell, sound });
    undefined;
  `);

/** Runs an expression that may name what `addPlayers` left on the window. */
const run = <T>(page: Page, expression: string) => page.evaluate(expression) as Promise<T>;

describe("a play button", () => {
  test("plays, shows where it is, and stops when pressed again", async () => {
    await withGallery(async (page) => {
      await addPlayers(page);
      await button(page, "Play long").click();
      await pressed(page, "Play long").toBe("true");
      const ring = button(page, "Play long").locator(".etude-ring");
      const left = () => ring.evaluate((circle) => Number((circle as SVGElement).style.strokeDashoffset));
      const before = await left();
      await expect.poll(left).toBeLessThan(before);
      await button(page, "Play long").click();
      await pressed(page, "Play long").toBe("false");
    });
  });

  test("works with the space bar", async () => {
    await withGallery(async (page) => {
      await addPlayers(page);
      await button(page, "Play long").press("Space");
      await pressed(page, "Play long").toBe("true");
    });
  });

  test("is not pressed any more when its sound has come to its end", async () => {
    await withGallery(async (page) => {
      await addPlayers(page);
      await button(page, "Play file").click();
      await pressed(page, "Play file").toBe("true");
      await pressed(page, "Play file").toBe("false");
    });
  });

  test("silences the one before it", async () => {
    await withGallery(async (page) => {
      await addPlayers(page);
      await button(page, "Play long").click();
      await pressed(page, "Play long").toBe("true");
      await button(page, "Play other").click();
      await pressed(page, "Play other").toBe("true");
      await pressed(page, "Play long").toBe("false");
    });
  });

  test("says in one line that its sound could not be loaded, and tries again when pressed", async () => {
    await withGallery(async (page) => {
      await addPlayers(page);
      await button(page, "Play lost").click();
      const line = page.getByText("This sound could not be loaded: lost.wav was answered with 404.");
      await line.waitFor();
      await run(page, "state.found = true");
      await button(page, "Play lost").click();
      await pressed(page, "Play lost").toBe("true");
      expect(await line.count()).toBe(0);
    });
  });

  test("falls silent with its cell, and stays silent", async () => {
    await withGallery(async (page) => {
      await addPlayers(page);
      await button(page, "Play long").click();
      await pressed(page, "Play long").toBe("true");
      await run(page, "ending.abort()");
      await pressed(page, "Play long").toBe("false");
      await button(page, "Play long").click();
      expect(await button(page, "Play long").getAttribute("data-state")).toBe("idle");
    });
  });
});

describe("decoding", () => {
  test("takes a part of a file by its place in seconds, and fetches the file once", async () => {
    await withGallery(async (page) => {
      await addPlayers(page);
      const part = await page.evaluate(`(async () => {
        const quiet = await cell.decode({ url: "file.wav", start: 0.1, duration: 0.25 });
        const loud = await cell.decode({ url: "file.wav", start: 0.6, duration: 0.25 });
        const middle = (y) => y[Math.floor(y.length / 2)];
        return [quiet.y.length / quiet.sr, middle(quiet.y), loud.y.length / loud.sr, middle(loud.y), state.fetched];
      })()`);
      expect(part).toEqual([0.25, 0, 0.25, expect.closeTo(0.5, 2), ["file.wav"]]);
    });
  });

  test("hands back samples as they are", async () => {
    await withGallery(async (page) => {
      await addPlayers(page);
      const same =
        "(async () => { const a = { y: new Float32Array(4), sr: 8000 }; return (await cell.decode(a)) === a })()";
      expect(await run(page, same)).toBe(true);
    });
  });
});

test("playing at once is over when the sound is", async () => {
  await withGallery(async (page) => {
    await addPlayers(page);
    // A touch of the page, without which no sound may start.
    await page.mouse.click(5, 5);
    const seconds = `(async () => {
      const began = performance.now();
      await cell.playNow({ y: new Float32Array(4000), sr: 8000 });
      return (performance.now() - began) / 1000;
    })()`;
    // Half a second of sound; the device may take a moment to open.
    const took = await run<number>(page, seconds);
    expect(took).toBeGreaterThan(0.4);
    expect(took).toBeLessThan(5);
  });
});

test("the volume is kept between 0 and 1", async () => {
  await withGallery(async (page) => {
    await addPlayers(page);
    await run(page, "sound.volume = 0.5");
    expect(await run(page, "sound.volume")).toBe(0.5);
    await expect(run(page, "sound.volume = 2")).rejects.toThrow("volume must be from 0 to 1; it is 2.");
  });
});

test("a click on a wave plays from there, and tells no cell of it", async () => {
  await withGallery(async (page) => {
    const wave = page.locator('[data-example="wave"]');
    await wave.evaluate((section) => {
      section.addEventListener("input", () => section.setAttribute("data-told", ""));
    });
    const seek = wave.getByRole("slider", { name: "Place in snare, made up" });
    await expect.poll(() => seek.isEnabled()).toBe(true);
    await seek.click({ position: { x: 100, y: 40 } });
    await pressed(page, "Play snare, made up").toBe("true");
    expect(await wave.locator(".etude-playhead[data-shown]").count()).toBe(1);
    expect(await wave.getAttribute("data-told")).toBeNull();
    await pressed(page, "Play snare, made up").toBe("false");
  });
});
