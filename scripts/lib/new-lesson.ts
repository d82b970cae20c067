import type { CourseModule } from "../../src/course/outline.ts";

/** A lesson that is to be written. */
export type NewLesson = { module: string; lesson: string; title: string };

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Reads what was asked for: `learning/hi-hats "Is it a hi-hat?"`.
 * @param exists whether the file of a lesson is there
 * @throws with a sentence that says what was wrong and what is right
 */
export function readNewLesson(
  args: readonly string[],
  outline: readonly CourseModule[],
  exists: (module: string, lesson: string) => boolean,
): NewLesson {
  const [path = "", title = "", ...rest] = args;
  const [module = "", lesson = "", ...deeper] = path.split("/");
  if (lesson === "" || deeper.length > 0) {
    throw new Error(
      'Say where it goes and what it is called: npm run new:lesson -- learning/hi-hats "Is it a hi-hat?"',
    );
  }
  if (!outline.some(({ id }) => id === module)) {
    const modules = outline.map(({ id }) => id).join(", ");
    throw new Error(
      `There is no module "${module}": there are ${modules}. A new one stands in src/course/outline.ts.`,
    );
  }
  if (!ID.test(lesson)) {
    throw new Error(
      `"${lesson}" cannot be part of an address: write small letters, digits and hyphens, beginning with a letter, such as hi-hats.`,
    );
  }
  if (title.trim() === "" || rest.length > 0) {
    throw new Error(`Write the title in quotes behind it: npm run new:lesson -- ${path} "Is it a hi-hat?"`);
  }
  if (exists(module, lesson)) throw new Error(`lessons/${module}/${lesson}.md is there already.`);
  return { module, lesson, title: title.trim() };
}
