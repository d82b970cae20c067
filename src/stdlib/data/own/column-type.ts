import { hasDecimalCommas } from "../typed-columns.ts";

/** What a column of a learner's table is taken for. */
export type ColumnType = "number" | "category" | "text";

/** What stands before the decimals. */
export type DecimalSign = "." | ",";

/** Share of a column's cells that must be numbers for it to be taken for one; the others count as missing. */
const mostlyNumbers = 0.95;
/** A column of at most this many different texts, each twice on average, is a category. */
const mostCategories = 50;

const missingWords = new Set(["", "na", "n/a", "nan", "null", "none", "-", "–", "?", "."]);
const longestMissing = 4;

/** Whether a cell says that nothing is known. */
export function isMissing(cell: string): boolean {
  const text = cell.trim();
  return text.length <= longestMissing && missingWords.has(text.toLowerCase());
}

/** The sign before the decimals: a comma where some cell can only be read so, and none only otherwise. */
export function decimalSignOf(rows: readonly (readonly string[])[], separator: string): DecimalSign {
  return hasDecimalCommas(rows, separator) ? "," : ".";
}

const point = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
const comma = /^[-+]?(?:\d+,?\d*|,\d+)(?:e[-+]?\d+)?$/i;
// Thousands are set apart by the other sign, a space of some kind, or an apostrophe; by the same one throughout.
const groupedPoint = /^[-+]?\d{1,3}([, \u00a0\u202f'\u2019])\d{3}(?:\1\d{3})*(?:\.\d+)?$/;
const groupedComma = /^[-+]?\d{1,3}([. \u00a0\u202f'\u2019])\d{3}(?:\1\d{3})*(?:,\d+)?$/;

/**
 * The number that a cell says, NaN when it says none. Per cents are numbers, 45 for "45 %"; any other unit or word beside
 * a number makes it none.
 */
export function numberOf(cell: string, decimal: DecimalSign): number {
  let text = cell.trim();
  if (text.charCodeAt(0) === 0x2212) text = `-${text.slice(1)}`;
  if (text.endsWith("%")) text = text.slice(0, -1).trimEnd();
  if (decimal === ".") {
    if (point.test(text)) return Number(text);
    return groupedPoint.test(text) ? Number(text.replace(/[^-+\d.]/g, "")) : Number.NaN;
  }
  if (comma.test(text)) return Number(text.replace(",", "."));
  return groupedComma.test(text) ? Number(text.replace(/[^-+\d,]/g, "").replace(",", ".")) : Number.NaN;
}

// 007 is a code: as a number it would lose what makes it different.
const code = /^\s*0\d/;

/** What a column is likely to be. It looks no further than it must: tables have a million cells. */
export function typeOf(cells: readonly string[], decimal: DecimalSign): ColumnType {
  const filled = cells.filter((cell) => !isMissing(cell));
  if (filled.length === 0) return "text";
  if (areMostlyNumbers(filled, decimal)) return "number";
  return areCategories(filled) ? "category" : "text";
}

function areMostlyNumbers(filled: readonly string[], decimal: DecimalSign): boolean {
  const most = filled.length - mostlyNumbers * filled.length;
  let others = 0;
  for (const cell of filled) {
    if (!code.test(cell) && !Number.isNaN(numberOf(cell, decimal))) continue;
    others += 1;
    if (others > most) return false;
  }
  return true;
}

function areCategories(filled: readonly string[]): boolean {
  const most = Math.min(mostCategories, filled.length / 2);
  const different = new Set<string>();
  for (const cell of filled) {
    different.add(cell.trim());
    if (different.size > most) return false;
  }
  return true;
}
