import { expect, test } from "vitest";
import { choice, slider } from "../../../../src/stdlib/inputs/index.ts";

const nothing = undefined as never;

test.each([
  [() => choice(nothing, nothing), "choice: label must be text in quotes, but it is undefined."],
  [
    () => choice(["a", "b"] as never, nothing),
    "choice: label must be text in quotes, but it is an array of 2.",
  ],
  [
    () => choice("a", nothing),
    'choice "a": options must be an array such as ["a", "b"], but it is undefined.',
  ],
  [() => choice("a", []), 'choice "a": options must have one entry or more'],
  [() => choice("a", ["b", "c"], "c" as never), 'in braces, such as {value: …}, but it got "c".'],
  [() => slider(nothing, nothing), "slider: label must be text in quotes, but it is undefined."],
  [() => slider("k", nothing), 'slider "k": range must be an array such as [1, 20], but it is undefined.'],
  [() => slider("k", 5 as never), "but it is 5."],
  [() => slider("k", [1, 9], 5 as never), 'slider "k" takes its settings by name, in braces'],
])("an input says which argument is wrong: %#", (make, message) => {
  expect(make).toThrow(message);
});
