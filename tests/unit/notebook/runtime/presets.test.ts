import { describe, expect, test } from "vitest";
import { applyPreset } from "../../../../src/notebook/runtime/preset.ts";
import type { InputLike } from "../../../../src/notebook/runtime/view-input.ts";
import { MovedInput } from "./moved-input.ts";
import { TestNotebook } from "./test-notebook.ts";

/** An input that takes only some values, as choice(…) and slider(…) do. */
function taking(allowed: unknown[], type?: string) {
  let value = allowed[0];
  return {
    type,
    addEventListener() {},
    get value() {
      return value;
    },
    set value(next: unknown) {
      if (allowed.includes(next)) value = next;
    },
  } as unknown as InputLike;
}

function choosing(options: unknown[]) {
  const input = taking(options);
  Object.defineProperty(input, "querySelector", { value: () => ({}) });
  return input;
}

function ticked() {
  return { type: "checkbox", checked: true, value: "on", addEventListener() {} } as unknown as InputLike;
}

describe("a value from a link", () => {
  test.each([
    ["an option", taking(["a", "b"]), "b", null],
    ["a number", taking([1, 2]), 2, null],
    ["no option", taking(["a", "b"]), "c", '"c" is not one of its values'],
    ["a number for a text", taking(["1"]), 1, "it takes a text"],
    ["a text for a number", taking([1]), "1", "it takes a number"],
    ["an option of another kind", choosing([1, "auto"]), "auto", null],
    ["an object", taking(["a"]), { a: 1 }, "this is no value for an input"],
    ["nothing", taking(["a"]), null, "this is no value for an input"],
    ["not a number", taking([1]), Number.NaN, "this is no value for an input"],
    ["a text that is too long", taking(["a"]), "x".repeat(2001), "the text is longer than 2000 characters"],
    ["a file", taking(["a"], "file"), "a", "a button or a file cannot be set from outside"],
    ["a text for a checkbox", ticked(), "a", "it takes a yes or no"],
  ])("that is %s is taken, or refused with the reason", (_, element, value, why) => {
    const before = element.value;
    expect(applyPreset(element, value)).toBe(why);
    expect(element.value).toBe(why === null ? value : before);
  });

  const cells = { control: "const k = view(slider(1)), m = view(slider(2));", sum: "[k, m]" };
  const stdlib = { shared: { slider: () => (value: number) => new MovedInput(value) } };

  test("is what its input starts with, and can be read back", async () => {
    const notebook = new TestNotebook({}, stdlib);
    notebook.runtime.presets.set("control", [null, 7]);
    for (const [id, source] of Object.entries(cells)) notebook.set(id, source);
    await notebook.settled();
    expect(notebook.shown("sum")).toEqual([[1, 7]]);
    expect(notebook.runtime.inputValues()).toEqual(new Map([["control", [1, 7]]]));
  });

  test("counts once: what the learner moves after it stays", async () => {
    const notebook = new TestNotebook({}, stdlib);
    notebook.runtime.presets.set("control", [5]);
    for (const [id, source] of Object.entries(cells)) notebook.set(id, source);
    await notebook.settled();
    (notebook.shown("control")[0] as MovedInput).move(3);
    notebook.rerun("control");
    await notebook.settled();
    expect(notebook.shown("sum")).toEqual([[3, 2]]);
  });

  test("that is refused is reported, and the input stands where it did", async () => {
    const notebook = new TestNotebook({}, stdlib);
    const refused: unknown[] = [];
    notebook.runtime.onPresetRefused = (...what) => refused.push(what);
    notebook.runtime.presets.set("control", ["no", {}]);
    for (const [id, source] of Object.entries(cells)) notebook.set(id, source);
    await notebook.settled();
    expect(notebook.shown("sum")).toEqual([[1, 2]]);
    expect(refused.map((what) => (what as unknown[]).slice(0, 2))).toEqual([
      ["control", 0],
      ["control", 1],
    ]);
  });
});
