import { checkRoom } from "../base/check-room.ts";
import { LARGEST, Matrix, type MatrixLike } from "../base/matrix.ts";
import { wholeNumber, yesOrNo } from "../base/params.ts";
import { checkedRows } from "../base/targets.ts";
import { Transformer } from "../base/transformer.ts";
import { featureNames } from "./feature-names.ts";

type Fitted = { cols: number; powers: number[][] };

/** More columns than this are surely a mistake, as are more factors in all of them. */
const MOST_COLUMNS = 100_000;
const MOST_FACTORS = 1_000_000;

/**
 * All products of up to `degree` columns: of a and b with degree 2 it makes 1, a, b, a², a·b, b². With these a
 * linear model can follow curves.
 *
 * With `interactionOnly` no column is multiplied by itself. Columns are in the order of their degree, then of the
 * factors. Time of `transform`: rows × columns made.
 * @example
 * const curves = new PolynomialFeatures({degree: 2}).fit([[2, 3]]);
 * display(curves.getFeatureNamesOut());
 * display(curves.transform([[2, 3]]).data);
 */
export class PolynomialFeatures extends Transformer<Fitted> {
  static override readonly typeName = "PolynomialFeatures";
  static override readonly params = {
    degree: wholeNumber(2, 0),
    interactionOnly: yesOrNo(false),
    includeBias: yesOrNo(true),
  };
  declare degree: number;
  declare interactionOnly: boolean;
  declare includeBias: boolean;

  constructor(
    params: {
      /** How many factors a product has at most. */
      degree?: number;
      /** Whether to leave out products in which a column occurs twice. */
      interactionOnly?: boolean;
      /** Whether to begin with a column of ones. */
      includeBias?: boolean;
    } = {},
  ) {
    super(params);
  }

  /** Learns how many columns there are; nothing else of `X` is looked at, nor is `y`. Throws when there would be too many products. */
  fit(X: MatrixLike, _y?: unknown): this {
    const { cols } = checkedRows(X);
    const powers = products(cols, this.degree, this.interactionOnly);
    if (!this.includeBias) powers.shift();
    if (powers.length === 0) {
      throw new RangeError("PolynomialFeatures: degree 0 without includeBias leaves no column");
    }
    this.fitted = { cols, powers };
    return this;
  }

  /** A new Matrix of the products. Throws when one is larger than 1e100. */
  transform(X: MatrixLike): Matrix {
    const { cols, powers } = this.learned;
    const { data, rows } = this.checkedInput(X, cols);
    checkRoom("PolynomialFeatures", rows, powers.length, "choose a smaller degree");
    const made = new Float64Array(rows * powers.length);
    for (let i = 0, at = 0; i < rows; i++) {
      for (const factors of powers) {
        let product = 1;
        for (let f = factors.length - 1; f >= 0; f--) product *= data[i * cols + factors[f]!]!;
        // Not "larger than": what has overflowed, times 0, is no number at all.
        if (!(Math.abs(product) <= LARGEST)) {
          const names = factors.map((factor) => `column ${factor}`).join(" × ");
          throw new RangeError(`PolynomialFeatures: in row ${i}, ${names} is too large: scale X first`);
        }
        made[at++] = product;
      }
    }
    return new Matrix(made, rows, powers.length);
  }

  /**
   * The names of the columns made, such as `x0^2` or `x0 x1`.
   *
   * @param inputFeatures the names of the columns of X; x0, x1 and so on unless given
   */
  getFeatureNamesOut(inputFeatures?: readonly string[]): string[] {
    const { cols, powers } = this.learned;
    const names = featureNames(inputFeatures, cols);
    return powers.map((factors) => {
      const times = new Map<number, number>();
      for (const factor of factors) times.set(factor, (times.get(factor) ?? 0) + 1);
      const words = [...times].map(([factor, n]) => (n === 1 ? names[factor] : `${names[factor]}^${n}`));
      return words.join(" ") || "1";
    });
  }
}

/** The factors of all products of up to `degree` of `cols` columns, that of none first. */
function products(cols: number, degree: number, interactionOnly: boolean): number[][] {
  const all: number[][] = [[]];
  let previous: number[][] = [[]];
  let count = 0;
  for (let d = 1; d <= degree && previous.length > 0; d++) {
    const next: number[][] = [];
    for (const factors of previous) {
      const first = factors.length === 0 ? 0 : factors.at(-1)! + (interactionOnly ? 1 : 0);
      count += d * Math.max(0, cols - first);
      if (all.length + next.length + cols - first > MOST_COLUMNS || count > MOST_FACTORS) {
        throw new RangeError(
          `PolynomialFeatures: degree ${degree} of ${cols} columns makes more than ${MOST_COLUMNS} columns, or ${MOST_FACTORS} factors in them: choose a smaller degree`,
        );
      }
      for (let j = first; j < cols; j++) next.push([...factors, j]);
    }
    for (const factors of next) all.push(factors);
    previous = next;
  }
  return all;
}
