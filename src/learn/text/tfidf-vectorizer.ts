import type { Matrix } from "../base/matrix.ts";
import { type ParamRule, yesOrNo } from "../base/params.ts";
import { CountVectorizer } from "./count-vectorizer.ts";
import { type VectorizerParams, vectorizerRules } from "./vectorizer-params.ts";
import { chooseVocabulary } from "./vocabulary.ts";

const normRule: ParamRule = {
  default: "l2",
  allows: (value) => value === "l1" || value === "l2" || value === null,
  allowed: '"l2", "l1" or null',
};

/**
 * Weighs the words of texts: how often a word is in the text, times how rare it is among the texts given to `fit`
 * (its inverse document frequency), each row then scaled to length 1.
 *
 * Of n texts with the word in d of them, idf is ln((1 + n) / (1 + d)) + 1, and ln(n / d) + 1 without `smoothIdf`.
 * Source: Spärck Jones (1972). Time of `fit` and `transform`: the length of the texts, and rows × terms.
 * @example
 * const weights = new TfidfVectorizer().fit(["love me do", "love of my life", "let it be"]);
 * display(weights.getFeatureNamesOut());
 * display(weights.transform(["love life"]).data);
 */
export class TfidfVectorizer extends CountVectorizer {
  static override readonly typeName = "TfidfVectorizer";
  static override readonly params = {
    ...vectorizerRules,
    norm: normRule,
    useIdf: yesOrNo(true),
    smoothIdf: yesOrNo(true),
    sublinearTf: yesOrNo(false),
  };
  declare norm: "l1" | "l2" | null;
  declare useIdf: boolean;
  declare smoothIdf: boolean;
  declare sublinearTf: boolean;

  constructor(
    params: VectorizerParams & {
      /** What of each row becomes 1: the root of the sum of squares ("l2"), the sum ("l1"), or nothing. */
      norm?: "l1" | "l2" | null;
      /** Whether rare words weigh more. */
      useIdf?: boolean;
      /** Whether to count one text more, with every word in it. */
      smoothIdf?: boolean;
      /** Whether n times count only 1 + ln n. */
      sublinearTf?: boolean;
    } = {},
  ) {
    super(params);
  }

  override fit(X: ArrayLike<string>, _y?: unknown): this {
    const texts = this.split(X);
    if (texts.length === 0) throw new RangeError("fit needs at least one text, but X has none");
    const terms = chooseVocabulary(texts, this);
    const column = new Map(terms.map((term, j) => [term, j]));
    const inTexts = new Float64Array(terms.length);
    for (const its of texts) {
      for (const term of new Set(its)) if (column.has(term)) inTexts[column.get(term)!]!++;
    }
    const more = this.smoothIdf ? 1 : 0;
    const idf = inTexts.map((d) => Math.log((texts.length + more) / (d + more)) + 1);
    this.fitted = { terms, idf: this.useIdf ? idf : null };
    return this;
  }

  /**
   * The weight of each term in each text: texts × terms.
   *
   * @param X the texts
   */
  override transform(X: ArrayLike<string>): Matrix {
    const { idf } = this.learned;
    const weights = super.transform(X);
    const { data, rows, cols } = weights;
    for (let i = 0; i < rows; i++) {
      const row = data.subarray(i * cols, (i + 1) * cols);
      let size = 0;
      for (let j = 0; j < cols; j++) {
        if (row[j] === 0) continue;
        if (this.sublinearTf) row[j] = 1 + Math.log(row[j]!);
        if (idf) row[j]! *= idf[j]!;
        size += this.norm === "l1" ? row[j]! : row[j]! * row[j]!;
      }
      if (this.norm === null || size === 0) continue;
      if (this.norm === "l2") size = Math.sqrt(size);
      for (let j = 0; j < cols; j++) row[j]! /= size;
    }
    return weights;
  }

  /** The inverse document frequency of each term; null without `useIdf`. */
  get idf(): Float64Array | null {
    return this.learned.idf?.slice() ?? null;
  }
}
