import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { safePeak } from "../../../src/stdlib/sound/safe-level.ts";
import { comesAndGoes } from "../support/comes-and-goes.ts";
import { useGallery } from "../support/gallery.ts";
import { tapSound } from "../support/tap-sound.ts";

const { withGallery } = useGallery("wave");

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
/** Waits for what a play button shows. Of a short sound, `comesAndGoes` tells that it was played. */
const pressed = (page: Page, name: string) =>
  expect.poll(() => button(page, name).getAttribute("aria-pressed"));

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
      const play = button(page, "Play file");
      await comesAndGoes(play, "aria-pressed", () => play.click());
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
      const play = button(page, "Play lost");
      await comesAndGoes(play, "aria-pressed", () => play.click());
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
    expect(took).toBeLessThan(15);
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
    await comesAndGoes(button(page, "Play snare, made up"), "aria-pressed", () =>
      comesAndGoes(wave.locator(".etude-playhead"), "data-shown", () =>
        seek.click({ position: { x: 100, y: 40 } }),
      ),
    );
    expect(await wave.getAttribute("data-told")).toBeNull();
  });
});

/** Puts the sound controls on the page, and listens to what is heard. */
const listen = async (page: Page) => {
  const { sr } = await tapSound(page);
  await page.evaluate(`
    const sound = stdlib.createSound();
    document.querySelector("main").prepend(stdlib.soundControls(sound));
    const one = { y: new Float32Array(30 * ${sr}).fill(1), sr: ${sr} };
    Object.assign(window, { sound, one });
    undefined;
  `);
};
const level = (page: Page) => expect.poll(() => run<number>(page, "tapped.at(-1) ?? 0"));
/** Half as far on the slider is half as loud: ten decibels less. */
const gainOf = (volume: number) => volume ** (5 / 3);

