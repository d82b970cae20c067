import type { Page } from "playwright-core";
import { expect } from "vitest";

/** What a page sends to the loudspeaker, sample by sample. */
export type Tap = {
  /** Samples a second. */
  sr: number;
  /** How many seconds have been heard since the first sample that was not silent. */
  seconds(): Promise<number>;
  /** Waits until so many seconds have been heard. */
  atLeast(seconds: number): Promise<void>;
  /** What was heard from a moment on, in seconds since the first sample. */
  since(seconds: number): Promise<number[]>;
  /** The last so many seconds. */
  last(seconds: number): Promise<number[]>;
};

/** Listens to all that sounds which are created from now on send to the loudspeaker. Touches the page first. */
export async function tapSound(page: Page): Promise<Tap> {
  // A touch of the page, without which no sound may start.
  await page.mouse.click(5, 5);
  const sr = await page.evaluate<number>(`(async () => {
    const recorder = "registerProcessor('recorder', class extends AudioWorkletProcessor { " +
      "process([[samples]]) { this.port.postMessage(samples ?? new Float32Array(128)); return true; } })";
    const context = new AudioContext();
    await context.audioWorklet.addModule(URL.createObjectURL(new Blob([recorder], { type: "text/javascript" })));
    const tap = new AudioWorkletNode(context, "recorder", { channelCount: 1, channelCountMode: "explicit" });
    tap.connect(context.destination);
    const tapped = [];
    tap.port.onmessage = ({ data }) => {
      if (tapped.length > 0 || data.some((sample) => sample !== 0)) tapped.push(...data);
    };
    Object.defineProperty(context, "destination", { value: tap });
    window.AudioContext = function () { return context; };
    window.tapped = tapped;
    return context.sampleRate;
  })()`);
  const seconds = async () => (await page.evaluate<number>("tapped.length")) / sr;
  return {
    sr,
    seconds,
    atLeast: (wanted) => expect.poll(seconds, { timeout: 15_000, interval: 20 }).toBeGreaterThan(wanted),
    since: (from) => page.evaluate<number[]>(`tapped.slice(${Math.max(0, Math.round(from * sr))})`),
    last: (length) => page.evaluate<number[]>(`tapped.slice(-${Math.round(length * sr)})`),
  };
}
