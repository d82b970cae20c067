import { describe, expect, test } from "vitest";
import { exploreFile, templates } from "../../../../src/components/playground/templates.ts";
import { lintLesson } from "../../../../src/course/lint/index.ts";

/** What holds in any notebook; the rest is asked of the lessons of the course. */
const cellRules = [
  "compiles",
  "defined-once",
  "fence-words",
  "figure-name",
  "needs-id",
  "own-origin",
  "seeded",
  "slider-apart",
];

describe.each(templates.map(({ title, markdown }) => [title, markdown]))("the template %s", (_, markdown) => {
  test("keeps the rules of a lesson's cells", () => {
    const found = lintLesson(markdown).filter(({ rule }) => cellRules.includes(rule));
    expect(found).toEqual([]);
  });
});

test("a file to explore is named in the template's code, whatever its name", () => {
  const name = 'a "b" $& `c`.tsv';
  const markdown = exploreFile(name);
  expect(markdown).toContain(`FileAttachment(${JSON.stringify(name)}).tsv({typed: true})`);
  expect(exploreFile("take.csv")).toContain(".csv({typed: true})");
});
