import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { anyOf, finiteNumber, nothing, wholeNumber, yesOrNo } from "../base/params.ts";
import { checkedRows } from "../base/targets.ts";
import { Transformer } from "../base/transformer.ts";
import { lessMean } from "../linalg/centred-rows.ts";
import { multiply, multiplyTransposed } from "../linalg/products.ts";
import { logLikelihoods } from "./likelihoods.ts";
import { principalAxes } from "./principal-axes.ts";

type Fitted = {
  mean: Float64Array;
  components: Matrix;
  explainedVariance: Float64Array;
  explainedVarianceRatio: Float64Array;
  singularValues: Float64Array;
  noiseVariance: number;
};

/**
 * Principal component analysis: the directions in which the rows spread most, each at right angles to the ones
 * before it, and the rows' coordinates along them (Pearson, 1901; Hotelling, 1933).
 *
 * Columns are centred, not scaled: use a StandardScaler first if their units differ. An axis is turned so that
 * the row farthest along it lies on its positive side. `fit` takes O(rows × columns × smaller of both),
 * `transform` O(rows × columns × components).
 * @example
 * const pca = new PCA({nComponents: 2}).fit([[1, 2, 0], [2, 4, 1], [3, 6, 0], [4, 8, 1]]);
 * display(pca.explainedVarianceRatio);
 * display(pca.transform([[2, 4, 0]]).data);
 */
export class PCA extends Transformer<Fitted> {
  static override readonly typeName = "PCA";
  static override readonly params = {
    nComponents: anyOf(nothing("all of them"), wholeNumber(1, 1), finiteNumber(null, { above: 0, below: 1 })),
    whiten: yesOrNo(false),
  };
  declare nComponents: number | null;
  declare whiten: boolean;

  constructor(
    params: {
      /** How many components to keep; a number below 1 is the part of the variance that they have to explain. */
      nComponents?: number | null;
      /** Whether coordinates are divided by their standard deviation, so that all vary equally. */
      whiten?: boolean;
    } = {},
  ) {
    super(params);
  }

  /**
   * Finds the components of the rows of `X`; `y` is not looked at. Throws when there are fewer than two rows or
   * fewer rows or columns than `nComponents`.
   *
   * @param X the samples, one a row
   */
  fit(X: MatrixLike, _y?: unknown): this {
    const matrix = checkedRows(X, 2, "PCA");
    const most = Math.min(matrix.rows, matrix.cols);
    if (this.nComponents !== null && this.nComponents > most) {
      throw new RangeError(
        `PCA: nComponents must be at most ${most}, the smaller of the rows and columns of X, but it is ${this.nComponents}`,
      );
    }
    const { mean, singularValues, axes } = principalAxes(matrix);
    const variances = singularValues.map((value) => value ** 2 / (matrix.rows - 1));
    const total = variances.reduce((sum, variance) => sum + variance, 0);
    const ratios = variances.map((variance) => (total > 0 ? variance / total : 0));
    const count = this.numberOf(ratios);
    const rest = variances.subarray(count);
    this.fitted = {
      mean,
      components: new Matrix(axes.data.slice(0, count * axes.cols), count, axes.cols),
      explainedVariance: variances.slice(0, count),
      explainedVarianceRatio: ratios.slice(0, count),
      singularValues: singularValues.slice(0, count),
      noiseVariance: rest.length > 0 ? rest.reduce((sum, variance) => sum + variance) / rest.length : 0,
    };
    return this;
  }

  /** How many components to keep of those with these parts of the variance. */
  private numberOf(ratios: Float64Array): number {
    const wanted = this.nComponents ?? ratios.length;
    if (wanted >= 1) return wanted;
    let explained = 0;
    for (let i = 0; i < ratios.length; i++) {
      explained += ratios[i]!;
      if (explained > wanted) return i + 1;
    }
    return ratios.length;
  }

  /**
   * The coordinates of the rows of `X` along the components: rows × components.
   *
   * @param X the samples, one a row
   */
  transform(X: MatrixLike): Matrix {
    const { along } = this.projected(X);
    if (this.whiten) scaleColumns(along, this.deviations(), (value, size) => (size > 0 ? value / size : 0));
    return along;
  }

  private projected(X: MatrixLike): { centred: Matrix; along: Matrix } {
    const { mean, components } = this.learned;
    const matrix = this.checkedInput(X, mean.length);
    const centred = new Matrix(lessMean(matrix, mean), matrix.rows, matrix.cols);
    return { centred, along: multiplyTransposed(centred, components) };
  }

  /**
   * The log-likelihood of each row of `X` if rows vary along the components as they did, and by `noiseVariance` in all other
   * directions (probabilistic PCA). Throws when the fitted rows do not vary in some direction.
   *
   * @param X the samples, one a row
   */
  scoreSamples(X: MatrixLike): Float64Array {
    const { components: axes, explainedVariance, noiseVariance: noise } = this.learned;
    const { centred, along } = this.projected(X);
    // Along components that vary less than the rest, rounding aside, as the rest.
    const variances = explainedVariance.map((variance) => Math.max(variance, noise));
    return logLikelihoods({ axes, variances, noise }, centred, along);
  }

  /**
   * The mean log-likelihood of the rows of `X`: the larger, the better this number of components fits.
   *
   * @param X the samples, one a row; at least one
   */
  score(X: MatrixLike, _y?: unknown): number {
    const logs = this.scoreSamples(checkedRows(X, 1, "score"));
    return logs.reduce((sum, log) => sum + log, 0) / logs.length;
  }

  /**
   * The rows whose coordinates are given, as far as the components kept can tell: rows × columns.
   *
   * @param X coordinates as `transform` gives them, one row a sample
   */
  inverseTransform(X: MatrixLike): Matrix {
    const { mean, components } = this.learned;
    const given = this.checkedInput(X, components.rows);
    const along = new Matrix(given.data.slice(), given.rows, given.cols);
    if (this.whiten) scaleColumns(along, this.deviations(), (value, size) => value * size);
    const back = multiply(along, components);
    for (let at = 0; at < back.data.length; at++) back.data[at] = back.data[at]! + mean[at % back.cols]!;
    return back;
  }

  /** The standard deviation along each component. */
  private deviations(): Float64Array {
    return this.learned.explainedVariance.map(Math.sqrt);
  }

  /** The components, one a row, each of length 1: components × columns. */
  get components(): Matrix {
    const { data, rows, cols } = this.learned.components;
    return new Matrix(data.slice(), rows, cols);
  }

  /** The variance of the rows along each component, dividing by n − 1. */
  get explainedVariance(): Float64Array {
    return this.learned.explainedVariance.slice();
  }

  /** The part of the whole variance along each component. */
  get explainedVarianceRatio(): Float64Array {
    return this.learned.explainedVarianceRatio.slice();
  }

  /** The singular value of the centred rows that belongs to each component. */
  get singularValues(): Float64Array {
    return this.learned.singularValues.slice();
  }

  /** The mean of each column. */
  get mean(): Float64Array {
    return this.learned.mean.slice();
  }

  /** The mean variance along the components that were left out; 0 when none was. */
  get noiseVariance(): number {
    return this.learned.noiseVariance;
  }

  /** How many components were kept. */
  get nComponentsKept(): number {
    return this.learned.components.rows;
  }
}

function scaleColumns(
  matrix: Matrix,
  sizes: Float64Array,
  by: (value: number, size: number) => number,
): void {
  const { data, cols } = matrix;
  for (let at = 0; at < data.length; at++) data[at] = by(data[at]!, sizes[at % cols]!);
}
