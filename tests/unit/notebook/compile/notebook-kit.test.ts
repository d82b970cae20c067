// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are sources of cells
import { transpile } from "@observablehq/notebook-kit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CellSyntaxError, compile } from "../../../../src/notebook/compile/index.ts";
import { evaluate, evaluateCell } from "./evaluate.ts";

/** Statements that make sense in any order and number; each stands for a rule of what is read and what is defined. */
const statements = [
  "const a1 = b1;",
  "let c1, d1 = 2, {e1, f1: [g1 = h1], ...i1} = j1;",
  "function k1(x, {y}, ...z) { return x + y + l1 + z.length + arguments.length; }",
  "class M1 extends N1 { o1 = p1; static q1() { return this.r1; } }",
  "for (const s1 of t1) { var u1 = s1; }",
  "for (let i = 0, n = v1; i < n; ++i) w1(i);",
  "try { x1(); } catch ({message}) { y1(message); }",
  "if (z1) { const a2 = b2; display(a2); } else display(c2);",
  "label: while (true) { break label; }",
  "const d2 = () => e2, f2 = async (g2) => await g2(h2);",
  'import {i2, j2 as k2} from "m";',
  'import * as m2 from "m";',
  "const n2 = `${o2} and ${`${p2}`}`;",
  "q2.r2[s2].t2({u2, v2: w2, [x2]: 1});",
  "const y2 = view(slider(z2));",
  "switch (a3) { case b3: { let c3 = 1; d3(c3); } default: e3(); }",
  "const {[f3]: g3 = h3} = i3;",
  "await j3;",
  "for await (const k3 of l3) m3(k3);",
  "const n3 = function o3() { return o3; };",
  "const p3 = class Q3 { static r3 = Q3; };",
  "var s3 = typeof t3;",
  "const u3 = v3?.w3 ?? x3;",
  "let z3 = 0; z3 += 1; z3++; [z3] = [2]; ({a: z3} = {a: 3});",
  "// a comment",
  "",
  "Math.max(1, 2), NaN, undefined, [], JSON, console;",
  "const a4 = /re[/]x/g.test(b4);",
  'const c4 = import("m");',
  "delete d4.e4, void f4, typeof g4;",
];

const expressions = [
  "1",
  "a",
  "a, b",
  "{a: 1}",
  "{a}",
  "[a, ...b]",
  "(x) => x + y",
  "async () => await z",
  "function () { return a; }",
  "function named() { return a; }",
  "class {}",
  "class Named {}",
  "view(a)",
  "display(a)",
  "b => display(b)",
  "await a",
  "await view(a)",
  "(a)",
  "a // comment",
  "// comment\na",
  "a;",
  "`text ${a}`",
  "tag`text ${a}`",
  'import("m")',
  "new A(b)",
  "(x => { x = 1; })(2)",
  "this",
  "arguments",
  "invalidation",
  "function* () { yield a; }",
];

const wrong = [
  "const a = 1; const a = 2;",
  "x = 1",
  "x++",
  "[x] = y",
  "for (x of y) {}",
  "Math = 1",
  "const Math = 1",
  "import {a} from 'm'; b = 1;",
  "export const a = 1",
  "return 1",
  "const",
  "a b",
  "(",
  "}",
  '"unclosed',
  "`unclosed",
  "/unclosed",
  "/* unclosed",
  "function f() { await a; }",
  "let a; { let a; var a; }",
  "break",
  "yield 1",
  "1 = a",
  "class A { constructor() {} constructor() {} }",
  "with (a) {}",
  "const {a, a} = b",
  "0777",
];

type Meaning = { inputs: string[]; outputs: string[]; autodisplay: boolean } | "error";

function meaning(compileOne: (source: string) => Exclude<Meaning, "error">): (source: string) => Meaning {
  return (source) => {
    try {
      const { inputs, outputs, autodisplay } = compileOne(source);
      return { inputs, outputs, autodisplay };
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof CellSyntaxError) return "error";
      throw error;
    }
  };
}

const ours = meaning(compile);
const theirs = meaning((source) => {
  const { inputs = [], outputs = [], autodisplay = false } = transpile(source, "js");
  return { inputs, outputs, autodisplay };
});

describe("what a cell reads, defines and shows is what notebook-kit makes of it", () => {
  test.each([...statements, ...expressions])("%j", (source) => {
    expect(theirs(source)).not.toBe("error");
    expect(ours(source)).toEqual(theirs(source));
  });

  test("also of statements put together at random, right and wrong ones", () => {
    const piece = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...statements) },
      { weight: 2, arbitrary: fc.constantFrom(...expressions.map((source) => `${source}\n;`)) },
      { weight: 1, arbitrary: fc.constantFrom(...wrong) },
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const source = pieces.join("\n");
        expect(ours(source)).toEqual(theirs(source));
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});

test.each(wrong)("%j is an error for both", (source) => {
  expect(theirs(source)).toBe("error");
  expect(ours(source)).toBe("error");
});

/** What notebook-kit's own code gives: the value of an expression, the outputs of a program. */
async function run(source: string, inputs: Record<string, unknown>): Promise<unknown> {
  const transpiled = transpile(source, "js");
  const body = evaluate(transpiled.body) as (...values: unknown[]) => unknown;
  return body(...(transpiled.inputs ?? []).map((name) => inputs[name]));
}

test.each([
  "a + b.length",
  "{a, c: [...b]}",
  "await Promise.all(b.map(async (x) => x * a))",
  "const c = b.filter((x) => x > a), d = c.length; function e() { return d; } const f = e();",
  "let sum = 0;\nfor (const x of b) for (let i = 0; i < x; ++i) sum += i\nwhile (sum > 10) sum -= a",
  "const {x = a, ...rest} = {y: 1, z: 2};\nclass Q { static v = rest }\nconst v = Q.v",
])("%j gives the values that notebook-kit's code gives", async (source) => {
  const inputs = { a: 2, b: [1, 2, 3, 4, 5] };
  const { autodisplay } = compile(source);
  const given = await evaluateCell(source, inputs);
  const plain = (value: unknown) => JSON.stringify(value);
  expect(plain(autodisplay ? given.value : given)).toBe(plain(await run(source, inputs)));
});
