import { parse } from "acorn";
import { expect, test } from "vitest";
import { compile } from "../../../../src/notebook/compile/index.ts";
import { evaluateCell, guardedLines } from "./evaluate.ts";

const xs = [1, 2];

test.each([
  ["for", "for (let i = 0; i < 2; ++i) {}", [1, 1]],
  ["for without a block", "let n = 0;\nfor (let i = 0; i < 2; ++i) n += i;", [2, 2]],
  ["for without anything", "let n = 0;\nfor (; n < 2; ++n);", [2, 2]],
  ["for … in", "for (const key in {a: 1, b: 2}) {}", [1, 1]],
  ["for … of", "for (const x of xs) {}", [1, 1]],
  ["for await", "for await (const x of xs) {}", [1, 1]],
  ["while", "let n = 2;\nwhile (n > 0) --n;", [2, 2]],
  ["do … while", "let n = 2;\ndo --n; while (n > 0)", [2, 2]],
  ["do … while without semicolons", "let n = 2\ndo\n  --n\nwhile (n > 0)", [2, 2]],
  ["a labelled loop", "outer: for (const x of xs) for (const y of xs) continue outer;", [1, 1, 1, 1]],
  ["a loop in a loop", "for (const x of xs)\n  for (const y of xs)\n    y;", [1, 2, 2, 1, 2, 2]],
  ["a function", "function f() {}\nf(); f();", [1, 1]],
  ["a function expression", "const f = function () {};\nf();", [1]],
  ["an arrow with a block", "const f = () => {};\nf();", [1]],
  ["an arrow with an expression", "const f = (x) => x + 1;\nf();", [1]],
  ["an arrow with an object", "const f = () => ({a: 1});\nf();", [1]],
  ["an arrow with a sequence", "const f = () => (1, 2);\nf();", [1]],
  ["an arrow in an arrow", "const f = () => () =>\n  () => 1;\nf()()();", [1, 1, 2]],
  ["an arrow that ends a loop", "let f;\nwhile (!f) f = () => 1\nf()", [2, 2]],
  ["an arrow with an import", 'const f = () => import("m");\nawait f();', [1]],
  ["an async arrow", "const f = async (x) => await x;\nawait f(1);", [1]],
  ["an async function", "async function f() { await null; }\nawait f();", [1]],
  ["a generator", "function* f() { yield 1; }\nArray.from(f());", [1]],
  ["an async generator", "async function* f() { yield 1; }\nfor await (const x of f());", [2, 1].reverse()],
  ["a method", "class A {\n  constructor() {}\n  f() {}\n}\nnew A().f();", [2, 3]],
  ["a derived class", "class A {}\nclass B extends A {\n  constructor() { super(); }\n}\nnew B();", [3]],
  ["an accessor", "const a = {\n  get x() { return 1; }\n};\na.x;", [2]],
  [
    "a private and a static method",
    "class A { static f() { return new A().#g(); } #g() {} }\nA.f();",
    [1, 1],
  ],
  ["a field", "class A {\n  f = () => 1;\n}\nnew A().f();", [2]],
  ["a default value", "const f = (g = () => 1) => g();\nf();", [1, 1]],
  ["a callback", "[1, 2].map((x) => x * 2);\n0;", [1, 1]],
])("%s is watched", async (_, source, lines) => {
  expect(await guardedLines(source, { xs, m: {} })).toEqual(lines);
});

test("what is put in changes no value", async () => {
  const source = `
const f = (n) => n < 2 ? n : f(n - 1) + f(n - 2);
const g = function* (n) { for (let i = 0; i < n; ++i) yield i; };
const h = async (x) => [x, ...g(3)];
const o = ((a, b = () => a) => ({a, c: b()}))(7);
let n = 0;
do n++; while (n < 5)
const r = [f(10), await h(9), o, n];`;
  expect((await evaluateCell(source)).r).toEqual([55, [9, 0, 1, 2], { a: 7, c: 7 }, 5]);
});

test("the compiled body is code of as many lines as the source, and a last one", () => {
  const source = "for (;;)\n  if (x) break\nconst f = () =>\n\n  1";
  const { body } = compile(source);
  expect(() => parse(`(${body})`, { ecmaVersion: "latest" })).not.toThrow();
  expect(body.split("\n")).toHaveLength(source.split("\n").length + 1);
});
