// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are pieces of prose
import fc from "fast-check";
import { expect, test } from "vitest";
import { splitInline } from "../../../../src/notebook/document/index.ts";

test.each([
  ["no values here", [{ text: "no values here" }]],
  ["k is ${k}.", [{ text: "k is " }, { expression: "k" }, { text: "." }]],
  ["${ a }${b}", [{ expression: "a" }, { expression: "b" }]],
  ["${xs.map((x) => ({x}))} all", [{ expression: "xs.map((x) => ({x}))" }, { text: " all" }]],
  ["costs $5 {or so}", [{ text: "costs $5 {or so}" }]],
  ["an open ${k", [{ text: "an open ${k" }]],
  ["", []],
])("%j is split", (prose, parts) => {
  expect(splitInline(prose)).toEqual(parts);
});

test("text without an expression stays to the letter", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!text.includes("${") && text !== "");
      expect(splitInline(text)).toEqual([{ text }]);
    }),
  );
});
