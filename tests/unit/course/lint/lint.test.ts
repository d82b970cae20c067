import { describe, expect, test } from "vitest";
import { lintLesson } from "../../../../src/course/lint/index.ts";
import { around, HEAD, inBody } from "./lesson.ts";

/** The findings for a lesson of these fences (opening line, then source), as `line rule`. */
function findings(...fences: [opening: string, source: string][]): string[] {
  return lines(fences.map(([opening, source]) => `\`\`\`${opening}\n${source}\n\`\`\``).join("\n"));
}

/**
 * The findings for this text below a head that is in order, as `line rule`; its first line counts as 1. That nothing
 * reads the names of these little cells is of no interest here.
 */
function lines(body: string): string[] {
  return inBody(body)
    .filter(({ rule }) => rule !== "name-read")
    .map(({ line, rule }) => `${line - HEAD.length} ${rule}`);
}

/** The findings for a head in which one line is replaced, as `line message`. */
function inHead(line: number, text: string): string[] {
  const head = HEAD.with(line - 1, text).join("\n");
  return lintLesson(head, around).map(({ line, rule, message }) => `${line} ${rule} ${message}`);
}

const exercise: [string, string][] = [
  ["js exercise id=pick", "const k = ____;"],
  ["js check for=pick", 'if (k === 1) return "too few";'],
  ["md hint for=pick", "More than one."],
  ["js solution for=pick", "const k = 3;"],
  ['js wrong for=pick expect="too few"', "const k = 1;"],
];

test("a lesson in order has no findings", () => {
  const cells: [string, string][] = [
    ["js cell id=control", 'const k = view(slider("k", [1, 9]));'],
    ["js cell", "const doubled = k * 2;"],
    ["js cell fold id=curve", 'figure({name: "Scores", node: Plot.plot({marks: [Plot.dot([doubled])]})})'],
    ["js cell", 'Plot.plot({ariaLabel: "Dots", marks: []})'],
    ["js", "Math.random(); // a listing is not run"],
  ];
  expect(findings(...cells, ...exercise)).toEqual([]);
});

describe("front-matter", () => {
  test("is needed", () => {
    expect(lintLesson("Text.").map(({ line, rule }) => `${line} ${rule}`)).toEqual([
      "1 front-matter",
      "1 ends-open",
    ]);
  });

  test("finds a field that is missing or not as it must be, at its line", () => {
    expect(inHead(2, "")[0]).toMatch(/^1 front-matter title: /);
    expect(inHead(3, "summary: One. Two.")[0]).toMatch(/^3 front-matter summary: .*one sentence/);
    expect(inHead(4, "terms: [no-such-term]")[0]).toMatch(/^4 front-matter terms\.0: .*glossary/);
    expect(inHead(5, "objectives: [Only one.]")[0]).toMatch(/^5 front-matter objectives: .*2 to 4/);
    expect(inHead(6, "minutes: soon")[0]).toMatch(/^6 front-matter minutes: /);
  });

  test("finds what is no YAML, at its line", () => {
    expect(inHead(3, "summary: a: b")[0]).toMatch(/^3 front-matter /);
  });
});

describe("compiles", () => {
  test("finds a cell that does not compile, at its line", () => {
    expect(findings(["js cell", "const a = 1;\nconst b = ;"])).toEqual(["3 compiles"]);
  });
});

describe("needs-id", () => {
  test("wants one for an exercise, and for a cell that runs on a click", () => {
    expect(findings(["js exercise", "const a = ____;"])).toContain("1 needs-id");
    expect(findings(["js cell run=click", "const a = 1;"])).toEqual(["1 needs-id"]);
  });

  test("wants one for an anonymous cell that reads another cell's name", () => {
    const source: [string, string] = ["js cell", "const a = 1;"];
    expect(findings(source, ["js cell", "a + 1"])).toEqual(["4 needs-id"]);
    expect(findings(source, ["js cell", "1 + 1"])).toEqual([]);
    expect(findings(source, ["js cell id=sum", "a + 1"])).toEqual([]);
  });
});

describe("defined-once", () => {
  test("finds a name that two cells define, and an id given twice", () => {
    expect(findings(["js cell", "const a = 1;"], ["js cell", "const b = 2;\nconst a = 3;"])).toEqual([
      "6 defined-once",
    ]);
    expect(findings(["js cell id=x", "1"], ["js cell id=x", "2"])).toEqual(["4 defined-once"]);
  });
});

describe("fence-words", () => {
  test("finds a word, a value or a language that the fence does not know", () => {
    expect(findings(["js cell folded", "1"])).toEqual(["1 fence-words"]);
    expect(findings(["js cell run=never", "1"])).toEqual(["1 fence-words"]);
    expect(findings(["js cell runs=click", "1"])).toEqual(["1 fence-words"]);
    expect(findings(["py cell", "1"])).toEqual(["1 fence-words"]);
  });
});

describe("exercise-parts", () => {
  test("finds each part that is missing", () => {
    for (let i = 1; i < exercise.length; i += 1) {
      expect(findings(...exercise.toSpliced(i, 1))).toEqual(["1 exercise-parts"]);
    }
  });

  test("finds a part that belongs to no exercise", () => {
    expect(findings(...exercise, ["md hint for=pik", "?"])).toEqual(["16 exercise-parts"]);
  });
});

describe("slider-apart", () => {
  test("finds the use of a control's value in the control's own cell", () => {
    const source = 'const k = view(slider("k", [1, 9]));\ndisplay(k + 1);\nconst shown = {k};';
    expect(findings(["js cell", source])).toEqual(["3 slider-apart", "4 slider-apart"]);
    expect(findings(["js cell", 'const k = view(slider("k", {k: 1}));'])).toEqual([]);
  });
});

describe("seeded", () => {
  test.each(["Math.random()", "Date.now()", "new Date()", "performance.now()"])("finds %s", (call) => {
    expect(findings(["js cell", call])).toEqual(["2 seeded"]);
  });

  test("leaves text, comments and fixed dates alone", () => {
    expect(findings(["js cell", '// Math.random()\n["Date.now()", new Date(0)]'])).toEqual([]);
  });
});

describe("own-origin", () => {
  test("finds an address in a cell's text", () => {
    expect(findings(["js cell", 'fetch("https://example.org/a.csv")'])).toEqual(["2 own-origin"]);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of a cell
    expect(findings(["js cell", "fetch(`//example.org/${1}`)"])).toEqual(["2 own-origin"]);
    expect(findings(["js cell", 'document.createElementNS("http://www.w3.org/2000/svg", "g")'])).toEqual([]);
  });

  test("finds an embedded picture or frame in the prose, and leaves links and listings alone", () => {
    expect(lines("text\n![a](https://example.org/a.png)")).toEqual(["2 own-origin"]);
    expect(lines('<img alt=""\n src="https://example.org/a.png">')).toEqual(["1 own-origin"]);
    expect(lines('[a](https://example.org) <a href="https://example.org">a</a>')).toEqual([]);
    expect(lines("```html\n<img src=https://example.org/a.png>\n```")).toEqual([]);
  });
});

describe("figure-name", () => {
  test("finds a plot and a figure without a name", () => {
    expect(findings(["js cell", "Plot.plot({marks: []})"])).toEqual(["2 figure-name"]);
    expect(findings(["js cell", "Plot.dot([1]).plot()"])).toEqual(["2 figure-name"]);
    expect(findings(["js cell", "figure({node: Plot.plot({})})"])).toEqual(["2 figure-name"]);
  });
});
