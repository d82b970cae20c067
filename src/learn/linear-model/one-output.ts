import type { Matrix } from "../base/matrix.ts";
import { addAt, dotAt } from "./column-products.ts";
import type { LogisticProducts } from "./logistic-products.ts";

/** The products for a single row of coefficients, row by row of X: each row is read once and used whole. */
export class OneOutput implements LogisticProducts {
  readonly size: number;
  readonly step = 1;
  private readonly rows: number;
  /** X with its column of ones. */
  private readonly data: Float64Array;
  private readonly slopes: Float64Array;

  constructor({ data, rows, cols }: Matrix, withOnes: boolean) {
    this.size = cols + (withOnes ? 1 : 0);
    this.rows = rows;
    this.data = new Float64Array(rows * this.size).fill(1);
    for (let i = 0; i < rows; i++) this.data.set(data.subarray(i * cols, (i + 1) * cols), i * this.size);
    this.slopes = new Float64Array(rows);
  }

  coefAt(_: number, j: number): number {
    return j;
  }

  scoreAt(): number {
    return 0;
  }

  scores(coefs: Float64Array): Float64Array {
    const { data, rows, size, slopes } = this;
    for (let i = 0; i < rows; i++) slopes[i] = dotAt(data, i * size, coefs, 0, size);
    return slopes;
  }

  gradient(into: Float64Array): void {
    const { data, rows, size, slopes } = this;
    into.fill(0);
    for (let i = 0; i < rows; i++) addAt(into, data, i * size, slopes[i]!);
  }
}
