import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DatasetFile } from "../../src/stdlib/data/dataset-file.ts";
import { type SourcePackage, sha256 } from "./packages.ts";

/** What a dataset's folder says of its own making. */
export type Manifest = {
  id: string;
  sources: SourcePackage[];
  steps: string[];
  /** What the site serves, with its hash. */
  files: { path: string; bytes: number; sha256: string }[];
};

/** A dataset as JSON text: the head indented, one line a row, so that changes can be read. */
export function toJson(dataset: DatasetFile): string {
  const { rows, setAside, ...head } = dataset;
  const lines = (items: object[]) => `[\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
  const text = JSON.stringify(head, null, 1).replace(/\n\}$/, "");
  return `${text},\n "rows": ${lines(rows)},\n "setAside": ${lines(setAside)}\n}\n`;
}

/** Writes the dataset's JSON, its clips and its manifest. */
export function writeDataset(
  folder: string,
  dataset: DatasetFile,
  clips: Map<string, Uint8Array>,
  making: Pick<Manifest, "sources" | "steps">,
): void {
  mkdirSync(folder, { recursive: true });
  const json = `${dataset.id}.json`;
  writeFileSync(join(folder, json), toJson(dataset));
  for (const [path, bytes] of clips) writeFileSync(join(folder, path), bytes);
  const files = [json, ...clips.keys()].map((path) => ({
    path,
    bytes: statSync(join(folder, path)).size,
    sha256: sha256(readFileSync(join(folder, path))),
  }));
  const manifest: Manifest = { id: dataset.id, ...making, files };
  writeFileSync(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}
