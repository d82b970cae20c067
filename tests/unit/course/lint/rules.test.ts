import { describe, expect, test } from "vitest";
import { type Finding, lintLesson, rules, type Surroundings } from "../../../../src/course/lint/index.ts";
import { around, HEAD, inBody, inHead } from "./lesson.ts";

/** The findings for an example of a rule: a field of the head, or what stands below it. */
function inExample(text: string): Finding[] {
  if (/^[a-z]+: /.test(text)) return inHead(text);
  // What is said to be the last section must be.
  const isEnd = text.startsWith("## What") || text.startsWith("## A nice");
  const head = isEnd ? HEAD.toSpliced(HEAD.indexOf("## What stays hard"), 1) : HEAD;
  return lintLesson([...head, text].join("\n"), around);
}

function told(findings: Finding[]): string[] {
  return findings.map(({ line, rule }) => `${line} ${rule}`);
}

/** The findings of one rule below the head, as lines; the first line below it counts as 1. */
function linesOf(rule: string, body: string): number[] {
  return inBody(body)
    .filter((finding) => finding.rule === rule)
    .map(({ line }) => line - HEAD.length);
}

test("codes and names are given once, and there are at least twenty", () => {
  expect(rules.length).toBeGreaterThanOrEqual(20);
  expect(rules.map(({ code }) => code)).toEqual(rules.map((_, i) => `L${String(i + 1).padStart(2, "0")}`));
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
});

describe.each(rules)("$code $name", ({ name, wrong, right, isHint = false }) => {
  test("finds something in its wrong example, and nothing is wrong with its right one", () => {
    const found = inExample(wrong).filter(({ rule }) => rule === name);
    expect(found).not.toEqual([]);
    expect(found.map((finding) => finding.isHint)).toEqual(found.map(() => isHint));
    // A cell that shows the idea may define what nothing reads.
    const others = inExample(right).filter(({ rule }) => rule !== "name-read" || name === "name-read");
    expect(told(others)).toEqual([]);
  });
});

test("lines are right in a file with carriage returns and a byte order mark", () => {
  const file = `\uFEFF${[...HEAD, "", "```js cell", "Math.random()", "```"].join("\r\n")}`;
  expect(told(lintLesson(file, around))).toEqual([`${HEAD.length + 3} seeded`]);
});

test("a check that does not compile is found at its line", () => {
  const exercise = rules.find(({ name }) => name === "exercise-parts")!.right;
  const broken = exercise.replace("return keys === 88", "const one = 1;\nreturn keys === ;");
  expect(linesOf("compiles", broken)).toEqual([7]);
});

describe("fence-words", () => {
  test("finds a word that is no kind of fence, and leaves listings alone", () => {
    expect(linesOf("fence-words", "```js Cell\n1\n```\n\n```md hints for=x\n```")).toEqual([1, 5]);
    expect(linesOf("fence-words", "```js\n1\n```\n\n````\n```js cel\n```\n````\n\n```text a b\n```")).toEqual(
      [],
    );
  });
});

describe("objectives-worded", () => {
  test("names the line of the objective", () => {
    const field = "objectives:\n  - Choose k.\n  - know what k is.\n  - Hear it";
    expect(told(inHead(field))).toEqual(["7 objectives-worded", "8 objectives-worded"]);
  });
});

describe("known-term and term-used", () => {
  test("look at prose, not at code", () => {
    expect(
      linesOf("known-term", "a [[feature]]\n`[[nothing]]` [[nothing|x]]\n\n```\n[[nothing]]\n```"),
    ).toEqual([2]);
    const field = "terms:\n  - decision-tree\n  - feature";
    expect(told(inHead(field, "`[[feature]]`"))).toEqual(["6 term-used"]);
    expect(told(inHead(field, "Its [[feature|features]]."))).toEqual([]);
  });
});

describe("expect-said", () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text of a check
  const value = "${1 + 1}";
  const body = (message: string, expected: string) =>
    `\`\`\`js check for=a\nreturn ${message};\n\`\`\`\n\`\`\`js wrong for=a expect="${expected}"\n1\n\`\`\``;
  test.each([
    ['"Say *never* more"', "Say never more"],
    [`\`It has ${value} notes, not ${value}\``, "notes, not"],
    [`\`It has ${value} notes\``, "It has 2 notes"],
    ['"anything"', "Fill in the blanks"],
    ['"anything"', "Your answer must be called best"],
  ])("finds nothing where %s can say %j", (message, expected) => {
    expect(linesOf("expect-said", body(message, expected))).toEqual([]);
  });
  test.each([
    ['"Count again"', "Count once more"],
    [`\`It has ${value} notes\``, "It had 2 notes"],
    [`\`It has ${value} notes\``, "It has 2 rests"],
  ])("finds that %s never says %j", (message, expected) => {
    expect(linesOf("expect-said", body(message, expected))).toEqual([4]);
  });
});

