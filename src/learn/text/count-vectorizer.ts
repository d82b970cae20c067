import { checkRoom } from "../base/check-room.ts";
import { Matrix } from "../base/matrix.ts";
import { Transformer } from "../base/transformer.ts";
import { checkedTexts, type TermRules, termsOf } from "./terms.ts";
import { type VectorizerParams, vectorizerRules } from "./vectorizer-params.ts";
import { chooseVocabulary } from "./vocabulary.ts";

export type CountFitted = { terms: string[]; idf: Float64Array | null };

/**
 * Counts the words of texts: one row a text, one column a word ("term") that occurs in the texts given to `fit`,
 * sorted by character code. Words that were not there in `fit` are not counted.
 *
 * Time of `fit` and `transform`: the length of the texts, and rows × terms.
 * @example
 * const counts = new CountVectorizer().fit(["la la land", "hey hey you"]);
 * display(counts.getFeatureNamesOut());
 * display(counts.transform(["hey la la"]).data);
 */
export class CountVectorizer extends Transformer<CountFitted, ArrayLike<string>> {
  static override readonly typeName: string = "CountVectorizer";
  static override readonly params = vectorizerRules;
  declare lowercase: boolean;
  declare stopWords: readonly string[] | null;
  declare tokenPattern: string;
  declare ngramRange: readonly [least: number, most: number];
  declare analyzer: TermRules["analyzer"];
  declare minDf: number;
  declare maxDf: number;
  declare maxFeatures: number | null;
  declare binary: boolean;

  constructor(params: VectorizerParams = {}) {
    super(params);
  }

  /**
   * Learns which terms there are; returns this. Throws when there are no texts, or no terms in them.
   *
   * @param X the texts
   * @param _y not looked at
   */
  fit(X: ArrayLike<string>, _y?: unknown): this {
    const texts = this.split(X);
    if (texts.length === 0) throw new RangeError("fit needs at least one text, but X has none");
    this.fitted = { terms: chooseVocabulary(texts, this), idf: null };
    return this;
  }

  /**
   * How often each term is in each text: texts × terms.
   *
   * @param X the texts
   */
  transform(X: ArrayLike<string>): Matrix {
    return this.counted(this.split(X));
  }

  /** The terms, in the order of the columns. */
  getFeatureNamesOut(): string[] {
    return [...this.learned.terms];
  }

  /** For each term its column. */
  get vocabulary(): Record<string, number> {
    return Object.fromEntries(this.learned.terms.map((term, column) => [term, column]));
  }

  /** The terms of each text. */
  protected split(X: ArrayLike<string>): string[][] {
    return Array.from(checkedTexts(X), termsOf(this));
  }

  /** How often each fitted term is among the terms of each text. */
  private counted(texts: readonly string[][]): Matrix {
    const { terms } = this.learned;
    const { typeName } = this.constructor as typeof CountVectorizer;
    checkRoom(typeName, texts.length, terms.length, "choose maxFeatures or a larger minDf");
    const column = new Map(terms.map((term, j) => [term, j]));
    const counts = new Float64Array(texts.length * terms.length);
    for (const [i, its] of texts.entries()) {
      for (const term of its) {
        const j = column.get(term);
        if (j === undefined) continue;
        const at = i * terms.length + j;
        counts[at] = this.binary ? 1 : counts[at]! + 1;
      }
    }
    return new Matrix(counts, texts.length, terms.length);
  }
}
