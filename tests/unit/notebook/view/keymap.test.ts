import { describe, expect, test } from "vitest";
import { type Command, commands } from "../../../../src/notebook/commands.ts";
import { Keymap, type KeyStroke, keyNames, strokeOf } from "../../../../src/notebook/view/keymap.ts";

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, code: "" };
const stroke = (key: string, held: Partial<KeyStroke> = {}) => strokeOf({ ...none, key, ...held }, false);

describe("a stroke", () => {
  test("is written as the table of commands writes it", () => {
    expect(stroke("Enter", { shiftKey: true })).toBe("Shift+Enter");
    expect(stroke("Enter", { ctrlKey: true })).toBe("Mod+Enter");
    expect(stroke("ArrowUp", { altKey: true })).toBe("Alt+ArrowUp");
    expect(stroke("d")).toBe("d");
    expect(stroke("Z", { shiftKey: true })).toBe("Shift+Z");
    expect(stroke("P", { ctrlKey: true, shiftKey: true })).toBe("Mod+Shift+P");
    expect(stroke("F", { altKey: true, shiftKey: true })).toBe("Shift+Alt+F");
  });

  test("of a sign that needs Shift is the sign alone, wherever it lies on the keyboard", () => {
    expect(stroke("?", { shiftKey: true })).toBe("?");
    expect(stroke("?")).toBe("?");
  });

  test("with Cmd on a Mac is that with Ctrl elsewhere, and Ctrl on a Mac is another", () => {
    expect(strokeOf({ ...none, key: "k", metaKey: true }, true)).toBe("Mod+k");
    expect(strokeOf({ ...none, key: "k", ctrlKey: true }, true)).not.toBe("Mod+k");
    expect(strokeOf({ ...none, key: "k", metaKey: true }, false)).not.toBe("Mod+k");
  });

  test("with Alt on a Mac is that of its key, not of the sign that Alt makes of it", () => {
    const held = { altKey: true, shiftKey: true, code: "KeyF" };
    expect(strokeOf({ ...none, ...held, key: "Ï" }, true)).toBe("Shift+Alt+F");
  });
});

describe("the keymap", () => {
  test("reaches every command that has keys, by each of them, in its scope", () => {
    for (const { id, scope, keys } of commands as readonly Command[]) {
      for (const key of keys) {
        const keymap = new Keymap();
        const results = key.split(" ").map((one, i) => keymap.match(one, [scope], i * 100));
        expect(results.at(-1), `${id} by ${key}`).toBe(id);
      }
    }
  });

  test("takes two strokes together only when they come soon after each other", () => {
    const keymap = new Keymap();
    expect(keymap.match("d", ["cell"], 0)).toBe("begun");
    expect(keymap.match("d", ["cell"], 5000)).toBe("begun");
    expect(keymap.match("d", ["cell"], 5300)).toBe("delete");
    expect(keymap.match("d", ["cell"], 5400)).toBe("begun");
  });

  test("takes a stroke by itself when it does not go on with the one before", () => {
    const keymap = new Keymap();
    expect(keymap.match("d", ["cell"], 0)).toBe("begun");
    expect(keymap.match("b", ["cell"], 100)).toBe("addBelow");
  });

  test("knows no letters of cells where text may be written", () => {
    expect(new Keymap().match("a", ["anywhere", "page"], 0)).toBeNull();
  });
});

describe("the keys of a command", () => {
  test("are printed as they stand on the keyboard", () => {
    expect(keyNames("Mod+Shift+P", false)).toBe("Ctrl+Shift+P");
    expect(keyNames("Mod+Enter", true)).toBe("⌘ Enter");
    expect(keyNames("d d", false)).toBe("D, then D");
    expect(keyNames("Alt+ArrowUp", false)).toBe("Alt+↑");
  });
});

test("no two commands have the same keys in one scope", () => {
  const all = (commands as readonly Command[]).flatMap(({ scope, keys }) =>
    keys.map((key) => `${scope} ${key}`),
  );
  expect(new Set(all).size).toBe(all.length);
});
