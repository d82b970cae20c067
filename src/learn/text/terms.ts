import { checkList } from "../base/check-list.ts";
import { shown } from "../base/shown.ts";

/** How a text becomes terms. */
export type TermRules = {
  analyzer: "word" | "char";
  lowercase: boolean;
  tokenPattern: string;
  ngramRange: readonly [least: number, most: number];
  stopWords: readonly string[] | null;
};

/** A function that gives the terms of a text, in order. Throws when `tokenPattern` is no pattern. */
export function termsOf(rules: TermRules): (text: string) => string[] {
  const { analyzer, lowercase, ngramRange } = rules;
  const prepared = (text: string) => (lowercase ? text.toLowerCase() : text);
  if (analyzer === "char") {
    return (text) => runs([...prepared(text).replace(/\s\s+/g, " ")], ngramRange, "");
  }
  const tokens = tokenizer(rules.tokenPattern);
  const stopWords = new Set(rules.stopWords ?? []);
  return (text) => {
    const words = tokens(prepared(text)).filter((word) => !stopWords.has(word));
    return runs(words, ngramRange, " ");
  };
}

/** A text that makes more characters of terms than this would not fit into memory. */
const MOST_CHARACTERS = 20_000_000;

/** All runs of `least` to `most` items one after the other, the short ones first. */
function runs(items: string[], [least, most]: readonly [number, number], between: string): string[] {
  if (most === 1) return items;
  const all: string[] = [];
  let characters = 0;
  for (let n = least; n <= Math.min(most, items.length); n++) {
    for (let i = 0; i + n <= items.length; i++) {
      const term = items.slice(i, i + n).join(between);
      characters += term.length;
      if (characters > MOST_CHARACTERS) {
        throw new RangeError(
          `ngramRange [${least}, ${most}] makes too many terms of a text of ${items.length}: choose a smaller one`,
        );
      }
      all.push(term);
    }
  }
  return all;
}

function tokenizer(pattern: string): (text: string) => string[] {
  let expression: RegExp;
  try {
    expression = new RegExp(pattern, "gu");
  } catch (error) {
    throw new SyntaxError(`tokenPattern must be a regular expression: ${(error as Error).message}`);
  }
  const groups = new RegExp(`${pattern}|`, "u").exec("")!.length - 1;
  if (groups > 1) {
    throw new RangeError(`tokenPattern must have one group in round brackets at most, but it has ${groups}`);
  }
  return (text) => Array.from(text.matchAll(expression), (match) => match[groups] ?? "");
}

/** The texts, checked. Throws when `X` is no array, or an item is no text. */
export function checkedTexts(X: ArrayLike<string>): ArrayLike<string> {
  checkList("X", X, 'texts such as ["la la", "hey you"]');
  for (let i = 0; i < X.length; i++) {
    const text: unknown = X[i];
    if (typeof text !== "string")
      throw new TypeError(`X must hold text only, but item ${i} is ${shown(text)}`);
  }
  return X;
}
