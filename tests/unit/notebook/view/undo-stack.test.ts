import { expect, test } from "vitest";
import { together, UndoStack } from "../../../../src/notebook/view/undo-stack.ts";

/** A change that writes into a log what happens to it. */
function change(what: string, log: string[]) {
  return { what, undo: () => void log.push(`-${what}`), redo: () => void log.push(`+${what}`) };
}

test("changes are taken back newest first, and made again in their order", async () => {
  const log: string[] = [];
  const stack = new UndoStack();
  stack.add(change("a", log));
  stack.add(change("b", log));
  expect(stack.next).toEqual({ undo: "b", redo: undefined });
  expect(await stack.undo()).toBe("b");
  expect(await stack.undo()).toBe("a");
  expect(await stack.undo()).toBeUndefined();
  expect(await stack.redo()).toBe("a");
  expect(stack.next).toEqual({ undo: "a", redo: "b" });
  expect(log).toEqual(["-b", "-a", "+a"]);
});

test("after a new change, what had been taken back cannot be made again", async () => {
  const stack = new UndoStack();
  stack.add(change("a", []));
  await stack.undo();
  stack.add(change("b", []));
  expect(await stack.redo()).toBeUndefined();
});

test("changes together are taken back from the last to the first", async () => {
  const log: string[] = [];
  const both = together("both", [change("a", log), change("b", log)]);
  await both.undo();
  await both.redo();
  expect(log).toEqual(["-b", "-a", "+a", "+b"]);
});
