import fc from "fast-check";
import { expect, test } from "vitest";
import { type Fence, fenceKinds, formatFence, parseFence } from "../../../../src/notebook/document/fence.ts";

test.each([
  ["js cell", { language: "js", kind: "cell", flags: [], options: {} }],
  ["js cell fold", { language: "js", kind: "cell", flags: ["fold"], options: {} }],
  ["  js   cell  fold ", { language: "js", kind: "cell", flags: ["fold"], options: {} }],
  [
    "js cell id=fit run=click",
    { language: "js", kind: "cell", flags: [], options: { id: "fit", run: "click" } },
  ],
  [
    "js exercise id=pick-k points=2",
    { language: "js", kind: "exercise", flags: [], options: { id: "pick-k", points: "2" } },
  ],
  ["md hint for=pick-k", { language: "md", kind: "hint", flags: [], options: { for: "pick-k" } }],
  [
    'js wrong for=a expect="One period, no more"',
    { language: "js", kind: "wrong", flags: [], options: { for: "a", expect: "One period, no more" } },
  ],
  ['js wrong expect=""', { language: "js", kind: "wrong", flags: [], options: { expect: "" } }],
  ["js cell id=größe", { language: "js", kind: "cell", flags: [], options: { id: "größe" } }],
])("%j is read", (info, fence) => {
  expect(parseFence(info)).toEqual(fence);
});

test.each(["", "js", "js {1,3}", "cell", "js cells", "js Cell", "js title=cell"])(
  "%j opens a listing",
  (info) => {
    expect(parseFence(info)).toBeNull();
  },
);

test("what is written is read back the same", () => {
  const word = fc.stringMatching(/^[a-z][\w-]{0,8}$/);
  // A value may hold anything but a quotation mark or a line break, which a fence has no way to write.
  const value = fc
    .string({ unit: "grapheme", maxLength: 20 })
    .filter((text) => !/["\r\n\u2028\u2029]/.test(text));
  const fence: fc.Arbitrary<Fence> = fc.record({
    language: fc.stringMatching(/^[a-z]{1,5}$/),
    kind: fc.constantFrom(...fenceKinds),
    flags: fc.array(word, { maxLength: 3 }),
    options: fc.dictionary(word, value, { maxKeys: 3 }),
  });
  fc.assert(
    fc.property(fence, (fence) => {
      expect(parseFence(formatFence(fence))).toEqual(fence);
    }),
  );
});
