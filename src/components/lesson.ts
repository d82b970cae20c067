import type { z } from "astro/zod";
import { lessonFrontMatter } from "../course/front-matter.ts";
import { type CourseModule, outline } from "../course/outline.ts";

/** The module of the lesson with this id (`module/lesson`); undefined when there is no such lesson. */
export function lessonAt(id: string): CourseModule | undefined {
  return outline.find((module) => module.lessons.some((lesson) => `${module.id}/${lesson}` === id));
}

/** A lesson's front matter, whole; fails the build with every line of it that is wrong. */
export function lessonData(id: string, data: unknown): z.infer<typeof lessonFrontMatter> {
  const result = lessonFrontMatter.safeParse(data);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`);
  throw new Error(`The front matter of lessons/${id}.md is not right.\n${faults.join("\n")}`);
}
