import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { build } from "vite";
import { findOrInstallBrowser, launchOptions } from "../../lib/browser.ts";
import { root } from "../../lib/root.ts";
import { serve } from "../../lib/serve.ts";

const mostMs = 100;

type Times = { transform: number; ours: number; peer: number; frames: number; bins: number };

function html(): string {
  const script = join(root, "scripts/bench/figures/spectrogram-page.ts");
  return `<!doctype html><html lang="en" data-theme="light"><meta charset="utf-8"><title>Figures</title>
<link rel="icon" href="data:,"><body><script type="module" src="${script}"></script></body></html>`;
}

/** Draws 30 s of spectrogram in a browser: our figure against Plot's raster of the same cells, in one run. */
export async function benchFigures(): Promise<void> {
  const source = join(root, ".cache/bench/figures-source");
  const folder = join(root, ".cache/bench/figures");
  rmSync(source, { recursive: true, force: true });
  mkdirSync(source, { recursive: true });
  writeFileSync(join(source, "index.html"), html());
  await build({
    root: source,
    base: "./",
    configFile: false,
    logLevel: "warn",
    build: { outDir: folder, emptyOutDir: true, chunkSizeWarningLimit: 1000 },
  });
  const served = await serve({ folder, base: "/" }, 0);
  const browser = await chromium.launch(launchOptions(await findOrInstallBrowser()));
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(served.url);
    const done = page.locator("html[data-times]");
    await done.waitFor({ state: "attached", timeout: 120_000 });
    const { transform, ours, peer, frames, bins } = JSON.parse(
      (await done.getAttribute("data-times"))!,
    ) as Times;
    console.log(`30 s at 22.05 kHz, ${frames} frames of ${bins} bins, best times in ms:`);
    console.table([
      {
        work: "spectrogramFigure",
        ms: Math.round(ours),
        "times ours": "1.00",
        met: ours < mostMs ? "yes" : "NO",
      },
      { work: "Plot.raster of the same cells", ms: Math.round(peer), "times ours": (peer / ours).toFixed(2) },
      {
        work: "the transform before it",
        ms: Math.round(transform),
        "times ours": (transform / ours).toFixed(2),
      },
    ]);
  } finally {
    await browser.close();
    await served.close();
  }
}
