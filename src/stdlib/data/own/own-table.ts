import {
  type ColumnType,
  type DecimalSign,
  decimalSignOf,
  isMissing,
  numberOf,
  typeOf,
} from "./column-type.ts";
import { type TableText, type TextReading, tableText } from "./table-text.ts";

/** How a learner's table is read; what is not given is found out. */
export type TableReading = TextReading & {
  decimal?: DecimalSign | undefined;
  /** What columns are, by name, where it is not what was found. */
  types?: Readonly<Record<string, ColumnType>>;
};

/** A column as it was read. */
export type OwnColumn = {
  name: string;
  type: ColumnType;
  /** How many cells say that nothing is known. */
  missing: number;
  /** Of a column of numbers: how many cells are none, and the first of them with its row, counted from 1. */
  odd: { count: number; row: number; text: string } | null;
  /** The values: numbers with NaN, texts with null. */
  values: number[] | (string | null)[];
};

/** A learner's table. */
export type OwnTable = Pick<TableText, "separator" | "hasNames" | "notes"> & {
  decimal: DecimalSign;
  columns: OwnColumn[];
  /** How many rows there are. */
  length: number;
};

/**
 * Reads a learner's table: columns, their types, and what of it could not be read.
 *
 * @throws RangeError when there is no row, in words for the learner; `name` is the file's
 */
export function ownTable(name: string, text: string, reading: TableReading = {}): OwnTable {
  const { columns: names, rows, separator, hasNames, notes } = tableText(text, reading);
  if (rows.length === 0) {
    const has = names.length > 0 ? `only a line of names: ${names.slice(0, 5).join(", ")}` : "nothing in it";
    throw new RangeError(`${name} has ${has}. A table needs a line for each thing that was measured.`);
  }
  const decimal = reading.decimal ?? decimalSignOf(rows, separator);
  const columns = names.map((column, j) =>
    columnOf(
      column,
      rows.map((row) => row[j]!),
      decimal,
      reading.types?.[column],
    ),
  );
  return { separator, hasNames, notes, decimal, columns, length: rows.length };
}

function columnOf(
  name: string,
  cells: readonly string[],
  decimal: DecimalSign,
  wanted: ColumnType | undefined,
): OwnColumn {
  const type = wanted ?? typeOf(cells, decimal);
  const missing = cells.filter(isMissing).length;
  if (type !== "number") {
    const values = cells.map((cell) => (isMissing(cell) ? null : cell.trim()));
    return { name, type, missing, odd: null, values };
  }
  const values = cells.map((cell) => (isMissing(cell) ? Number.NaN : numberOf(cell, decimal)));
  const odd = cells.flatMap((cell, i) => (Number.isNaN(values[i]) && !isMissing(cell) ? [i] : []));
  const first = odd[0];
  return {
    name,
    type,
    missing,
    odd: first === undefined ? null : { count: odd.length, row: first + 1, text: cells[first]!.trim() },
    values,
  };
}