describe("the sound controls", () => {
  test("change and stop what is heard without a click: no sample jumps", async () => {
    await withGallery(async (page) => {
      await listen(page);
      const slider = page.getByRole("slider", { name: "Volume" });
      await run(page, "sound.start(one)");
      await level(page).toBeCloseTo(safePeak * gainOf(0.8), 3);
      const from = await run<number>(page, "tapped.length");
      await slider.fill("20");
      await level(page).toBeCloseTo(safePeak * gainOf(0.2), 3);
      await button(page, "Mute").click();
      await level(page).toBeCloseTo(0, 3);
      await button(page, "Mute").click();
      await level(page).toBeCloseTo(safePeak * gainOf(0.2), 3);
      await slider.fill("100");
      await level(page).toBeCloseTo(safePeak, 3);
      await button(page, "Stop the sound").click();
      await level(page).toBe(0);
      const jump = `tapped.slice(${from}).reduce((most, y, i, all) => Math.max(most, i ? Math.abs(y - all[i - 1]) : 0), 0)`;
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
          let asked;
          const asking = new Promise((resolve) => { asked = resolve; });
          const fetch = () => new Promise((resolve) => { answer = resolve; asked(); });
          const slow = stdlib.createSound({ fetch });
          const playback = slow.start({ url: "slow.wav" });
          await asking;
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

describe("a sound that is asked for before anything was pressed", () => {
  /**
   * Asks for a long sound from no gesture at all; `window.over` tells when that is through. Whatever a test evaluates
   * counts as a gesture for Chromium, so its rule is played here: a context stays suspended until something is pressed.
   */
  const ask = async (page: Page) => {
    await run(
      page,
      `const state = Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, "state").get;
       let isPressed = false;
       document.addEventListener("click", () => { isPressed = true; }, true);
       window.AudioContext = class extends AudioContext {
         get state() { return isPressed ? state.call(this) : "suspended"; }
         resume() { return isPressed ? super.resume() : new Promise(() => {}); }
       };
       0`,
    );
    await addPlayers(page);
    const playNow = "cell.playNow({ y: new Float32Array(480000), sr: 8000 })";
    await run(page, `window.over = false; ${playNow}.then(() => { over = true; }); 0`);
    await button(page, "Hear the sound").waitFor();
    expect(await run(page, "sound.playing")).toBe(false);
  };

  test("waits for a button that says so, and then plays", async () => {
    await withGallery(async (page) => {
      await ask(page);
      await button(page, "Hear the sound").click();
      await expect.poll(() => run(page, "sound.playing")).toBe(true);
      expect(await button(page, "Hear the sound").count()).toBe(0);
    });
  });

  test("is dropped when the reader declines, plays another, or its cell goes", async () => {
    await withGallery(async (page) => {
      await ask(page);
      await button(page, "Not now").click();
      await expect.poll(() => run(page, "over")).toBe(true);
      expect(await run(page, "sound.playing")).toBe(false);
    });
    await withGallery(async (page) => {
      await ask(page);
      await run(page, "ending.abort()");
      await expect.poll(() => run(page, "over")).toBe(true);
      expect(await button(page, "Hear the sound").count()).toBe(0);
    });
  });
});

test("a sound begins where it is asked to, and tells that place, to within 5 ms", async () => {
  await withGallery(async (page) => {
    const heard = await tapSound(page);
    await run(
      page,
      `(async () => {
        const sr = 8000;
        window.sound = stdlib.createSound();
        sound.volume = 1;
        window.playback = await sound.start({ y: Float32Array.from({ length: 60 * sr }, (_, i) => i / sr / 100), sr }, { at: 20 });
      })()`,
    );
    await heard.atLeast(0.3);
    // The wave rises by a hundredth a second: what is heard is the place. The samples come in pieces from another
    // thread, which a busy page hears of later, and the device has its own delay: a tenth of a second together.
    await expect
      .poll(() => run<number>(page, "Math.abs(100 * tapped.at(-1) - playback.position())"))
      .toBeLessThan(0.1);
    const all = await heard.since(0);
    const start = all.findIndex((sample) => sample > 0);
    for (const i of [0.01, 0.1, 0.25].map((seconds) => start + Math.round(seconds * heard.sr))) {
      expect(Math.abs(100 * all[i]! - (20 + (i - start) / heard.sr))).toBeLessThan(0.005);
    }
  });
});

test("a longer sound can be played from any place, and repeated", async () => {
  await withGallery(async (page) => {
    await addPlayers(page);
    const seek = page.getByRole("slider", { name: "Place in long" });
    await seek.fill("30");
    await pressed(page, "Play long").toBe("true");
    await expect
      .poll(() => seek.evaluate((input) => (input as HTMLInputElement).valueAsNumber))
      .toBeGreaterThan(30);
    await button(page, "Repeat long").click();
    await seek.fill("59.8");
    // Past the end, it is at its beginning again.
    await expect
      .poll(() => seek.evaluate((input) => (input as HTMLInputElement).valueAsNumber))
      .toBeLessThan(10);
    await pressed(page, "Play long").toBe("true");
    await button(page, "Play long").press("Enter");
    await pressed(page, "Play long").toBe("false");
    expect(await page.getByRole("slider", { name: "Place in file" }).count()).toBe(0);
  });
});

test("a figure is told the place in every frame, and the end", async () => {
  await withGallery(async (page) => {
    await addPlayers(page);
    await run(
      page,
      `window.places = [];
       document.querySelector("main").prepend(
         cell.play({ y: new Float32Array(12000), sr: 8000 }, { label: "short", onPosition: (seconds) => places.push(seconds) }));
       0`,
    );
    const play = button(page, "Play short");
    await comesAndGoes(play, "aria-pressed", () => play.click());
    expect(await run(page, "places.at(-1)")).toBeUndefined();
    const places = (await run<number[]>(page, "places")).slice(0, -1);
    expect(places.length).toBeGreaterThan(2);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places.at(-1)).toBeLessThanOrEqual(1.5);
  });
});
