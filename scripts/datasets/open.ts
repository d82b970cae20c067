import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Dataset } from "../../src/stdlib/data/dataset.ts";

const root = join(import.meta.dirname, "../../datasets");

/** A committed dataset as a cell gets it, but for its sounds, which are fetched by a page. */
export function openDataset(id: string): Dataset {
  return new Dataset(JSON.parse(readFileSync(join(root, id, `${id}.json`), "utf8")), "");
}
