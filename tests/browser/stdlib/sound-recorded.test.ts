import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { tone, writeWav } from "../../../src/music/index.ts";
import { comesAndGoes } from "../support/comes-and-goes.ts";
import { useGallery } from "../support/gallery.ts";

/** What the pretended microphone hears, over and over. */
const sr = 48_000;
const heard = tone(1000, { sr, duration: 2 }).map((sample) => 0.25 * sample);
const folder = mkdtempSync(join(tmpdir(), "etude-microphone-"));
const file = join(folder, "microphone.wav");
writeFileSync(file, writeWav(heard, { sr }));
afterAll(() => rmSync(folder, { recursive: true }));

const microphone = ["--use-fake-device-for-media-stream", `--use-file-for-fake-audio-capture=${file}`];
const { withGallery } = useGallery({ only: ["none"], args: microphone });

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const allowed = { permissions: ["microphone"] };

/** A recorder on the page; `window.values` are the values that a cell would get. */
const addRecorder = (page: Page, options: string) =>
  page.evaluate(`
    const ending = new AbortController();
    const recorder = stdlib.soundToolsFor(stdlib.createSound(), { signal: ending.signal }).recordSound(${options});
    const values = [];
    const streams = [];
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (what) => { const s = await ask(what); streams.push(s); return s; };
    recorder.addEventListener("input", () => values.push(recorder.value));
    document.querySelector("main").prepend(recorder);
    Object.assign(window, { recorder, values, ending, streams });
    undefined;
  `);
const run = <T>(page: Page, expression: string) => page.evaluate(expression) as Promise<T>;
const state = (page: Page) =>
  expect.poll(() => page.locator(".etude-record").getAttribute("data-state"), { timeout: 10_000 });
const open = (page: Page) =>
  run<boolean[]>(page, "streams.map((s) => s.getTracks().some((t) => t.readyState === 'live'))");

describe("recordSound", () => {
  test("records what the microphone hears until its time is up, and lets go of the microphone", async () => {
    await withGallery(async (page) => {
      await addRecorder(page, "{ seconds: 1.5 }");
      expect(await run(page, "recorder.value")).toBeNull();
      expect(await page.getByText("nothing is sent").count()).toBe(1);
      const recorder = page.locator(".etude-record");
      await comesAndGoes(recorder, "data-state", () => button(page, "Record").click());
      const { y, sr: rate } = await run<{ y: number[]; sr: number }>(
        page,
        "(({ y, sr }) => ({ y: Array.from(y), sr }))(recorder.value)",
      );
      expect(y.length).toBe(Math.round(1.5 * rate));
      expect(await run(page, "values.length")).toBe(1);
      expect(await open(page)).toEqual([false]);
      // The pretended device begins with a moment of silence; then it is the tone, at its level and its pitch.
      const steady = y.slice(Math.round(0.7 * rate), Math.round(1.2 * rate));
      expect(Math.max(...steady)).toBeCloseTo(0.25, 1);
      const rises = steady.filter((sample, i) => i > 0 && sample >= 0 && steady[i - 1]! < 0).length;
      expect(Math.abs(rises / 0.5 - 1000)).toBeLessThan(10);
      expect(await page.locator(".etude-record .etude-wave-path").count()).toBe(1);
    }, allowed);
  });

  test("stops when asked, and can record again", async () => {
    await withGallery(async (page) => {
      await addRecorder(page, "{ seconds: 60 }");
      await button(page, "Record").press("Enter");
      await expect.poll(() => page.getByRole("meter").getAttribute("aria-valuenow")).not.toBeNull();
      await expect
        .poll(() => page.locator(".etude-record .etude-time").first().textContent())
        .toMatch(/^(0\.[2-9]|[1-9])/);
      await button(page, "Stop").press("Enter");
      await state(page).toBe("idle");
      expect(await run<number>(page, "recorder.value.y.length / recorder.value.sr")).toBeLessThan(20);
      await button(page, "Record again").click();
      await state(page).toBe("recording");
      expect(await open(page)).toEqual([false, true]);
    }, allowed);
  });

  test("ends with its cell, without a recording", async () => {
    await withGallery(async (page) => {
      await addRecorder(page, "{ seconds: 60 }");
      await button(page, "Record").click();
      await state(page).toBe("recording");
      await run(page, "ending.abort()");
      await state(page).toBe("idle");
      expect(await open(page)).toEqual([false]);
      expect(await run(page, "[recorder.value, values.length]")).toEqual([null, 0]);
    }, allowed);
  });

  test("says what to do when it is refused, and takes a file instead", async () => {
    await withGallery(async (page) => {
      await addRecorder(page, "{}");
      await button(page, "Record").click();
      await page.getByText("The microphone was refused, so nothing was recorded. To allow it").waitFor();
      await state(page).toBe("idle");
      await page.getByLabel("Take a sound file").setInputFiles(file);
      await expect.poll(() => run<number>(page, "values.length")).toBe(1);
      expect(await run(page, "recorder.value.y.length / recorder.value.sr")).toBeCloseTo(2, 3);
      await page
        .getByLabel("Take a sound file")
        .setInputFiles({ name: "a.mp3", mimeType: "audio/mpeg", buffer: Buffer.from("no") });
      await page.getByText("a.mp3 is not a sound that this browser can read.").waitFor();
      expect(await run(page, "values.length")).toBe(1);
    });
  });

  test("says so when there is no microphone, and where a page may have none", async () => {
    await withGallery(async (page) => {
      await addRecorder(page, "{}");
      await run(
        page,
        "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', 'NotFoundError'); }; 0",
      );
      await button(page, "Record").click();
      await page.getByText("No microphone was found.").waitFor();
      await run(page, "Object.defineProperty(navigator, 'mediaDevices', { value: undefined }); 0");
      await run(
        page,
        "document.querySelector('main').prepend(stdlib.soundToolsFor(stdlib.createSound()).recordSound()); 0",
      );
      await page.getByText("This page cannot use a microphone: browsers allow it only to pages").waitFor();
    });
  });

  test("keeps a recording that it is handed, and tells nobody", async () => {
    await withGallery(async (page) => {
      await addRecorder(page, "{}");
      await run(page, "recorder.value = { y: new Float32Array(8000), sr: 8000 }; 0");
      await page.locator(".etude-record .etude-wave-path").waitFor();
      expect(await run(page, "[recorder.value.sr, values.length]")).toEqual([8000, 0]);
      await run(page, "recorder.value = 'nonsense'; 0");
      expect(await run(page, "recorder.value.sr")).toBe(8000);
    });
  });

  test("refuses a time that is no number from 1 to 120", async () => {
    await withGallery(async (page) => {
      for (const seconds of ["0", "1000", "'ten'"]) {
        await expect(addRecorder(page, `{ seconds: ${seconds} }`)).rejects.toThrow(
          "must be between 1 and 120.",
        );
      }
    });
  });
});
