import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "playwright-core";
import { findOrInstallBrowser, launchOptions } from "../lib/browser.ts";
import { buildWhenNeeded } from "../lib/build-site.ts";
import { serve } from "../lib/serve.ts";
import { type SiteFolder, siteFolder } from "../lib/site-folder.ts";
import { buildBarePage } from "./bare-page.ts";

const LESSON = "generalising/overfitting/";
const VISITS = 7;

/** A figure counts once its own cell has drawn it: the recorded pictures that a page arrives with do not. */
const LIVE_IN_LESSON = 'etude-cell[data-state="fulfilled"] [data-part="output"] .etude-drawing svg';
const LIVE_IN_BARE = "#figure svg";

/** One visit, until the first live figure: milliseconds since navigation began, and what was loaded until then. */
type Visit = { ms: number; scripts: number; scriptBytes: number; bytes: number };

async function visit(browser: Browser, url: string, selector: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const bodies: Promise<{ script: boolean; bytes: number }>[] = [];
  let live = false;
  context.on("response", (response) => {
    if (live) return;
    const script = response.request().resourceType() === "script";
    const sized = response.body().then((body) => ({ script, bytes: gzipSync(body).length }));
    // A response that the page is closed upon has no body any more.
    bodies.push(sized.catch(() => ({ script, bytes: 0 })));
  });
  await page.addInitScript((wanted) => {
    const look = () => {
      if (document.querySelector(wanted)) document.documentElement.dataset.liveAt = String(performance.now());
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, selector);
  await page.goto(url, { waitUntil: "commit" });
  const root = page.locator("html[data-live-at]");
  await root.waitFor({ state: "attached", timeout: 60_000 });
  live = true;
  const ms = Number(await root.getAttribute("data-live-at"));
  const sizes = await Promise.all(bodies);
  await context.close();
  const scripts = sizes.filter(({ script }) => script);
  const sum = (parts: { bytes: number }[]) => parts.reduce((total, { bytes }) => total + bytes, 0);
  return { ms, scripts: scripts.length, scriptBytes: sum(scripts), bytes: sum(sizes) };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** The lesson against a bare Observable page with a plot of the same data, visits taken in turn. */
export async function benchPage(): Promise<void> {
  const site = siteFolder();
  if (!(await buildWhenNeeded(site))) throw new Error("There is no site to measure.");
  const pages: { name: string; folder: SiteFolder; path: string; selector: string }[] = [
    { name: "bare runtime + Plot", folder: await buildBarePage(), path: "", selector: LIVE_IN_BARE },
    { name: LESSON, folder: site, path: LESSON, selector: LIVE_IN_LESSON },
  ];
  const browser = await chromium.launch(launchOptions(await findOrInstallBrowser()));
  const served = await Promise.all(pages.map(({ folder }) => serve(folder, 0)));
  try {
    const visits: Visit[][] = pages.map(() => []);
    for (let i = 0; i < VISITS; i += 1) {
      for (const [p, { path, selector }] of pages.entries()) {
        visits[p]!.push(await visit(browser, new URL(path, served[p]!.url).href, selector));
      }
    }
    const times = visits.map((of) => median(of.map(({ ms }) => ms)));
    console.table(
      pages.map(({ name }, p) => ({
        page: name,
        "first live figure, ms": Math.round(times[p]!),
        "times the bare page": (times[p]! / times[0]!).toFixed(2),
        scripts: visits[p]![0]!.scripts,
        "scripts, KB gzip": Math.round(visits[p]![0]!.scriptBytes / 1000),
        "all, KB gzip": Math.round(visits[p]![0]!.bytes / 1000),
      })),
    );
  } finally {
    await browser.close();
    for (const server of served) await server.close();
  }
}
