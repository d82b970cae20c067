import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium, type LaunchOptions } from "playwright-core";
import { usualBrowserPaths } from "./browser-paths.ts";
import { disabledFeatures } from "./disabled-features.ts";
import { runTool, toolEntry } from "./tool.ts";

const ADVICE = "Install Chromium, Chrome or Edge, or set CHROMIUM to the path of one.";

/** Raised when there is no browser; its message is the one line that says what to install. */
export class NoBrowserError extends Error {}

/** A file can lie there and still not start, as Ubuntu's stand-in for a snap does. */
function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  // On Windows `--version` opens a window.
  if (process.platform === "win32") return true;
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

/**
 * The browser to test with: `CHROMIUM`, else an installed Chromium, Chrome or Edge, else playwright's own download.
 * @returns its path, or undefined when there is none
 * @throws NoBrowserError when `CHROMIUM` is set, but is not a browser that starts
 */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.CHROMIUM) {
    if (starts(env.CHROMIUM)) return env.CHROMIUM;
    throw new NoBrowserError(`CHROMIUM is ${env.CHROMIUM}, which is not a browser that starts. ${ADVICE}`);
  }
  const paths = [...usualBrowserPaths(process.platform, env), chromium.executablePath()];
  return paths.find(starts);
}

async function installBrowser(): Promise<void> {
  const apt = process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
  if (apt) {
    console.log("No browser found: installing Debian's chromium …");
    const options = { stdio: ["ignore", "ignore", "inherit"] as ["ignore", "ignore", "inherit"] };
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-qq"], { ...options, env });
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
      ...options,
      env,
    });
    if (findBrowser()) return;
  }
  console.log("No browser found: downloading playwright's Chromium …");
  await runTool(toolEntry("playwright-core"), ["install", "chromium"]);
}

/**
 * Like `findBrowser`, but installs a browser where there is none: Debian's package when it may (root, apt-get), else
 * playwright's download.
 * @throws NoBrowserError when that fails too
 */
export async function findOrInstallBrowser(): Promise<string> {
  const found = findBrowser();
  if (found) return found;
  await installBrowser();
  const installed = findBrowser();
  if (!installed) throw new NoBrowserError(`No browser to test with. ${ADVICE}`);
  return installed;
}

/** How tests and benches start a browser: no window, no traffic of its own, and no GPU, which CI lacks. */
export function launchOptions(executablePath: string): LaunchOptions {
  const asRoot = process.getuid?.() === 0;
  return {
    executablePath,
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      `--disable-features=${disabledFeatures.join(",")}`,
      // Chromium's sandbox refuses to work for root.
      ...(asRoot ? ["--no-sandbox"] : []),
    ],
  };
}
