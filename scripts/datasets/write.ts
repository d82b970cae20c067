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

/** A dataset as JSON text: the values of a column in one line, so that changes can be read. */
export function toJson(dataset: DatasetFile): string {
  const lists: string[] = [];
  const text = JSON.stringify(
    dataset,
    (_, value) => {
      const isList = Array.isArray(value) && value.length > 0 && value.every((item) => Object(item) !== item);
      if (!isList) return value;
      lists.push(JSON.stringify(value));
      return `\u0000${lists.length - 1}`;
    },
    1,
  );
  return `${text.replace(/"\\u0000(\d+)"/g, (_, place) => lists[Number(place)]!)}\n`;
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
