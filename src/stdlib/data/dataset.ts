import type { DataFrame } from "danfojs";
import type { Matrix } from "../../learn/base/matrix.ts";
import { nearestName } from "../../learn/base/nearest-name.ts";
import { checkArray } from "../check-arguments.ts";
import { clipsOf, type DatasetClip } from "./clips.ts";
import { lengthOf } from "./columns.ts";
import { type DataRecord, DataTable } from "./data-table.ts";
import type { ColumnInfo, DatasetFile, SourceInfo } from "./dataset-file.ts";

/** What a dataset says of itself. */
export type DatasetMeta = {
  id: string;
  title: string;
  summary: string;
  licence: string;
  /** Whether it was made up. */
  synthetic: boolean;
  /** The columns of X. */
  features: ColumnInfo[];
  /** What y is; null where there is nothing to predict. */
  target: ColumnInfo | null;
  /** All columns of a row: the target, what else is known, the features. */
  columns: ColumnInfo[];
  /** Whom it comes from. */
  sources: SourceInfo[];
  /** The further tables that `table` takes, with what they are. */
  tables: { name: string; title: string; description: string }[];
};

/** A dataset as a lesson uses it. Row i of X, y[i], groups[i], rows[i] and clips[i] belong together. */
export class Dataset {
  /** One row a sample, one column a feature. */
  readonly X: Matrix;
  /** The class of each row, or the number to be predicted; empty where there is nothing to predict. */
  readonly y: string[];
  /** What a fair split keeps together: the drum kit, the school; empty where rows are independent. */
  readonly groups: string[];
  /** The names of the columns of X. */
  readonly featureNames: string[];
  /** The classes, in the order in which figures show them. */
  readonly classNames: string[];
  /** What of each row can be heard, or null. */
  readonly clips: (DatasetClip | null)[];
  /** For each class, the row of a clear case of it; empty in a dataset that cannot be heard. */
  readonly examples: Record<string, number>;
  /** Title, summary, licence, and what its columns are. */
  readonly meta: DatasetMeta;
  readonly #all: DataTable;
  readonly #known: DataTable;
  #rows: DataRecord[] | undefined;
  readonly #tables: Map<string, DataTable>;

  /** `base` is the URL that the file came from; its clips lie beside it. */
  constructor(file: DatasetFile, base: string) {
    const { id, title, summary, licence, features, target, info, sources, classNames } = file;
    const known = [...(target ? [target] : []), ...info];
    this.#all = new DataTable(id, [...known, ...features]);
    this.featureNames = features.map(({ name }) => name);
    this.X = this.#all.select(this.featureNames);
    // A lesson knows whether its classes are texts or its target is a number.
    this.y = target ? (this.#all.column(target.name) as string[]) : [];
    this.groups = file.group ? (this.#all.column(file.group) as string[]) : [];
    this.classNames = classNames;
    this.#known = new DataTable(id, known);
    this.clips = clipsOf({ length: this.#all.length, clips: file.clips, columns: known }, file, base);
    this.examples = file.examples ?? {};
    const tables = Object.entries(file.tables ?? {});
    this.#tables = new Map(
      tables.map(([name, { columns, clips }]) => {
        const length = columns[0] ? lengthOf(columns[0]) : 0;
        return [
          name,
          new DataTable(`${id}, ${name}`, columns, clipsOf({ length, clips, columns }, file, base)),
        ];
      }),
    );
    const infoOf = (name: string) => this.#all.columns.find((column) => column.name === name)!;
    this.meta = {
      id,
      title,
      summary,
      licence,
      synthetic: file.synthetic === true,
      features: this.featureNames.map(infoOf),
      target: target ? infoOf(target.name) : null,
      columns: this.#all.columns,
      sources,
      tables: tables.map(([name, { title, description }]) => ({ name, title, description })),
    };
  }

  /** What is known of each row besides its features: its class and group among it. */
  get rows(): DataRecord[] {
    this.#rows ??= this.#known.records();
    return this.#rows;
  }

  /** The named features as a Matrix, in this order. Throws when it is given no array or there is no such feature. */
  select(names: readonly string[]): Matrix {
    checkArray("select", "names", names, '["brightness"]');
    for (const name of names) {
      if (this.featureNames.includes(name)) continue;
      const nearest = nearestName(String(name), this.featureNames);
      throw new RangeError(
        `${this.meta.id} has no feature "${name}"; did you mean "${nearest}"? It has ${this.featureNames.join(", ")}.`,
      );
    }
    return this.#all.select(names);
  }

  /** The values of any column, one a row. Throws when there is no such column. */
  column(name: string): ReturnType<DataTable["column"]> {
    return this.#all.column(name);
  }

  /** A further table: the notes of tunes, the bars of grooves, what was set aside. Throws when there is no such table. */
  table(name: string): DataTable {
    const table = this.#tables.get(name);
    if (table) return table;
    const names = [...this.#tables.keys()];
    const has =
      names.length > 0
        ? `did you mean "${nearestName(String(name), names)}"? It has ${names.join(", ")}.`
        : "it has no further tables.";
    throw new RangeError(`${this.meta.id} has no table "${name}"; ${has}`);
  }

  /** Every row as a plain object, for tables and for Plot. */
  records(): DataRecord[] {
    return this.#all.records();
  }

  /** The records as a danfojs DataFrame; danfojs is loaded when this is first called. */
  async frame(): Promise<DataFrame> {
    const { DataFrame } = await import("danfojs");
    return new DataFrame(this.records());
  }
}
