import type { TableData } from "./table-data.ts";

export type DataTableOptions = {
  /** What the table shows, in a few words: its name for those who cannot see it. */
  name: string;
};

/** A table that can be sorted, searched, filtered, copied and kept as CSV. */
export function dataTable(_data: TableData, _options: DataTableOptions): HTMLElement {
  return document.createElement("div");
}
