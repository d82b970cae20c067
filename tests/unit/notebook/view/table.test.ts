import { describe, expect, test } from "vitest";
import { Matrix } from "../../../../src/learn/index.ts";
import { tableCsv, tableTsv } from "../../../../src/notebook/view/table-csv.ts";
import { type TableData, tableDataOf } from "../../../../src/notebook/view/table-data.ts";
import { type ColumnFilter, chosenRows } from "../../../../src/notebook/view/table-rows.ts";
import { shownText } from "../../../../src/notebook/view/table-text.ts";
import { hostileValues } from "./hostile-values.ts";

const drums = [
  { name: "kick 10", level: -3.25, bright: false, made: new Date(0) },
  { name: "kick 2", level: 0.5, bright: false, made: new Date(86_400_000) },
  { name: "Snare", level: Number.NaN, bright: true, made: null },
  { name: "crash, long", level: 12, bright: true, made: new Date(0) },
];

const table = (value: unknown): TableData => {
  const data = tableDataOf(value);
  if (!data) throw new Error("no table");
  return data;
};

function names(choice: Partial<Parameters<typeof chosenRows>[1]>): string[] {
  const data = table(drums);
  const rows = chosenRows(data, { sort: null, search: "", filters: new Map(), ...choice });
  return Array.from(rows, (row) => data.at(row, 0) as string);
}

describe("tableDataOf", () => {
  test("tells the type of each column, and counts what is missing", () => {
    expect(table(drums).columns.map(({ name, type, missing }) => [name, type, missing])).toEqual([
      ["name", "text", 0],
      ["level", "number", 1],
      ["bright", "boolean", 0],
      ["made", "date", 1],
    ]);
  });

  test("takes a matrix, rows of one length and a data frame", () => {
    const matrix = table(new Matrix(Float64Array.of(1, 2, 3, 4, 5, 6), 2, 3));
    expect([matrix.kind, matrix.rowCount, matrix.at(1, 0)]).toEqual(["Matrix", 2, 4]);
    expect(table([[1, 2], Float32Array.of(3, 4)]).at(1, 1)).toBe(4);
    class Frame {
      columns = ["a", "b"];
      shape = [2, 2];
      values = [
        [1, 2],
        [3, 4],
      ];
    }
    const frame = table(new Frame());
    expect([frame.kind, frame.columns[1]?.name, frame.at(1, 1)]).toEqual(["DataFrame", "b", 4]);
  });

  test("has a column for every key, also one that only some rows have", () => {
    const data = table([{ a: 1 }, { a: 2, b: 3 }]);
    expect(data.columns.map(({ name, missing }) => [name, missing])).toEqual([
      ["a", 0],
      ["b", 1],
    ]);
  });

  test("leaves to the inspector what is no table", () => {
    const others = [
      [],
      [1, 2],
      [[1], [1, 2]],
      [{ a: 1 }, null],
      [{}],
      [{ a: 1 }, { b: 1 }, { c: 1 }],
      { a: [1] },
    ];
    expect(others.map(tableDataOf)).toEqual(others.map(() => null));
  });

  test("reads a row whose getter throws, and says so in its place", () => {
    const row = {
      a: 1,
      get b(): number {
        throw new Error("no");
      },
    };
    expect(table([row]).at(0, 1)).toBe("cannot be read");
  });

  test.each(hostileValues)("fails, if at all, at once for %s", (_name, make) => {
    // The caller falls back to the inspector.
    const started = performance.now();
    try {
      tableDataOf(make());
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
    }
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe("the rows of a table", () => {
  test("stand as they came until they are sorted", () => {
    expect(names({})).toEqual(["kick 10", "kick 2", "Snare", "crash, long"]);
  });

  test("are sorted as a reader would, numbers in texts by their size", () => {
    expect(names({ sort: { column: 0, descending: false } })).toEqual([
      "crash, long",
      "kick 2",
      "kick 10",
      "Snare",
    ]);
  });

  test("have what is missing at their end in either direction", () => {
    expect(names({ sort: { column: 1, descending: false } })).toEqual([
      "kick 10",
      "kick 2",
      "crash, long",
      "Snare",
    ]);
    expect(names({ sort: { column: 1, descending: true } })).toEqual([
      "crash, long",
      "kick 2",
      "kick 10",
      "Snare",
    ]);
  });

  test("keep their order among equals", () => {
    expect(names({ sort: { column: 2, descending: true } })).toEqual([
      "Snare",
      "crash, long",
      "kick 10",
      "kick 2",
    ]);
  });

  test("can be searched in all columns, whatever the case", () => {
    expect(names({ search: "SNA" })).toEqual(["Snare"]);
    expect(names({ search: "-3.2" })).toEqual(["kick 10"]);
  });

  test("can be filtered by a text and by a range together; what is missing is in no range", () => {
    const filters = new Map<number, ColumnFilter>([
      [0, { text: "k" }],
      [1, { min: 0, max: null }],
    ]);
    expect(names({ filters })).toEqual(["kick 2"]);
    expect(names({ filters: new Map([[1, { min: null, max: 100 }]]) })).not.toContain("Snare");
    expect(names({ filters: new Map([[1, { min: 0.5, max: 0.5 }]]) })).toEqual(["kick 2"]);
  });
});

describe("the text of a cell", () => {
  test("has as many decimals as its column is worth, and a real minus", () => {
    const { columns } = table([{ a: 1234.5678 }, { a: -2.5 }, { a: 0.0001 }]);
    expect([1234.5678, -2.5, 0.0001].map((value) => shownText(value, columns[0]!))).toEqual([
      "1234.6",
      "−2.5",
      "0.00010",
    ]);
    expect(shownText(3, table([{ a: 3 }]).columns[0]!)).toBe("3");
  });

  test("is a dash where something is missing", () => {
    expect([null, undefined, Number.NaN].map((value) => shownText(value, { decimals: 0 }))).toEqual([
      "–",
      "–",
      "–",
    ]);
  });
});

describe("CSV", () => {
  test("holds values in full, quotes what needs it, and ends lines as RFC 4180 says", () => {
    const data = table([
      { text: 'say "hi", you', number: 1 / 3 },
      { text: "two\nlines", number: null },
    ]);
    expect(tableCsv(data, [0, 1])).toBe(
      'text,number\r\n"say ""hi"", you",0.3333333333333333\r\n"two\nlines",\r\n',
    );
  });

  test("for the clipboard has tabs, and no line break in a value", () => {
    expect(tableTsv(table([{ a: "two\nlines", b: 1 }]), [0])).toBe("a\tb\ntwo lines\t1");
  });
});
