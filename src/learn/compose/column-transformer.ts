import { checkSameLength, type Labels } from "../base/labels.ts";
import { cloned, type Learner } from "../base/learner.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { oneOf, type ParamRule } from "../base/params.ts";
import { shown } from "../base/shown.ts";
import { Transformer } from "../base/transformer.ts";
import { featureNames } from "../preprocessing/feature-names.ts";
import { columnsOf, type Rows, selectColumns } from "./select-columns.ts";
import type { StepLearner } from "./step.ts";

type Columns = readonly number[] | number;
type Part = StepLearner | "passthrough" | "drop";
/** A transformer with its name and the columns that it gets. */
export type NamedTransformer = readonly [name: string, transformer: Part, columns: Columns];
type FittedPart = [name: string, transformer: Learner | "passthrough", columns: Columns];
type Fitted = { cols: number; parts: FittedPart[] };

const isColumn = (value: unknown) => Number.isInteger(value) && (value as number) >= 0;

function isNamedTransformer(item: unknown): boolean {
  if (!Array.isArray(item) || item.length !== 3) return false;
  const [name, part, columns] = item;
  return (
    typeof name === "string" &&
    name !== "" &&
    !name.includes("__") &&
    (part === "passthrough" ||
      part === "drop" ||
      (typeof part?.fit === "function" && typeof part.transform === "function")) &&
    (isColumn(columns) || (Array.isArray(columns) && columns.every(isColumn)))
  );
}

const transformersRule: ParamRule = {
  default: undefined,
  allows: (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(isNamedTransformer) &&
    new Set(value.map(([name]) => name)).size === value.length,
  allowed:
    'a list such as [["scale", new StandardScaler(), [0, 1]], ["rest", "passthrough", [2]]]: different names without "__", an estimator with fit and transform (or "passthrough" or "drop"), and columns',
};

/**
 * Gives each transformer its own columns of `X` and puts what they make side by side, in the order in which they
 * are listed; with `remainder: "passthrough"` the columns that none has asked for come last.
 *
 * Rows may hold text and numbers. A transformer of columns `[3]` gets rows of one value; one of column `3` gets a
 * list of the values, as TfidfVectorizer needs it. `fit` fits copies. Time: that of the transformers.
 * @example
 * const prepare = new ColumnTransformer({transformers: [["tempo", new StandardScaler(), [0]], ["key", new OneHotEncoder(), [1]]]});
 * display(prepare.fitTransform([[90, "C"], [120, "G"], [150, "C"]]).data);
 */
export class ColumnTransformer extends Transformer<Fitted, Rows> {
  static override readonly typeName = "ColumnTransformer";
  static override readonly params = {
    transformers: transformersRule,
    remainder: oneOf("drop", "passthrough"),
  };
  declare transformers: readonly NamedTransformer[];
  declare remainder: "drop" | "passthrough";

  constructor(params: {
    /** Each with a name and the columns that it gets, counted from 0. */
    transformers: readonly NamedTransformer[];
    /** What happens to the other columns. */
    remainder?: "drop" | "passthrough";
  }) {
    super({ ...params, transformers: params?.transformers });
  }

  /**
   * Fits a copy of each transformer on its columns; returns this. Throws when there is no such column.
   *
   * @param X the samples: rows of numbers, or of text and numbers
   * @param y what belongs to each row, for the transformers that need it
   */
  fit(X: Rows, y?: Labels): this {
    const cols = columnsOf(X);
    const parts: FittedPart[] = [];
    const used = new Set<number>();
    for (const [name, part, columns] of this.transformers) {
      for (const j of [columns].flat() as number[]) {
        if (j >= cols) {
          throw new RangeError(
            `ColumnTransformer: ${shown(name)} asks for column ${j}, but X has columns 0 to ${cols - 1}`,
          );
        }
        used.add(j);
      }
      if (part === "drop" || isEmpty(columns)) continue;
      const copy = part === "passthrough" ? part : (cloned(part as Learner) as Learner);
      if (copy !== "passthrough") copy.fit(selectColumns(X, columns) as MatrixLike, y as Labels);
      parts.push([name, copy, typeof columns === "number" ? columns : [...columns]]);
    }
    const rest = Array.from({ length: cols }, (_, j) => j).filter((j) => !used.has(j));
    if (this.remainder === "passthrough" && rest.length > 0) parts.push(["remainder", "passthrough", rest]);
    this.fitted = { cols, parts };
    return this;
  }

  /** A new Matrix of what the transformers make of their columns, side by side. */
  transform(X: Rows): Matrix {
    const { cols, parts } = this.learned;
    const given = columnsOf(X);
    const rows = X instanceof Matrix ? X.rows : X.length;
    if (given !== cols && rows > 0) {
      throw new RangeError(
        `X must have ${cols} columns, as when ColumnTransformer was fitted, but it has ${given}`,
      );
    }
    const made = parts.map(([name, part, columns]) => {
      const input = selectColumns(X, part === "passthrough" ? ([columns].flat() as number[]) : columns);
      if (part === "passthrough") return Matrix.from(input as MatrixLike, `X (for ${shown(name)})`);
      const result = Matrix.from(part.transform!(input as MatrixLike), `what ${shown(name)} makes of X`);
      checkSameLength("X", rows, `what ${shown(name)} makes of it`, result.rows);
      return result;
    });
    return sideBySide(made, rows);
  }

  /**
   * The names of the columns made, such as `key__x1_C`: the transformer's name and what it calls the column.
   *
   * @param inputFeatures the names of the columns of X; x0, x1 and so on unless given
   */
  getFeatureNamesOut(inputFeatures?: readonly string[]): string[] {
    const given = featureNames(inputFeatures, this.learned.cols);
    return this.learned.parts.flatMap(([name, part, columns]) => {
      const names = ([columns].flat() as number[]).map((j) => given[j]!);
      const naming = part as { getFeatureNamesOut?(names: string[]): string[] };
      return (naming.getFeatureNamesOut?.(names) ?? names).map((feature) => `${name}__${feature}`);
    });
  }

  /** The fitted transformers by name. */
  get namedTransformers(): Record<string, Learner | "passthrough"> {
    return Object.fromEntries(this.learned.parts.map(([name, part]) => [name, part]));
  }
}

/** A transformer of no columns at all does nothing. */
function isEmpty(columns: Columns): boolean {
  return typeof columns !== "number" && columns.length === 0;
}

function sideBySide(parts: readonly Matrix[], rows: number): Matrix {
  const width = parts.reduce((sum, { cols }) => sum + cols, 0);
  const data = new Float64Array(rows * width);
  for (let i = 0; i < rows; i++) {
    let at = i * width;
    for (const part of parts) {
      data.set(part.data.subarray(i * part.cols, (i + 1) * part.cols), at);
      at += part.cols;
    }
  }
  return new Matrix(data, rows, width);
}
