import { isFrame, isMatrix, isObject, isPlain, isTypedArray } from "./value-shapes.ts";

export type ColumnType = "number" | "text" | "boolean" | "date";

/** One column of a table: its name and what its values are. */
export type TableColumn = {
  name: string;
  type: ColumnType;
  /** How many values are missing: null, undefined or NaN. */
  missing: number;
  /** Digits behind the point that its numbers are shown with. */
  decimals: number;
};

/** A table as the view takes it. `at` reads one value, and never throws; nothing is copied. */
export type TableData = {
  /** What it is a table of: "Matrix", "DataFrame", "Table". */
  kind: string;
  columns: TableColumn[];
  rowCount: number;
  at(row: number, column: number): unknown;
};

type Source = { kind: string; names: string[]; rowCount: number; at(row: number, column: number): unknown };

/** Numbers are shown with about so many digits that count. */
const digits = 5;
const mostDecimals = 8;
/** What is larger than this is not taken for a table. */
const mostColumns = 1000;
const mostRows = 1_000_000;

/** A value as a table: a matrix, a data frame, an array of alike objects or of rows of one length. Null for others. */
export function tableDataOf(value: unknown): TableData | null {
  const source = sourceOf(value);
  if (!source || source.names.length === 0) return null;
  const { kind, names, rowCount } = source;
  const at = (row: number, column: number) => {
    try {
      return source.at(row, column);
    } catch {
      return "cannot be read";
    }
  };
  return { kind, rowCount, at, columns: names.map((name, j) => profile(name, rowCount, (i) => at(i, j))) };
}

/** Whether a value counts as missing in a table. */
export function isMissing(value: unknown): boolean {
  return value === null || value === undefined || Number.isNaN(value);
}

function sourceOf(value: unknown): Source | null {
  if (isMatrix(value)) {
    const { rows, cols, data } = value;
    return { kind: "Matrix", names: numbered(cols), rowCount: rows, at: (i, j) => data[i * cols + j] };
  }
  if (isFrame(value)) {
    const { columns, values } = value;
    return {
      kind: "DataFrame",
      names: columns.map(String),
      rowCount: value.shape[0],
      at: (i, j) => values[i]?.[j],
    };
  }
  if (!Array.isArray(value) || value.length > mostRows || !isObject(value[0])) return null;
  return value.every((row) => isObject(row) && (Array.isArray(row) || isTypedArray(row)))
    ? ofRows(value)
    : ofObjects(value);
}

function ofRows(rows: readonly ArrayLike<unknown>[]): Source | null {
  const width = rows[0]!.length;
  const isTable = width <= mostColumns && rows.every((row) => row.length === width);
  if (!isTable) return null;
  return { kind: "Table", names: numbered(width), rowCount: rows.length, at: (i, j) => rows[i]![j] };
}

function ofObjects(rows: readonly unknown[]): Source | null {
  const names = new Set<string>();
  let filled = 0;
  for (const row of rows) {
    if (!isObject(row) || Array.isArray(row) || !isPlain(row)) return null;
    for (const name of Object.keys(row)) {
      names.add(name);
      filled++;
    }
    if (names.size > mostColumns) return null;
  }
  // Objects that share little are a list of different things, not a table.
  if (filled * 2 < rows.length * names.size) return null;
  const ordered = Array.from(names);
  const objects = rows as readonly Record<string, unknown>[];
  return { kind: "Table", names: ordered, rowCount: rows.length, at: (i, j) => objects[i]![ordered[j]!] };
}

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, j) => String(j));
}

function profile(name: string, rowCount: number, at: (row: number) => unknown): TableColumn {
  const types = new Set<ColumnType>();
  let missing = 0;
  let largest = 0;
  let hasFractions = false;
  for (let i = 0; i < rowCount; i++) {
    const value = at(i);
    if (isMissing(value)) missing++;
    else types.add(typeOf(value));
    if (typeof value === "number" && Number.isFinite(value)) {
      largest = Math.max(largest, Math.abs(value));
      hasFractions ||= !Number.isInteger(value);
    }
  }
  const [type = "text"] = types;
  const decimals = hasFractions ? digits - 1 - Math.floor(Math.log10(largest)) : 0;
  return {
    name,
    type: types.size === 1 ? type : "text",
    missing,
    decimals: Math.min(Math.max(decimals, 0), mostDecimals),
  };
}

function typeOf(value: unknown): ColumnType {
  if (typeof value === "number" || typeof value === "bigint") return "number";
  if (typeof value === "boolean") return "boolean";
  return value instanceof Date ? "date" : "text";
}
