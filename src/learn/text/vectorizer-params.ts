import { type ParamRule, wholeNumberOrNull, yesOrNo } from "../base/params.ts";

/** Two or more letters, digits or underscores in a row, of any script. */
const WORDS = "[\\p{L}\\p{N}_]{2,}";

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

/** A rule for in how many texts a term is: a part of them, or a number. */
function documentFrequency(initial: number): ParamRule {
  return {
    default: initial,
    allows: (value) => isNumber(value) && value >= 0 && (value <= 1 || Number.isInteger(value)),
    allowed: "a part of the texts between 0 and 1, or a whole number of them",
  };
}

/** The parameters of both vectorizers. */
export const vectorizerRules = {
  lowercase: yesOrNo(true),
  stopWords: {
    default: null,
    allows: (value) =>
      value === null || (Array.isArray(value) && value.every((word) => typeof word === "string")),
    allowed: 'null or a list of words such as ["the", "and"]',
  },
  tokenPattern: {
    default: WORDS,
    allows: (value) => typeof value === "string" && value !== "",
    allowed: 'a regular expression as text, such as "[a-z]+"',
  },
  ngramRange: {
    default: [1, 1],
    allows: (value) =>
      Array.isArray(value) &&
      value.length === 2 &&
      value.every((n) => Number.isInteger(n) && n >= 1) &&
      value[0] <= value[1],
    allowed: "two whole numbers of at least 1, the smaller one first, such as [1, 2]",
  },
  analyzer: {
    default: "word",
    allows: (value) => value === "word" || value === "char",
    allowed: '"word" or "char"',
  },
  minDf: documentFrequency(1),
  maxDf: documentFrequency(1),
  maxFeatures: wholeNumberOrNull(1),
  binary: yesOrNo(false),
} satisfies Record<string, ParamRule>;

/** What both vectorizers take. */
export type VectorizerParams = {
  /** Whether capital letters count as small ones. */
  lowercase?: boolean;
  /** Words to leave out; null for none. */
  stopWords?: readonly string[] | null;
  /** What a word is: a regular expression; unless given, two or more letters, digits or underscores. */
  tokenPattern?: string;
  /** How many words (or characters) in a row make a term: the least and the most. */
  ngramRange?: readonly [least: number, most: number];
  /** Whether terms are made of words or of characters. */
  analyzer?: "word" | "char";
  /** In how many texts a term must be at least: below 1 a part of them, from 1 up a number. */
  minDf?: number;
  /** In how many texts a term may be at most: up to 1 a part of them, above a number. */
  maxDf?: number;
  /** How many terms to keep, the most frequent ones; null for all. */
  maxFeatures?: number | null;
  /** Whether to count each term of a text only once. */
  binary?: boolean;
};
