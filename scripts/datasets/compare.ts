import { lengthOf, valuesOf } from "../../src/stdlib/data/columns.ts";
import type { Column, DatasetFile } from "../../src/stdlib/data/dataset-file.ts";

// Decoders and resamplers differ in the last bits between versions of ffmpeg. A relative difference below this, or
// an absolute one below it for numbers near zero, is no difference.
const TOLERANCE = 0.005;

/** What is not the same in two builds of a dataset, one line a difference; numbers within 0.5 % are the same. */
export function differences(committed: DatasetFile, rebuilt: DatasetFile): string[] {
  const before = columnsOf(committed);
  const after = columnsOf(rebuilt);
  const found =
    JSON.stringify(headOf(committed)) === JSON.stringify(headOf(rebuilt)) ? [] : ["the head differs"];
  for (const name of after.keys()) if (!before.has(name)) found.push(`${name} is new`);
  for (const [name, column] of before) {
    const other = after.get(name);
    if (other) found.push(...compareColumns(name, column, other));
    else found.push(`${name} is no longer built`);
  }
  return found;
}

const valueKeys = new Set(["values", "codes", "levels", "texts", "file", "start", "duration"]);

/** All but the values. */
function headOf(file: DatasetFile): unknown {
  return JSON.parse(JSON.stringify(file, (key, value) => (valueKeys.has(key) ? undefined : value)));
}

/** Every column under a name that tells where it stands. */
function columnsOf(file: DatasetFile): Map<string, Column> {
  const { features, target, info, clips, tables = {} } = file;
  const columns: [string, Column][] = [...(target ? [target] : []), ...info, ...features].map((column) => [
    column.name,
    column,
  ]);
  for (const [table, { columns: own }] of Object.entries(tables)) {
    for (const column of own) columns.push([`${table}.${column.name}`, column]);
  }
  const blank = { label: "", unit: "", description: "" };
  for (const name of ["file", "start", "duration"] as const) {
    if (clips) columns.push([`clips.${name}`, { name, ...blank, values: clips[name] }]);
  }
  return new Map(columns);
}

function compareColumns(name: string, before: Column, after: Column): string[] {
  if (lengthOf(before) !== lengthOf(after)) {
    return [`${name} had ${lengthOf(before)} rows, has ${lengthOf(after)}`];
  }
  const now = valuesOf(after);
  return valuesOf(before).flatMap((value, i) =>
    same(value, now[i]!) ? [] : [`${name}, row ${i + 1}: was ${value}, is ${now[i]}`],
  );
}

function same(before: number | string | null, after: number | string | null): boolean {
  if (typeof before !== "number" || typeof after !== "number") return before === after;
  if (Number.isNaN(before) || Number.isNaN(after)) return Number.isNaN(before) && Number.isNaN(after);
  return Math.abs(after - before) <= TOLERANCE * Math.max(1, Math.abs(before));
}
