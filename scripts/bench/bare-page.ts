import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { root } from "../lib/root.ts";
import type { SiteFolder } from "../lib/site-folder.ts";

const HTML = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Bare</title><link rel="icon" href="data:,">
<body><div id="figure"></div><script type="module" src="./main.js"></script></body></html>`;

// What the lesson's scatter plot costs when nothing is around it: two cells, one runtime, one plot.
const MAIN = `
import { Runtime } from "@observablehq/runtime";
import * as Plot from "@observablehq/plot";

const main = new Runtime().module();
main.variable().define("rows", [], async () => {
  const { target, features: [x, y] } = await (await fetch("./drum-test.json")).json();
  return target.codes.map((code, i) => ({ x: [x.values[i], y.values[i]], label: target.levels[code] }));
});
main.variable({ fulfilled: (plot) => document.querySelector("#figure").append(plot) }).define(["rows"], (rows) =>
  Plot.plot({ grid: true, marks: [Plot.dot(rows, { x: (d) => d.x[0], y: (d) => d.x[1], stroke: "label", symbol: "label" })] })
);
`;

/** Builds the page to measure lessons against: the Observable runtime, Plot, and the lesson's data. */
export async function buildBarePage(): Promise<SiteFolder> {
  const source = join(root, ".cache/bench/bare-source");
  const folder = join(root, ".cache/bench/bare");
  rmSync(source, { recursive: true, force: true });
  mkdirSync(source, { recursive: true });
  writeFileSync(join(source, "index.html"), HTML);
  writeFileSync(join(source, "main.js"), MAIN);
  await build({
    root: source,
    base: "./",
    configFile: false,
    logLevel: "warn",
    build: { outDir: folder, emptyOutDir: true, chunkSizeWarningLimit: 1000 },
  });
  cpSync(join(root, "datasets/drum-test/drum-test.json"), join(folder, "drum-test.json"));
  return { folder, base: "/" };
}
