import { Matrix } from "../base/matrix.ts";

/** The weight of each column for each pair of classes: the support vectors, weighted as `dualCoef` says, added up. */
export function pairCoefficients(dualCoef: Matrix, vectors: Matrix, perClass: Int32Array): Matrix {
  const { cols } = vectors;
  if (dualCoef.rows === 1) return new Matrix(weighted(dualCoef.row(0), vectors, 0, vectors.rows), 1, cols);
  const starts = [0];
  for (const count of perClass) starts.push(starts.at(-1)! + count);
  const rows: Float64Array[] = [];
  for (let i = 0; i < perClass.length; i++) {
    for (let j = i + 1; j < perClass.length; j++) {
      const second = weighted(dualCoef.row(i), vectors, starts[j]!, starts[j + 1]!);
      rows.push(
        weighted(dualCoef.row(j - 1), vectors, starts[i]!, starts[i + 1]!).map(
          (value, c) => value + second[c]!,
        ),
      );
    }
  }
  return Matrix.from(rows);
}

/** The sum of the vectors from `start` to `end`, weighted. */
export function weighted(weights: Float64Array, vectors: Matrix, start: number, end: number): Float64Array {
  const { data, cols } = vectors;
  const sum = new Float64Array(cols);
  for (let v = start; v < end; v++) {
    for (let c = 0; c < cols; c++) sum[c] = sum[c]! + weights[v]! * data[v * cols + c]!;
  }
  return sum;
}
