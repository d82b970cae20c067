import { expect, test } from "vitest";
import { choice, foldPipeline, relabelInput, slider, stepper } from "../../../../src/stdlib/inputs/index.ts";

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
  [() => relabelInput(nothing, nothing), "relabelInput: rows must be an array such as"],
  [() => relabelInput([], nothing), "relabelInput takes its settings by name, in braces"],
  [
    () => relabelInput([], {} as never),
    'labels must be an array such as ["kick", "snare"], but it is undefined.',
  ],
  [
    () => relabelInput(["hat"] as never, { labels: [] }),
    'each row must be such as {name: "hat_snap", label: "snare"}',
  ],
  [
    () => relabelInput([{ name: "hat", label: "hi-hat" }], { labels: ["kick"] }),
    'labels must have every label that a row has, but "hi-hat" is not there.',
  ],
  [
    () => relabelInput([{ name: "hat", label: "kick" }], { labels: ["kick"], order: [1] }),
    "order must hold places of rows, from 0 to 0, but one is 1.",
  ],
  [
    () => relabelInput([], { labels: [], pageRows: 0 }),
    "pageRows must be a whole number above 0, but it is 0.",
  ],
  [() => slider(nothing, nothing), "slider: label must be text in quotes, but it is undefined."],
  [() => slider("k", nothing), 'slider "k": range must be an array such as [1, 20], but it is undefined.'],
  [() => slider("k", 5 as never), "but it is 5."],
  [() => foldPipeline(nothing, ["a"]), "foldPipeline: label must be text in quotes, but it is undefined."],
  [
    () => foldPipeline("Pipeline", nothing),
    'foldPipeline: steps must be an array such as ["choose features", "scale"], but it is undefined.',
  ],
  [() => foldPipeline("Pipeline", []), "foldPipeline: steps must have one entry or more."],
  [
    () => foldPipeline("Pipeline", ["a", "b"], { inside: ["c"] }),
    'foldPipeline: inside must name some of the steps, a, b, but one is "c".',
  ],
  [
    () => foldPipeline("Pipeline", ["a"], { folds: 1 }),
    "foldPipeline: folds must be a whole number of 2 or more, but it is 1.",
  ],
  [() => stepper(nothing, 3), "stepper: label must be text in quotes, but it is undefined."],
  [() => stepper("Step", 0), 'stepper "Step": last must be a whole number of 1 or more, but it is 0.'],
  [() => stepper("Step", 3, 1 as never), 'stepper "Step" takes its settings by name, in braces'],
  [() => slider("k", [1, 9], 5 as never), 'slider "k" takes its settings by name, in braces'],
])("an input says which argument is wrong: %#", (make, message) => {
  expect(make).toThrow(message);
});
