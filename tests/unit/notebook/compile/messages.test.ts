import { expect, test } from "vitest";
import { CellSyntaxError, compile } from "../../../../src/notebook/compile/index.ts";

function failure(source: string): CellSyntaxError {
  try {
    compile(source);
  } catch (error) {
    if (error instanceof CellSyntaxError) return error;
    throw error;
  }
  throw new Error("It compiles.");
}

test.each([
  ["const a = 1;\nk = 5;", 2, 1, "`k` is not this cell's own name, so this cell cannot assign to it."],
  ["k += 1", 1, 1, "if another cell defines it, choose a new name, such as `const k2 = k + 1`."],
  ["1;\nk++", 2, 1, "`const k2 = k + 1`."],
  ["--k", 1, 3, "`const k2 = k - 1`."],
  ["k **= f(1, 2);", 1, 1, "`const k2 = k ** …`."],
  ["[k] = [1]", 1, 2, "`const k2 = …`."],
  ["const a = 1;\ndelete a;", 2, 1, "A name cannot be deleted."],
  ["with (a) b;", 1, 1, "`with` is not available in cells."],
  ["Math = 1", 1, 1, "`Math` is built into the browser and cannot be assigned to."],
  ["\nconst name = 1,\n  Map = 2;", 3, 3, "Choose another name, such as `myMap`."],
  ["f() = 1", 1, 1, "To compare two things, write `===`."],
  ["let a;\nlet a;", 2, 5, "`a` is declared twice in this cell."],
  ['const a = "b;\n', 1, 11, "This text has no closing quotation mark on its line."],
  ["\n`a", 2, 2, "This template text has no closing backtick."],
  ["/a", 1, 2, "This regular expression has no closing slash."],
  ["1 /* a", 1, 3, "This comment has no closing `*/`."],
  ["export const a = 1;", 1, 1, "A cell needs no `export`"],
  ["if (a) {\n  return 1;\n}", 2, 3, "A cell has no `return`"],
  ["1;\neval('2')", 2, 1, "`eval` is not available in cells"],
  ["const f = new Function('2');", 1, 11, "`Function` is not available in cells"],
  ["for (;;) window.alert(1);", 1, 10, "A cell opens no dialogs"],
  ["const f = () => {\n  await g();\n};", 2, 3, "or in a function marked `async`"],
  ["const f = function () { yield 1; };", 1, 25, "only in a function that is marked with a star"],
  ["f(a b)", 1, 5, "`b` was not expected here."],
  ["const a = [1,\n  2;", 2, 4, "`;` was not expected here. Look for a missing comma, bracket or operator"],
  ["const a =", 1, 10, "The code ends too early"],
  ["f(1", 1, 4, "The code ends too early"],
  ["const u = import.meta.url;", 1, 11, "`import.meta` means nothing in a cell."],
])("%j is wrong at line %i, column %i: %s", (source, line, column, message) => {
  const error = failure(source);
  expect(error).toMatchObject({ line, column });
  expect(error.message).toContain(message);
});

test("a fault without a message of its own keeps the parser's, as a sentence and without its numbers", () => {
  const { message, line } = failure("1;\nclass A { constructor() {} constructor() {} }");
  expect(message).toBe("Duplicate constructor in the same class.");
  expect(line).toBe(2);
});
