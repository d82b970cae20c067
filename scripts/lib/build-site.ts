import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { SiteFolder } from "./site-folder.ts";
import { inputHash, isFresh, removeStamp, writeStamp } from "./stamp.ts";
import { runTool, toolEntry } from "./tool.ts";

function measure(folder: string): { pages: number; megabytes: number } {
  let pages = 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    if (entry.name.endsWith(".html")) pages += 1;
    bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return { pages, megabytes: bytes / 1e6 };
}

/**
 * Builds the site into its folder and stamps it. Astro's own output is shown as it comes, or, when `quiet`, only if
 * the build fails.
 * @param args passed on to `astro build`
 * @returns whether it was built
 */
export async function buildSite(
  site: SiteFolder,
  { args = [], quiet = false }: { args?: string[]; quiet?: boolean } = {},
): Promise<boolean> {
  const started = performance.now();
  const hash = inputHash(site.base);
  removeStamp(site);
  const { code, output } = await runTool(
    toolEntry("astro"),
    // Forced: Astro would keep a lesson's page as long as its Markdown is the same, whatever becomes of its pictures.
    ["build", "--force", "--outDir", site.folder, ...args],
    // astro.config.mjs reads the base from here. A test runner in this process has set another NODE_ENV for itself.
    { capture: quiet, env: { ETUDE_BASE: site.base, NODE_ENV: "production" } },
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (code !== 0) {
    console.error(`${output}\nThe site could not be built (astro build ended with code ${code}).`);
    return false;
  }
  writeStamp(site, hash);
  const { pages, megabytes } = measure(site.folder);
  console.log(`Built ${pages} pages (${megabytes.toFixed(1)} MB) in ${seconds} s.`);
  return true;
}

/** Builds the site if it is not there, or is older than what it is made of. Returns whether it is there then. */
export async function buildWhenNeeded(site: SiteFolder): Promise<boolean> {
  if (isFresh(site)) return true;
  console.log(
    existsSync(site.folder) ? "The built site is out of date: building it …" : "Building the site …",
  );
  return buildSite(site, { quiet: true });
}
