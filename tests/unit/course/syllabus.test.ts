import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { glossary } from "../../../src/course/glossary.ts";
import { outline } from "../../../src/course/outline.ts";
import { syllabusTerms } from "../../../src/course/syllabus-terms.ts";

const terms = Object.entries(syllabusTerms);
const planned = outline.flatMap(({ id, plan }) => plan.map((lesson) => `${id}/${lesson.id}`));

describe("the two syllabi", () => {
  test("name 42 terms, 40 in music production and 20 in music education", () => {
    const of = (syllabus: string) =>
      terms.filter(([, { syllabi }]) => (syllabi as string[] | undefined)?.includes(syllabus)).length;
    expect(terms).toHaveLength(42);
    expect([of("production"), of("education")]).toEqual([40, 20]);
  });

  test("have a lesson for each term in the plan of the course", () => {
    const lessons = terms.map(([, { lesson }]) => lesson!);
    expect(new Set(lessons).size).toBe(42);
    expect(planned).toEqual(expect.arrayContaining(lessons));
  });
});

test("a term is defined in one or two sentences, without naming itself first", () => {
  for (const [id, { name, definition }] of Object.entries(glossary)) {
    expect([id, definition.split(/[.!?](?:\s|$)/).filter(Boolean).length]).toSatisfy(
      ([, sentences]) => sentences >= 1 && sentences <= 3,
    );
    expect([id, definition.toLowerCase().startsWith(name.toLowerCase())]).toEqual([id, false]);
  }
});

test.each(outline)(
  "the finished lessons of $id are files, and stand in the order of its plan",
  ({ id, plan, lessons }) => {
    const order = plan.map((lesson) => lesson.id).filter((lesson) => lessons.includes(lesson));
    expect(lessons).toEqual(order);
    if (lessons.length === 0) return;
    const files = readdirSync(join(import.meta.dirname, "../../../lessons", id)).filter((name) =>
      name.endsWith(".md"),
    );
    expect(files.map((name) => name.replace(/\.md$/, "")).sort()).toEqual([...lessons].sort());
  },
);
