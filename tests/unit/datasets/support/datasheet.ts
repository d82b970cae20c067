import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DatasetFile } from "../../../../src/stdlib/data/index.ts";

const root = join(import.meta.dirname, "../../../../datasets");

/** The datasheet of a dataset, in Markdown. */
export function datasheet(id: string): string {
  return readFileSync(join(root, id, "README.md"), "utf8");
}

/** The tables and columns of a dataset that its datasheet does not name; of numbered ones (rating7) the first must stand there. */
export function unmentioned(id: string): string[] {
  const file: DatasetFile = JSON.parse(readFileSync(join(root, id, `${id}.json`), "utf8"));
  const { target, info, features, tables = {} } = file;
  const main = [...(target ? [target] : []), ...info, ...features];
  const further = Object.entries(tables).flatMap(([table, { columns }]) => [
    table,
    ...columns.map(({ name }) => name),
  ]);
  const words = new Set(datasheet(id).match(/[\w-]+/g));
  const names = new Set([...main.map(({ name }) => name), ...further]);
  return [...names].filter((name) => !words.has(name) && !words.has(name.replace(/\d+$/, "1")));
}

/** A number as datasheets write it: without the zero before the point. */
export function shortly(value: number, digits = 3): string {
  return value
    .toFixed(digits)
    .replace(/^(-?)0\./, "$1.")
    .replace("-", "−");
}
