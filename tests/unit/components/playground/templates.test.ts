import { describe, expect, test } from "vitest";
import { exploreFile, templates } from "../../../../src/components/playground/templates.ts";
import { lintLesson } from "../../../../src/course/lint/index.ts";

describe.each(templates.map(({ title, markdown }) => [title, markdown]))("the template %s", (_, markdown) => {
  test("keeps the rules of a lesson's cells", () => {
    // A notebook's front matter is a title and a seed; a lesson's says more.
    const found = lintLesson(markdown).filter(({ rule }) => rule !== "front-matter");
    expect(found).toEqual([]);
  });
});

test("a file to explore is named in the template's code, whatever its name", () => {
  const name = 'a "b" $& `c`.tsv';
  const markdown = exploreFile(name);
  expect(markdown).toContain(`FileAttachment(${JSON.stringify(name)}).tsv({typed: true})`);
  expect(exploreFile("take.csv")).toContain(".csv({typed: true})");
});
