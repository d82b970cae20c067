import type { Column } from "./dataset-file.ts";

/** One value of a column: NaN or null where it is missing. */
export type Value = number | string | null;

/** How many rows a column has. */
export function lengthOf(column: Column): number {
  if ("values" in column) return column.values.length;
  return "codes" in column ? column.codes.length : column.texts.length;
}

/** The values of a column, one a row: numbers with NaN where one is missing, or texts with null. */
export function valuesOf(column: Column): number[] | (string | null)[] {
  if ("values" in column) return column.values.map((value) => value ?? Number.NaN);
  if ("texts" in column) return column.texts;
  return column.codes.map((code) => column.levels[code] ?? null);
}