describe("quiz-whole", () => {
  const quiz = (...lines: string[]) => ["```json quiz id=q", ...lines, "```"].join("\n");
  test("finds what is no JSON at the line where reading ends", () => {
    expect(linesOf("quiz-whole", quiz("{", '  "type": "order"', '  "question": "?"', "}"))).toEqual([4]);
    expect(linesOf("quiz-whole", quiz("{", '  "type": "order",', '  "question": "?",'))).toEqual([4]);
  });
  test("finds a problem at the line of what is wrong, however deep", () => {
    const lines = quiz(
      "{",
      '  "type": "choice",',
      '  "question": "?",',
      '  "options": [',
      '    {"text": "a", "right": true, "feedback": "yes"},',
      '    {"text": "b",',
      '     "feedback": 7}',
      "  ]",
      "}",
    );
    expect(linesOf("quiz-whole", lines)).toEqual([8]);
  });
});

describe("quiz-names", () => {
  test("finds a cell that is not there, and a truth that nobody defines, at their lines", () => {
    const curve = [
      "```json quiz id=q",
      '{"type": "curve", "question": "?",',
      ' "reveals": "figure",',
      ' "x": {"label": "x", "values": [0, 1]}, "y": {"label": "y", "domain": [0, 1]},',
      ' "truth": "scores",',
      ' "tolerance": 0.1, "right": "yes", "wrong": "no"}',
      "```",
    ].join("\n");
    expect(linesOf("quiz-names", curve)).toEqual([3, 5]);
    const cells = "```js cell\nconst figure = 1, scores = [0, 1];\n```";
    expect(linesOf("quiz-names", `${curve}\n${cells}`)).toEqual([]);
  });
});

describe("live-link", () => {
  test("follows links to pages, headings, cells, exercises and questions", () => {
    const good =
      "[a](#what-stays-hard) [b](../../reference/#Matrix) [c](../../datasets/drums/) [d](https://x.org)";
    expect(linesOf("live-link", good)).toEqual([]);
    const bad = [
      "[a](#nowhere)",
      "[b](../reference/)",
      "[c](../../reference)",
      "[d](/reference/)",
      '<a href="#x">x</a>',
    ];
    expect(linesOf("live-link", bad.join("\n\n"))).toEqual([1, 3, 5, 7, 9]);
  });
  test("leaves pages alone that it does not know", () => {
    const alone: Surroundings = { id: null, lessons: null, datasets: null, pages: null };
    expect(told(lintLesson([...HEAD, "[b](../nowhere/)"].join("\n"), alone))).toEqual([]);
  });
});

describe("name-read", () => {
  const cell = (source: string) => `\`\`\`js cell id=a\n${source}\n\`\`\``;
  test.each([
    ["its own cell shows it", cell("const a = 1;\ndisplay(a);")],
    ["a sentence has it", `${cell("const a = {b: 1};")}\n\nIt is \${a.b}.`],
    ["another cell reads it", `${cell("const a = 1;")}\n\n\`\`\`js cell id=b\na + 1\n\`\`\``],
    ["a check reads it", `${cell("const a = 1;")}\n\n\`\`\`js check for=x\nreturn a === 1;\n\`\`\``],
  ])("is silent when %s", (_, body) => {
    expect(linesOf("name-read", body)).toEqual([]);
  });
  test("finds a name that nothing reads at the line that defines it", () => {
    expect(linesOf("name-read", cell("const a = 1;\nconst b = a;\nfunction c() {}"))).toEqual([3, 4]);
  });
});

describe("dataset-named", () => {
  test("compares the head with what the cells load", () => {
    const load = (name: string) => `\`\`\`js cell\nawait datasets.load("${name}")\n\`\`\``;
    expect(told(inHead("datasets: [drums]", load("drums")))).toEqual([]);
    const n = HEAD.length;
    expect(told(inHead("datasets: [drums]", load("drum-test")))).toEqual([
      "7 dataset-named",
      `${n + 2} dataset-named`,
    ]);
    expect(inHead("datasets: [dums]", load("dums")).map(({ message }) => message)).toEqual([
      "There is no dataset dums: there are drum-test, drums.",
    ]);
  });
});

test("line-length counts what readers see, and not a check", () => {
  const long = `"${"x".repeat(99)}"`;
  const fence = (words: string) => `\`\`\`js ${words}\n1;\n${long};\n\`\`\``;
  expect(linesOf("line-length", [fence("cell"), fence("check for=a")].join("\n"))).toEqual([3]);
});

test("needs-known wants a lesson of the course, and not this one", () => {
  const found = inHead("needs:\n  - generalising/overfitting\n  - learning/trees\n  - learning/none");
  expect(told(found)).toEqual(["10 needs-known", "11 needs-known"]);
});
