import { Matrix } from "../base/matrix.ts";
import { transposed } from "../linalg/products.ts";
import type { CovarianceType, Gaussians } from "./gaussians.ts";

/** "full": a Matrix a component; "tied": one; "diag": components × columns; "spherical": a number a component. */
export type Covariances = Matrix[] | Matrix | Float64Array;

/** The means of the components, which are stored less `origin`: components × columns. */
export function meansAround({ means, cols }: Gaussians, origin: Float64Array): Matrix {
  return new Matrix(
    means.map((mean, at) => mean + origin[at % cols]!),
    means.length / cols,
    cols,
  );
}

/** Covariances, as they are stored one after the other, in the shape of their type; copied. */
export function shapedCovariances(type: CovarianceType, stored: Float64Array, cols: number): Covariances {
  if (type === "spherical") return stored.slice();
  if (type === "tied" || type === "diag") return new Matrix(stored.slice(), stored.length / cols, cols);
  return Array.from({ length: stored.length / (cols * cols) }, (_, c) => {
    return new Matrix(stored.slice(c * cols * cols, (c + 1) * cols * cols), cols, cols);
  });
}

/** As `shapedCovariances`; matrices are transposed. */
export function shapedWhitening(type: CovarianceType, stored: Float64Array, cols: number): Covariances {
  const shaped = shapedCovariances(type, stored, cols);
  if (type === "tied") return transposed(shaped as Matrix);
  return type === "full" ? (shaped as Matrix[]).map(transposed) : shaped;
}
