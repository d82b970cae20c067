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

/** What is heard: puts the sound controls on the page, and takes every sample on its way to the loudspeaker. */
const listen = async (page: Page) => {
  // A touch of the page, without which no sound may start.
  await page.mouse.click(5, 5);
  await page.evaluate(`(async () => {
    const recorder = "registerProcessor('recorder', class extends AudioWorkletProcessor { " +
      "process([[samples]]) { this.port.postMessage(samples ?? new Float32Array(128)); return true; } })";
    const context = new AudioContext();
    await context.audioWorklet.addModule(URL.createObjectURL(new Blob([recorder], { type: "text/javascript" })));
    const tap = new AudioWorkletNode(context, "recorder");
    tap.connect(context.destination);
    const heard = [];
    tap.port.onmessage = ({ data }) => heard.push(...data);
    Object.defineProperty(context, "destination", { value: tap });
    window.AudioContext = function () { return context; };
    const sound = stdlib.createSound();
    document.querySelector("main").prepend(stdlib.soundControls(sound));
    const one = { y: new Float32Array(30 * context.sampleRate).fill(1), sr: context.sampleRate };
    Object.assign(window, { sound, heard, one });
  })()`);
};
const level = (page: Page) => expect.poll(() => run<number>(page, "heard.at(-1) ?? 0"), { timeout: 10_000 });
/** Half as far on the slider is half as loud: ten decibels less. */
const gainOf = (volume: number) => volume ** (5 / 3);

describe("the sound controls", () => {
  test("change and stop what is heard without a click: no sample jumps", async () => {
    await withGallery(async (page) => {
      await listen(page);
      const slider = page.getByRole("slider", { name: "Volume" });
      await run(page, "sound.start(one)");
      await level(page).toBeCloseTo(gainOf(0.8), 3);
      const from = await run<number>(page, "heard.length");
      await slider.fill("20");
      await level(page).toBeCloseTo(gainOf(0.2), 3);
      await button(page, "Mute").click();
      await level(page).toBeCloseTo(0, 3);
      await button(page, "Mute").click();
      await level(page).toBeCloseTo(gainOf(0.2), 3);
      await slider.fill("100");
      await level(page).toBeCloseTo(1, 3);
      await button(page, "Stop the sound").click();
      await level(page).toBe(0);
      const jump = `heard.slice(${from}).reduce((most, y, i, all) => Math.max(most, i ? Math.abs(y - all[i - 1]) : 0), 0)`;
      // A jump from full scale to silence would be 1; the quickest fade here takes 1/200 of that a sample.
      expect(await run<number>(page, jump)).toBeLessThan(0.01);
    });
  });

  test("offer to stop only while something is heard", async () => {
    await withGallery(async (page) => {
      await listen(page);
      const disabled = expect.poll(() => button(page, "Stop the sound").getAttribute("aria-disabled"));
      await disabled.toBe("true");
      await run(page, "sound.start(one)");
      await disabled.toBe("false");
      await button(page, "Stop the sound").press("Enter");
      await disabled.toBe("true");
      expect(await run(page, "sound.playing")).toBe(false);
      // Where the focus was, it stays.
      expect(await button(page, "Stop the sound").evaluate((b) => b === document.activeElement)).toBe(true);
    });
  });

  test("stop a sound that is still being fetched", async () => {
    await withGallery(async (page) => {
      await listen(page);
      const played = await run(
        page,
        `(async () => {
          let answer;
          const slow = stdlib.createSound({ fetch: () => new Promise((resolve) => { answer = resolve; }) });
          const playback = slow.start({ url: "slow.wav" });
          slow.stop();
          answer(stdlib.wav(new Float32Array(8000), 8000));
          await (await playback).ended;
          return slow.playing;
        })()`,
      );
      expect(played).toBe(false);
    });
  });

  test("are remembered on the next page, the silence too", async () => {
    await withGallery(async (page) => {
      await listen(page);
      await page.getByRole("slider", { name: "Volume" }).fill("30");
      await page.reload();
      await listen(page);
      expect(await run(page, "sound.volume")).toBe(0.3);
      expect(await page.getByRole("slider", { name: "Volume" }).getAttribute("aria-valuetext")).toBe("30 %");
      await button(page, "Mute").click();
      await page.reload();
      await listen(page);
      expect(await run(page, "sound.volume")).toBe(0);
      await button(page, "Mute").click();
      expect(await run(page, "sound.volume")).toBe(0.3);
    });
  });

  test("work where the browser keeps nothing, and after nonsense was kept", async () => {
    await withGallery(async (page) => {
      await run(page, "localStorage.setItem('etude:volume', '{\"volume\": 7}')");
      await listen(page);
      expect(await run(page, "sound.volume")).toBe(0.8);
      await run(
        page,
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
      );
      await page.getByRole("slider", { name: "Volume" }).fill("50");
      expect(await run(page, "[sound.volume, stdlib.createSound().volume]")).toEqual([0.5, 0.8]);
    });
  });
});
