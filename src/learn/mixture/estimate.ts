import { Matrix } from "../base/matrix.ts";
import { columnsOf, gramOfColumns, rowProducts } from "../linalg/products.ts";
import { type CovarianceType, type Gaussians, type TableByColumns, whiteningOf } from "./gaussians.ts";

/** A component's part of a row below this changes no digit of its covariance. */
const NOTHING = 1e-30;

/**
 * The normal distributions that fit the rows best if `parts`, rows × components, says to which part each row belongs
 * to each component; `regCovar` is added to variances. O(rows × columns² × components) for matrices.
 */
export function estimateGaussians(
  table: TableByColumns,
  parts: Float64Array,
  type: CovarianceType,
  regCovar: number,
): Gaussians {
  const { columns, rows, cols } = table;
  const k = parts.length / rows;
  const byComponent = columnsOf(new Matrix(parts, rows, k));
  const sizes = new Float64Array(k);
  for (let c = 0; c < k; c++) {
    for (let at = c * rows; at < (c + 1) * rows; at++) sizes[c] = sizes[c]! + byComponent[at]!;
    // No component is ever without any part at all.
    sizes[c] = sizes[c]! + 10 * Number.EPSILON;
  }
  const means = new Float64Array(k * cols);
  rowProducts(byComponent, k, columns, cols, rows, means);
  for (let at = 0; at < means.length; at++) means[at] = means[at]! / sizes[Math.floor(at / cols)]!;
  const covariances = {
    full: fullCovariances,
    tied: tiedCovariance,
    diag: variances,
    spherical: meanVariances,
  }[type](table, byComponent, sizes, means);
  if (type === "diag" || type === "spherical") addTo(covariances, 1, regCovar);
  else
    for (let at = 0; at < covariances.length; at += cols * cols)
      addTo(covariances.subarray(at, at + cols * cols), cols + 1, regCovar);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return {
    type,
    cols,
    weights: sizes.map((size) => size / total),
    means,
    covariances,
    whitening: whiteningOf(type, covariances, cols),
  };
}

function addTo(values: Float64Array, step: number, more: number): void {
  for (let at = 0; at < values.length; at += step) values[at] = values[at]! + more;
}

function fullCovariances(
  { columns, rows, cols }: TableByColumns,
  byComponent: Float64Array,
  sizes: Float64Array,
  means: Float64Array,
): Float64Array {
  const covariances = new Float64Array(sizes.length * cols * cols);
  const members = new Int32Array(rows);
  const roots = new Float64Array(rows);
  const room = new Float64Array(rows * cols);
  for (let c = 0; c < sizes.length; c++) {
    let count = 0;
    for (let i = 0; i < rows; i++) {
      const part = byComponent[c * rows + i]!;
      if (part <= NOTHING) continue;
      members[count] = i;
      roots[count++] = Math.sqrt(part);
    }
    const centred = room.subarray(0, count * cols);
    for (let j = 0, to = 0; j < cols; j++) {
      const mean = means[c * cols + j]!;
      for (let m = 0; m < count; m++) centred[to++] = roots[m]! * (columns[j * rows + members[m]!]! - mean);
    }
    const products = gramOfColumns(centred, count, cols);
    for (let at = 0; at < products.length; at++) {
      covariances[c * cols * cols + at] = products[at]! / sizes[c]!;
    }
  }
  return covariances;
}

/** All rows' products less those of the means. */
function tiedCovariance(
  { columns, rows, cols }: TableByColumns,
  _byComponent: Float64Array,
  sizes: Float64Array,
  means: Float64Array,
): Float64Array {
  const covariance = gramOfColumns(columns, rows, cols);
  const k = sizes.length;
  const scaled = means.map((mean, at) => mean * Math.sqrt(sizes[Math.floor(at / cols)]!));
  const ofMeans = gramOfColumns(columnsOf(new Matrix(scaled, k, cols)), k, cols);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return covariance.map((product, at) => (product - ofMeans[at]!) / total);
}

function variances(
  { values, rows, cols }: TableByColumns,
  byComponent: Float64Array,
  sizes: Float64Array,
  means: Float64Array,
): Float64Array {
  const result = new Float64Array(means.length);
  for (let c = 0; c < sizes.length; c++) {
    for (let i = 0; i < rows; i++) {
      const part = byComponent[c * rows + i]!;
      if (part < NOTHING) continue;
      for (let j = 0, at = i * cols, to = c * cols; j < cols; j++, to++) {
        const difference = values[at++]! - means[to]!;
        result[to] = result[to]! + part * difference * difference;
      }
    }
    for (let to = c * cols; to < (c + 1) * cols; to++) result[to] = result[to]! / sizes[c]!;
  }
  return result;
}

function meanVariances(
  table: TableByColumns,
  byComponent: Float64Array,
  sizes: Float64Array,
  means: Float64Array,
): Float64Array {
  const { cols } = table;
  const all = variances(table, byComponent, sizes, means);
  return sizes.map(
    (_, c) => all.subarray(c * cols, (c + 1) * cols).reduce((sum, value) => sum + value, 0) / cols,
  );
}
