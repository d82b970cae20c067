import { expect, test } from "vitest";
import { findBrowser, NoBrowserError } from "../../../scripts/lib/browser.ts";
import { usualBrowserPaths } from "../../../scripts/lib/browser-paths.ts";

test("on Linux a Chromium on the PATH comes before a Chrome", () => {
  const paths = usualBrowserPaths("linux", { PATH: "/usr/local/bin:/usr/bin" });
  expect(paths.indexOf("/usr/bin/chromium")).toBeLessThan(paths.indexOf("/usr/local/bin/google-chrome"));
});

test("on a Mac the applications of the machine and of the user are looked at", () => {
  const paths = usualBrowserPaths("darwin", { PATH: "", HOME: "/Users/ada" });
  expect(paths).toContain("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  expect(paths).toContain("/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium");
});

test("on Windows the programs of the machine are looked at, and Edge is always somewhere there", () => {
  const paths = usualBrowserPaths("win32", { "PROGRAMFILES(X86)": "C:\\Program Files (x86)" });
  expect(paths).toContain("C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe");
});

test("a CHROMIUM that does not start is an error, and not passed over", () => {
  expect(() => findBrowser({ CHROMIUM: "/nowhere/chromium" })).toThrow(NoBrowserError);
  expect(() => findBrowser({ CHROMIUM: "/nowhere/chromium" })).toThrow(/CHROMIUM is \/nowhere\/chromium/);
});
