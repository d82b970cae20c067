import type { Arranger } from "./arranger.ts";
import type { Columns } from "./columns.ts";
import { introsort } from "./introsort.ts";

/** Sorts a node's rows each time a feature is looked at, in the steps that scikit-learn takes, ties included. */
export class Introsorted implements Arranger {
  readonly columns: Columns;
  readonly rows: Int32Array;
  private readonly values: Float32Array;

  constructor(columns: Columns, rows: Int32Array) {
    this.columns = columns;
    this.rows = rows;
    this.values = new Float32Array(rows.length);
  }

  arrange(feature: number, start: number, end: number): Int32Array {
    const { rows, values } = this;
    const column = this.columns[feature]!;
    for (let p = start; p < end; p++) values[p] = column[rows[p]!]!;
    introsort(values, rows, start, end);
    return rows;
  }

  part(feature: number, threshold: number, start: number, end: number): void {
    const { rows } = this;
    const column = this.columns[feature]!;
    let last = end;
    for (let p = start; p < last; ) {
      const row = rows[p]!;
      if (column[row]! <= threshold) p++;
      else {
        last--;
        rows[p] = rows[last]!;
        rows[last] = row;
      }
    }
  }
}
