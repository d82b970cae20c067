import type { DataFrame } from "danfojs";
import { Matrix } from "../../learn/base/matrix.ts";
import { nearestName } from "../../learn/base/nearest-name.ts";
import { checkArray } from "../check-arguments.ts";
import { clipOf, type DatasetClip } from "./clips.ts";
import type { DatasetFile, DatasetRow, FeatureInfo, KitInfo, SetAsideRow } from "./dataset-file.ts";

/** What is known of a sound besides its features. */
export type RowInfo = Omit<DatasetRow, "x" | "clip">;

/** A sound that is not in the table, and why. */
export type SetAsideInfo = Omit<SetAsideRow, "x" | "clip">;

/** One row as a plain object: its label, kit, instrument and author, and each feature under its name. */
export type DatasetRecord = Record<string, string | number>;

/** What a dataset says of itself. */
export type DatasetMeta = {
  id: string;
  title: string;
  summary: string;
  licence: string;
  features: FeatureInfo[];
  kits: KitInfo[];
};

/** A dataset as a lesson uses it. Row i of X, y[i], groups[i], rows[i] and clips[i] are of the same sound. */
export class Dataset {
  /** One row a sound, one column a feature. */
  readonly X: Matrix;
  /** The class of each sound. */
  readonly y: string[];
  /** The drum kit of each sound: what a fair split keeps together. */
  readonly groups: string[];
  /** The names of the columns of X. */
  readonly featureNames: string[];
  /** The classes, in the order in which figures show them. */
  readonly classNames: string[];
  /** What else is known of each sound: its instrument, kit and author. */
  readonly rows: RowInfo[];
  /** Each sound: one that can be heard, or null. */
  readonly clips: (DatasetClip | null)[];
  /** For each class, the row of a clear case of it; empty in a dataset that cannot be heard. */
  readonly examples: Record<string, number>;
  /** Sounds that naive labelling would have let in, and twins. */
  readonly setAside: { X: Matrix; rows: SetAsideInfo[] };
  /** Title, summary, licence, and what its features and kits are. */
  readonly meta: DatasetMeta;

  /** `base` is the URL that the file came from; its clips lie beside it. */
  constructor(file: DatasetFile, base: string) {
    const { id, title, summary, licence, features, kits, classNames, rows, setAside } = file;
    this.X = Matrix.from(rows.map(({ x }) => x));
    this.y = rows.map(({ label }) => label);
    this.groups = rows.map(({ kit }) => kit);
    this.featureNames = features.map(({ name }) => name);
    this.classNames = classNames;
    this.rows = rows.map(({ x, clip, ...info }) => info);
    this.clips = rows.map((row) => clipOf(row, file, base));
    this.examples = Object.fromEntries(
      Object.entries(file.examples).map(([label, rowId]) => [
        label,
        rows.findIndex((row) => row.id === rowId),
      ]),
    );
    this.setAside = {
      X: Matrix.from(setAside.map(({ x }) => x)),
      rows: setAside.map(({ x, clip, ...info }) => info),
    };
    this.meta = { id, title, summary, licence, features, kits };
  }

  /** The named columns of X, in this order. Throws when it is given no array or there is no such feature. */
  select(names: readonly string[]): Matrix {
    checkArray("select", "names", names, '["brightness"]');
    const columns = names.map((name) => {
      const column = this.featureNames.indexOf(name);
      if (column >= 0) return column;
      const nearest = nearestName(name, this.featureNames);
      throw new RangeError(
        `${this.meta.id} has no feature "${name}"; did you mean "${nearest}"? It has ${this.featureNames.join(", ")}.`,
      );
    });
    return this.X.selectCols(columns);
  }

  /** Every sound as a plain object, for tables and for Plot. */
  records(): DatasetRecord[] {
    return this.rows.map(({ label, kit, instrument, author }, i) => {
      const numbers = this.featureNames.map((name, j) => [name, this.X.row(i)[j]!]);
      return { label, kit, instrument, author, ...Object.fromEntries(numbers) };
    });
  }

  /** The records as a danfojs DataFrame; danfojs is loaded when this is first called. */
  async frame(): Promise<DataFrame> {
    const { DataFrame } = await import("danfojs");
    return new DataFrame(this.records());
  }
}
