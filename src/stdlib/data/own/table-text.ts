import { dsvFormat } from "d3-dsv";

/** The cells of a table in text form: a name for each column, and rows that all have that many cells. */
export type TableText = {
  columns: string[];
  rows: string[][];
  /** What stands between the columns. */
  separator: string;
  /** Whether the first line was taken for names. */
  hasNames: boolean;
  /** What was unusual, in words. */
  notes: string[];
};

/** How the text is to be read, where the reader knows better than what is found out. */
export type TextReading = { separator?: string | undefined; hasNames?: boolean | undefined };

/** The separators that are looked for, by what they are called. */
export const separators: Readonly<Record<string, string>> = {
  commas: ",",
  semicolons: ";",
  tabs: "\t",
  bars: "|",
};

const isNumberLike = (cell: string) => /^\s*[-+]?[\d.,]*\d[\d.,]*(e[-+]?\d+)?\s*$/i.test(cell);

/**
 * Reads text as a table. What stands between the columns is what the first lines have most of, outside quotes; a first
 * line without a single number is taken for the names.
 */
export function tableText(text: string, reading: TextReading = {}): TableText {
  const declared = text.match(/^sep=(.)\r?\n/);
  const body = declared ? text.slice(declared[0].length) : text.replace(/^\uFEFF/, "");
  const separator = reading.separator ?? declared?.[1] ?? separatorOf(body);
  const all = dsvFormat(separator)
    .parseRows(body)
    .filter((row) => row.some((cell) => cell.trim() !== ""));
  const hasNames = reading.hasNames ?? !(all[0] ?? []).some(isNumberLike);
  const [head = [], ...rest] = hasNames ? all : [widest(all).map(() => ""), ...all];
  const columns = columnNames(head);
  return {
    columns,
    rows: squared(rest, columns.length),
    separator,
    hasNames,
    notes: [...notesOf(rest, columns.length), ...openQuoteNotes(body, all)],
  };
}

function widest(rows: readonly string[][]): string[] {
  return rows.reduce<string[]>((most, row) => (row.length > most.length ? row : most), []);
}

function squared(rows: readonly string[][], width: number): string[][] {
  return rows.map((row) =>
    row.length === width ? row : Array.from({ length: width }, (_, j) => row[j] ?? ""),
  );
}

/** What the first lines have most of, outside quotes. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, "")
    .split(/\r?\n/, 20);
  const counts = Object.values(separators).map((sign) => ({
    sign,
    count: lines.reduce((sum, line) => sum + line.split(sign).length - 1, 0),
    // A decimal comma comes in some lines and not in others; a separator equally often in each.
    even: new Set(lines.filter(Boolean).map((line) => line.split(sign).length)).size === 1,
  }));
  const found = counts.filter(({ count }) => count > 0);
  const better = found.some(({ even }) => even) ? found.filter(({ even }) => even) : found;
  return better.reduce((best, next) => (next.count > best.count ? next : best), better[0] ?? counts[0]!).sign;
}

/** A name for each column: numbered where there is none, or the same one was there before. */
export function columnNames(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((cell, i) => {
    const name = cell.trim() || `column ${i + 1}`;
    let free = name;
    for (let n = 2; taken.has(free); ++n) free = `${name} (${n})`;
    taken.add(free);
    return free;
  });
}

/** What is unusual about the lengths of rows, in words. */
export function notesOf(rows: readonly (readonly string[])[], columns: number): string[] {
  const longer = rows.filter((row) => row.length > columns).length;
  const shorter = rows.filter((row) => row.length < columns).length;
  const have = (count: number) => (count === 1 ? "1 row has" : `${count.toLocaleString("en")} rows have`);
  return [
    ...(longer > 0 ? [`${have(longer)} more cells than there are columns, which are left out`] : []),
    ...(shorter > 0 ? [`${have(shorter)} fewer cells than there are columns`] : []),
  ];
}

/** A quote that opens and never closes makes one cell of all that follows; in words, and where it is. */
export function openQuoteNotes(text: string, rows: readonly (readonly string[])[]): string[] {
  const last = rows.at(-1)?.at(-1)?.trimEnd() ?? "";
  const inFile = last.replaceAll('"', '""');
  const whole = text.trimEnd();
  const opens = whole.length - inFile.length - 1;
  if (last === "" || !whole.endsWith(inFile) || whole[opens] !== '"') return [];
  const line = whole.slice(0, opens).split(/\r\n|\r|\n/).length;
  return [`line ${line} has a quote (") that is never closed: all that follows it is in one cell`];
}
