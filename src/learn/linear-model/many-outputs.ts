import { Matrix } from "../base/matrix.ts";
import { transposed } from "../linalg/products.ts";
import { type Simd, simdFor } from "../simd/simd.ts";
import { type Fours, inFours, productsOf } from "../svm/products.ts";
import type { LogisticProducts } from "./logistic-products.ts";

const GROUP = 4;
const BYTES = Float64Array.BYTES_PER_ELEMENT;

/**
 * The products for several rows of coefficients, sixteen at a time. Rows and columns of X, coefficients and scores are
 * all kept in groups of four (see `Fours`), such that what one product writes is what the next one reads. By
 * WebAssembly where there is any, with the same result.
 */
export class ManyOutputs implements LogisticProducts {
  readonly size: number;
  readonly step = GROUP;
  private readonly byRow: Fours;
  private readonly byColumn: Fours;
  private readonly groups: number;
  private readonly width: number;
  private readonly rows: number;
  private readonly ownScores: Float64Array;
  private readonly product = new Float64Array(GROUP * GROUP);

  constructor(X: Matrix, withOnes: boolean, outputs: number) {
    this.groups = Math.ceil(outputs / GROUP);
    this.width = padded(X.cols + (withOnes ? 1 : 0));
    this.rows = padded(X.rows);
    const all = new Matrix(new Float64Array(this.rows * this.width), this.rows, this.width);
    for (let i = 0; i < X.rows; i++) {
      const row = all.row(i);
      row.set(X.row(i));
      if (withOnes) row[X.cols] = 1;
    }
    this.byRow = inFours(all);
    this.byColumn = inFours(transposed(all));
    this.size = this.groups * GROUP * this.width;
    this.ownScores = new Float64Array(this.groups * GROUP * this.rows);
  }

  coefAt(k: number, j: number): number {
    return placeIn(k, this.width) + j * GROUP;
  }

  scoreAt(k: number): number {
    return placeIn(k, this.rows);
  }

  scores(coefs: Float64Array): Float64Array {
    const memory = this.memory();
    if (memory === null) {
      this.multiply(this.byRow, coefs, this.ownScores);
      return this.ownScores;
    }
    memory.coefs.set(coefs);
    multiplyThere(memory.simd, memory.byRow, memory.coefs, memory.scores, this.width, this.groups);
    this.ownScores.set(memory.scores);
    return this.ownScores;
  }

  gradient(into: Float64Array): void {
    const memory = this.memory();
    if (memory === null) {
      this.multiply(this.byColumn, this.ownScores, into);
      return;
    }
    memory.scores.set(this.ownScores);
    multiplyThere(memory.simd, memory.byColumn, memory.scores, memory.coefs, this.rows, this.groups);
    into.set(memory.coefs);
  }

  private multiply(A: Fours, values: Float64Array, out: Float64Array): void {
    const { groups, product } = this;
    const B = { values, rows: groups * GROUP, groups, cols: A.cols };
    for (let b = 0; b < groups; b++) {
      for (let a = 0; a < A.groups; a++) {
        productsOf(A, a, B, b, product);
        out.set(product, (b * A.groups + a) * product.length);
      }
    }
  }

  /** The arrays in the memory of WebAssembly; null where there is none. Others write to it between two calls. */
  private memory() {
    const { byRow, byColumn, ownScores, size } = this;
    const lengths = [byRow.values.length, byColumn.values.length, ownScores.length, size] as const;
    const simd = simdFor(this, BYTES * lengths.reduce((sum, length) => sum + length, 0));
    if (simd === null) return null;
    let at = 0;
    const arrayOf = (length: number) => {
      const array = new Float64Array(simd.buffer, at, length);
      at += array.byteLength;
      return array;
    };
    const [rows, columns] = [arrayOf(lengths[0]), arrayOf(lengths[1])];
    if (simd.isNew) {
      rows.set(byRow.values);
      columns.set(byColumn.values);
    }
    return { simd, byRow: rows, byColumn: columns, scores: arrayOf(lengths[2]), coefs: arrayOf(size) };
  }
}

function padded(count: number): number {
  return Math.ceil(count / GROUP) * GROUP;
}

/** Where row `k` begins in groups of rows of so many numbers. */
function placeIn(k: number, length: number): number {
  return Math.floor(k / GROUP) * GROUP * length + (k % GROUP);
}

/** As `multiply`, of groups of rows of `length` numbers, all in the memory of WebAssembly. */
function multiplyThere(
  { kernels }: Simd,
  A: Float64Array,
  B: Float64Array,
  out: Float64Array,
  length: number,
  groups: number,
): void {
  const bytes = BYTES * GROUP * length;
  const end = A.byteOffset + A.byteLength;
  let to = out.byteOffset;
  for (let b = 0; b < groups; b++) {
    for (let a = A.byteOffset; a < end; a += bytes) {
      kernels.products(a, B.byteOffset + b * bytes, length, to);
      to += BYTES * GROUP * GROUP;
    }
  }
}
