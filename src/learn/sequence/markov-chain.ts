import { Estimator } from "../base/estimator.ts";
import { type Label, uniqueLabels } from "../base/labels.ts";
import { Matrix } from "../base/matrix.ts";
import { checkOptions } from "../base/options.ts";
import { finiteNumber, wholeNumber, yesOrNo } from "../base/params.ts";
import { shown } from "../base/shown.ts";
import { RandomState } from "../random-state.ts";
import { copiedRuns, longestRun, type Run } from "./copied-run.ts";
import { drawn } from "./drawn.ts";
import {
  BEGINNING,
  contextKey,
  countSuccessors,
  type MarkovFitted,
  type Successors,
} from "./markov-counts.ts";
import { codesOf, symbolSequences, symbolsRule } from "./symbol-sequences.ts";
import { tempered } from "./tempered.ts";

type Symbols = readonly Label[];

/**
 * A Markov chain of order n: what comes next depends on the last n symbols (notes, chords, words) only, as often as
 * it did in training (Markov, 1913; Shannon, 1948). The first symbols of a sequence depend on how sequences began.
 *
 * With `alpha` every symbol is counted that much more often after every context, so that nothing is impossible.
 * With `backoff` a context that was never seen is shortened, from its oldest symbol, until it was. `fit` takes
 * O(symbols × order).
 * @example
 * const chain = new MarkovChain({order: 1}).fit([["C", "D", "E", "C"], ["C", "E", "G", "C"]]);
 * display(chain.probabilities(["C"]));
 * display(chain.sample(8, {randomState: 3}));
 */
export class MarkovChain extends Estimator<MarkovFitted> {
  static override readonly typeName = "MarkovChain";
  static override readonly params = {
    order: wholeNumber(1, 0),
    alpha: finiteNumber(0, { least: 0 }),
    backoff: yesOrNo(true),
    symbols: symbolsRule,
  };
  declare order: number;
  declare alpha: number;
  declare backoff: boolean;
  declare symbols: readonly Label[] | null;

  constructor(
    params: {
      /** How many of the last symbols count. */
      order?: number;
      /** How often every symbol is counted besides, after every context (Laplace's smoothing at 1). */
      alpha?: number;
      /** Whether a context that was never seen is shortened until it was. */
      backoff?: boolean;
      /** The symbols that there are; null: those that occur in training, sorted. */
      symbols?: readonly Label[] | null;
    } = {},
  ) {
    super(params);
  }

  /**
   * Counts what follows what. Throws when there is nothing, text and numbers are mixed, or a symbol is none of
   * `symbols`.
   *
   * @param sequences a sequence of symbols, or a list of several
   */
  fit(sequences: Symbols | readonly Symbols[]): this {
    const list = symbolSequences(sequences);
    const symbols = [
      ...(this.symbols ??
        uniqueLabels(
          list.flatMap((each) => Array.from(each)),
          "sequences",
        )),
    ];
    const training = list.map((each) => codesOf(each, symbols));
    for (const [i, codes] of training.entries()) {
      const unknown = codes.indexOf(-1);
      if (unknown >= 0) {
        throw new RangeError(
          `item ${unknown} of sequence ${i} is ${shown(list[i]![unknown])}, which is not in symbols`,
        );
      }
    }
    this.fitted = { symbols, order: this.order, counts: countSuccessors(training, this.order), training };
    return this;
  }

  /** The symbols, in the order of rows and columns. */
  get knownSymbols(): Label[] {
    return [...this.learned.symbols];
  }

  /**
   * How likely each symbol is to come next. Throws when the context was never followed by anything and neither
   * `alpha` nor `backoff` helps.
   *
   * @param context what went before, the latest last; more than the order is not looked at
   */
  probabilities(context: Symbols): Map<Label, number> {
    const { symbols, order } = this.learned;
    const shares = this.shares(lastOf(codesOf(context, symbols), order));
    if (shares === null) throw deadEnd(context);
    return new Map(symbols.map((symbol, code) => [symbol, shares[code]!]));
  }

  /**
   * Of a chain of order 1, how likely each symbol (row) is followed by each (column), in the order of
   * `knownSymbols`. A row is all 0 where nothing ever followed and neither `alpha` nor `backoff` helps.
   */
  get transitionMatrix(): Matrix {
    const { symbols, order } = this.learned;
    if (order !== 1) {
      throw new RangeError(`transitionMatrix is for a chain of order 1, but this one is of order ${order}`);
    }
    const rows = symbols.map((_, code) => this.shares([code]) ?? new Float64Array(symbols.length));
    return Matrix.from(rows);
  }

  /**
   * Draws a sequence. Throws when it comes to a context that was never followed by anything and neither `alpha` nor
   * `backoff` helps.
   *
   * @param length how many symbols, those of `start` among them
   */
  sample(
    length: number,
    options: {
      /** What the sequence begins with; without it, as sequences in training began. */
      start?: Symbols;
      /** How bold the choice is: 1 as in training, below 1 more usual (0: always the most likely), above 1 less. */
      temperature?: number;
      /** The seed of the choices. */
      randomState?: number;
    } = {},
  ): Label[] {
    checkOptions("sample", ["start", "temperature", "randomState"], options);
    const { start = [], temperature = 1, randomState = 0 } = options;
    const { symbols, order } = this.learned;
    if (!Number.isInteger(length) || length < start.length) {
      throw new RangeError(
        `length must be a whole number of at least ${start.length}, the length of start, but it is ${shown(length)}`,
      );
    }
    if (typeof temperature !== "number" || !(temperature >= 0 && temperature < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`temperature must be a number of at least 0, but it is ${shown(temperature)}`);
    }
    const random = new RandomState(randomState);
    const codes = Array.from(codesOf(start, symbols));
    const unknown = codes.indexOf(-1);
    if (unknown >= 0)
      throw new RangeError(`item ${unknown} of start is ${shown(start[unknown])}, which was never learned`);
    while (codes.length < length) {
      const context = start.length > 0 ? lastOf(codes, order) : contextAt(codes, codes.length, order);
      const shares = this.shares(context);
      if (shares === null) throw deadEnd(codes.slice(-order).map((code) => symbols[code]!));
      codes.push(drawn(tempered(shares, temperature), random));
    }
    return codes.map((code) => symbols[code]!);
  }

