import { csvFormatRows } from "d3-dsv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberOf } from "../../../../../src/stdlib/data/own/column-type.ts";
import { ownTable } from "../../../../../src/stdlib/data/own/own-table.ts";

const read = (text: string, reading = {}) => ownTable("mine.csv", text, reading);
const columnOf = (text: string, name: string, reading = {}) =>
  read(text, reading).columns.find((column) => column.name === name)!;

describe("what stands between the columns is found", () => {
  test.each([
    ["a,b\n1,2\n3,4", ","],
    ["a;b\n1,5;2,5\n3;4", ";"],
    ["a\tb\n1,5\t2\n3\t4", "\t"],
    ["a|b\n1|2", "|"],
    ["a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5", ";"],
    ['a,b\n"x;y;z",2\n"u;v;w",3', ","],
    ["sep=;\na;b,c\n1;2", ";"],
    ["\uFEFFa;b\r\n1;2\r\n", ";"],
    ["only\none\ncolumn", ","],
  ])("%j", (text, separator) => {
    expect(read(text).separator).toBe(separator);
  });

  test("and can be said", () => {
    expect(read("a,b;c\n1,2;3", { separator: ";" }).columns.map(({ name }) => name)).toEqual(["a,b", "c"]);
  });
});

describe("decimals", () => {
  test.each([
    ["1.5", ".", 1.5],
    ["1,234.5", ".", 1234.5],
    ["-3e-2", ".", -0.03],
    ["\u22124", ".", -4],
    ["1,5", ".", Number.NaN],
    ["1,5", ",", 1.5],
    ["1.234,5", ",", 1234.5],
    ["1 234,5", ",", 1234.5],
    ["1.5", ",", Number.NaN],
    ["12 Hz", ".", Number.NaN],
    ["12,345,678", ".", 12_345_678],
    ["12\u202f345,5", ",", 12_345.5],
    ["1'200.5", ".", 1200.5],
    ["1\u2019200", ".", 1200],
    ["1,200.300", ".", 1200.3],
    ["1.200 300", ",", Number.NaN],
    ["45%", ".", 45],
    ["12,5 %", ",", 12.5],
    ["%", ".", Number.NaN],
  ] as const)("%j read with %j is %d", (text, sign, value) => {
    expect(numberOf(text, sign)).toBe(value);
  });

  test("after a comma are found where some cell can only be read so", () => {
    const table = read("bpm;name\n120,5;a\n98;b");
    expect(table.decimal).toBe(",");
    expect(table.columns[0]!.values).toEqual([120.5, 98]);
    expect(read("bpm;name\n120.5;a").decimal).toBe(".");
  });
});

test.each([
  ["thousands between tabs", "plays\tn\n1,200\t1\n3,400\t2", ".", [1200, 3400]],
  ["thousands between bars", "plays|n\n1,200|1\n3,400|2", ".", [1200, 3400]],
  ["three decimals between semicolons", "plays;n\n1,200;1\n3,400;2", ",", [1.2, 3.4]],
  ["millions between semicolons", "plays;n\n1,200;1\n3,400,000;2", ".", [1200, 3_400_000]],
  ["decimals in quotes between commas", 'plays,n\n"1,5",1\n"3,25",2', ",", [1.5, 3.25]],
  ["thousands in quotes between commas", 'plays,n\n"1,200",1\n"900",2', ".", [1200, 900]],
] as const)("commas in numbers are read as what they must be: %s", (_, text, decimal, values) => {
  const table = read(text);
  expect(table.decimal).toBe(decimal);
  expect(table.columns[0]!.values).toEqual(values);
});

test("a column of per cents is numbers", () => {
  expect(columnOf("a,share\nx,45%\ny,50 %\nz,12.5%", "share")).toMatchObject({
    type: "number",
    values: [45, 50, 12.5],
  });
});

