export type ColumnType = "number" | "text" | "boolean" | "date";

/** One column of a table: its name, what its values are, and where they come from. */
export type TableColumn = { name: string; type: ColumnType; missing: number };

/** A table as the view takes it; `at` reads one value, so that nothing is copied. */
export type TableData = {
  columns: TableColumn[];
  rowCount: number;
  at(row: number, column: number): unknown;
};
