// node scripts/run.mjs scripts/datasets/weights.ts prints what each dataset weighs on the wire.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { DATASET_IDS } from "../../src/stdlib/data/catalogue.ts";
import type { Manifest } from "./write.ts";

const root = join(import.meta.dirname, "../../datasets");

/** A file that the site serves: its bytes as it lies, and as it travels. */
export type FileWeight = { path: string; bytes: number; wire: number };

/**
 * What each dataset weighs, file by file. Tables travel as gzip makes them, which is what most servers do; Opus is
 * packed as tightly as it goes and travels as it is.
 */
export function datasetWeights(): Record<string, FileWeight[]> {
  return Object.fromEntries(DATASET_IDS.map((id) => [id, filesOf(id)]));
}

function filesOf(id: string): FileWeight[] {
  const { files }: Manifest = JSON.parse(readFileSync(join(root, id, "manifest.json"), "utf8"));
  return files.map(({ path }) => {
    const content = readFileSync(join(root, id, path));
    const wire = path.endsWith(".json") ? gzipSync(content, { level: 6 }).length : content.length;
    return { path, bytes: content.length, wire };
  });
}

function total(files: FileWeight[], what: "bytes" | "wire"): number {
  return files.reduce((sum, file) => sum + file[what], 0);
}

if (import.meta.main) {
  const row = (id: string, cells: (string | number)[]) =>
    console.log(id.padEnd(12), ...cells.map((cell) => `${cell}`.padStart(10)));
  const inKb = (bytes: number) => (bytes / 1000).toFixed(0);
  const weigh = (id: string, files: FileWeight[]) => {
    const tables = files.filter(({ path }) => path.endsWith(".json"));
    const sounds = files.filter(({ path }) => !path.endsWith(".json"));
    const largest = Math.max(...files.map(({ bytes }) => bytes));
    row(id, [total(tables, "bytes"), total(tables, "wire"), total(sounds, "wire"), largest].map(inKb));
  };
  const weights = datasetWeights();
  row("kB", ["table", "gzipped", "sounds", "largest"]);
  for (const [id, files] of Object.entries(weights)) weigh(id, files);
  weigh("all", Object.values(weights).flat());
}
