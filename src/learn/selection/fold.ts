import { checkSameLength, type EncodedLabels, encodeLabels, type Labels } from "../base/labels.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";

/** One way to part the rows: the positions to learn from and those to test on. */
export type Fold = { train: Int32Array; test: Int32Array };

/** What makes folds. `groups` names for each row the group that it belongs to, such as a drum kit. */
export type Splitter = { split(X: MatrixLike, y: Labels, groups?: Labels): Fold[] };

/** One fold for each of `count` test sets, from the number of the set that each row is in; both parts ascending. */
export function foldsFrom(testFold: Int32Array, count: number): Fold[] {
  return Array.from({ length: count }, (_, fold) => {
    const test: number[] = [];
    const train: number[] = [];
    for (let row = 0; row < testFold.length; row++) (testFold[row] === fold ? test : train).push(row);
    return { train: Int32Array.from(train), test: Int32Array.from(test) };
  });
}

/** The groups encoded, one for each row of `X`. Throws when there are none; `who` is who needs them. */
export function checkedGroups(X: MatrixLike, groups: Labels | undefined, who: string): EncodedLabels {
  if (groups === undefined || groups === null) {
    throw new TypeError(`${who} needs groups: an array that names for each row of X the group it belongs to`);
  }
  if (typeof groups === "object") checkSameLength("X", rowCount(X), "groups", groups.length);
  return encodeLabels(groups, "groups");
}

/** The groups encoded; throws when there are fewer than `least`, which `who` needs for its parameter `param`. */
export function enoughGroups(
  X: MatrixLike,
  groups: Labels | undefined,
  who: string,
  param: string,
  least: number,
): EncodedLabels {
  const encoded = checkedGroups(X, groups, who);
  if (encoded.classes.length < least) {
    throw new RangeError(
      `${who}: ${param} must be at most the number of groups, which is ${encoded.classes.length}, but it is ${least}`,
    );
  }
  return encoded;
}

/** How many rows `X` has. */
export function rowCount(X: MatrixLike): number {
  return X instanceof Matrix ? X.rows : (X?.length ?? 0);
}

/** How often each code from 0 to `count` - 1 occurs. */
export function countsOf(codes: Int32Array, count: number): number[] {
  const counts = new Array<number>(count).fill(0);
  for (const code of codes) counts[code]!++;
  return counts;
}
