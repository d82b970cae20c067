import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { addToOutline } from "../../../scripts/lib/add-to-outline.ts";
import { lessonTemplate } from "../../../scripts/lib/lesson-template.ts";
import { readNewLesson } from "../../../scripts/lib/new-lesson.ts";
import { root } from "../../../scripts/lib/root.ts";
import { lintLesson } from "../../../src/course/lint/index.ts";
import { type CourseModule, outline } from "../../../src/course/outline.ts";

const read = (...args: string[]) =>
  readNewLesson(args, outline, (module, lesson) => `${module}/${lesson}` === "generalising/overfitting");

describe("what is asked for", () => {
  test("is read", () => {
    expect(read("learning/hi-hats", "Is it a hi-hat?")).toEqual({
      module: "learning",
      lesson: "hi-hats",
      title: "Is it a hi-hat?",
    });
  });

  test.each([
    [[], /^Say where it goes/],
    [["learning"], /^Say where it goes/],
    [["learning/a/b", "T"], /^Say where it goes/],
    [["cooking/soup", "Soup"], /^There is no module "cooking": there are start, learning,/],
    [["learning/Hi_Hats", "T"], /^"Hi_Hats" cannot be part of an address: .* such as hi-hats/],
    [["learning/..", "T"], /^"\.\." cannot be part of an address/],
    [["learning/hi-hats"], /^Write the title in quotes/],
    [["learning/hi-hats", "Is", "it"], /^Write the title in quotes/],
    [["generalising/overfitting", "T"], /^lessons\/generalising\/overfitting\.md is there already/],
  ])("is refused, with the right way, when it is %j", (args, message) => {
    expect(() => read(...args)).toThrow(message);
  });
});

test.each(['Is it a "hi-hat"?', "Trees: a: b", "# @ é"])(
  "the new lesson %s has nothing wrong with it",
  (title) => {
    expect(lintLesson(lessonTemplate(title))).toEqual([]);
  },
);

describe("the outline", () => {
  const text = readFileSync(join(root, "src/course/outline.ts"), "utf8");

  /** What the outline's text says, run. */
  const run = async (added: string) => {
    const url = `data:text/javascript,${encodeURIComponent(stripTypeScriptTypes(added))}`;
    return ((await import(/* @vite-ignore */ url)) as { outline: CourseModule[] }).outline;
  };

  test.each(outline.map(({ id }) => id))(
    "takes a lesson that was not planned at the end of %s, and changes nothing else",
    async (module) => {
      const expected = outline.map((each) => ({
        ...each,
        ...(each.id === module && {
          plan: [...each.plan, { id: "new-one", title: 'A "new" one' }],
          lessons: [...each.lessons, "new-one"],
        }),
      }));
      expect(await run(addToOutline(text, module, "new-one", 'A "new" one'))).toEqual(expected);
    },
  );

  test("takes lessons that were planned in the order of the plan", async () => {
    const { id, plan } = outline.find((module) => module.plan.length > 2 && module.lessons.length === 0)!;
    const [first, second] = plan.map((lesson) => lesson.id);
    const both = addToOutline(addToOutline(text, id, second!, "Second"), id, first!, "First");
    expect(await run(both)).toEqual(
      outline.map((each) => (each.id === id ? { ...each, lessons: [first, second] } : each)),
    );
  });

  test("refuses a module that it does not have", () => {
    expect(() => addToOutline(text, "cooking", "soup", "Soup")).toThrow(/no module "cooking"/);
  });
});
