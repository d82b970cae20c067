import { delimiter, join } from "node:path";

/** Commands that an installed Chromium, Chrome or Edge goes by on the PATH. */
const COMMANDS = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
];

const MAC_APPLICATIONS = [
  "Chromium.app/Contents/MacOS/Chromium",
  "Google Chrome.app/Contents/MacOS/Google Chrome",
  "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

const WINDOWS_PROGRAMS = [
  "Chromium\\Application\\chrome.exe",
  "Google\\Chrome\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];

/** Where a browser usually lies on this system, in order of preference; not all of these files exist. */
export function usualBrowserPaths(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === "win32") {
    const homes = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA];
    return homes.flatMap((home) => (home ? WINDOWS_PROGRAMS.map((program) => `${home}\\${program}`) : []));
  }
  const onPath = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const commands = COMMANDS.flatMap((command) => onPath.map((folder) => join(folder, command)));
  if (platform !== "darwin") return commands;
  const homes = ["/Applications", ...(env.HOME ? [join(env.HOME, "Applications")] : [])];
  return [...homes.flatMap((home) => MAC_APPLICATIONS.map((name) => join(home, name))), ...commands];
}
