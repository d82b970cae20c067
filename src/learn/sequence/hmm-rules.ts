import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { anyOf, nothing, type ParamRule } from "../base/params.ts";

/** By how much a sum of probabilities may miss 1. */
const ROUNDING = 1e-6;

function areShares(values: ArrayLike<number>): boolean {
  const list = Array.from(values);
  const sum = list.reduce((total, value) => total + value, 0);
  return list.every((value) => typeof value === "number" && value >= 0) && Math.abs(sum - 1) < ROUNDING;
}

/** The rows of a table, or null if it is none. */
function rowsOf(value: unknown): ArrayLike<number>[] | null {
  try {
    const matrix = Matrix.from(value as MatrixLike);
    return Array.from({ length: matrix.rows }, (_, i) => matrix.row(i));
  } catch {
    return null;
  }
}

const probabilities: ParamRule = {
  default: null,
  allows: (value) =>
    typeof value === "object" && value !== null && "length" in value && areShares(value as number[]),
  allowed: "probabilities that add up to 1",
};

const probabilityRows: ParamRule = {
  default: null,
  allows: (value) => Boolean(rowsOf(value)?.length && rowsOf(value)!.every(areShares)),
  allowed: "a table of probabilities in which every row adds up to 1",
};

const table: ParamRule = {
  default: null,
  allows: (value) => rowsOf(value) !== null,
  allowed: "a table of numbers",
};

const tables: ParamRule = {
  default: null,
  allows: (value) => Array.isArray(value) && value.length > 0 && value.every((each) => rowsOf(each) !== null),
  allowed: "a list of such tables",
};

const learned = nothing("to be learned");

/** A rule for probabilities that add up to 1, or null. */
export const probabilitiesOrNull = anyOf(learned, probabilities);
/** A rule for a table in which every row adds up to 1, or null. */
export const probabilityRowsOrNull = anyOf(learned, probabilityRows);
/** A rule for a table of numbers, or null. */
export const tableOrNull = anyOf(learned, table);
/** A rule for a table, or one for each state, or null. */
export const tablesOrNull = anyOf(learned, table, tables);

/** The table as a matrix of its own, of this shape; `name` is the parameter. */
export function shapedTable(given: MatrixLike, name: string, rows: number, cols: number | null): Matrix {
  const matrix = Matrix.from(given, name);
  if (matrix.rows !== rows || (cols !== null && matrix.cols !== cols)) {
    throw new RangeError(
      `${name} must be ${rows} × ${cols ?? "any number"}, but it is ${matrix.rows} × ${matrix.cols}`,
    );
  }
  return new Matrix(matrix.data.slice(), matrix.rows, matrix.cols);
}
