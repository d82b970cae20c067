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

/** Whether a cell says that nothing is known. */
export function isMissing(cell: string): boolean {
  return missingWords.has(cell.trim().toLowerCase());
}

/** The sign before the decimals: a comma where some cell can only be read so, and none only otherwise. */
export function decimalSignOf(rows: readonly (readonly string[])[]): DecimalSign {
  return hasDecimalCommas(rows) ? "," : ".";
}

const point = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
const groupedPoint = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const comma = /^[-+]?(?:\d+,?\d*|,\d+)(?:e[-+]?\d+)?$/i;
const groupedComma = /^[-+]?\d{1,3}(?:[. \u00a0]\d{3})+(?:,\d+)?$/;

/** The number that a cell says, NaN when it says none. A unit or a word beside it makes it none. */
export function numberOf(cell: string, decimal: DecimalSign): number {
  const text = cell.trim().replace("\u2212", "-");
  if (decimal === ".") {
    if (point.test(text)) return Number(text);
    return groupedPoint.test(text) ? Number(text.replaceAll(",", "")) : Number.NaN;
  }
  if (comma.test(text)) return Number(text.replace(",", "."));
  return groupedComma.test(text) ? Number(text.replace(/[. \u00a0]/g, "").replace(",", ".")) : Number.NaN;
}

/** What a column is likely to be. */
export function typeOf(cells: readonly string[], decimal: DecimalSign): ColumnType {
  const filled = cells.filter((cell) => !isMissing(cell));
  if (filled.length === 0) return "text";
  // 007 is a code: as a number it would lose what makes it different.
  const isCode = (cell: string) => /^\s*0\d/.test(cell);
  const numbers = filled.filter((cell) => !isCode(cell) && !Number.isNaN(numberOf(cell, decimal)));
  if (numbers.length >= mostlyNumbers * filled.length) return "number";
  const different = new Set(filled.map((cell) => cell.trim())).size;
  return different <= mostCategories && different <= filled.length / 2 ? "category" : "text";
}
