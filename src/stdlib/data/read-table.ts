import { dsvFormat } from "d3-dsv";
import { columnNames, notesOf, openQuoteNotes } from "./own/table-text.ts";
import { hasDecimalCommas, type TypedValue, typedColumn } from "./typed-columns.ts";

/** The rows of a table, each an object with a value for each column. */
export type Table = Record<string, TypedValue>[] & {
  /** The names of the columns, in order. */
  columns: string[];
  /** What was found out about how the file is written, such as "semicolons between the columns"; else empty. */
  notes: string[];
};

const separators: Record<string, string> = { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars" };

/**
 * Reads a table from text: a line of names, then a line a row.
 *
 * @param separator what stands between the columns; by default what the first line has most of
 * @param typed whether columns become numbers, dates, or true and false where all of their cells are; else all is text
 */
export function readTable(
  text: string,
  { separator, typed = false }: { separator?: string; typed?: boolean } = {},
): Table {
  const declared = text.match(/^sep=(.)\r?\n/);
  const body = declared ? text.slice(declared[0].length) : text.replace(/^\uFEFF/, "");
  const between = separator ?? declared?.[1] ?? separatorOf(body);
  const [header = [], ...all] = dsvFormat(between).parseRows(body);
  const columns = columnNames(header);
  const rows = all.filter((row) => columns.length < 2 || row.some((cell) => cell !== ""));
  const decimalCommas = typed && between !== "," && hasDecimalCommas(rows, between);
  const values = columns.map((_, j) => {
    const cells = rows.map((row) => row[j] ?? "");
    return typed ? typedColumn(cells, decimalCommas) : cells;
  });
  // `fromEntries` makes any name a property of its own, `__proto__` too.
  const table = rows.map((_, i) => Object.fromEntries(columns.map((name, j) => [name, values[j]![i]!])));
  const notes = [
    !separator && between !== "," && `${separators[between] ?? `“${between}”`} between the columns`,
    decimalCommas && "commas before the decimals",
    ...notesOf(rows, columns.length),
    ...openQuoteNotes(body, [header, ...all]),
  ];
  return hidden(table as Table, { columns, notes: notes.filter((note) => note !== false) });
}

/** Like the `columns` of d3: there for who asks, and not among the rows that an inspector shows. */
function hidden(table: Table, { columns, notes }: { columns: string[]; notes: string[] }): Table {
  Object.defineProperty(table, "columns", { value: columns });
  Object.defineProperty(table, "notes", { value: notes });
  return table;
}

/** What the first line has most of, outside quotes. */
function separatorOf(text: string): string {
  const line = text.replace(/"(?:[^"]|"")*"/g, "").match(/^[^\r\n]*/)![0];
  const counts = Object.keys(separators).map((sign) => ({ sign, count: line.split(sign).length - 1 }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).sign;
}
