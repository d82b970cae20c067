// Runs a script of ours, or a tool from node_modules, on a Node that is new enough for Astro and for TypeScript
// without a build step: the current one if it will do, else one that npm fetches once into scripts/node.
// This file itself must run on Node 20.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const NEEDED = [22, 19];
const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const nodeProject = join(root, "scripts", "node");

function fail(line) {
  console.error(line);
  process.exit(1);
}

function newEnough(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

// npm writes this file last: without it, an install was never run or did not finish.
function installed(folder) {
  return existsSync(join(folder, "node_modules", ".package-lock.json"));
}

function fetchedNode() {
  const windows = process.platform === "win32";
  const name = `node-${windows ? "win" : process.platform}-${process.arch}`;
  const binary = join(nodeProject, "node_modules", name, "bin", windows ? "node.exe" : "node");
  if (installed(nodeProject) && existsSync(binary)) return binary;
  const offered = JSON.parse(readFileSync(join(nodeProject, "package.json"), "utf8")).optionalDependencies;
  const advice = `Etude needs Node ${NEEDED.join(".")} or newer, and this is ${process.versions.node}: install Node 24 from nodejs.org.`;
  if (!(name in offered)) fail(advice);
  console.error(
    `Node ${process.versions.node} is too old for Astro; fetching Node ${offered[name]} once, into scripts/node …`,
  );
  const npm = spawnSync("npm", ["ci", "--prefix", nodeProject, "--no-audit", "--no-fund"], {
    stdio: ["ignore", "ignore", "inherit"],
    shell: windows,
  });
  if (npm.status !== 0 || !existsSync(binary)) fail(`Could not fetch it from the npm registry. ${advice}`);
  return binary;
}

// A package that was added since: whoever fetched the newer sources has not run npm for them yet.
function addedPackages() {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !existsSync(join(root, "node_modules", name, "package.json")),
  );
}

function fetchAdded() {
  const added = addedPackages();
  if (added.length === 0) return;
  console.error(`Fetching what was added since the packages were installed: ${added.join(", ")} …`);
  const npm = spawnSync("npm", ["install", "--no-save", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (npm.status !== 0 || addedPackages().length > 0)
    fail("Could not fetch them: run `npm ci`, then try again.");
}

function entryOf(tool) {
  if (/\.(ts|mjs)$/.test(tool)) return resolve(root, tool);
  const folder = join(root, "node_modules", tool);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[tool]);
}

if (!installed(root)) {
  fail("The packages are not installed, or the install did not finish: run `npm ci`, then try again.");
}
fetchAdded();
const [tool, ...args] = process.argv.slice(2);
if (!tool) fail("usage: node scripts/run.mjs <script.ts | tool> [arguments]");

const node = newEnough(process.versions.node) ? process.execPath : fetchedNode();
const child = spawn(node, ["--disable-warning=ExperimentalWarning", entryOf(tool), ...args], {
  stdio: "inherit",
  cwd: root,
  // Tools that start Node themselves must find the same one.
  env: {
    ...process.env,
    PATH: `${dirname(node)}${process.platform === "win32" ? ";" : ":"}${process.env.PATH}`,
    ASTRO_TELEMETRY_DISABLED: "1",
  },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("error", (error) => fail(`${node} could not be started: ${error.message}`));
child.on("exit", (code, signal) => {
  if (signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  } else process.exit(code ?? 1);
});
