import { describe, expect, test } from "vitest";
import { NMF } from "../../../../src/learn/index.ts";
import { allData, figures } from "../data.ts";

type Case = {
  params: ConstructorParameters<typeof NMF>[0];
  nIter: number;
  reconstructionErr: number;
  components: number[][];
  firstRows: number[][];
  transformed: number[][];
};
const { data } = figures<{ data: Record<string, Case[]> }>("decomposition/nmf");

/** The columns that vary, from 0 to 1, as make.py has them. */
function fromZeroToOne(X: number[][]): number[][] {
  const columns = X[0]!.map((_, j) => X.map((row) => row[j]!));
  const scaled = columns
    .map((column) => ({
      column,
      least: Math.min(...column),
      range: Math.max(...column) - Math.min(...column),
    }))
    .filter(({ range }) => range > 0)
    .map(({ column, least, range }) => column.map((value) => (value - least) / range));
  return X.map((_, i) => scaled.map((column) => column[i]!));
}

/** Rounding grows over the iterations. */
const DIGITS = 7;

describe.each(allData)("on the data $name", ({ name, X }) => {
  const table = fromZeroToOne(X);

  test.each(data[name]!)("NMF by $params.solver from $params.init is scikit-learn's", (expected) => {
    const nmf = new NMF(expected.params);
    const W = nmf.fitTransform(table);
    expect(nmf.nIter).toBe(expected.nIter);
    expect(nmf.reconstructionErr).toBeCloseTo(expected.reconstructionErr, DIGITS);
    const transformed = nmf.transform(table.slice(-3));
    const pairs = [
      [nmf.components, expected.components],
      [W, expected.firstRows],
      [transformed, expected.transformed],
    ] as const;
    for (const [ours, theirs] of pairs) {
      for (const [i, row] of theirs.entries()) {
        for (const [j, value] of row.entries()) expect(ours.row(i)[j]).toBeCloseTo(value, DIGITS);
      }
    }
  });
});
