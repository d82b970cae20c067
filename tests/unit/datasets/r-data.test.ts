import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readDataFrame } from "../../../scripts/datasets/r-database.ts";
import { readSerialized } from "../../../scripts/datasets/r-serialized.ts";

// The smallest writer of R's format that gives each kind of value once, after section 1.8 of "R Internals".
const int = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const real = (value: number) => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
};
const ATTRIBUTES = 0x200;
const MISSING = int(-(2 ** 31));
// What R writes for a missing number: a NaN that holds 1954.
const MISSING_REAL = Buffer.from("7ff00000000007a2", "hex");
const char = (text: string | null) =>
  text === null ? [int(9), int(-1)] : [int(0x40009), int(Buffer.byteLength(text)), Buffer.from(text)];
const texts = (...items: (string | null)[]) => [int(16), int(items.length), ...items.flatMap(char)];
const symbol = (name: string) => [int(1), ...char(name)];
const reference = (number: number) => [int((number << 8) | 255)];
const pair = (name: Buffer[], value: Buffer[]) => [int(0x402), ...name, ...value];
const END = int(254);
const list = (items: Buffer[][], attributes: Buffer[]) => [
  int(19 | ATTRIBUTES),
  int(items.length),
  ...items.flat(),
  ...attributes,
  END,
];
const serialized = (value: Buffer[], version = 3) =>
  Buffer.concat([
    Buffer.from("X\n"),
    ...[int(version), int(0x40200), int(0x30500)],
    ...(version === 3 ? [int(5), Buffer.from("UTF-8")] : []),
    ...value,
  ]);

const numbers = [int(14), int(3), real(1.5), MISSING_REAL, real(-2)];
const whole = [int(13), int(3), int(7), MISSING, int(-1)];
const factor = (names: Buffer[]) => [
  ...[int(13 | ATTRIBUTES), int(3), int(2), int(1), MISSING],
  ...pair(names, texts("à", "b")),
  END,
];
const frame = list(
  [numbers, whole, factor(symbol("levels")), texts("x", null, "y")],
  pair(symbol("names"), texts("real", "whole", "factor", "text")),
);

/** Writes a database of one value and hands its path to `use`. */
function withDatabase<T>(packed: Buffer, use: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "etude-r-"));
  const path = join(folder, "Rdata");
  const stored = Buffer.concat([Buffer.from("other"), packed]);
  const place = [int(13), int(2), int(5), int(packed.length)];
  // A symbol that was met before is written as a reference to it.
  const variables = list([place], pair(symbol("names"), texts("toy")));
  const index = list(
    [variables, [int(10), int(1), int(1)]],
    pair(reference(1), texts("variables", "compressed")),
  );
  try {
    writeFileSync(`${path}.rdx`, gzipSync(serialized(index)));
    writeFileSync(`${path}.rdb`, stored);
    return use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
const packed = (value: Buffer) => Buffer.concat([int(value.length), deflateSync(value)]);

test.each([2, 3])("a data frame of version %i is read with its missing values and its factor", (version) => {
  const columns = withDatabase(packed(serialized(frame, version)), (path) => readDataFrame(path, "toy"));
  expect([...columns]).toEqual([
    ["real", { values: [1.5, null, -2] }],
    ["whole", { values: [7, null, -1] }],
    ["factor", { values: ["b", "à", null], levels: ["à", "b"] }],
    ["text", { values: ["x", null, "y"] }],
  ]);
});

test("a name that is not there, and another compression, are told in words", () => {
  const value = packed(serialized(frame));
  expect(() => withDatabase(value, (path) => readDataFrame(path, "Exam"))).toThrow('no "Exam"; it holds toy');
  const other = Buffer.concat([int(9), Buffer.from("Z not by zlib")]);
  expect(() => withDatabase(other, (path) => readDataFrame(path, "toy"))).toThrow("not compressed by zlib");
});

test("what is not R's binary form, is too new, or is a function, is refused", () => {
  expect(() => readSerialized(Buffer.from("A\n1"))).toThrow("not in R's binary XDR form");
  expect(() => readSerialized(serialized(frame, 4))).toThrow("version 4 is newer");
  expect(() => readSerialized(serialized([int(3)]))).toThrow("a value of kind 3");
});
