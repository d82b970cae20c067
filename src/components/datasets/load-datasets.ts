import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { DATASET_IDS } from "../../stdlib/data/catalogue.ts";
import { lengthOf } from "../../stdlib/data/columns.ts";
import type { Column, DatasetFile } from "../../stdlib/data/index.ts";

/** A dataset as its pages show it, read when the site is built. */
export type DatasetPage = {
  file: DatasetFile;
  /** The columns of the main table: target, what else is known, features. */
  columns: Column[];
  rows: number;
  /** The files that can be downloaded, with their sizes in bytes. */
  files: { name: string; bytes: number }[];
  /** What the table weighs on the wire, in bytes. */
  wireBytes: number;
  /** The datasheet, in Markdown. */
  datasheet: string;
};

const folder = join(process.cwd(), "datasets");

/** All datasets of the course. */
export function datasetPages(): DatasetPage[] {
  return DATASET_IDS.map((id) => {
    const text = readFileSync(join(folder, id, `${id}.json`));
    const file = JSON.parse(text.toString()) as DatasetFile;
    const columns = [...(file.target ? [file.target] : []), ...file.info, ...file.features];
    const names = readdirSync(join(folder, id)).filter((name) => /\.webm$/.test(name));
    return {
      file,
      columns,
      rows: columns[0] ? lengthOf(columns[0]) : 0,
      files: [`${id}.json`, ...names].map((name) => ({ name, bytes: statSync(join(folder, id, name)).size })),
      wireBytes: gzipSync(text).length,
      datasheet: readFileSync(join(folder, id, "README.md"), "utf8"),
    };
  });
}

/** The licences and credits of everything that can be heard, in Markdown. */
export function licencesText(): string {
  const path = join(folder, "LICENSES.md");
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

/** A size for a reader, such as "45 KB". */
export function sizeText(bytes: number): string {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
