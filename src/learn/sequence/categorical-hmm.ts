import { type Label, uniqueLabels } from "../base/labels.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { finiteNumber, seed, wholeNumber } from "../base/params.ts";
import { shown } from "../base/shown.ts";
import type { RandomState } from "../random-state.ts";
import { drawn } from "./drawn.ts";
import { HiddenMarkovModel, rowShares } from "./hidden-markov-model.ts";
import { probabilitiesOrNull, probabilityRowsOrNull, shapedTable } from "./hmm-rules.ts";
import { codesOf, symbolSequences, symbolsRule } from "./symbol-sequences.ts";

type Symbols = readonly Label[];
type Emission = {
  /** How likely each state (row) shows each symbol (column). */
  emissionProb: Matrix;
  /** The symbols, in the order of the columns. */
  symbols: Label[];
};

/**
 * A hidden Markov model whose states show as symbols, such as chords that show as notes.
 *
 * Where `startProb`, `transMat` and `emissionProb` are all given, it can be used without `fit`. A symbol that
 * was never learned is impossible. Scores take O(steps × states²).
 * @example
 * const model = new CategoricalHMM({nComponents: 2, randomState: 1});
 * model.fit(["C", "E", "C", "E", "G", "B", "G", "B", "C", "E", "C", "G", "B", "G"]);
 * display(model.predict(["C", "E", "G", "B"]));
 */
export class CategoricalHMM extends HiddenMarkovModel<Symbols, Int32Array, Emission> {
  static override readonly typeName = "CategoricalHMM";
  static override readonly params = {
    nComponents: wholeNumber(2, 1),
    startProb: probabilitiesOrNull,
    transMat: probabilityRowsOrNull,
    emissionProb: probabilityRowsOrNull,
    symbols: symbolsRule,
    maxIter: wholeNumber(100, 0),
    tol: finiteNumber(0.01, { least: 0 }),
    randomState: seed,
  };
  declare emissionProb: MatrixLike | null;
  declare symbols: readonly Label[] | null;

  constructor(
    params: {
      /** How many hidden states. */
      nComponents?: number;
      /** How likely each state is at the beginning; null: to be learned, all equally likely at first. */
      startProb?: ArrayLike<number> | null;
      /** How likely each state (row) is followed by each (column); null: to be learned. */
      transMat?: MatrixLike | null;
      /** How likely each state (row) shows each symbol (column); null: to be learned, random at first. */
      emissionProb?: MatrixLike | null;
      /** The symbols, in the order of the columns; null: those that occur, sorted, or 0, 1, … */
      symbols?: readonly Label[] | null;
      /** How many updates `fit` makes at most. */
      maxIter?: number;
      /** `fit` ends when the log-likelihood rises by less. */
      tol?: number;
      /** The seed of the first guess. */
      randomState?: number;
    } = {},
  ) {
    super(params);
  }

  /** How likely each state (row) shows each symbol (column), as fitted. */
  get emissionProbabilities(): Matrix {
    const { data, rows, cols } = this.learned.emission.emissionProb;
    return new Matrix(data.slice(), rows, cols);
  }

  /** The symbols, in the order of the columns of `emissionProbabilities`. */
  get knownSymbols(): Label[] {
    return [...this.learned.emission.symbols];
  }

  /**
   * Draws states, and the symbol that each shows.
   *
   * @param n how many
   */
  sample(
    n: number,
    options: {
      /** The seed; that of the model unless given. */
      randomState?: number;
    } = {},
  ): { states: number[]; observations: Label[] } {
    return this.sampled(n, options) as { states: number[]; observations: Label[] };
  }

  protected checkedSequences(sequences: Symbols | readonly Symbols[]): readonly Symbols[] {
    return symbolSequences(sequences);
  }

  protected givenEmission(): Emission | null {
    if (this.emissionProb === null) return null;
    const cols = this.symbols?.length ?? null;
    const emissionProb = shapedTable(this.emissionProb, "emissionProb", this.nComponents, cols);
    return {
      emissionProb,
      symbols: [...(this.symbols ?? Array.from({ length: emissionProb.cols }, (_, i) => i))],
    };
  }

  protected firstEmission(sequences: readonly Symbols[], random: RandomState): Emission {
    const symbols = [
      ...(this.symbols ??
        uniqueLabels(
          sequences.flatMap((each) => Array.from(each)),
          "sequences",
        )),
    ];
    const size = this.nComponents * symbols.length;
    // Neither 0 nor all alike: from either no update would get away.
    const guesses = Float64Array.from({ length: size }, () => 0.5 + random.random());
    const table = new Matrix(guesses, this.nComponents, symbols.length);
    return { emissionProb: rowShares([table], table), symbols };
  }

  protected read(sequence: Symbols, { symbols }: Emission): Int32Array {
    const codes = codesOf(sequence, symbols);
    const unknown = codes.indexOf(-1);
    if (unknown >= 0) {
      throw new RangeError(
        `item ${unknown} is ${shown(sequence[unknown])}, which is none of the symbols of this model: ${symbols.map(shown).join(", ")}`,
      );
    }
    return codes;
  }

  protected logLikelihoods(seen: Int32Array, { emissionProb: { data, rows, cols } }: Emission): Float64Array {
    const logs = data.map(Math.log);
    return Float64Array.from({ length: seen.length * rows }, (_, at) => {
      return logs[(at % rows) * cols + seen[Math.floor(at / rows)]!]!;
    });
  }

  protected reestimated(
    seen: readonly Int32Array[],
    posteriors: readonly Matrix[],
    last: Emission,
  ): Emission {
    const { rows, cols } = last.emissionProb;
    const counts = new Matrix(new Float64Array(rows * cols), rows, cols);
    for (const [s, codes] of seen.entries()) {
      const { data } = posteriors[s]!;
      for (let t = 0; t < codes.length; t++) {
        for (let k = 0; k < rows; k++) counts.data[k * cols + codes[t]!]! += data[t * rows + k]!;
      }
    }
    return { emissionProb: rowShares([counts], last.emissionProb), symbols: last.symbols };
  }

  protected shownBy(state: number, { emissionProb, symbols }: Emission, random: RandomState): Label {
    return symbols[drawn(emissionProb.row(state), random)]!;
  }
}
