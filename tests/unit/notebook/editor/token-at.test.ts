import { expect, test } from "vitest";
import { tokenAt } from "../../../../src/notebook/editor/token-at.ts";

function marked(source: string, line: number, column?: number): string {
  const { from, to } = tokenAt(source, line, column);
  return source.slice(from, to);
}

test("a place is the word or the sign there", () => {
  expect(marked("a + total;", 1, 5)).toBe("total");
  expect(marked("a\n  + b", 2, 3)).toBe("+");
});

test("a place before spaces is what comes after them", () => {
  expect(marked("a   total", 1, 2)).toBe("total");
});

test("a place at the end of the code is the last word before it", () => {
  expect(marked("foo(bar", 1, 8)).toBe("bar");
  expect(marked("foo(\n\n", 3, 1)).toBe("(");
});

test("a line without a column is all that is written in it", () => {
  expect(marked("one\n  two three  \nfour", 2)).toBe("two three");
  expect(marked("", 1)).toBe("");
});

test("a line that is not there is the nearest that is", () => {
  expect(marked("one\ntwo", 9)).toBe("two");
  expect(marked("one\ntwo", 0)).toBe("one");
});
