import { join } from "node:path";
import { outline } from "../../src/course/outline.ts";
import { root } from "./root.ts";

/** A finished lesson: its id (`module/lesson`) and its file. */
export type LessonFile = { id: string; path: string };

/** The finished lessons of the course, in the order in which they are taught. */
export function allLessons(): LessonFile[] {
  return outline.flatMap((module) =>
    module.lessons.map((lesson) => ({
      id: `${module.id}/${lesson}`,
      path: join(root, "lessons", module.id, `${lesson}.md`),
    })),
  );
}
