import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "../../../../src/notebook/compile/index.ts";
import { formatCode } from "../../../../src/notebook/editor/format-code.ts";
import { FormatError } from "../../../../src/notebook/editor/format-error.ts";

const tidied = async (source: string) => (await formatCode(source, 0)).source;

describe("a cell is tidied", () => {
  test.each([
    ["const a=1;let b = [1,2\n]", "const a = 1;\nlet b = [1, 2];"],
    ["const {a,b}=await  foo\n\n\n\ndisplay( a )", "const {a, b} = await foo;\n\ndisplay(a);"],
    [
      "import {max} from 'd3'\nfor(const i of y) max( i )",
      'import {max} from "d3";\nfor (const i of y) max(i);',
    ],
    ["const k=____", "const k = ____;"],
    ["x+1;", "x + 1;"],
  ])("a program: %s", async (source, expected) => {
    expect(await tidied(source)).toBe(expected);
  });

  test.each([
    ["x+1", "x + 1"],
    ["{a:1,b:2}", "{a: 1, b: 2}"],
    ["({a:1})", "({a: 1})"],
    ['"hello"', '"hello"'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the code of a cell
    ["md`*hi*  ${ x }`", "md`*hi*  ${x}`"],
    ["function(){return 1}", "function () {\n  return 1;\n}"],
    ["x=>x*2", "(x) => x * 2"],
    ["a,b", "a, b"],
    ["(x=>x)(1)", "((x) => x)(1)"],
    ["// why\nx+1", "// why\nx + 1"],
    ["x+1 // why", "x + 1 // why"],
    ["x+1\n/* why */", "x + 1\n/* why */"],
    ["view(slider('k',[1,9]))", 'view(slider("k", [1, 9]))'],
  ])("an expression, which stays one: %s", async (source, expected) => {
    expect(await tidied(source)).toBe(expected);
  });

  test("a tidy cell stays as it is", async () => {
    for (const source of ["x + 1", "{a: 1}", "const a = 1;\nlet b = [1, 2];"])
      expect(await tidied(source)).toBe(source);
  });

  test("the cursor stays at what it was at", async () => {
    const { source, cursor } = await formatCode("const  a=[1,2,   total]", 17);
    expect(source.slice(cursor)).toBe("total];");
    const expression = await formatCode("foo(  1,total )", 8);
    expect(expression.source.slice(expression.cursor)).toBe("total)");
  });
});

test("code with an error is left, and the line named in plain words", async () => {
  const attempt = formatCode("const one = 1;\nconst x = [1, 2;", 0);
  await expect(attempt).rejects.toThrow(FormatError);
  await expect(attempt).rejects.toThrow(/^Line 2 has to be mended before the code can be tidied\. `;` was/);
});

test("whatever is tidied reads, defines and shows the same as before", async () => {
  const { expression } = fc.letrec((tie) => ({
    expression: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom("x", "y", "1", "'t'", "{a:x}", "[x ,y]", "html`t  `", "/r/g", "class{}", "async()=>{}"),
      fc
        .tuple(tie("expression"), fc.constantFrom("+", "*", ",", "??", "/*c*/-"), tie("expression"))
        .map((t) => t.join("")),
      tie("expression").map((e) => `(${e})`),
      tie("expression").map((e) => `${e}\n// c`),
      tie("expression").map((e) => `f(${e})`),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(expression, fc.boolean(), async (generated, isProgram) => {
      const source = isProgram ? `const a=${generated as string};` : (generated as string);
      let before: ReturnType<typeof compile>;
      try {
        before = compile(source);
      } catch {
        return; // not every generated text is a cell
      }
      const after = compile(await tidied(source));
      expect([after.inputs, after.outputs, after.autodisplay]).toEqual([
        before.inputs,
        before.outputs,
        before.autodisplay,
      ]);
    }),
    { numRuns: 150 },
  );
});
