import { describe, expect, test } from "vitest";
import { fieldsOf } from "../../../../src/notebook/view/value-fields.ts";
import { preview, previewText } from "../../../../src/notebook/view/value-preview.ts";
import { hostileValues, wordsFirst } from "./hostile-values.ts";

const text = (value: unknown) =>
  preview(value)
    .map((piece) => piece.text)
    .join("");

describe("preview", () => {
  test.each(
    wordsFirst([
      [[1, "a", null], 'Array(3) [1, "a", null]'],
      [{ a: 1, b: [2], c: {} }, "Object {a: 1, b: Array(1), c: Object}"],
      [
        new Map<unknown, number>([
          ["a", 1],
          [{}, 2],
        ]),
        "Map(2) {a → 1, Object → 2}",
      ],
      [new Set([1, -0]), "Set(2) {1, 0}"],
      [Uint8Array.of(1, 2), "Uint8Array(2) [1, 2]"],
      [new Date(0), "1970-01-01T00:00:00.000Z"],
      [new TypeError("no"), "TypeError: no"],
      [-0, "-0"],
    ]),
  )("can be %s", (shown, value) => {
    expect(text(value)).toBe(shown);
  });

  test("ends after twenty items", () => {
    expect(text(Array.from({ length: 21 }, (_, i) => i))).toMatch(/18, 19, …\]$/);
    expect(text(Array.from({ length: 20 }, (_, i) => i))).toMatch(/18, 19\]$/);
  });

  test("shows what can be read of an object whose getter throws", () => {
    const object = {
      a: 1,
      get b() {
        throw new Error("no");
      },
      c: 3,
    };
    expect(text(object)).toBe("Object {a: 1, b: cannot be read, c: 3}");
  });

  test("as text leaves out what the type says already, and is cut", () => {
    expect(previewText([1, 2])).toBe("[1, 2]");
    expect(previewText({ a: 1 })).toBe("{a: 1}");
    expect(previewText([{ a: 1 }, { a: 2 }])).toBe("[{a: 1}, …]");
    expect(previewText("a".repeat(200))).toHaveLength(60);
  });

  test.each(hostileValues)("does not throw for %s", (_name, make) => {
    expect(text(make())).not.toBe("");
    expect(previewText(make())).not.toBe("");
  });
});

test("the fields of an array that is nearly all holes are found at once", () => {
  const array: number[] = [7];
  array[4_000_000_000] = 8;
  expect(Array.from(fieldsOf(array), ({ key, value }) => [key, value])).toEqual([
    ["0", 7],
    ["4000000000", 8],
  ]);
});

test("a list that holds itself twice has a preview", () => {
  const list: unknown[] = [];
  list.push(list, list);
  expect(previewText(list)).toBe("[[Array(2), Array(2)], …]");
});

test("equal keys of a Map have places of their own", () => {
  const map = new Map([
    [{}, 1],
    [{}, 2],
  ]);
  expect(Array.from(fieldsOf(map), ({ place }) => place)).toEqual(["#0", "#1"]);
});
