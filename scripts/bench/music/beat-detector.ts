import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { build } from "vite";
import { findBrowser, launchOptions } from "../../lib/browser.ts";
import { root } from "../../lib/root.ts";
import { serve } from "../../lib/serve.ts";

const MAIN = `
import { analyze } from "web-audio-beat-detector";

window.timeAnalyze = async (text, sampleRate, repeats) => {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const samples = new Float32Array(bytes.buffer);
  const buffer = new AudioBuffer({ length: samples.length, sampleRate });
  buffer.copyToChannel(samples, 0);
  let best = Infinity;
  for (let i = 0; i <= repeats; i++) {
    const started = performance.now();
    try {
      await analyze(buffer);
    } catch {
      return null;
    }
    best = Math.min(best, performance.now() - started);
  }
  return best;
};
`;

/**
 * web-audio-beat-detector's best times in ms, in a browser without a window; undefined when there is no browser. Null
 * where it finds no beat: at 22.05 kHz it skips by parts of samples, and finds none in any sound.
 */
export async function timeBeatDetector(
  sounds: { y: Float32Array; sr: number }[],
  repeats: number,
): Promise<(number | null)[] | undefined> {
  const executable = findBrowser();
  if (!executable) return undefined;
  const source = join(root, ".cache/bench/beat-detector-source");
  const folder = join(root, ".cache/bench/beat-detector");
  rmSync(source, { recursive: true, force: true });
  mkdirSync(source, { recursive: true });
  writeFileSync(join(source, "index.html"), '<!doctype html><script type="module" src="./main.js"></script>');
  writeFileSync(join(source, "main.js"), MAIN);
  await build({
    root: source,
    base: "./",
    configFile: false,
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true },
  });
  const served = await serve({ folder, base: "/" }, 0);
  const browser = await chromium.launch(launchOptions(executable));
  try {
    const page = await browser.newPage();
    await page.goto(served.url);
    await page.waitForFunction("window.timeAnalyze !== undefined");
    const times: (number | null)[] = [];
    for (const { y, sr } of sounds) {
      const text = Buffer.from(y.buffer, y.byteOffset, y.byteLength).toString("base64");
      times.push(
        await page.evaluate<number | null>(`timeAnalyze(${JSON.stringify(text)}, ${sr}, ${repeats})`),
      );
    }
    return times;
  } finally {
    await browser.close();
    await served.close();
  }
}
