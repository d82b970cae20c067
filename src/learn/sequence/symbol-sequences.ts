import { type Label, uniqueLabels } from "../base/labels.ts";
import type { ParamRule } from "../base/params.ts";
import { shown } from "../base/shown.ts";

/** A rule for the symbols that there are, or null for those that occur. */
export const symbolsRule: ParamRule = {
  default: null,
  allows: (value) => value === null || (Array.isArray(value) && value.length > 0 && areDifferent(value)),
  allowed: "null (those that occur) or a list of different symbols, all text or all numbers",
};

function areDifferent(symbols: Label[]): boolean {
  try {
    return uniqueLabels(symbols).length === symbols.length;
  } catch {
    return false;
  }
}

/** One sequence of symbols, or several, as a list of them. Throws where there is none, or one is empty. */
export function symbolSequences(
  sequences: readonly Label[] | readonly (readonly Label[])[],
): readonly (readonly Label[])[] {
  const isList = (value: unknown) =>
    value !== null &&
    typeof value === "object" &&
    "length" in value &&
    !Array.isArray((value as unknown[])[0]);
  if (sequences === null || typeof sequences !== "object" || !("length" in sequences)) {
    throw new TypeError(
      `sequences must be a list of symbols, or of such lists, but it is ${shown(sequences)}`,
    );
  }
  if (sequences.length === 0)
    throw new RangeError("sequences must hold at least one symbol, but it is empty");
  const list =
    typeof sequences[0] === "object"
      ? (sequences as readonly (readonly Label[])[])
      : [sequences as readonly Label[]];
  for (const [i, each] of list.entries()) {
    if (!isList(each))
      throw new TypeError(`sequence ${i} must be a list of symbols, but it is ${shown(each)}`);
    if (each.length === 0)
      throw new RangeError(`sequence ${i} must hold at least one symbol, but it is empty`);
  }
  uniqueLabels(
    list.flatMap((each) => Array.from(each)),
    "sequences",
  );
  return list;
}

/** The positions of symbols among the known ones; −1 where one is unknown. */
export function codesOf(sequence: ArrayLike<Label>, symbols: readonly Label[]): Int32Array {
  const position = new Map(symbols.map((symbol, code) => [symbol, code]));
  return Int32Array.from(Array.from(sequence), (symbol) => position.get(symbol) ?? -1);
}
