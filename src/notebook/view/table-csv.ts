import type { TableData } from "./table-data.ts";
import { fullText } from "./table-text.ts";

/**
 * Rows of a table as CSV (RFC 4180: a head line, CRLF, quotes where they are needed). Values are written in full,
 * not as they are rounded on the page; what is missing is empty.
 */
export function tableCsv(data: TableData, rows: Iterable<number>): string {
  const head = data.columns.map(({ name }) => csvField(name));
  const lines = Array.from(rows, (row) => data.columns.map((_, j) => csvField(fullText(data.at(row, j)))));
  return [head, ...lines].map((fields) => `${fields.join(",")}\r\n`).join("");
}

function csvField(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The same for the clipboard: spreadsheets take tabs. A value cannot hold one, or a line break. */
export function tableTsv(data: TableData, rows: Iterable<number>): string {
  const oneLine = (text: string) => text.replace(/[\t\r\n]+/g, " ");
  const lines = Array.from(rows, (row) => data.columns.map((_, j) => oneLine(fullText(data.at(row, j)))));
  return [data.columns.map(({ name }) => oneLine(name)), ...lines]
    .map((fields) => fields.join("\t"))
    .join("\n");
}
