import { expect, test } from "vitest";
import { checkExpression, exercisesOf } from "../../../../src/course/exercises/index.ts";
import { compile } from "../../../../src/notebook/compile/index.ts";
import { parseNotebook } from "../../../../src/notebook/document/index.ts";

const fence = (info: string, source: string) => `\`\`\`${info}\n${source}\n\`\`\`\n`;

test("an exercise has all that belongs to it, wherever it stands, with its lines", () => {
  const lesson = [
    "---\ntitle: T\n---\n",
    fence("js exercise id=a points=2", "const x = ____;"),
    fence("md hint for=a", "Count."),
    fence("js exercise id=b", "const y = 1;"),
    fence("js check for=a", "return x === 2;"),
    fence("md hint for=a", "Count twice."),
    fence("js solution for=a", "const x = 2;"),
    fence('js wrong for=a expect="One more"', "const x = 1;"),
  ].join("\n");
  const [a, b] = exercisesOf(parseNotebook(lesson));
  expect(a).toEqual({
    id: "a",
    points: 2,
    starter: { source: "const x = ____;", line: 6 },
    check: { source: "return x === 2;", line: 18 },
    hints: [
      { source: "Count.", line: 10 },
      { source: "Count twice.", line: 22 },
    ],
    solution: { source: "const x = 2;", line: 26 },
    wrongs: [{ source: "const x = 1;", line: 30, expect: "One more" }],
  });
  expect(b).toMatchObject({ id: "b", points: 1, check: null, hints: [], solution: null, wrongs: [] });
});

test("a check compiles as an expression whose lines are its own", () => {
  const compiled = compile(
    checkExpression('if (best === 1) return "No.";\nreturn near(best, at, 1); // it may end so'),
  );
  expect(compiled.inputs.sort()).toEqual(["at", "best", "near"]);
  expect(compiled.autodisplay).toBe(true);
  expect(compiled.lines.at).toBe(2);
});
