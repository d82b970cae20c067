import { checkRoom } from "../base/check-room.ts";
import type { Label } from "../base/labels.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { oneOf, type ParamRule } from "../base/params.ts";
import { shown } from "../base/shown.ts";
import { Transformer } from "../base/transformer.ts";
import { checkedCategories, type Table, tableOf } from "./categories.ts";
import { featureNames } from "./feature-names.ts";

type Categories = "auto" | readonly (readonly Label[])[];
type Drop = null | "first" | "if_binary";
/** `dropped` is for each column the position of the category without a column of its own, or -1. */
type Fitted = { categories: Label[][]; dropped: number[] };

const categoriesRule: ParamRule = {
  default: "auto",
  allows: (value) =>
    value === "auto" ||
    (Array.isArray(value) && value.every((list) => Array.isArray(list) && list.length > 0)),
  allowed: '"auto" or a list of categories for each column, such as [["minor", "major"], [3, 4]]',
};
const dropRule: ParamRule = {
  default: null,
  allows: (value) => value === null || value === "first" || value === "if_binary",
  allowed: 'null, "first" or "if_binary"',
};

/**
 * Makes columns of 0 and 1 out of categories (text or numbers): one for each category of each column, 1 where the
 * row is of that category. Categories are sorted: numbers by size, text by character code.
 *
 * `drop: "first"` leaves out each column's first category, `"if_binary"` that of columns with two categories.
 * A category that was not there in `fit` throws, or with `handleUnknown: "ignore"` gets zeros only.
 * Time of `fit` and `transform`: rows × columns, and columns made.
 * @example
 * const encoder = new OneHotEncoder().fit([["C", "major"], ["A", "minor"]]);
 * display(encoder.getFeatureNamesOut(["key", "mode"]));
 * display(encoder.transform([["C", "minor"]]).data);
 */
export class OneHotEncoder extends Transformer<Fitted, Table> {
  static override readonly typeName = "OneHotEncoder";
  static override readonly params = {
    categories: categoriesRule,
    drop: dropRule,
    handleUnknown: oneOf("error", "ignore"),
  };
  declare categories: Categories;
  declare drop: Drop;
  declare handleUnknown: "error" | "ignore";

  constructor(
    params: {
      /** The categories of each column; "auto" for those that occur. */
      categories?: Categories;
      /** Which category gets no column: none, each column's first, or the first of two. */
      drop?: Drop;
      /** What to do with a category that was not there in `fit`. */
      handleUnknown?: "error" | "ignore";
    } = {},
  ) {
    super(params);
  }

  /**
   * Learns the categories of each column; `y` is not looked at. Throws when `X` has no rows, or text and numbers in one column.
   *
   * @param X the samples: a row is an array of text and numbers
   * @param _y not looked at
   */
  fit(X: Table, _y?: unknown): this {
    const table = tableOf(X);
    if (table.rows === 0 || table.cols === 0) {
      throw new RangeError(
        `fit needs at least one row and one column, but X is ${table.rows} × ${table.cols}`,
      );
    }
    const categories = checkedCategories(table, this.categories, this.handleUnknown === "ignore");
    const dropped = categories.map(({ length }) => {
      return this.drop === "first" || (this.drop === "if_binary" && length === 2) ? 0 : -1;
    });
    this.fitted = { categories, dropped };
    return this;
  }

  /** A new Matrix of 0 and 1. Throws at a category that is not known, unless they are ignored. */
  transform(X: Table): Matrix {
    const { categories } = this.learned;
    const { rows, cols, at } = tableOf(X);
    if (cols !== categories.length && rows > 0) {
      throw new RangeError(
        `X must have ${categories.length} columns, as when OneHotEncoder was fitted, but it has ${cols}`,
      );
    }
    const blocks = this.blocks();
    const width = blocks.reduce((sum, { kept }) => sum + kept.length, 0);
    checkRoom("OneHotEncoder", rows, width, "there are too many different categories");
    const coded = new Float64Array(rows * width);
    for (const [j, { start, kept, drop }] of blocks.entries()) {
      const column = new Map(kept.map((category, position) => [category, start + position]));
      for (let i = 0; i < rows; i++) {
        const value = at(i, j);
        const place = column.get(value);
        if (place !== undefined) coded[i * width + place] = 1;
        else if (value !== drop && this.handleUnknown === "error") {
          throw new RangeError(
            `X: row ${i}, column ${j} is ${shown(value)}, which is none of the categories that were fitted: ${categories[j]!.map(shown).join(", ")}`,
          );
        }
      }
    }
    return new Matrix(coded, rows, width);
  }

  /**
   * The categories of which `transform` made these rows: in each block of columns that with the largest number.
   * Where all are 0 it is the category that was dropped, or null for an unknown one.
   */
  inverseTransform(X: MatrixLike): (Label | null)[][] {
    const blocks = this.blocks();
    const width = blocks.reduce((sum, { kept }) => sum + kept.length, 0);
    const matrix = this.checkedInput(X, width);
    return Array.from({ length: matrix.rows }, (_, i) => {
      const row = matrix.row(i);
      return blocks.map(({ start, kept, drop }, j) => {
        const part = row.subarray(start, start + kept.length);
        if (part.reduce((sum, value) => sum + value, 0) !== 0) return kept[part.indexOf(Math.max(...part))]!;
        if (drop === undefined && this.handleUnknown === "error") {
          throw new RangeError(`X: row ${i} has only zeros for column ${j}, which stands for no category`);
        }
        return drop ?? null;
      });
    });
  }

  /**
   * The names of the columns made: the column's name and the category, such as `key_C`.
   *
   * @param inputFeatures the names of the columns of X; x0, x1 and so on unless given
   */
  getFeatureNamesOut(inputFeatures?: readonly string[]): string[] {
    const names = featureNames(inputFeatures, this.learned.categories.length);
    return this.blocks().flatMap(({ kept }, j) => kept.map((category) => `${names[j]}_${category}`));
  }

  /** The categories of each column, as fitted. */
  get fittedCategories(): Label[][] {
    return this.learned.categories.map((list) => [...list]);
  }

  /** For each column of the input: where its columns begin, their categories, and the one that has none. */
  private blocks(): { start: number; kept: Label[]; drop: Label | undefined }[] {
    const { categories, dropped } = this.learned;
    let start = 0;
    return categories.map((list, j) => {
      const kept = list.filter((_, position) => position !== dropped[j]);
      const block = { start, kept, drop: list[dropped[j]!] };
      start += kept.length;
      return block;
    });
  }
}
