import { Matrix } from "../../learn/base/matrix.ts";
import { nearestName } from "../../learn/base/nearest-name.ts";
import { checkArray } from "../check-arguments.ts";
import type { DatasetClip } from "./clips.ts";
import { lengthOf, type Value, valuesOf } from "./columns.ts";
import type { Column, ColumnInfo } from "./dataset-file.ts";

/** One row as a plain object: each column under its name. */
export type DataRecord = Record<string, Value>;

/** A table of named columns, all of one length. */
export class DataTable {
  /** How many rows it has. */
  readonly length: number;
  /** What each column is: name, label, unit, description. */
  readonly columns: ColumnInfo[];
  /** What of each row can be heard, or null. */
  readonly clips: readonly (DatasetClip | null)[];
  /** What errors call it. */
  readonly #title: string;
  readonly #columns: Map<string, Column>;
  readonly #read = new Map<string, Value[]>();

  /** `title` is what errors call it; `clips`, where rows can be heard, has one entry a row. */
  constructor(title: string, columns: readonly Column[], clips?: readonly (DatasetClip | null)[]) {
    this.#title = title;
    this.#columns = new Map(columns.map((column) => [column.name, column]));
    this.columns = columns.map(({ name, label, unit, description }) => ({ name, label, unit, description }));
    this.length = columns[0] ? lengthOf(columns[0]) : 0;
    this.clips = clips ?? new Array(this.length).fill(null);
  }

  /** The values of a column, one a row: numbers, NaN where one is missing; or texts, null where one is missing. Throws when there is no such column. */
  column(name: string): Value[] {
    let values = this.#read.get(name);
    if (!values) {
      values = valuesOf(this.#named(name));
      this.#read.set(name, values);
    }
    return values;
  }

  /** The named columns of numbers as a Matrix, in this order. Throws when one of them is not there, or is text. */
  select(names: readonly string[]): Matrix {
    checkArray("select", "names", names, '["brightness"]');
    const columns = names.map((name) => {
      const column = this.#named(name);
      if ("values" in column) return this.column(name) as number[];
      throw new TypeError(`${this.#title}: "${name}" is text, and a Matrix holds numbers.`);
    });
    const data = new Float64Array(this.length * names.length);
    for (const [j, values] of columns.entries()) {
      for (let i = 0; i < values.length; i++) data[i * names.length + j] = values[i]!;
    }
    return new Matrix(data, this.length, names.length);
  }

  /** Every row as a plain object, for tables and for Plot. */
  records(): DataRecord[] {
    const columns = this.columns.map(({ name }) => [name, this.column(name)] as const);
    return Array.from({ length: this.length }, (_, i) =>
      Object.fromEntries(columns.map(([name, values]) => [name, values[i]!])),
    );
  }

  #named(name: string): Column {
    const column = this.#columns.get(name);
    if (column) return column;
    const names = [...this.#columns.keys()];
    throw new RangeError(
      `${this.#title} has no column "${name}"; did you mean "${nearestName(String(name), names)}"? It has ${names.join(", ")}.`,
    );
  }
}
