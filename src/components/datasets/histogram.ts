import { valuesOf } from "../../stdlib/data/columns.ts";
import type { Column } from "../../stdlib/data/index.ts";

/** How the values of a column are spread: bars, what stands below them, and how many values are missing. */
export type ColumnSpread = { counts: number[]; from: string; to: string; missing: number; different: number };

const bins = 24;
const mostBars = 24;

/** The spread of a column: of numbers in 24 equal steps, of categories a bar each, none for text. */
export function spreadOf(column: Column): ColumnSpread {
  const values = valuesOf(column);
  const known = (values as (number | string | null)[]).filter(
    (value) => value !== null && !Number.isNaN(value),
  );
  const missing = values.length - known.length;
  const different = new Set(known).size;
  if ("values" in column) return { ...numbers(known as number[]), missing, different };
  if ("texts" in column) return { counts: [], from: "", to: "", missing, different };
  const counts = column.levels.map((_, code) => column.codes.filter((each) => each === code).length);
  const [from = "", to = ""] = [column.levels[0], column.levels.at(-1)];
  return { counts: counts.slice(0, mostBars), from, to: different > 1 ? to : "", missing, different };
}

function numbers(values: readonly number[]): Pick<ColumnSpread, "counts" | "from" | "to"> {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (values.length === 0) return { counts: [], from: "", to: "" };
  const counts = new Array<number>(bins).fill(0);
  for (const value of values) {
    const place = high === low ? 0 : Math.floor((bins * (value - low)) / (high - low));
    counts[Math.min(bins - 1, place)]!++;
  }
  return { counts, from: shown(low), to: high === low ? "" : shown(high) };
}

function shown(value: number): string {
  return String(Number(value.toPrecision(4))).replace("-", "\u2212");
}
