import { Matrix, type MatrixLike } from "../../learn/base/matrix.ts";
import { blockMeans } from "./block-means.ts";

/** One layer of a network as it is drawn. */
export interface NetworkLayer {
  /** How many units it has, and how many of them one circle stands for. */
  units: number;
  each: number;
  circles: number;
  /** The activation of each circle (the mean of its units), if known. */
  activations?: number[];
}

/** A network as it is drawn: layers, and between them the weights from circle to circle. */
export interface NetworkLayout {
  layers: NetworkLayer[];
  /** Circles of a layer × circles of the next. */
  weights: Matrix[];
  /** The largest weight without its sign. */
  largest: number;
}

/**
 * The layers of a network from its weights (inputs × units, one matrix a layer). A layer with more than `most` units is
 * drawn in groups of equal size, whose weights and activations are means.
 * @throws RangeError when one layer's units are not as many as the next one's inputs.
 */
export function networkLayers(
  weights: readonly MatrixLike[],
  activations: readonly (ArrayLike<number> | undefined)[],
  most: number,
): NetworkLayout {
  const matrices = weights.map((each, l) => Matrix.from(each, `weights[${l}]`));
  for (const [l, matrix] of matrices.entries()) {
    const before = matrices[l - 1];
    if (!before || before.cols === matrix.rows) continue;
    throw new RangeError(
      `weights[${l}] must have as many rows as weights[${l - 1}] has columns, ${before.cols}, but it has ${matrix.rows}`,
    );
  }
  const units = [matrices[0]!.rows, ...matrices.map(({ cols }) => cols)];
  const layers = units.map((count, l): NetworkLayer => {
    const given = activations[l];
    if (given && given.length !== count) {
      throw new RangeError(
        `activations[${l}] must have ${count} numbers, one a unit, but it has ${given.length}`,
      );
    }
    const each = Math.ceil(count / most);
    const means = given && blockMeans({ rows: 1, cols: count, data: given }, most);
    return {
      units: count,
      each,
      circles: Math.ceil(count / each),
      activations: means && Array.from(means.data),
    };
  });
  const drawn = matrices.map((matrix) => {
    const { rows, cols, data } = blockMeans(matrix, most);
    return new Matrix(Float64Array.from(data), rows, cols);
  });
  const largest = drawn.reduce(
    (most, { data }) => data.reduce((size, value) => Math.max(size, Math.abs(value)), most),
    0,
  );
  return { layers, weights: drawn, largest };
}
