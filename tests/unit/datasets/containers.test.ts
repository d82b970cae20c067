import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readQtResource } from "../../../scripts/datasets/qt-resource.ts";
import { readSwordBlocks } from "../../../scripts/datasets/sword-text.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "etude-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const uint32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const uint16 = (value: number) => uint32(value).subarray(2);

/** A resource file of version 1: a folder with one file in it, as Qt's rcc lays them out. */
function resource(name: string, content: Buffer, flags: number): Buffer {
  const letters = Buffer.from(name, "utf16le").swap16();
  const names = Buffer.concat([uint16(name.length), uint32(0), letters]);
  const data = Buffer.concat([uint32(content.length), content]);
  const root = Buffer.concat([uint32(0), uint16(2), uint32(1), uint32(1)]);
  const file = Buffer.concat([uint32(0), uint16(flags), uint16(0), uint16(0), uint32(0)]);
  const [tree, dataAt] = [20, 20 + 28];
  const head = Buffer.concat([Buffer.from("qres"), ...[1, tree, dataAt, dataAt + data.length].map(uint32)]);
  return Buffer.concat([head, root, file, data, names]);
}

test("a resource file of Qt gives the text of a file, compressed or not", () => {
  const text = "Böhmen";
  const plain = Buffer.from(text);
  const packed = Buffer.concat([uint32(plain.length), deflateSync(plain)]);
  for (const [name, bytes] of [
    ["plain.rcc", resource("größe.js", plain, 0)],
    ["packed.rcc", resource("größe.js", packed, 1)],
  ] as const) {
    writeFileSync(join(folder, name), bytes);
    expect(readQtResource(join(folder, name), "größe.js")).toBe(text);
  }
  expect(() => readQtResource(join(folder, "plain.rcc"), "other.js")).toThrow("other.js is not in");
});

test("a file that is no resource of Qt, or is compressed by zstd, is refused in words", () => {
  writeFileSync(join(folder, "zstd.rcc"), resource("a.js", Buffer.from("x"), 4));
  expect(() => readQtResource(join(folder, "zstd.rcc"), "a.js")).toThrow("zstd");
  writeFileSync(join(folder, "none.rcc"), "hello, I am a text");
  expect(() => readQtResource(join(folder, "none.rcc"), "a.js")).toThrow("no resource file of Qt");
});

test("the blocks of a SWORD text are inflated one by one, an empty one to nothing", () => {
  const blocks = ["In the beginning", "", "Praise"].map((text) =>
    text ? deflateSync(text) : Buffer.alloc(0),
  );
  const entries = blocks.map((block, i) => {
    const entry = Buffer.alloc(12);
    entry.writeUInt32LE(
      blocks.slice(0, i).reduce((sum, { length }) => sum + length, 0),
      0,
    );
    entry.writeUInt32LE(block.length, 4);
    return entry;
  });
  writeFileSync(join(folder, "ot.bzs"), Buffer.concat(entries));
  writeFileSync(join(folder, "ot.bzz"), Buffer.concat(blocks));
  expect(readSwordBlocks(join(folder, "ot"))).toEqual(["In the beginning", "", "Praise"]);
});