  /**
   * ln of the probability of sequences: −Infinity where one has something impossible.
   *
   * @param sequences a sequence of symbols, or a list of several
   */
  logProb(sequences: Symbols | readonly Symbols[]): number {
    const { symbols, order } = this.learned;
    let sum = 0;
    for (const sequence of symbolSequences(sequences)) {
      const codes = codesOf(sequence, symbols);
      for (let at = 0; at < codes.length; at++) {
        sum += Math.log(this.share(contextAt(codes, at, order), codes[at]!));
      }
    }
    return sum;
  }

  /**
   * How many bits each symbol takes on average where the chain foretells the next one: 0 if it is always sure and
   * right, Infinity where something impossible occurs.
   *
   * @param sequences a sequence of symbols, or a list of several
   */
  bitsPerSymbol(sequences: Symbols | readonly Symbols[]): number {
    const symbols = symbolSequences(sequences).reduce((sum, { length }) => sum + length, 0);
    return Math.abs(this.logProb(sequences)) / Math.LN2 / symbols;
  }

  /**
   * Among how many equally likely symbols the chain is as unsure, on average: 2 to the power of `bitsPerSymbol`.
   *
   * @param sequences a sequence of symbols, or a list of several
   */
  perplexity(sequences: Symbols | readonly Symbols[]): number {
    return 2 ** this.bitsPerSymbol(sequences);
  }

  /**
   * The longest run of a sequence that occurs in training, note for note: how much is copied. O(length × length of
   * all training).
   *
   * @param sequence what to look for
   */
  longestCopiedRun(sequence: Symbols): Run & { run: Label[] } {
    const { symbols, training } = this.learned;
    const found = longestRun(codesOf(sequence, symbols), training);
    return { ...found, run: Array.from(sequence).slice(found.start, found.start + found.length) };
  }

  /**
   * All runs of a sequence that occur in training, note for note: what is copied, and from where. They do not
   * overlap; where they would, the longer one stays whole. O(length × length of all training).
   *
   * @param sequence what to look for
   */
  copiedRuns(
    sequence: Symbols,
    options: {
      /** The shortest run that counts; default 8. Short ones occur in any two tunes. */
      atLeast?: number;
    } = {},
  ): (Run & { run: Label[] })[] {
    checkOptions("copiedRuns", ["atLeast"], options);
    const { atLeast = 8 } = options;
    if (!Number.isInteger(atLeast) || atLeast < 1) {
      throw new RangeError(`atLeast must be a whole number of at least 1, but it is ${shown(atLeast)}`);
    }
    const { symbols, training } = this.learned;
    return copiedRuns(codesOf(sequence, symbols), training, atLeast).map((found) => ({
      ...found,
      run: Array.from(sequence).slice(found.start, found.start + found.length),
    }));
  }

  /** How likely each symbol comes after a context of codes; null where nothing is known of it. */
  private shares(context: ArrayLike<number>): Float64Array | null {
    const { symbols } = this.learned;
    const next = this.successors(context);
    const total = next.total + this.alpha * symbols.length;
    if (total === 0) return null;
    const shares = new Float64Array(symbols.length).fill(this.alpha / total);
    for (const [i, code] of next.codes.entries()) shares[code] = (next.counts[i]! + this.alpha) / total;
    return shares;
  }

  /** The one of the shares that belongs to a code; 0 where nothing is known, or the code is none. */
  private share(context: ArrayLike<number>, code: number): number {
    const { symbols } = this.learned;
    const next = this.successors(context);
    const total = next.total + this.alpha * symbols.length;
    if (total === 0 || code < 0) return 0;
    const place = next.codes.indexOf(code);
    return ((place < 0 ? 0 : next.counts[place]!) + this.alpha) / total;
  }

  /** What came after a context, or after what of it is known where that is allowed. */
  private successors(context: ArrayLike<number>): Successors {
    const { counts } = this.learned;
    let known = Array.from(context);
    for (;;) {
      const key = contextKey(known);
      if (Object.hasOwn(counts, key)) return counts[key]!;
      if (!this.backoff || known.length === 0) return { codes: [], counts: [], total: 0 };
      known = known.slice(1);
    }
  }
}

/** The last codes of a context, at most `order`. */
function lastOf(codes: ArrayLike<number>, order: number): number[] {
  return Array.from(codes).slice(Math.max(0, codes.length - order));
}

/** What a chain of this order looks at, at one place of a sequence: near its beginning, that as well. */
function contextAt(codes: ArrayLike<number>, at: number, order: number): number[] {
  const before = Array.from({ length: Math.min(at, order) }, (_, i) => codes[at - Math.min(at, order) + i]!);
  return at < order ? [BEGINNING, ...before] : before;
}

function deadEnd(context: Symbols): RangeError {
  return new RangeError(
    `Nothing ever followed ${Array.from(context, shown).join(", ")} in training: backoff: true or an alpha above 0 helps`,
  );
}