test.each([
  [
    'a,b\nx,"open,1\ny,2\n',
    ['line 2 has a quote (") that is never closed: all that follows it is in one cell'],
  ],
  ['a,b\nx,1\ny,"say ""no"" and\nz,2', ["line 3 has a quote"]],
  ['a,b\nx,"closed, and\nnothing lost"\n', []],
  ['a,b\nx,"ends with ""quotes"""\n', []],
  ['a,b\nx,""\n', []],
  ['a,b\nx,12"\n', []],
])("a quote that is never closed is told of, where it is: %j", (text, expected) => {
  const quotes = read(text, { hasNames: true }).notes.filter((note) => note.includes("quote"));
  expect(quotes).toEqual(expected.map((words) => expect.stringContaining(words)));
});

describe("the first line", () => {
  test("is taken for names when it has no number, else for a row", () => {
    expect(read("a,b\n1,2").hasNames).toBe(true);
    const bare = read("0.1,kick\n0.2,snare");
    expect(bare.hasNames).toBe(false);
    expect(bare.columns.map(({ name }) => name)).toEqual(["column 1", "column 2"]);
    expect(bare.length).toBe(2);
  });

  test("may be empty in places, or say a name twice", () => {
    expect(read("a,,a\nx,y,z").columns.map(({ name }) => name)).toEqual(["a", "column 2", "a (2)"]);
  });

  test("can be said to be a row", () => {
    expect(read("x,y\nu,v", { hasNames: false }).length).toBe(2);
  });
});

describe("a column", () => {
  test("of numbers with a few that are none is numbers, and says which is none", () => {
    const cells = Array.from({ length: 40 }, (_, i) => (i === 6 ? "about 7" : String(i)));
    const column = columnOf(`v\n${cells.join("\n")}`, "v", { hasNames: true });
    expect(column.type).toBe("number");
    expect(column.odd).toEqual({ count: 1, row: 7, text: "about 7" });
    expect(column.values[6]).toBeNaN();
  });

  test("of few texts that repeat is a category, of many it is text, of codes no number", () => {
    expect(columnOf("d\nkick\nsnare\nkick\nsnare", "d").type).toBe("category");
    expect(columnOf("d\nw\nx\ny\nz", "d").type).toBe("text");
    expect(columnOf("n,c\nx,007\ny,012\nz,031", "c").type).toBe("text");
  });

  test("says what is missing, however it is written", () => {
    const column = columnOf("a,b\n1,x\nNA,x\n,x\nn/a,x\n-,x\n2,x", "a");
    expect(column).toMatchObject({ type: "number", missing: 4, odd: null });
    expect(column.values).toEqual([1, Number.NaN, Number.NaN, Number.NaN, Number.NaN, 2]);
  });

  test("is what the learner says it is", () => {
    expect(
      columnOf("year\n1999\n1999\n2001", "year", { hasNames: true, types: { year: "category" } }),
    ).toMatchObject({
      type: "category",
      values: ["1999", "1999", "2001"],
    });
  });
});

test("rows of other lengths are told of, and nothing else is lost by them", () => {
  const table = read("a,b\n1,2,3\n4\n5,6");
  expect(table.notes).toEqual([
    "1 row has more cells than there are columns, which are left out",
    "1 row has fewer cells than there are columns",
  ]);
  expect(table.columns[0]!.values).toEqual([1, 4, 5]);
});

test.each([
  ["", "mine.csv has nothing in it"],
  ["\n\n", "mine.csv has nothing in it"],
  ["a,b\n", "mine.csv has only a line of names: a, b"],
])("a file without a row is refused: %j", (text, message) => {
  expect(() => read(text)).toThrow(message);
});

test("what was written as CSV is read back, whatever is in the cells", () => {
  const cell = fc
    .string({ minLength: 1 })
    .filter((text) => text.trim() === text && /[a-z]/.test(text) && !/^sep=/.test(text));
  const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(rows, (rows) => {
      const text = csvFormatRows([["first", "second"], ...rows]);
      const table = ownTable("t", text, {
        separator: ",",
        hasNames: true,
        types: { first: "text", second: "text" },
      });
      const missing = /^(na|n\/a|nan|null|none)$/i;
      expect(table.columns.map(({ values }) => values)).toEqual(
        [0, 1].map((j) => rows.map((row) => (missing.test(row[j]!) ? null : row[j]))),
      );
    }),
  );
});
