// npm test [-- ARGUMENTS OF vitest]: runs the tests, or those that the arguments select. When a browser test is among
// them, builds the site if needed and finds a browser, or installs one. Ends with the line `N passed, N failed`.
import { relative } from "node:path";
import { createVitest, parseCLI, type TestCase, type Vitest } from "vitest/node";
import { findOrInstallBrowser, NoBrowserError } from "./lib/browser.ts";
import { buildWhenNeeded } from "./lib/build-site.ts";
import { root } from "./lib/root.ts";
import { siteFolder } from "./lib/site-folder.ts";

/** Ends before any test has run. The count is printed all the same, so that nobody takes this for a success. */
function giveUp(reason: string): never {
  console.error(reason);
  console.log("0 passed, 1 failed");
  process.exit(1);
}

async function prepareForBrowser(): Promise<void> {
  const site = siteFolder();
  if (!(await buildWhenNeeded(site))) giveUp("No test was run: the site could not be built.");
  try {
    // Every test file finds it there.
    process.env.CHROMIUM = await findOrInstallBrowser();
  } catch (error) {
    if (error instanceof NoBrowserError) giveUp(error.message);
    throw error;
  }
  console.log(`Testing ${relative(root, site.folder)} in ${process.env.CHROMIUM}`);
}

function count(vitest: Vitest): { passed: number; failed: number; skipped: number; atSecond: string[] } {
  const tests: TestCase[] = [];
  let failedOutside = vitest.state.getUnhandledErrors().length;
  for (const file of vitest.state.getTestModules()) {
    const inFile = [...file.children.allTests()];
    tests.push(...inFile);
    // A file that could not be read, or a hook that failed, fails without any of its tests failing.
    const ownFailure = file.state() === "failed" && !inFile.some((test) => test.result().state === "failed");
    if (ownFailure) failedOutside += 1;
  }
  const inState = (state: string) => tests.filter((test) => test.result().state === state).length;
  return {
    passed: inState("passed"),
    failed: inState("failed") + inState("pending") + failedOutside,
    skipped: inState("skipped"),
    atSecond: tests
      .filter((test) => test.diagnostic()?.flaky)
      .map(({ module, fullName }) => `${module.relativeModuleId}: ${fullName}`),
  };
}

const { filter, options } = parseCLI(["vitest", "run", ...process.argv.slice(2)]);
const vitest = await createVitest({ ...options, watch: false, run: true });
const selected = await vitest.globTestSpecifications(filter);
if (selected.length === 0) giveUp(`No test file matches ${filter.join(" ") || "vitest.config.ts"}.`);
if (selected.some(({ project }) => ["pages", "browser"].includes(project.name))) await prepareForBrowser();

await vitest.start(filter);
const { passed, failed, skipped, atSecond } = count(vitest);
await vitest.close();
for (const test of atSecond) console.log(`passed at the second attempt only: ${test}`);
if (skipped > 0) console.log(`${skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : Number(process.exitCode ?? 0));
