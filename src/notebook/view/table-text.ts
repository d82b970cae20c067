import { isMissing, type TableColumn } from "./table-data.ts";
import { previewText } from "./value-preview.ts";

const longest = 120;

/** A value as a cell of a table shows it: numbers of a column with as many decimals, "–" for what is missing. */
export function shownText(value: unknown, { decimals }: Pick<TableColumn, "decimals">): string {
  if (isMissing(value)) return "–";
  const text = typeof value === "number" ? rounded(value, decimals) : fullText(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function rounded(value: number, decimals: number): string {
  const isLarge = Math.abs(value) >= 1e15;
  const fixed = isLarge || !Number.isFinite(value) ? String(value) : value.toFixed(decimals);
  // What would round to nothing is still something.
  const text = value !== 0 && Number(fixed) === 0 ? value.toPrecision(2) : fixed;
  return text.replace("-", "\u2212");
}

/** A value in full, as it is searched and written to a file; nothing for what is missing. */
export function fullText(value: unknown): string {
  if (isMissing(value)) return "";
  if (typeof value === "string") return value;
  if (value instanceof Date) return dateText(value);
  return typeof value === "object" || typeof value === "function" ? previewText(value, 500) : String(value);
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "invalid date";
  const text = date.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text;
}
