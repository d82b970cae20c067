// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are sources of cells
import { describe, expect, test } from "vitest";
import { compile, rename } from "../../../../src/notebook/compile/index.ts";

/** `x` as `y`. */
const renamed = (source: string) => rename(source, "x", "y");

describe("a new name is given", () => {
  test.each([
    ["const x = 1;", "const y = 1;"],
    ["let x = 1; x += x; display(x);", "let y = 1; y += y; display(y);"],
    ["function x() { return x; }", "function y() { return y; }"],
    ["class x { static a = x; }", "class y { static a = y; }"],
    ["const x = 1; const f = () => x;", "const y = 1; const f = () => y;"],
    ["const {x} = o;", "const {x: y} = o;"],
    ["const {x = 1} = o;", "const {x: y = 1} = o;"],
    ["const {a: x, b: [c, x2]} = o;", "const {a: y, b: [c, x2]} = o;"],
    ["const {a: {x}, ...r} = o;", "const {a: {x: y}, ...r} = o;"],
    ["const [x, ...r] = o;", "const [y, ...r] = o;"],
    ["const x = 1; const o = {x};", "const y = 1; const o = {x: y};"],
    ["const x = 1; const o = {x: x, [x]: 2};", "const y = 1; const o = {x: y, [y]: 2};"],
    ["let x; [x] = [1]; ({x} = o); ({x = 2} = o);", "let y; [y] = [1]; ({x: y} = o); ({x: y = 2} = o);"],
    ["const x = 1; f`${x}`;", "const y = 1; f`${y}`;"],
    ["const x = 1; for (let i = x; i < x; ++i) {}", "const y = 1; for (let i = y; i < y; ++i) {}"],
    ["const x = 1; const f = (a = x) => a;", "const y = 1; const f = (a = y) => a;"],
    [
      "const x = 1; function f() { const {a = x} = {}; }",
      "const y = 1; function f() { const {a = y} = {}; }",
    ],
    ['import {x} from "m"; x();', 'import {x as y} from "m"; y();'],
    ['import {a as x} from "m"; x();', 'import {a as y} from "m"; y();'],
    ['import x from "m"; x();', 'import y from "m"; y();'],
    ['import * as x from "m"; x.x();', 'import * as y from "m"; y.x();'],
    ["let x = 1;\n// x\nx++; // 'x'", "let y = 1;\n// x\ny++; // 'x'"],
  ])("%j becomes %j", (source, result) => {
    expect(renamed(source)).toBe(result);
  });
});

describe("what only looks like the name stays", () => {
  test.each([
    ["const x = 1; o.x = 'x';", "const y = 1; o.x = 'x';"],
    ["const x = 1; class A { x = 1; #x = 2; get() { return this.#x; } }", /y = 1; class A { x = 1; #x = 2/],
    ["const x = 1; x: for (;;) break x;", "const y = 1; x: for (;;) break x;"],
    ["const x = 1; const f = (x) => x;", "const y = 1; const f = (x) => x;"],
    ["const x = 1; const f = ({x}) => x;", "const y = 1; const f = ({x}) => x;"],
    ["const x = 1; const f = ({a: [x = 2]}) => x;", "const y = 1; const f = ({a: [x = 2]}) => x;"],
    ["const x = 1; function f(...x) { return x; }", "const y = 1; function f(...x) { return x; }"],
    ["const x = 1; { let x = 2; g(x); } g(x);", "const y = 1; { let x = 2; g(x); } g(y);"],
    ["const x = 1; { const {x} = o; g({x}); }", "const y = 1; { const {x} = o; g({x}); }"],
    ["const x = 1; for (const x of o) g(x); g(x);", "const y = 1; for (const x of o) g(x); g(y);"],
    ["const x = 1; for (let x = 0; x < 1; ++x) g(x);", "const y = 1; for (let x = 0; x < 1; ++x) g(x);"],
    ["const x = 1; try {} catch (x) { g(x); }", "const y = 1; try {} catch (x) { g(x); }"],
    [
      "const x = 1; switch (x) { case 1: let x = 2; g(x); }",
      "const y = 1; switch (y) { case 1: let x = 2; g(x); }",
    ],
    ["const x = 1; f(function x() { return x; });", "const y = 1; f(function x() { return x; });"],
    ["const x = 1; f(class x { a = x; });", "const y = 1; f(class x { a = x; });"],
    ["const x = 1; { class x {} g(x); }", "const y = 1; { class x {} g(x); }"],
    ["const x = 1; { function x() {} g(x); }", "const y = 1; { function x() {} g(x); }"],
    [
      "const x = 1; function f() { if (a) { var x = 2; } return x; }",
      /^const y = 1; .* var x = 2; } return x; }$/,
    ],
    [
      "const x = 1; function f() { for (var x of a); return x; }",
      "const y = 1; function f() { for (var x of a); return x; }",
    ],
  ])("in %j", (source, result) => {
    if (typeof result === "string") expect(renamed(source)).toBe(result);
    else expect(renamed(source)).toMatch(result);
  });

  test("where the cell does not define the name at all", () => {
    expect(renamed("const a = x;")).toBe("const a = x;");
    expect(renamed("x + 1")).toBe("x + 1");
  });
});

test("after it the cell defines and reads what it did, with the one name changed", () => {
  const source = "const x = a; const f = (b = x) => ({x, b}); { const x = c; g(x); }";
  const before = compile(source);
  const after = compile(renamed(source));
  expect(after.outputs).toEqual(before.outputs.map((name) => (name === "x" ? "y" : name)));
  expect(after.inputs).toEqual(before.inputs);
});
