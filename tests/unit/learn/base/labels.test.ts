import fc from "fast-check";
import { expect, test } from "vitest";
import { byCodePoint } from "../../../../src/learn/base/by-code-point.ts";
import { LabelEncoder } from "../../../../src/learn/index.ts";

test("text is sorted by character, as Python and numpy sort it, also where UTF-16 would not", () => {
  const labels = ["🎵", "ﬁ", "Ａ", "é", "Z", "a", "歌", "", "ab"];
  expect(new LabelEncoder().fit(labels).classes).toEqual(["", "Z", "a", "ab", "é", "歌", "ﬁ", "Ａ", "🎵"]);
});

test("two texts compare as the lists of their characters' numbers", () => {
  const text = fc.string({
    unit: fc.constantFrom("a", "b", "é", "ﬁ", "\uffff", "🎵", "\u{10000}"),
    maxLength: 4,
  });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [x, y] = [a, b].map((it) =>
        Array.from(it, (c) => String(c.codePointAt(0)).padStart(8, "0")).join(),
      );
      expect(Math.sign(byCodePoint(a, b))).toBe(x === y ? 0 : x! < y! ? -1 : 1);
    }),
  );
});
